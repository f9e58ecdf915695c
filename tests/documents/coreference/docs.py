"""Parsed documents written by hand, so that tests need no language model."""

import spacy
from spacy.tokens import Doc


def parsed(*sentences: str) -> Doc:
    """A `Doc` of sentences whose words are written `form/POS/head/relation`, the head counted from 1 and 0 for the root.

    A word may end in `/TYPE` of its name and, for plurals, in `+`: `ministers+/NOUN/2/nsubj`.
    """
    words: list[str] = []
    pos: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    ents: list[str] = []
    starts: list[bool | int | None] = []
    morphs: list[str] = []
    for sentence in sentences:
        base = len(words)
        for number, token in enumerate(sentence.split()):
            form, tag, head, relation, *name = token.split("/")
            plural = form.endswith("+")
            words.append(form.rstrip("+"))
            pos.append(tag)
            heads.append(base + (int(head) - 1 if int(head) else number))
            deps.append(relation)
            ents.append(f"B-{name[0]}" if name else "O")
            starts.append(number == 0)
            morphs.append("Number=Plur" if plural else "Number=Sing" if tag in {"NOUN", "PROPN"} else "")
    tags = ["POS" if word in {"'s", "’s"} else "XX" for word in words]
    lemmas = [word.removesuffix("s") if "Plur" in morph else word.lower() for word, morph in zip(words, morphs, strict=True)]
    return Doc(
        spacy.blank("en").vocab,
        words=words,
        pos=pos,
        heads=heads,
        deps=deps,
        ents=ents,
        sent_starts=starts,
        morphs=morphs,
        tags=tags,
        lemmas=lemmas,
    )
