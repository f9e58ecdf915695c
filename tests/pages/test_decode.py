"""Bytes become text: by mark, by UTF-8 that proves itself, by declaration, by detection."""

import pytest

from dragoman.pages.decode import decode

ENGLISH = "The envoy said “no” – and left for Kraków."
RUSSIAN = "Министр иностранных дел прибыл в понедельник в столицу для переговоров о прекращении огня. " * 3
GREEK = "Ο υπουργός Εξωτερικών έφτασε τη Δευτέρα στην πρωτεύουσα για συνομιλίες. " * 4


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_marks_of_byte_order_are_followed(encoding: str) -> None:
    content = ENGLISH.encode("utf-8-sig" if encoding == "utf-8" else encoding)
    assert decode(content).text.lstrip("\ufeff") == ENGLISH


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(encoding: str) -> None:
    assert decode("The envoy left for Geneva on Monday.".encode(encoding)).text == "The envoy left for Geneva on Monday."


def test_nothing_of_utf_8_is_normalised() -> None:
    text = "\ufeffA\u00a0line\r\ncafe\u0301 \u2028 end\n"
    assert decode(text.encode()).text == text


def test_utf_8_wins_over_a_wrong_declaration() -> None:
    assert decode(RUSSIAN.encode(), "windows-1251").text == RUSSIAN
    assert decode(f'<meta charset="iso-8859-1"><p>{ENGLISH}'.encode(), html=True).text.endswith(ENGLISH)


def test_a_declared_encoding_is_used_where_it_fits() -> None:
    assert decode(RUSSIAN.encode("koi8-r"), "KOI8-R").text == RUSSIAN
    assert decode(b'<meta charset="windows-1253">' + GREEK.encode("cp1253"), html=True).text.endswith(GREEK)
    assert decode(b'<?xml version="1.0" encoding="windows-1251"?>' + RUSSIAN.encode("cp1251"), html=True).text.endswith(
        RUSSIAN
    )


def test_a_declared_encoding_that_does_not_fit_is_not_believed() -> None:
    assert decode("The envoy said “no” in Málaga, and nobody else said anything.".encode("cp1252"), "utf-8").text.startswith(
        "The envoy said “no”"
    )


def test_latin_1_is_read_as_windows_1252() -> None:
    assert decode("“quoted” – said the señor".encode("cp1252"), "iso-8859-1").text == "“quoted” – said the señor"


@pytest.mark.parametrize("charset", ["nonsense", "utf-16", "base64", "", "x\0y"])
def test_declarations_that_mean_nothing_are_ignored(charset: str) -> None:
    assert decode(b"plain words", charset).text == "plain words"


def test_undeclared_encodings_are_detected() -> None:
    assert decode(RUSSIAN.encode("cp1251")).text == RUSSIAN


def test_a_page_cut_within_a_character_loses_only_that() -> None:
    assert decode("Kraków".encode()[:-2]).text == "Krak\ufffd"


def test_a_few_broken_bytes_do_not_spoil_utf_8() -> None:
    text = decode(RUSSIAN[:100].encode() + b"\xff" + RUSSIAN[100:].encode()).text
    assert text.replace("\ufffd", "") == RUSSIAN


def test_nul_bytes_become_spaces_one_for_one() -> None:
    assert decode(b"one\0two\0").text == "one two "


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"\x81\x8d\x8f" * 50, bytes(range(256))])
def test_decoding_never_fails(content: bytes) -> None:
    assert isinstance(decode(content).text, str)
