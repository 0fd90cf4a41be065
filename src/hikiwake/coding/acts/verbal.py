"""Acts that verbs tell: the frame that fits, how the verb stands, whether it happened, who did it to whom."""

from __future__ import annotations

from dataclasses import replace

from hikiwake.coding.acts import roles, status
from hikiwake.coding.acts.act import Act, Refused, Roles
from hikiwake.coding.acts.announced import told_types
from hikiwake.coding.acts.closed import CLAUSE_ENDS, MODALS, RELATIVES
from hikiwake.coding.acts.lexicon import Frame, Verb, nouns, verbs
from hikiwake.coding.acts.standing import standing
from hikiwake.coding.acts.stands import Standing
from hikiwake.coding.acts.subjects import speaker
from hikiwake.coding.words import Words

OBJECT_WITHIN = 12
SUBJECT_WITHIN = 12
PARTICLE_WITHIN = {  # words from a verb to a particle that may stand behind the object: "called the visit off"
    **dict.fromkeys(("off", "out", "up", "down", "back", "over", "away", "aside", "forward", "on"), 4),
    "together": 12,
    "arms": 3,
    "part": 3,
}
RETAINED = frozenset(["give", "grant", "offer", "hand", "deny", "send", "pay", "show", "promise"])  # "was given asylum"
LIST_WITHIN = 3  # words after a verb: a later comma ends its object
PURPOSE = 0.5  # for what somebody came to say
UNSURE = 0.6  # for a bare form that may be a passive, with no object to tell
BY_FORM = {
    "present": 0.6,
    "performative": 0.9,
    "gerund": 0.6,
    "infinitive": 0.75,
    "progressive": 0.8,
    "perfect": 0.95,
    "modal": 0.7,
    "nominal": 0.6,
}
_OBJECT_ENDS = CLAUSE_ENDS | RELATIVES | MODALS
SAID = frozenset(["REJECT", "ACCUSE", "REQUEST", "THREATEN"])  # acts whose object is another act, not told as done


def verbal(sentence: Words, at: int, inherited: Roles) -> Act | Refused | None:
    """The act that a verb at a word tells; why it is none; ``None`` where no verb stands there."""
    for verb in verbs().get(sentence.words[at], ()):
        last = _last(sentence.words, at, verb.rest)
        if last is None:
            continue
        stands = standing(sentence, at, verb.form, last - at + 1 if last - at == len(verb.rest) else 1)
        if stands is None or (_is_noun(sentence.words, at, stands)):
            continue
        frame, objects = _frame(sentence, at, last, stands, verb)
        if stands.either and (frame is None or not frame.object.asks):
            turned = replace(stands, passive=True)
            other, words = _frame(sentence, at, last, turned, verb)
            if other is not None and other.object.asks:
                frame, objects, stands = other, words, turned
        if frame is None:
            continue
        return _act(sentence, at, last, stands, frame, objects, inherited)
    return None


def _is_noun(words: list[str], at: int, stands: Standing) -> bool:
    """Whether a form in "-ing" is the noun of that form: "a meeting between"."""
    if words[at] not in nouns() or stands.form not in ("nominal", "gerund"):
        return False
    return stands.form == "nominal" or words[at + 1 : at + 2] in (["of"], ["between"], ["with"], ["in"], ["on"], ["at"])


def _last(words: list[str], at: int, rest: tuple[str, ...]) -> int | None:
    """The last word of a verb of several words, where all are there; its particle may stand behind a short object."""
    for word in rest:
        near = words[at + 1 : at + 1 + PARTICLE_WITHIN.get(word, 1)]
        if word not in near:
            return None
        at += 1 + near.index(word)
    return at


def _frame(sentence: Words, at: int, last: int, stands: Standing, verb: Verb) -> tuple[Frame | None, frozenset[int]]:
    """The first frame whose subject and object are there, and the words that are its object."""
    if not verb.asks:
        return verb.frames[0], frozenset()
    before = _before(sentence.words, stands.first)
    after = _after(sentence.words, at)
    objects, subjects = (before, _by(sentence.words, last)) if stands.passive else (after, before)
    party, doer = _hows(sentence, objects), _hows(sentence, subjects)
    if stands.passive and verb.lemma in RETAINED:
        objects = range(objects.start, after.stop)
    there = frozenset(sentence.words[objects.start : objects.stop])
    doing = frozenset(sentence.words[subjects.start : subjects.stop])
    for frame in verb.frames:
        if frame.subject.asks and not frame.subject.fits(doing, doer):
            continue
        if frame.object.asks and not frame.object.fits(there, party):
            continue
        meant, doers = frame.object.any_of, frame.subject.any_of
        taken = [each for each in objects if sentence.words[each] in meant]
        return frame, frozenset(taken + [each for each in subjects if sentence.words[each] in doers])
    return None, frozenset()


def _hows(sentence: Words, there: range) -> frozenset[str]:
    """How the parties among some words are named."""
    return frozenset(each.how for each in sentence.parties if each.first in there)


def _before(words: list[str], first: int) -> range:
    """The words of the clause before a verb."""
    start = first
    while start > 0 and first - start < SUBJECT_WITHIN and words[start - 1] not in CLAUSE_ENDS:
        start -= 1
    return range(start, first)


def _after(words: list[str], at: int) -> range:
    """The words of the clause after a verb."""
    end = at + 1
    while end < len(words) and end - at <= OBJECT_WITHIN and words[end] not in _OBJECT_ENDS:
        if words[end] == "," and end - at > LIST_WITHIN:
            break
        end += 1
    return range(at + 1, end)


def _by(words: list[str], last: int) -> range:
    after = _after(words, last)
    where = next((each for each in after if words[each] == "by"), None)
    return range(0) if where is None else range(where + 1, after.stop)


def _act(
    sentence: Words, at: int, last: int, stands: Standing, frame: Frame, objects: frozenset[int], inherited: Roles
) -> Act | Refused:
    trigger = sentence.text[sentence.starts[at] : sentence.ends[last]] if last - at < 6 else frame.verb
    happened, why = status.of_verb(sentence, stands, frame.verb, frame.types[0])
    if not happened:
        return Refused(at, last, trigger, why, frame.types, stands.governor.at if stands.governor else -1)
    sources, targets = roles.of_verb(sentence, last, stands, frame.verb, frame.types[0], inherited)
    purpose = stands.governor is not None and stands.governor.effect == "purpose"
    trust = (
        frame.weight
        * BY_FORM.get(stands.form, 1.0)
        * (PURPOSE if purpose else 1.0)
        * (UNSURE if stands.either and not frame.special else 1.0)
    )
    told = sorted(sentence.words[each] for each in objects)
    rule = f"verb {frame.verb}" + (f" with {', '.join(told[:3])}" if told else "")
    how = "passive" if stands.passive else "active"
    if (
        happened == "occurred"
        and "no" in sentence.words[at + 1 : last + 3]
        and not any("no" in each for each in frame.object.words)
    ):
        happened, why = "negated", "of none"
    types, happened = told_types(frame.types, happened, stands, "unless" in sentence.words[last:])
    if happened == "proposed" and stands.form == "modal":
        sources, targets = speaker(sentence, stands.first), sources or targets
    if types[0] in SAID:
        objects |= frozenset(_after(sentence.words, at))
    ground = how, happened, why, objects, frame.verb
    return Act(at, last, trigger, rule, types, frame.mode, trust, stands, sources, targets, *ground)
