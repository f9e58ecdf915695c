"""Pages that a browser saved whole, and e-mails, are read for the part that a reader sees."""

import quopri
from email.message import EmailMessage
from pathlib import Path

from tests.pages.conftest import Reader

HTML = "<html><body><h1>Envoys meet</h1><p>The envoys’ talks went on until midnight, the ministry said.</p></body></html>"


def saved() -> bytes:
    part = quopri.encodestring(HTML.encode()).decode()
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://bay.example/1\r\nSubject: Envoys meet\r\n"
        "Date: Wed, 3 Mar 2021 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="X"\r\n\r\n--X\r\n'
        "Content-Type: text/html; charset=utf-8\r\n"
        f"Content-Transfer-Encoding: quoted-printable\r\n\r\n{part}\r\n--X\r\n"
        "Content-Type: image/png\r\n\r\nbytes\r\n--X--\r\n"
    ).encode()


def test_a_page_saved_with_its_pictures_is_its_markup_and_address(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "saved.mhtml").write_bytes(saved())
    (page,), drops = read(tmp_path)
    assert drops == []
    assert page.content.decode() == HTML
    assert (page.media, page.url, page.captured) == ("html", "https://bay.example/1", "Wed, 3 Mar 2021 08:00:00 -0000")
    assert page.hints == ()


def test_an_email_is_its_text_with_sender_subject_and_day(tmp_path: Path, read: Reader) -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Bay Herald <news@bay.example>", "Envoys’ talks"
    mail["Date"] = "Tue, 02 Mar 2021 07:00:11 +0000"
    mail.set_content("The envoys met in Tallinn on Monday, the ministry said.")
    (tmp_path / "letter.eml").write_bytes(bytes(mail))
    (page,), _ = read(tmp_path)
    assert dict(page.hints) == {
        "title": "Envoys’ talks", "outlet": "Bay Herald <news@bay.example>", "date": "Tue, 02 Mar 2021 07:00:11 +0000",
    }  # fmt: skip


def test_mail_without_a_text_is_a_drop(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "picture.eml").write_bytes(b"From: a@b.example\r\nContent-Type: image/png\r\n\r\nbytes")
    (tmp_path / "noise.mht").write_bytes(b"\xff\xfe\x00broken" * 20)
    pages, drops = read(tmp_path)
    assert len(pages) + len(drops) == 2
    assert [drop.reason for drop in drops][-1:] == ["no-text"]
