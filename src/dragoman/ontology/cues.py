"""Small words that tell whether an act is so, whose words a sentence holds, and what must not be coded."""

from __future__ import annotations

from pathlib import Path

from dragoman.ontology.load import Knowledge, load_whole
from dragoman.records import Status


class StatusCues(Knowledge):
    """What `status.yaml` holds; all words are lemmas or lower-case forms.

    `modals`: auxiliaries and what they make of their verb. `reported_modals`: the same under a verb of saying in the past
    ("said it would"). `counterfactual`: modals that with "have" deny ("would have attacked"). `negators`: words that turn a
    predicate. `noun_negators`: determiners that turn a noun. `nobody`: pronouns
    that deny what they take part in.
    `modifiers`: adjectives before a noun ("upcoming visit"). `adverbs`: adverbs of a verb ("reportedly"). `markers`:
    words that open a clause ("if", "without"); `sequels`: those of time, and what they make of their clause where the
    main clause is no fact ("will wait until he has left"); `soon`: adverbs that join them ("as soon as"). `beyond`:
    words after which a negation denies nothing ("not only"). `falling_short`: words before "of" or "to" that keep an
    act from being done ("stopped short of blaming", "far from leaving"). `vain`: words by which an attempt is known
    to have come to nothing ("a failed bid to"). `so_far`: adverbs that deny what is still to come ("has yet to
    visit"). `errands`: verbs of which a purpose is denied with them ("will not travel to Kenya to meet"). `rallying`:
    what crowds do to say something: its purpose is done with it ("gathered to condemn the raid"). `having`:
    verbs of which the object is there only if they are so ("reached no decision to"). `raising`: verbs whose subject
    is that of their infinitive ("the talks seem to continue"). `voting`: verbs that do what they are about in words
    ("voted to condemn"). `settings`: prepositions that make a noun the occasion of its clause ("during a visit"),
    with the status that it takes from a clause that happened. `events`: verbs by which a noun's act occurs ("talks
    took place"). `containers`: nouns that only count or bundle ("a round of talks"). `firsts`: words that make an
    infinitive a fact ("the first leader to visit"). `standing`: verbs and adverbs by which a perfect still holds
    ("has long urged"); `standing_against`: verbs by which it does with an infinitive ("has refused to leave").
    `background`: words of time that make a deed background on a page without a date, too ("last year"). `invariant`:
    verbs whose past is their plain form ("Kenya cut ties"). `own_side`: what a speaker speaks for when he says what "its
    army" will do. `making`: verbs of which the object is what they bring about: the date of "the truce of May" is that of
    brokering it. `appointments`: what is set for an act to come; while none is, the act is not denied.
    """

    modals: dict[str, Status]
    reported_modals: dict[str, Status]
    counterfactual: tuple[str, ...]
    negators: tuple[str, ...]
    noun_negators: tuple[str, ...]
    nobody: frozenset[str]
    modifiers: dict[str, Status]
    adverbs: dict[str, Status]
    markers: dict[str, Status]
    sequels: dict[str, Status]
    soon: frozenset[str]
    beyond: frozenset[str]
    falling_short: frozenset[str]
    vain: frozenset[str]
    so_far: frozenset[str]
    errands: frozenset[str]
    rallying: frozenset[str]
    having: frozenset[str]
    raising: frozenset[str]
    voting: frozenset[str]
    settings: dict[str, Status]
    events: dict[str, Status | None]
    containers: tuple[str, ...]
    firsts: tuple[str, ...]
    standing: tuple[str, ...]
    standing_against: tuple[str, ...]
    background: tuple[str, ...]
    invariant: frozenset[str]
    own_side: frozenset[str]
    making: frozenset[str]
    appointments: frozenset[str]


def load_status_cues(folder: Path | None = None) -> StatusCues:
    """The cues of status; a user's file replaces the shipped one. Raises `OntologyError`."""
    return load_whole("status", StatusCues, folder)


class RestraintCues(Knowledge):
    """What `restraint.yaml` holds: signs that a clause tells of no political act, or that its words are broken.

    `figures`: nouns with which a trigger is a figure of speech ("heart attack"), by the trigger's lemma. `domains`: words
    of sport, weather and shows that make a sentence no political news; `domain_hints`: words that any page may hold, but
    not in two sentences of five. `habits`: adverbs that make a statement general. `compounds`: nouns that a trigger may
    modify and still tell of the act ("peace talks process"). `open_words`: words after which no sentence can end.
    `titles`: nouns that make a quoted or capitalised name the title of a work. `locals`: sectors of which the nameless
    ("the police", "protesters") belong to the country that they act in, `visitors` apart ("mediators"); `nameless`: sectors
    of which the nameless are parties by what they are, where known actors acted right before. `any_act`: nouns that name
    whatever act was told last ("condemned the move"). `of_both_sides`: nouns for what no side does alone ("concern about the
    war"). `deniable`: types of acts that may be denied; `sayings`: nouns for what was said of somebody; `taking_up`: words
    by which such a noun takes up what was told before ("denied each report"). `asking`: verbs of those who put questions,
    `answering`: what they want to hear. `capable`: words for what a thing is made for or fit for ("designed to strike").
    """

    figures: dict[str, tuple[str, ...]]
    domains: tuple[str, ...]
    domain_hints: frozenset[str]
    habits: tuple[str, ...]
    compounds: tuple[str, ...]
    open_words: frozenset[str]
    titles: tuple[str, ...]
    locals: frozenset[str]
    visitors: frozenset[str]
    nameless: frozenset[str]
    any_act: frozenset[str]
    of_both_sides: frozenset[str]
    deniable: frozenset[str]
    sayings: frozenset[str]
    taking_up: frozenset[str]
    asking: frozenset[str]
    answering: frozenset[str]
    capable: frozenset[str]


def load_restraint_cues(folder: Path | None = None) -> RestraintCues:
    """The signs of what must not be coded; a user's file replaces the shipped one. Raises `OntologyError`."""
    return load_whole("restraint", RestraintCues, folder)
