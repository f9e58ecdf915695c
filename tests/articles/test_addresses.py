"""Addresses give up the page that an archive, a cache or a folder of a mirror holds."""

import pytest

from dragoman.articles.addresses import Addresses
from dragoman.articles.lexicon import load_lexicon

ADDRESSES = Addresses(load_lexicon().words)


@pytest.mark.parametrize(
    ("kept", "own"),
    [
        ("https://web.archive.org/web/20240308120000/https://www.bay.example/1", "https://www.bay.example/1"),
        ("http://web.archive.org/web/20240308id_/http://bay.example/1", "http://bay.example/1"),
        ("https://archive.ph/20240308/https://bay.example/1", "https://bay.example/1"),
        (
            "https://webcache.googleusercontent.com/search?q=cache:bay.example/world/1+tea&hl=en",
            "https://bay.example/world/1",
        ),
        ("https://www-bay-example.cdn.ampproject.org/c/s/www.bay.example/1/amp/", "https://www.bay.example/1/amp/"),
        ("https://www.google.com/amp/s/www.bay.example/1", "https://www.bay.example/1"),
        ("https://www.google.com/url?sa=t&url=https%3A%2F%2Fbay.example%2F1", "https://bay.example/1"),
        ("https://bay.example/web/20240308/1", "https://bay.example/web/20240308/1"),
    ],
)
def test_the_address_of_a_page_stands_within_that_of_its_keeper(kept: str, own: str) -> None:
    assert ADDRESSES.opened(kept) == own


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("www.bay.example/world/1.html", "https://www.bay.example/world/1.html"),
        ("mirror/bay-herald.com/2021/05/04/talks.html", "https://bay-herald.com/2021/05/04/talks.html"),
        ("bay.co.zw/1.html", "https://bay.co.zw/1.html"),
        ("www.bay-echo.co.zw_world_talks.txt", "https://www.bay-echo.co.zw/world/talks.txt"),
        ("pages.v2/talks.txt", None),
        ("pages.de/talks.txt", None),
        ("talks.final.txt", None),
        ("export.jsonl#3", None),
    ],
)
def test_a_mirror_of_a_site_keeps_its_address_in_its_folders(path: str, address: str | None) -> None:
    assert ADDRESSES.saved_from(path) == address


@pytest.mark.parametrize(
    ("host", "label"),
    [("bay-herald.co.uk", "bayherald"), ("www.bay.example", "bay"), ("news.bay.com.au", "bay"), ("localhost", "")],
)
def test_the_chosen_part_of_a_host(host: str, label: str) -> None:
    assert ADDRESSES.label(host) == label
