"""What must not be coded, and why: each check gives the reason for leaving a reading out, or `None`.

A careful coder leaves alone what names nobody, what is said of nobody political, broken clauses, questions, general
statements, figures of speech, sport and shows, titles of works, and quotations that nobody speaks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.ontology.cues import RestraintCues
from dragoman.ontology.frames import EventType
from dragoman.records import Actor
from dragoman.reports.choose import Finding
from dragoman.reports.clauses import content_clauses
from dragoman.reports.predicates import Judgement
from dragoman.reports.reader import identity
from dragoman.reports.roles import Roles
from dragoman.reports.slots import fillers
from dragoman.reports.status import TOPIC, UNASSERTED, WEIGHED, Judge
from dragoman.reports.tree import Tree, Word

POLITICAL = frozenset({"state", "government", "organisation", "group", "people"})
OPEN_ENDS = frozenset({"IN", "DT", "CC", "TO", "PRP$", "MD", "WDT"})
DANGLING = frozenset({"case", "det", "cc", "mark", "aux", "nmod", "fixed", "dep"})
TWO_SIDED = frozenset({"CONSULT"})
TWO_SIDED_NOUNS = frozenset({"CONSULT", "AGREE", "COOPERATE"})
IN_SESSION = frozenset({"name", "abbreviation", "nominal"})
"""How a body of many is meant that meets by itself; a capital or its seat does not."""
FOR_SOMEBODY = frozenset({"AID", "SUPPORT"})
"""Acts of which the aim tells nothing where it is nobody in particular ("to help people in need")."""
SHORT = 4
LEAST_OF_PAGE, SHARE_OF_PAGE = 3, 0.2
"""How many sentences, and what share of all, must speak of sport, weather or shows for a page to be about them."""
BLOWS = frozenset({"ASSAULT", "COERCE", "RETREAT"})
MADE_FOR = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN"})
"""Types of acts that things are made for."""
DASHES = frozenset("-–—")
SCORE_WITHIN = 5
"""Types whose verbs tell of matches, too, and how soon a score follows such a verb."""
LEAST_HINTS, SHARE_OF_HINTS = 5, 0.4
"""The same for words that any page may hold; of such a page nothing is coded."""
HOPED = frozenset({"hope-verb", "hope-noun", "hope-adjective", "optimism-noun"})
"""The groups of `embeddings.yaml` of which the content is only somebody's hope."""
ABOUT = (("marker:on",), ("marker:about",), ("marker:over",))
"""Why a clause is only what something is about: "views on deepening ties"."""
QUOTATION = frozenset({'"', "“", "”", "'", "‘", "``"})


def person_of_note(actor: Actor) -> bool:
    """Whether an actor is political: a state, a known body or group, somebody with a country, office or sector."""
    if actor.type in ("company", "medium") or not (actor.id or actor.country or actor.members):
        return False
    known = actor.country is not None or actor.sector is not None or actor.role is not None
    return known or (actor.type in POLITICAL and not (actor.id or "").startswith("name:"))


def faults(words: tuple[Word, ...], cues: RestraintCues, *, headline: bool) -> tuple[str, ...]:
    """What is broken in a sentence: "cut" and "no verb" leave nothing to code, the others lower confidence."""
    if headline or not words:
        return ()
    found = []
    ending = next((word for word in reversed(words) if any(c.isalnum() for c in word.text)), words[-1])
    stop = words[-1].text[-1:] in ".!?\"'”’)]:;" or words[-1].text[-1:] == "…"
    if ending.tag in OPEN_ENDS and (not stop or (ending.rel in DANGLING and ending.lower in cues.open_words)):
        found.append("cut")
    elif not stop:
        found.append("no stop")
    if len(words) > SHORT and not any(word.is_verb and word.dep != "amod" for word in words):
        found.append("no verb")
    found.extend(_stray_marks(words))
    return tuple(found)


def _stray_marks(words: tuple[Word, ...]) -> list[str]:
    text = "".join(word.text for word in words)
    pairs = (("(", ")"), ("[", "]"))
    found = [f"stray {opening}" for opening, closing in pairs if text.count(opening) != text.count(closing)]
    glued = any(word.text in ("[", "]") for word in words)
    return [*found, "inserted words"] if glued else found


def names_nobody(finding: Finding) -> str | None:
    """Neither role is anybody's."""
    return None if finding.roles.named else "no-actor"


def nobody_political(finding: Finding, cues: RestraintCues, *, in_context: bool) -> str | None:
    """All who are named are private or nobody in particular: a company, a person without country or office, "the police".

    `in_context`: known actors acted right before; then "the rebels" and "parliament" are theirs, and act as what they are.
    """
    if any(person_of_note(actor) for actor in finding.roles.parties):
        return None
    nameless = (actor for actor in finding.roles.parties if not (actor.id or actor.country or actor.members))
    if in_context and any(actor.sector in cues.nameless for actor in nameless):
        return None
    return "no-political-actor"


def one_sided(finding: Finding) -> str | None:
    """A meeting needs two, unless its frame says whom it requires: one party alone tells nothing of who met whom."""
    bare_noun = finding.trigger.entry.pos == "noun" and finding.trigger.host is None
    press = any(_of_the_press(actor) for actor in finding.roles.parties)
    alone = finding.type in TWO_SIDED and (press or not finding.trigger.entry.frame.requires)
    if not alone and not (bare_noun and finding.type in TWO_SIDED_NOUNS):
        return None
    parties = {identity(actor) for actor in finding.roles.parties if not _of_the_press(actor)}
    several = any(actor.members or actor.via == "collective" for actor in finding.roles.parties) or _in_session(finding)
    return None if len(parties) > 1 or several else "one-sided"


def _of_the_press(actor: Actor) -> bool:
    """ "spoke to members of the media": who only writes down what was said is no party to talks."""
    return actor.sector == "MED" and actor.via in ("nominal", "unnamed")


def _in_session(finding: Finding) -> bool:
    """ "The African Union met on Friday": a body of many meets by itself, where its verb leaves nobody else a place."""
    trigger = finding.trigger
    if trigger.entry.pos != "verb" or any(fillers(trigger, slot) for slot in trigger.entry.frame.target):
        return False
    return any(actor.type == "organisation" and actor.via in IN_SESSION for actor in finding.roles.sources)


def may_do(roles: Roles, kind: EventType) -> bool:
    """Whether those who act can do such a thing: states do not demonstrate in the street, Serbs and Chinese students do."""
    able = (actor for actor in roles.sources if actor.type not in kind.never_by or actor.via == "demonym")
    return not roles.sources or any(True for _ in able)


def in_passing(finding: Finding, judgement: Judgement, *, placed: bool) -> str | None:
    """What is only a topic, or a noun that nothing asserts and that names one side ("Russian aggression"): spoken of.

    `placed`: a date hangs on the noun; then it tells of one act ("Russia's raid of Tuesday").
    """
    if TOPIC in judgement.why or judgement.why in ABOUT:
        return "topic-of-talks"
    trigger = finding.trigger
    if trigger.entry.pos == "verb" and trigger.word.tag == "VBG" and judgement.why == (UNASSERTED,):
        return "in-passing"
    bare = trigger.entry.pos == "noun" and trigger.host is None
    one_side = finding.roles.named == 1 and len(finding.roles.parties) == 1
    again = any("told before" in slot for slot in finding.roles.slots)
    tells_more = any(True for _ in content_clauses(trigger.word))
    return (
        "in-passing"
        if bare and UNASSERTED in judgement.why and (again or (one_side and not tells_more and not placed))
        else None
    )


def mere_purpose(finding: Finding, judgement: Judgement) -> str | None:
    """ "worked hand in hand to end the conflict", "to help people in need": an aim that names nobody else."""
    aim = judgement.why == ("purpose",) and finding.trigger.entry.pos == "verb"
    if not aim:
        return None
    if _scare_quoted(finding.trigger.word):
        return "figure-of-speech"
    meant = any(actor.id or actor.country or actor.members for actor in finding.roles.targets)
    aimed = meant or (bool(finding.roles.targets) and finding.type not in FOR_SOMEBODY)
    return "mere-purpose" if not aimed and len(finding.trigger.words) == 1 else None


def _scare_quoted(word: Word) -> bool:
    """ "to “send a message”": quotation marks hang on the verb itself, which nobody says in earnest."""
    marks = sorted(child.i for child in word.by_dep("punct") if child.text in QUOTATION)
    return bool(marks) and marks[0] < word.i <= marks[0] + 2


def question(finding: Finding, words: tuple[Word, ...]) -> str | None:
    """A question asserts nothing; one that the sentence only quotes says nothing of the rest ("asked: “Why?”")."""
    if not any(word.text == "?" for word in words[-2:]):
        return None
    opened = next((word for word in reversed(words[:-1]) if word.text in QUOTATION), None)
    quoted = opened is not None and words[-1].text in QUOTATION and finding.trigger.word.i < opened.i
    return None if quoted else "question"


def figure_of_speech(finding: Finding, cues: RestraintCues) -> str | None:
    """ "heart attack", "met the deadline": the trigger with this word is no act."""
    word = finding.trigger.word
    figures = cues.figures.get(word.lemma, ())
    around = {child.lemma for child in word.children}
    around |= {each.lemma for slot in ("object", "with", "against") for each in fillers(finding.trigger, slot)}
    return "figure-of-speech" if any(figure in around for figure in figures) else None


def scored(finding: Finding, sentence: tuple[Word, ...]) -> str | None:
    """ "were hammered 4-0 by Chad": a blow with a score is struck on a pitch."""
    if finding.type not in BLOWS or finding.trigger.entry.pos != "verb":
        return None
    near = [word for word in sentence if finding.trigger.word.i < word.i <= finding.trigger.word.i + SCORE_WITHIN]
    scores = zip(near, near[1:], near[2:], strict=False)
    told = any(one.tag == other.tag == "CD" and dash.text in DASHES for one, dash, other in scores)
    return "other-domain" if told else None


def habit(finding: Finding, cues: RestraintCues) -> str | None:
    """ "usually", "always": a general statement, not an event."""
    verb = finding.trigger.outer
    return "habit" if any(child.lower in cues.habits for child in verb.by_dep("advmod")) else None


def other_domain(words: tuple[Word, ...], cues: RestraintCues) -> str | None:
    """Sport, weather, shows."""
    return "other-domain" if _of_other_domain(words, cues) else None


def _of_other_domain(words: tuple[Word, ...], cues: RestraintCues) -> bool:
    return any(word.lemma in cues.domains and word.is_noun for word in words)


def _hints_at_it(words: tuple[Word, ...], cues: RestraintCues) -> bool:
    return any(word.is_noun and (word.lemma in cues.domains or word.lemma in cues.domain_hints) for word in words)


def in_other_domain(tree: Tree, cues: RestraintCues) -> frozenset[int]:
    """The sentences of a page of sport, weather or shows that stand beside a sentence in those words, that one included.

    One such sentence makes no such page: a state's team may come up in any story. Where two sentences of five
    hint at it, the whole page is of that kind.
    """
    hints = sum(1 for start, end in tree.sentences if _hints_at_it(tree.words[start:end], cues))
    if hints >= LEAST_HINTS and hints >= SHARE_OF_HINTS * len(tree.sentences):
        return frozenset(range(len(tree.sentences)))
    told = [number for number, (start, end) in enumerate(tree.sentences) if _of_other_domain(tree.words[start:end], cues)]
    if len(told) < LEAST_OF_PAGE or len(told) < SHARE_OF_PAGE * len(tree.sentences):
        return frozenset()
    return frozenset(near for number in told for near in range(number - 1, number + 2))


def title_of_work(finding: Finding, cues: RestraintCues) -> str | None:
    """The trigger is a word in the title of a work ("the film The Invasion")."""
    word = finding.trigger.word
    named = word.tag in ("NNP", "NNPS") and word.head is not None and word.head.lemma in cues.titles
    return "title" if named and word.rel in ("appos", "flat", "compound", "nmod") else None


def only_weighed(judgement: Judgement) -> str | None:
    """ "is considering aid to Chad": what is only thought about is a comment (CAMEO 014), which PLOVER leaves out."""
    return "only-weighed" if any(WEIGHED in step for step in judgement.why) else None


def only_hoped(finding: Finding, judge: Judge) -> str | None:
    """ "hopes that Chad will mediate": what others may do is a comment (CAMEO 017), one's own hopes are intentions."""
    outer = finding.trigger.outer
    for word in (outer, *outer.ancestors()):
        subject = word.first("nsubj", "nsubj:pass")
        if word.head is None or subject is None:
            continue
        above = judge.embedding(word.head, word)
        if above is not None and above.id in HOPED:
            return None if subject.tag == "PRP" else "only-hoped"
    return None


def unclaimed(finding: Finding, judgement: Judgement) -> str | None:
    """ "has not claimed responsibility for the raid" does not say that it was not they."""
    light = finding.trigger.host.light if finding.trigger.host is not None else None
    claims = light is not None and light.subject == "source" and light.id.split()[2:] == ["for"]
    return "unclaimed" if claims and judgement.status in ("negated", "expected") else None


def only_remarked(judgement: Judgement, speakers: Sequence[Actor]) -> str | None:
    """ "Neither has given in," said a professor: what only an outsider says that nobody did is a remark."""
    outsiders = bool(speakers) and not any(person_of_note(each) for each in speakers)
    return "only-remarked" if judgement.status == "negated" and outsiders else None


def question_of_the_press(finding: Finding, cues: RestraintCues) -> str | None:
    """ "Asked if he would resign", "when asked to comment": nobody is named who asks, and only an answer is asked for."""
    word = finding.trigger.word
    alone = word.rel in ("advcl", "acl") and word.first("nsubj", "nsubj:pass", "obl:agent") is None
    unasked = alone or not finding.roles.sources
    if word.lemma not in cues.asking or word.tag not in ("VBN", "VBD") or not unasked:
        return None
    wanted = word.first("xcomp")
    return "question-of-the-press" if wanted is None or wanted.lemma in cues.answering else None


def mere_capability(finding: Finding, cues: RestraintCues) -> str | None:
    """ "a drone designed to strike Chad", "capable of hitting": what a thing is made for, nobody has done."""
    word = finding.trigger.outer
    able = word.head if word.rel in ("xcomp", "advcl", "acl", "ccomp", "obl") else None
    if able is None or finding.type not in MADE_FOR or able.lower not in cues.capable:
        return None
    return "mere-capability" if able.dep in ("acl", "amod", "acl:relcl", "root", "conj", "ccomp") else None


def mere_denial(finding: Finding, cues: RestraintCues) -> str | None:
    """ "rejected accusations of torture": nobody who accuses is named to be turned away: a denial (CAMEO 016).

    What was said before ("rejected the accusation") has been said by somebody.
    """
    if finding.type != "REJECT" or finding.roles.targets or finding.trigger.entry.pos != "verb":
        return None
    said = [word for word in fillers(finding.trigger, "object") if word.lemma in cues.sayings]
    return "denial" if any(not _said_before(word, cues) for word in said) else None


def _said_before(noun: Word, cues: RestraintCues) -> bool:
    taken_up = any(child.lower in cues.taking_up for child in noun.by_dep("det", "amod"))
    return taken_up and noun.first("acl", "nmod") is None


def private_trip(finding: Finding) -> str | None:
    """ "its citizens visiting Kenya": where nameless people of no office go, no state meets another."""
    doers = finding.roles.sources
    private = bool(doers) and all(actor.sector == "CVL" and not actor.id for actor in doers)
    return "no-political-actor" if finding.trigger.entry.frame.mode == "visit" and private else None


def own_duty(finding: Finding) -> str | None:
    """ "The president said Chad needed to buy grain": what somebody's own state must do is asked of nobody."""
    home = {actor.country for actor in finding.roles.sources if actor.country}
    asked = finding.roles.targets
    own = bool(asked) and all(actor.type == "state" and actor.country in home for actor in asked)
    return "own-duty" if finding.type == "REQUEST" and finding.trigger.entry.frame.clause is not None and own else None


def own_people(finding: Finding) -> str | None:
    """ "The State Department warned Americans against travelling": who looks after his own people threatens nobody."""
    home = {actor.country for actor in finding.roles.sources if actor.country}
    warned = finding.roles.targets
    own = bool(warned) and all(actor.type == "state" and actor.country in home for actor in warned)
    return "own-people" if finding.type == "THREATEN" and own else None


def first_reason(
    finding: Finding, sentence: tuple[Word, ...], cues: RestraintCues, *, in_context: bool = False
) -> str | None:
    """The first reason for leaving a reading out, or `None` where it may be coded."""
    checks: tuple[Callable[[], str | None], ...] = (
        lambda: names_nobody(finding),
        lambda: figure_of_speech(finding, cues),
        lambda: other_domain(sentence, cues),
        lambda: title_of_work(finding, cues),
        lambda: question(finding, sentence),
        lambda: scored(finding, sentence),
        lambda: habit(finding, cues),
        lambda: nobody_political(finding, cues, in_context=in_context),
        lambda: one_sided(finding),
        lambda: mere_denial(finding, cues),
        lambda: question_of_the_press(finding, cues),
        lambda: mere_capability(finding, cues),
        lambda: own_people(finding),
        lambda: private_trip(finding),
        lambda: own_duty(finding),
    )
    return next((reason for check in checks if (reason := check()) is not None), None)
