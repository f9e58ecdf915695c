"""The forms of a word, made by rule from its lemma: what finds a trigger on the page where the model's lemma is no word.

Regular English inflection; the exceptions stand in `ontology/data/irregular.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dragoman.ontology.load import Knowledge, load_whole

VOWELS = "aeiou"
SIBILANTS = ("s", "x", "z", "ch", "sh")


class Irregular(Knowledge):
    """What `irregular.yaml` holds: `verbs` "past participle", `nouns` plural ("/" between variants), `doubling` verbs."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    doubling: tuple[str, ...]


def load_irregular(folder: Path | None = None) -> Irregular:
    """The irregular forms; a user's file replaces the shipped one. Raises `OntologyError`."""
    return load_whole("irregular", Irregular, folder)


def verb_forms(lemma: str, irregular: Irregular) -> Iterator[str]:
    """Every form of a verb, the lemma first."""
    yield lemma
    yield _plural(lemma) if lemma != "have" else "has"
    stem = _stem(lemma, irregular)
    yield (lemma[:-2] + "y" if lemma.endswith("ie") else stem) + "ing"
    if lemma in irregular.verbs:
        yield from (form for group in irregular.verbs[lemma].split() for form in group.split("/"))
    elif lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        yield lemma[:-1] + "ied"
    else:
        yield stem + ("d" if lemma.endswith(("ee", "oe", "ye")) else "ed")
        if stem != lemma and not lemma.endswith("e") and not _short(lemma):  # "canceled", but "raped" is not of rap
            yield lemma + "ed"
            yield lemma + "ing"


def verb_lemmas(irregular: Irregular) -> dict[str, str]:
    """The lemma of each irregular form that is no lemma itself: "flew" of fly."""
    found = {form: lemma for lemma in irregular.verbs for form in verb_forms(lemma, irregular)}
    return {form: lemma for form, lemma in found.items() if form not in irregular.verbs and form != lemma}


def noun_forms(lemma: str, irregular: Irregular) -> Iterator[str]:
    """Singular and plural of a noun."""
    yield lemma
    plurals = irregular.nouns.get(lemma)
    yield from plurals.split("/") if plurals else (_plural(lemma),)
    if not plurals and lemma.endswith("o"):
        yield lemma + "s"


def _plural(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        return lemma[:-1] + "ies"
    if lemma.endswith(SIBILANTS) or (lemma.endswith("o") and lemma[-2:-1] not in VOWELS):
        return lemma + "es"
    return lemma + "s"


def _stem(lemma: str, irregular: Irregular) -> str:
    """What "-ed" and "-ing" are put to: "impos" of impose, "admitt" of admit, "slamm" of slam."""
    if lemma.endswith(("ee", "oe", "ye")):
        return lemma
    if lemma.endswith("e"):
        return lemma[:-1]
    if lemma in irregular.doubling or _short(lemma):
        return lemma + lemma[-1]
    return lemma + ("k" if lemma.endswith("ic") else "")


def _short(lemma: str) -> bool:
    """One syllable that ends in one vowel and one consonant: "slam", "ban"."""
    if len(lemma) < 3 or lemma[-1] in VOWELS + "wxy" or lemma[-2] not in VOWELS or lemma[-3] in VOWELS:
        return False
    return sum(letter in VOWELS for letter in lemma) == 1
