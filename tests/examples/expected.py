"""The expected coding of the example pages: its schema, and the words that a reader sees on each page."""

import gzip
import json
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Status = Literal["happened", "ongoing", "planned", "expected", "called-for", "negated", "background"]
ISO_DAY = r"\d{4}-\d{2}-\d{2}"
ISO_DATE = rf"^(\d{{4}}(-\d{{2}}){{0,2}}|{ISO_DAY}/{ISO_DAY})$"


class Strict(BaseModel):
    """A record without unknown fields, so that a misspelt field name is a fault."""

    model_config = ConfigDict(extra="forbid")


class Event(Strict):
    """One report that a careful analyst would code; `date` only where the page alone gives it."""

    type: EventType
    type_alt: list[EventType] = []
    status: Status
    status_alt: list[Status] = []
    tier: Literal["core", "secondary"] = "core"
    sources: list[str]
    targets: list[str]
    date: str | None = Field(pattern=ISO_DATE)
    place: str | None = None
    evidence: str = Field(min_length=10)
    attributed_to: list[str] = []


class SaidSo(Strict):
    """One quote that a careful analyst would list; no speakers where the page names nobody."""

    kind: Literal["direct", "indirect", "mixed"]
    speakers: list[str]
    addressee: str | None = None
    via: str | None = None
    evidence: str = Field(min_length=10)


class Origin(Strict):
    """The page from which a page was made."""

    page: str
    relation: Literal["copy", "excerpt", "rewrite", "digest"]


class Page(Strict):
    """One article: a file, or one line of an export."""

    page: str
    line: int | None = Field(default=None, ge=1)
    encoding: str = "utf-8"
    outlet: str | None
    outlet_alt: list[str | None] = []
    published: str | None = Field(pattern=f"^{ISO_DAY}$")
    published_alt: list[str] = []
    declared: str | None = Field(default=None, pattern=f"^{ISO_DAY}$")
    language: str = Field(pattern="^[a-z]{2}$")
    coded: bool = True
    headline: str
    byline: str | None
    paragraphs: int = Field(ge=1)
    derived_from: Origin | None = None
    events: list[Event]
    quotes: list[SaidSo] = []
    forbidden: list[str] = Field(min_length=1)
    left_out: list[str] = Field(min_length=1)
    kept: list[str] = Field(min_length=1)

    @property
    def name(self) -> str:
        """The page as tests show it: file name, and line number in an export."""
        return f"{self.page}:{self.line}" if self.line else self.page


class Expected(Strict):
    """The whole file; `complete` where the lists name every act, so that other reports are wrong."""

    complete: bool = False
    pages: list[Page]


def load(path: Path) -> list[Page]:
    """The expected pages of a YAML file; raises pydantic's ValidationError where it breaks the schema."""
    return Expected.model_validate(yaml.safe_load(path.read_text("utf-8"))).pages


def fold(text: str) -> str:
    """Text with each run of white space made one blank."""
    return " ".join(text.split())


def _source(page: Page, folder: Path) -> str:
    data = (folder / page.page).read_bytes()
    return (gzip.decompress(data) if page.page.endswith(".gz") else data).decode(page.encoding)


class _Words(HTMLParser):
    """Collects the text of a page, but for head, scripts and styles."""

    HIDDEN = frozenset({"head", "script", "style"})

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in self.HIDDEN

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in self.HIDDEN

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def _without_markup(source: str) -> str:
    parser = _Words()
    parser.feed(source)
    parser.close()
    return " ".join(parser.words)


def visible(page: Page, folder: Path) -> str:
    """What a reader sees on the page, white space folded."""
    source = _source(page, folder)
    if page.line is not None:
        record: dict[str, str] = json.loads(source.splitlines()[page.line - 1])
        return fold(f"{record['title']} {', '.join(record['authors'])} {record['maintext']}")
    return fold(_without_markup(source) if ".html" in page.page else source)


def everything(page: Page, folder: Path) -> str:
    """What stands on the page, markup and scripts included, white space folded."""
    return f"{visible(page, folder)} {fold(unescape(_source(page, folder)))}"
