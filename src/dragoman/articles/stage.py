"""The stage that makes articles out of pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.articles.addresses import Addresses
from dragoman.articles.bylines import BylineReader
from dragoman.articles.cleaner import Cleaned, Markup, clean
from dragoman.articles.dates import DateReader, Order, address_date
from dragoman.articles.header import leading_address, read_header
from dragoman.articles.html import HtmlExtractor
from dragoman.articles.language import Languages
from dragoman.articles.lexicon import load_lexicon
from dragoman.articles.lines import key_of
from dragoman.articles.metadata import Metadata, title_without_site
from dragoman.articles.outlets import Agencies, Outlets
from dragoman.articles.repeats import RepeatedLines, outlet_key
from dragoman.ids import content_id
from dragoman.pages.decode import decode
from dragoman.pages.rows import Fields
from dragoman.records import Article, Date, Drop, Page
from dragoman.settings import Settings
from dragoman.stage import guarded

HEAD_LINES = 12
"""Lines at the head of a text within which a title that its container gives is looked for before it is put on top."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """A page as text: what it says, and what its markup and container claim."""

    text: str
    cleaned: Cleaned
    metadata: Metadata


class ArticleStage:
    """Page to article: text, blocks, headline, byline, outlet, date, language, credit.

    Drops: `no-text` (nothing readable), `index-page` (a front or section page), `fault` (an error, named).
    """

    name = "articles"
    version = 5
    needs = Page
    gives = Article

    def __init__(self, settings: Settings, repeated: RepeatedLines | None = None) -> None:
        """Load the knowledge once. `repeated`: what `survey` found. Raises `OntologyError`."""
        self._lexicon = load_lexicon(settings.ontology)
        self._outlets = Outlets(settings.ontology)
        self._agencies = Agencies(settings.ontology)
        self._addresses = Addresses(self._lexicon.words)
        self._languages = Languages(self._lexicon)
        self._dates = DateReader(self._lexicon.words)
        self._bylines = BylineReader(self._lexicon, self._agencies)
        self._extract, self._fields = HtmlExtractor(settings.ontology), Fields(settings)
        self._repeated = repeated or RepeatedLines()

    def run(self, items: Iterator[Page]) -> Iterator[Article | Drop]:
        """Each page's article, or the reason why there is none."""
        for page in items:
            yield guarded(self.name, self._made, page, lambda page: (page.name, page.id))

    def _made(self, page: Page) -> Article | Drop:
        page, laid = (page, self._html(page)) if page.media == "html" else self._text(page)
        if isinstance(laid, Drop):
            return laid
        if not laid.cleaned.blocks:
            return self._drop(page, "no-text", "no words on the page")
        return self._article(page, laid)

    def _text(self, page: Page) -> tuple[Page, _Laid]:
        """The text of a page, and the page with what fields above its text say of it."""
        text = decode(page.content, page.charset).text
        header = None if page.hints else read_header(text, self._fields)
        if header:
            hints = tuple((role, value) for role, value in header.stated.items() if role != "url")
            page, text = replace(page, hints=hints, url=page.url or header.stated.get("url")), text[header.end :]
        if page.url is None:
            page = replace(page, url=leading_address(text))
        return page, self._laid(page, text, Metadata(), Markup())

    def _html(self, page: Page) -> _Laid | Drop:
        found = self._extract(decode(page.content, page.charset, html=True).text)
        if found.is_index:
            return self._drop(page, "index-page", f"{len(found.lines)} lines, mostly links to other pages")
        if not found.lines:
            return self._drop(page, "no-text", "no words in the markup")
        starts, position = [], 0
        for line in found.lines:
            starts.append(position)
            position += len(line) + 1
        markup = Markup(
            trusted=found.trusted,
            headings=frozenset(starts[index] for index in found.headings),
            links=frozenset(starts[index] for index in found.links),
        )
        return self._laid(page, "\n".join(found.lines), found.metadata, markup)

    def _laid(self, page: Page, text: str, metadata: Metadata, markup: Markup) -> _Laid:
        """Put the title that markup or container give on top, unless the text shows it, and mark the text."""
        hints = dict(page.hints)
        title = metadata.title or title_without_site(hints.get("title") or "", hints.get("outlet")) or None
        if title and not _shows(text, title):
            text = f"{title}\n{text}"
            markup = markup.moved(len(title) + 1)
        outlet = outlet_key(page)
        cleaned = clean(
            text,
            self._lexicon,
            title=title,
            repeated=(lambda line: self._repeated.holds(outlet, line)) if outlet and self._repeated.ids else None,
            markup=markup,
        )
        return _Laid(text, cleaned, metadata)

    def _article(self, page: Page, laid: _Laid) -> Article:
        hints, metadata, blocks = dict(page.hints), laid.metadata, laid.cleaned.blocks
        stated = page.url or metadata.url
        url = self._addresses.opened(stated) if stated else None
        place = url or self._addresses.saved_from(page.name)
        outlet = self._outlet(hints.get("outlet"), place, laid)
        body = "\n".join(laid.text[block.start : block.end] for block in blocks if block.kind in ("body", "headline"))
        author = hints.get("author") or metadata.author
        credit = self._agencies.credited(laid.text, blocks) or (self._agencies.named(author) if author else None)
        return Article(
            id=content_id("article", page.id),
            page=page.name,
            page_id=page.id,
            url=url,
            outlet=outlet,
            headline=laid.cleaned.headline,
            byline=self._byline(author, laid),
            published=self._published(hints.get("date"), place, outlet, laid),
            captured=page.captured,
            language=self._languages.of(body or laid.text, hints.get("language") or metadata.language),
            credit=credit,
            text=laid.text,
            blocks=blocks,
        )

    def _outlet(self, named: str | None, url: str | None, laid: _Laid) -> str | None:
        """By what its container and markup call it, a known address, the page's title and words, then any address."""
        metadata, blocks = laid.metadata, laid.cleaned.blocks
        site = self._outlets.stated(named) or self._outlets.stated(metadata.site)
        if site or (url and self._outlets.of_address(url)):
            return self._outlets.name_of(site=site, url=url)
        shown = (
            self._outlets.in_title((*metadata.titles, *_titles(laid)), laid.cleaned.headline)
            or metadata.publisher
            or next(filter(None, map(self._outlets.named_by_site, metadata.names)), None)
            or self._outlets.on_page(laid.text, blocks, metadata.edges, addressed=bool(url))
            or self._outlets.alone(metadata.titles, laid.cleaned.headline)
            or (metadata.handle if not url else None)
        )
        name = self._outlets.name_of(site=shown, url=url)
        return (
            self._outlets.spelled(name, (laid.text, *metadata.titles, *(words for _, words in metadata.edges)))
            if name
            else None
        )

    def _byline(self, author: str | None, laid: _Laid) -> str | None:
        """By the page's own line, what it shows around its heading, or the field that names the author."""
        printed = self._bylines.printed(laid.text, laid.cleaned.blocks)
        stated = self._bylines.stated(author) if author and not printed else None
        above = (block for block in laid.cleaned.blocks[:HEAD_LINES] if block.kind == "metadata")
        parted = [line for block in above if "|" in (line := laid.text[block.start : block.end])]
        named = printed or stated or self._bylines.among((*laid.metadata.head, *parted))
        return named or self._bylines.beside_date(laid.text, laid.cleaned.blocks)

    def _published(self, hint: str | None, url: str | None, outlet: str | None, laid: _Laid) -> Date | None:
        """By a note of reprint, the export's field or the markup, the page's words, its head, then the address."""
        order, metadata = self._order(outlet), laid.metadata
        again = [laid.text[b.start : b.end] for b in laid.cleaned.blocks if b.why == "copyright"]
        reprint = self._dates.reprinted((*metadata.head, *again), order)
        if reprint:
            return reprint
        for stated in (hint, metadata.published):
            found = self._dates.stated(stated, order) if stated else None
            if found:
                return self._shown(found, laid)
        printed = self._dates.printed(laid.text, laid.cleaned.blocks, order)
        if printed:
            return self._dates.by_spelling(printed, laid.text)
        shown = (self._dates.stated(words, order) for words in (*metadata.dates, *metadata.head))
        last = next((date for date in shown if date), None) or (address_date(url) if url else None)
        return last or self._dates.printed(laid.text, laid.cleaned.blocks, order, above=True)

    def _order(self, outlet: str | None) -> Order | None:
        known = self._outlets.called(outlet) if outlet else None
        return known.order if known else None

    def _shown(self, stated: Date, laid: _Laid) -> Date:
        """A stated date with the words that show it on the page, where they do."""
        printed = self._dates.printed(laid.text, laid.cleaned.blocks)
        if printed and (printed.start, printed.end) == (stated.start, stated.end):
            return replace(stated, span=printed.span)
        return stated

    def _drop(self, page: Page, reason: str, detail: str) -> Drop:
        return Drop(self.name, reason, page.name, page.id, detail)


def _titles(laid: _Laid) -> Iterator[str]:
    """Lines above the body that print the headline again with words of the site: the title of a page saved as text."""
    for block in laid.cleaned.blocks[:HEAD_LINES]:
        words = laid.text[block.start : block.end]
        own = key_of(laid.cleaned.headline or "")
        if block.kind != "body" and own and key_of(words) != own and own in key_of(words):
            yield words


def _shows(text: str, title: str) -> bool:
    """Whether a text prints the title among its first lines."""
    wanted = key_of(title)
    head = [key_of(line) for line in text[:4000].splitlines()[: HEAD_LINES * 2] if line.strip()]
    return any(wanted == line or (len(wanted) > 12 and line.startswith(wanted)) for line in head[:HEAD_LINES])
