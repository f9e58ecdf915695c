"""Feeds saved as files are read item by item."""

from pathlib import Path

from tests.pages.conftest import Reader

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Bay Herald - World</title><link>https://bay.example</link><language>en</language>
<item><title>Envoys meet</title><link>https://bay.example/1</link><pubDate>Tue, 02 Mar 2021 07:00:11 GMT</pubDate>
<dc:creator>Jane Doe</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>The envoys met in Tallinn.</p><p>They signed a paper.</p>]]></content:encoded></item>
<item><title>Fish</title><link>https://bay.example/2</link><description>The fleets went home on Monday.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Bay Herald</title>
<entry><title>Envoys meet</title><link href="https://bay.example/3"/><updated>2021-03-02T07:00:00Z</updated>
<author><name>Jane Doe</name></author><summary>The envoys met on Monday, the ministry said.</summary></entry></feed>"""


def test_items_are_pages_with_what_the_feed_says_of_them(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "world.rss").write_text(RSS)
    pages, drops = read(tmp_path)
    assert drops == []
    assert [(page.url, page.media) for page in pages] == [
        ("https://bay.example/1", "html"),
        ("https://bay.example/2", "text"),
    ]
    assert dict(pages[0].hints) == {
        "title": "Envoys meet", "date": "Tue, 02 Mar 2021 07:00:11 GMT", "outlet": "Bay Herald - World",
        "author": "Jane Doe",
        "language": "en",
    }  # fmt: skip


def test_atom_is_read_too_whatever_the_file_is_called(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "world.xml").write_text(ATOM)
    (page,), _ = read(tmp_path)
    assert (page.url, dict(page.hints)["author"]) == ("https://bay.example/3", "Jane Doe")


def test_a_feed_that_breaks_off_gives_what_it_holds(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "world.rss").write_text(RSS[: RSS.index("<item><title>Fish") + 30])
    pages, _ = read(tmp_path)
    assert pages[0].url == "https://bay.example/1"


def test_other_xml_and_feeds_without_items_are_no_pages(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "empty.rss").write_text("<rss><channel><title>Bay</title></channel></rss>")
    (tmp_path / "map.xml").write_text('<?xml version="1.0"?><urlset><url><loc>https://bay.example/1</loc></url></urlset>')
    (tmp_path / "data.xml").write_text('<?xml version="1.0"?><records><record/></records>')
    pages, drops = read(tmp_path)
    assert pages == []
    assert [drop.reason for drop in drops] == ["not-a-page"] * 3


def test_entities_of_a_feed_reach_no_file(tmp_path: Path, read: Reader) -> None:
    (tmp_path / "secret.txt").write_text("top secret words that stand in a file beside the feed and nowhere else")
    secret = (tmp_path / "secret.txt").as_uri()
    item = "<item><description>&x; met.</description></item>"
    feed = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret}">]><rss><channel>{item}</channel></rss>'
    (tmp_path / "world.rss").write_text('<?xml version="1.0"?>' + feed)
    pages, _ = read(tmp_path / "world.rss")
    assert all(b"secret" not in page.content for page in pages)
