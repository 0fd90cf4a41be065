"""Plants and decoys about who says what: quoted voices, aims beside results, what is to be told once.

A plant is found where its entries, whether it is real, and its groups of voices are those that were planted.
"""

from __future__ import annotations

from hikiwake.dossier import Question, Variable
from tests.planted import Planted, Planting

NORTH, SOUTH = "Institute of the North", "Institute of the South"


def _quoted(case: Planted, number: int, *, clash: bool) -> None:
    """One quotes a government that contradicts the other author; its own answer, where it gives one, is the other's."""
    question = f"whose-{number}-{clash}"
    case.questions.append(Question(question, f"Whose, {number}?"))
    north, south = case.both(question)
    mine = case.build.add("reading", north, question=question, side="ours", answer="It is ours.")
    theirs = {"question": question, "side": "theirs" if clash else "ours", "answer": "It is so.", "holder": "Old Crown"}
    quoted = case.build.add("reading", south, **theirs)
    entries, groups = [mine, quoted], [[NORTH], [f"Old Crown (quoted by {SOUTH})"]]
    if number % 2:
        entries.append(case.build.add("reading", south, question=question, side="ours", answer="It is not theirs."))
        groups = [[NORTH, SOUTH], [f"Old Crown (quoted by {SOUTH})"]]
    if clash:
        case.plant(True, *entries)
        case.voices[frozenset(entries)] = groups


def _inside_and_across(case: Planted, number: int, *, clash: bool) -> None:
    """Two voices against each other inside one document, and a third in another: one disagreement, told once."""
    question = f"once-{number}-{clash}"
    case.questions.append(Question(question, f"Once, {number}?"))
    north, south = case.both(question)
    sides = ("yes", "no" if clash else "yes", "no" if clash and number % 2 else "yes")
    holders = (NORTH, "Old Crown", "New Crown")
    entries = [
        case.build.add("reading", passage, question=question, side=side, answer=f"{side}.", holder=holder)
        for passage, side, holder in zip((north, south, south), sides, holders, strict=True)
    ]
    if clash:
        case.plant(True, *entries)
        crowns = [f"{holder} (quoted by {SOUTH})" for holder in holders[1:]]
        case.voices[frozenset(entries)] = [[NORTH], crowns] if number % 2 else [[NORTH, crowns[1]], [crowns[0]]]


def _inside_only(case: Planted, number: int, *, clash: bool) -> None:
    """Three voices inside one document, two of which agree: who stands with whom is told."""
    question = f"inside-{number}-{clash}"
    case.questions.append(Question(question, f"Inside, {number}?"))
    _, south = case.both(question)
    sides = ("yes", "no" if clash else "yes", "yes")
    holders = (SOUTH, "Old Crown", "New Crown")
    entries = [
        case.build.add("reading", south, question=question, side=side, answer=f"{side}.", holder=holder)
        for side, holder in zip(sides, holders, strict=True)
    ]
    if clash:
        case.plant(True, *entries)
        case.voices[frozenset(entries)] = [[SOUTH, "New Crown"], ["Old Crown"]]


def _aims(case: Planted, number: int, *, clash: bool) -> None:
    """What was meant to come of a cause clashes with no result; what came clashes with what came, and only apparently
    with what was expected."""
    cause, effect = f"trade-{number}-{clash}", f"peace-{number}-{clash}"
    case.variables += [Variable(cause, cause), Variable(effect, effect)]
    north, south = case.both(cause)
    kind = ("", "expected")[number % 2] if clash else "meant"
    told = {"cause": cause, "effect": effect, "summary": "So it is argued."}
    entries = [
        case.build.add("driver", north, **told, sign="+", kind=kind),
        case.build.add("driver", south, **told, sign="0"),
    ]
    if clash:
        case.plant(not kind, *entries)
        case.voices[frozenset(entries)] = [[NORTH], [SOUTH]]


def _two_effects_by_one(case: Planted, number: int, *, clash: bool) -> None:
    """An author who gives one cause both effects is at odds with nobody: both may be at work."""
    cause, effect = f"storm-{number}-{clash}", f"calm-{number}-{clash}"
    case.variables += [Variable(cause, cause), Variable(effect, effect)]
    north, _ = case.both(cause)
    told = {"cause": cause, "effect": effect, "summary": "So it is argued."}
    entries = [
        case.build.add("driver", north, **told, sign=sign, holder=holder)
        for sign, holder in (("+", NORTH), ("-" if clash else "+", NORTH if number % 2 else "Old Crown"))
    ]
    if clash:
        case.plant(number % 2 == 0, *entries)


def _turns(case: Planted, number: int, *, clash: bool) -> None:
    """An act turned the relation for the better, or it did not, or for the worse; who does not say which way is with
    those of his side, and against nobody where these are at odds."""
    question, event = f"turn-{number}-{clash}", f"event-turn-{number}-{clash}"
    case.questions.append(Question(question, f"What turned, {number}?", "turning point"))
    north, south = case.both(event)
    case.build.event(event, north, "1992", "AGREE", "A treaty.")
    odd = ("denied", "none") if number % 2 else ("named", "worse")
    side, direction = odd if clash else ("named", "")
    told = (
        (north, "named", "better", NORTH),
        (south, side, direction, SOUTH),
        (south, "named", "", "Old Crown"),
    )
    entries = [
        case.build.add("reading", passage, question=question, side=side, direction=direction, holder=holder,
                       answer="So it is judged.", about=event)
        for passage, side, direction, holder in told
    ]  # fmt: skip
    if clash:
        crown = [f"Old Crown (quoted by {SOUTH})"] if number % 2 else []
        clashing = entries if crown else entries[:2]
        case.plant(True, *clashing)
        case.voices[frozenset(clashing)] = [[NORTH, *crown], [SOUTH]]


KINDS: tuple[Planting, ...] = (_quoted, _inside_and_across, _inside_only, _aims, _two_effects_by_one, _turns)
QUOTED, ONCE, AIMS = _quoted, _inside_and_across, _aims
