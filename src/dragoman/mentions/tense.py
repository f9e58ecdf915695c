"""Whether the clause around words of time lies behind or ahead, by the nearest verb above them."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Doc, Token

from dragoman.ontology.calendar import Calendar

Direction = Literal["past", "future"]


def direction(calendar: Calendar, doc: Doc, start: int) -> Direction | None:
    """The side on which the clause of the character at `start` lies, or `None` where no verb tells."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    token = span.root if span else None
    for _ in range(len(doc)):
        if token is None:
            return None
        if token.pos_ == "ADJ" and token.lower_ in calendar.future_governors:
            return "future"
        if token.pos_ in {"VERB", "AUX"} or any(child.dep_ == "cop" for child in token.children):
            told = _tense(calendar, token, span.root.i if span else token.i)
            if told:
                return told
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _tense(calendar: Calendar, verb: Token, at: int) -> Direction | None:
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop"}}
    if not auxiliaries.isdisjoint(calendar.future_auxiliaries):
        return "future"
    if verb.lemma_ in calendar.future_governors:
        return "past" if _finite_past_act(calendar, verb, at) else "future"
    if "to" in {child.lower_ for child in verb.children if child.dep_ == "mark"}:
        return "future" if verb.head.lemma_ in calendar.future_governors else None
    if verb.tag_ in {"VBD", "VBN"} or not auxiliaries.isdisjoint(calendar.past_auxiliaries):
        return "past"
    return None


def _finite_past_act(calendar: Calendar, verb: Token, at: int) -> bool:
    """Whether a verb like "agree" or "invite" is itself the act told in the past, not the frame of one that lies ahead.

    Words of time right after it are its own ("agreed on Friday to send"); those after its content are the content's.
    Forms like "set" may be tagged as a participle: with a subject and no helper they are finite.
    """
    ahead = (child for child in verb.children if child.dep_ in {"xcomp", "ccomp"})
    parts = {child.dep_ for child in verb.children}
    as_past = verb.tag_ == "VBN" or verb.lower_ in calendar.same_in_past
    finite = verb.tag_ == "VBD" or (as_past and "nsubj" in parts and parts.isdisjoint({"aux", "aux:pass", "cop"}))
    return finite and all(verb.i < at < child.left_edge.i for child in ahead)
