"""Readers of the training sets: each gives `Example`s, sentences with a UD tree, names, or both.

Names are held as one set of allowed tags per word, because the sets name different things and some name them coarsely:
"LOC" in one set is GPE, LOC or FAC in ours, and a set that marks no dates says nothing about a word it leaves outside.
The loss sums over the allowed tags, so each set teaches what it knows and is silent about the rest.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

TYPES = ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "DATE", "WORK", "PRODUCT")
TAGS = ("O", *(f"{prefix}-{kind}" for kind in TYPES for prefix in "BI"))

Allowed = frozenset[str]
ANY: Allowed = frozenset(TAGS)
OUTSIDE: Allowed = frozenset({"O"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a tree. `head` counts from 1, 0 is the root; `misc` is the last CoNLL-U column."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    misc: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of a training set; `tree` or `names` is `None` where the set does not have it.

    `begins` are the places of words that begin a further sentence, for stretches of text that a rule has failed to cut.
    """

    source: str
    words: tuple[str, ...]
    tree: tuple[Token, ...] | None
    names: tuple[Allowed, ...] | None
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names whose type is sure, lower-cased: states and capitals, and the words for their people."""

    places: frozenset[str]
    peoples: frozenset[str]


def read_gazetteer(countries: Path) -> Gazetteer:
    """Read the names of states, capitals and peoples from `countries.json`."""
    places: set[str] = set()
    peoples: set[str] = set()
    for row in json.loads(countries.read_text(encoding="utf-8")):
        places |= {row["name"]["common"].lower(), *(c.lower() for c in row["capital"])}
        peoples |= {d.lower() for d in row["demonyms"].values()} if isinstance(row["demonyms"], dict) else set()
    places |= {"us", "u.s.", "usa", "uk", "u.k.", "america", "england", "scotland", "britain", "uae", "burma", "czechia"}
    peoples |= {"arab", "muslim", "kurdish", "tamil", "jewish", "palestinian", "shiite", "sunni", "european", "african"}
    plurals = {p + "s" for p in peoples if not p.endswith(("s", "h", "e"))}
    return Gazetteer(frozenset(places), frozenset(filter(None, peoples | plurals)))


# ---------------------------------------------------------------------------------------------------------- trees


@dataclass(slots=True)
class TreeSentence:
    """A sentence of a treebank file: its id, its text, whether a paragraph begins with it, its words."""

    name: str = ""
    text: str = ""
    opens: bool = False
    tokens: tuple[Token, ...] = ()


def read_conllu(path: Path) -> Iterator[TreeSentence]:
    """The sentences of a file; multiword-token lines and empty nodes are passed over."""
    sentence, tokens = TreeSentence(), list[Token]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# sent_id"):
            sentence.name = line.partition("=")[2].strip()
        elif line.startswith("# text ="):
            sentence.text = line.partition("=")[2].strip()
        elif line.split(" ")[:2] in (["#", "newpar"], ["#", "newdoc"]):
            sentence.opens = True
        elif line[:1].isdigit():
            f = line.split("\t")
            if f[0].isdigit():
                tokens.append(Token(f[1], f[2], f[3], f[4], f[5], int(f[6]), f[7], f[9]))
        elif not line and tokens:
            sentence.tokens = tuple(tokens)
            yield sentence
            sentence, tokens = TreeSentence(), []


def treebank(path: Path, source: str) -> Iterator[Example]:
    """A treebank without names."""
    for sentence in read_conllu(path):
        yield Example(source, tuple(t.form for t in sentence.tokens), sentence.tokens, None)


def with_names(treebank_path: Path, names_path: Path, gazetteer: Gazetteer) -> Iterator[Example]:
    """EWT with the names that Universal NER put on the same sentences."""
    tags = {name: (words, labels) for name, words, labels in read_uner(names_path)}
    for sentence in read_conllu(treebank_path):
        words = tuple(t.form for t in sentence.tokens)
        found = tags.get(sentence.name)
        names = allow_coarse(words, found[1], gazetteer) if found and found[0] == words else None
        yield Example("ewt", words, sentence.tokens, names)


# ---------------------------------------------------------------------------------------------------------- names


def read_uner(path: Path) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Sentence id, words and tags of a Universal NER file."""
    name, rows = "", list[list[str]]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# sent_id"):
            name = line.partition("=")[2].strip()
        elif line[:1].isdigit():
            rows.append(line.split("\t"))
        elif not line and rows:
            yield name, tuple(r[1] for r in rows), tuple("O" if r[2] == "B-O" else r[2] for r in rows)
            rows = []


def read_columns(path: Path) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Words and tags of a two-column file, tags in IOB1 or IOB2; the tags come out as IOB2."""
    words, tags = list[str](), list[str]()
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        parts = line.split()
        if len(parts) >= 2:
            words.append(parts[0])
            tags.append(parts[-1])
        elif words:
            yield tuple(words), tuple(as_iob2(tags))
            words, tags = [], []


def as_iob2(tags: Sequence[str]) -> Iterator[str]:
    """IOB1 and IOB2 alike as IOB2: every name begins with B."""
    last = "O"
    for tag in tags:
        begins = tag.startswith("I-") and (last == "O" or last[2:] != tag[2:])
        yield f"B-{tag[2:]}" if begins else tag
        last = tag


_COARSE: Mapping[str, tuple[str, ...]] = {
    "PER": ("PERSON",),
    "ORG": ("ORG",),
    "LOC": ("GPE", "LOC", "FAC"),
    "OTH": ("NORP", "EVENT", "WORK", "PRODUCT"),
    "MISC": ("NORP", "EVENT", "WORK", "PRODUCT"),
}
_DATE_WORD = re.compile(
    r"(?i)\d.*|(?:jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)\.?|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tomorrow"
    r"|(?:this|last|next|early|late|mid|earlier|later|week|month|year|day|night|morning|evening|weekend|summer|spring"
    r"|autumn|fall|winter|decade|century|season|quarter|the|of|in|ago|past|previous|following|a|-|,|of|s|'s|to)s?"
)


def allow_coarse(
    words: Sequence[str], tags: Sequence[str], gazetteer: Gazetteer, *, misc: bool = False
) -> tuple[Allowed, ...]:
    """What the tags of a coarse set allow; `misc` says that the set marks all other names as well."""
    allowed = []
    for word, tag in zip(words, tags, strict=True):
        if tag == "O":
            allowed.append(_allow_outside(word, gazetteer, misc=misc))
        else:
            allowed.append(frozenset(f"{tag[0]}-{kind}" for kind in _COARSE[tag[2:]]))
    return _sharpen(words, allowed, gazetteer)


def _allow_outside(word: str, gazetteer: Gazetteer, *, misc: bool) -> Allowed:
    kinds = ["DATE"] if _DATE_WORD.fullmatch(word) else []
    if not misc and word[:1].isupper():
        kinds += ["EVENT", "WORK", "PRODUCT", "NORP"]
    if not misc and word.lower() in gazetteer.peoples and word[0].isupper():
        return frozenset({"B-NORP"})
    return OUTSIDE | {f"{prefix}-{kind}" for kind in kinds for prefix in "BI"}


def _sharpen(words: Sequence[str], allowed: list[Allowed], gazetteer: Gazetteer) -> tuple[Allowed, ...]:
    """Where a whole place name is that of a state or capital, it is a GPE; where it is a people's, a NORP."""
    starts = [i for i, tags in enumerate(allowed) if "O" not in tags and all(t[0] == "B" for t in tags)]
    for start in starts:
        end = start + 1
        while end < len(allowed) and "O" not in allowed[end] and all(t[0] == "I" for t in allowed[end]):
            end += 1
        name = " ".join(words[start:end]).lower()
        if "B-GPE" in allowed[start] and name in gazetteer.places:
            allowed[start:end] = _one("GPE", end - start)
        elif "B-NORP" in allowed[start] and name in gazetteer.peoples:
            allowed[start:end] = _one("NORP", end - start)
    return tuple(allowed)


def _one(kind: str, length: int) -> list[Allowed]:
    return [frozenset({f"{'I' if i else 'B'}-{kind}"}) for i in range(length)]


def columns(path: Path, source: str, gazetteer: Gazetteer) -> Iterator[Example]:
    """Names of wikigold, which marks persons, places, organisations and everything else that has a name."""
    for words, tags in read_columns(path):
        yield Example(source, words, None, allow_coarse(words, tags, gazetteer, misc=True))


def multiner(path: Path, gazetteer: Gazetteer) -> Iterator[Example]:
    """Names in government documents. Their MISC is numbers, dates and much else, so it is left wholly open.

    So are lower-case words that they mark ("the government"), which are no names to us.
    """
    for words, tags in read_columns(path):
        vague = [t.endswith("MISC") or (t != "O" and w.islower()) for w, t in zip(words, tags, strict=True)]
        kept = ["O" if v else t for t, v in zip(tags, vague, strict=True)]
        names = allow_coarse(words, list(as_iob2(kept)), gazetteer)
        opened = tuple(ANY if v else a for v, a in zip(vague, names, strict=True))
        if any("O" not in a for a in opened):
            yield Example("multiner", words, None, opened)


# ------------------------------------------------------------------------------------------------------ GUM names

_ENTITY = re.compile(r"\((\d+)-([a-z]+)-([^()]*)|(\d+)\)")
_KINDS: Mapping[str, tuple[str, ...]] = {
    "person": ("PERSON",),
    "organization": ("ORG",),
    "place": ("GPE", "LOC", "FAC"),
    "event": ("EVENT",),
    "object": ("PRODUCT", "FAC", "WORK"),
}
# What GUM calls abstract and writes as a name may be anything (a citation, a figure, a programme), so it is left open.
_OPEN_KINDS = {"abstract"}


def gum(path: Path, gazetteer: Gazetteer) -> Iterator[Example]:
    """GUM with names derived from its entity layer: mentions headed by a proper noun, cut down to the name."""
    for sentence in read_conllu(path):
        tokens = sentence.tokens
        yield Example("gum", tuple(t.form for t in tokens), tokens, _gum_names(tokens, gazetteer))


def _mentions(tokens: Sequence[Token]) -> list[tuple[int, int, str, int | None]]:
    """Start, end (half-open), entity type and naming word of each mention of the MISC column."""
    opened: dict[str, list[tuple[int, str, list[int]]]] = {}
    found = []
    for i, token in enumerate(tokens):
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", token.misc)
        for m in _ENTITY.finditer(entity.group(1) if entity else ""):
            if m[1]:
                core = next((p for p in m[3].split("-") if re.fullmatch(r"\d+(,\d+)*", p)), "1")
                opened.setdefault(m[1], []).append((i, m[2], [i + int(n) - 1 for n in core.split(",")]))
            if m[4] or _closes_here(entity.group(1) if entity else "", m.end()):
                start, kind, words = opened[m[1] or m[4]].pop()
                found.append((start, i + 1, kind, _naming(tokens, words)))
    return found


def _naming(tokens: Sequence[Token], core: Sequence[int]) -> int | None:
    """The first word of a mention's core that is a proper noun and no title."""
    inside = (i for i in core if i < len(tokens))
    return next((i for i in inside if tokens[i].upos == "PROPN" and tokens[i].deprel != "nmod:desc"), None)


def _closes_here(entity: str, end: int) -> bool:
    return entity[end : end + 1] == ")"


def _gum_names(tokens: Sequence[Token], gazetteer: Gazetteer) -> tuple[Allowed, ...]:
    allowed = [_gum_outside(token, gazetteer) for token in tokens]
    taken: set[int] = set()
    for start, end, kind, head in sorted(_mentions(tokens), key=lambda m: m[0] - m[1]):
        if kind == "time":
            for i in range(start, end):
                if i not in taken:
                    allowed[i] = allowed[i] | {"B-DATE", "I-DATE"}
        if kind not in _KINDS.keys() | _OPEN_KINDS or head is None or not start <= head < end:
            continue
        low, high = _name_in(tokens, start, end, head, kind)
        if taken.isdisjoint(range(low, high)):
            taken.update(range(low, high))
            kinds = ("NORP",) if kind == "person" and tokens[head].xpos == "NNPS" else _KINDS.get(kind, ())
            for i in range(low, high):
                allowed[i] = frozenset(f"{'I' if i > low else 'B'}-{k}" for k in kinds) or ANY
    return _sharpen([t.form for t in tokens], allowed, gazetteer)


def _gum_outside(token: Token, gazetteer: Gazetteer) -> Allowed:
    capital = token.form[:1].isupper()
    if capital and token.form.lower() in gazetteer.peoples and token.upos == "ADJ":
        return frozenset({"B-NORP"})
    if token.upos == "PROPN" and capital:
        return ANY
    kinds = ["NORP", "EVENT", "WORK", "PRODUCT"] if capital else []
    kinds += ["DATE"] if _DATE_WORD.fullmatch(token.form) else []
    return OUTSIDE | {f"{prefix}-{k}" for k in kinds for prefix in "BI"}


def _name_in(tokens: Sequence[Token], start: int, end: int, head: int, kind: str) -> tuple[int, int]:
    """The stretch of a mention that is the name itself, grown from its head word."""
    low, high = head, head + 1
    while low > start and _belongs(tokens[low - 1], kind):
        low -= 1
    while high < end and _belongs(tokens[high], kind):
        high += 1
    if kind != "person":
        high = _grow_of(tokens, high, end)
    while low < head and tokens[low].form in "-,'\"":
        low += 1
    while high > head + 1 and tokens[high - 1].form in "-,'\"":
        high -= 1
    return low, high


def _belongs(token: Token, kind: str) -> bool:
    if token.form == "-":
        return True
    if kind == "person" and token.deprel == "nmod:desc":
        return False
    named = token.form[:1].isupper() or token.upos == "PROPN"
    return named and token.upos in {"PROPN", "NOUN", "ADJ", "NUM"} and token.deprel not in {"appos", "nmod:poss"}


def _grow_of(tokens: Sequence[Token], high: int, end: int) -> int:
    """Take in "of Youth Affairs", "and Development", "for Peace" behind the head of an institution's name."""
    while high < end and tokens[high].form in {"of", "for", "and", "the", "on", "&"}:
        after = high + 1
        while after < end and tokens[after].form in {"the", "and", "of"}:
            after += 1
        if after >= end or tokens[after].upos not in {"PROPN", "NOUN", "ADJ"} or not tokens[after].form[:1].isupper():
            break
        high = after + 1
        while high < end and _belongs(tokens[high], "organization"):
            high += 1
    return high
