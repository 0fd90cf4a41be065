"""What a ground is too little for, and what a draft lacks, in words; a full stop only where it is a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import listed, sentence, the

_TOO_LITTLE = {
    "recommended": "is advice, which does not say what {0} wants",
    "constraint": "is a constraint, which does not say what {0} wants",
    "alleged": "is only alleged, which does not say what {0} wants",
    "negated": "was not done, which can carry no more than that {0} does not want something",
    "cancelled": "was cancelled, which can carry no more than that {0} does not want something",
    "postponed": "was postponed, which can carry no more than that {0} does not want something",
}


def touches(ground: str, era: str) -> str:
    """A ground of another time.

    >>> touches("position-1", "1990-1994")
    '"position-1" only touches 1990-1994: it belongs to another time'
    """
    return f'"{ground}" only touches {era}: it belongs to another time'


def told_of_others(ground: str, era: str) -> str:
    """A ground of which no document tells in an era.

    >>> told_of_others("event-1", "1990-1994")
    'no document tells "event-1" of 1990-1994: every mention is of another time'
    """
    return f'no document tells "{ground}" of {era}: every mention is of another time'


def not_by(document: str, era: str) -> str:
    """A statement of a reading that the document of the reading does not tell.

    >>> not_by("A. Adams 1999", "1990-1994")
    'A. Adams 1999, after whom the reading is named, tells none of these grounds of 1990-1994'
    """
    return f"{document}, after whom the reading is named, tells none of these grounds of {era}"


def not_speaking(ground: str, who: Sequence[str], name: str) -> str:
    """A ground of those who do not speak for the decision maker.

    >>> not_speaking("position-1", ["the public of Norland"], "Norland")
    '"position-1" is of the public of Norland, and nobody in it speaks for Norland then'
    """
    return f'"{ground}" is of {listed(who)}, and nobody in it speaks for {the(name)} then'


def wrong_kind(ground: str, kind: str, name: str) -> str:
    """A ground of a kind that does not say what somebody wants.

    >>> wrong_kind("position-1", "recommended", "Norland")
    '"position-1" is advice, which does not say what Norland wants'
    """
    return f'"{ground}" {_TOO_LITTLE[kind].format(the(name))}'


def only_talked_of(grounds: Sequence[str], name: str) -> str:
    """A statement that rests on nothing but what was studied or talked about.

    >>> only_talked_of(["position-1"], "Norland")
    '"position-1" only studies or talks about something, which does not say what Norland wants'
    >>> only_talked_of(["position-1", "position-2"], "Norland")
    '"position-1" and "position-2" only study or talk about something, which does not say what Norland wants'
    """
    verbs = "studies or talks" if len(grounds) == 1 else "study or talk"
    told = listed([f'"{ground}"' for ground in grounds])
    return f"{told} only {verbs} about something, which does not say what {the(name)} wants"


def by_no_side(ground: str) -> str:
    """A position on a formula of which no side of the case says a word.

    >>> by_no_side("position-1")
    '"position-1" is on a formula that neither side of the case is for or against then'
    """
    return f'"{ground}" is on a formula that neither side of the case is for or against then'


def taken_for_a_wish(acts: bool, seen: bool, akin: bool) -> str:
    """Why a drafted statement says more than its grounds: these are acts, what one is seen to expect, or akin only.

    >>> taken_for_a_wish(True, False, False)
    'an act is taken for a wish'
    >>> taken_for_a_wish(True, True, False)
    'an act and what it is seen to expect or fear are taken for a wish'
    >>> taken_for_a_wish(False, False, True)
    'who refuses what an act is about is taken to be against the act'
    """
    if akin:
        return "who refuses what an act is about is taken to be against the act"
    told = ["an act"] * acts + ["what it is seen to expect or fear"] * seen
    return f"{listed(told)} {'is' if len(told) == 1 else 'are'} taken for a wish"


def in_part(says: str, state: str) -> str:
    """A statement in which the members of a merged state differ, though its rank does not depend on it."""
    return f'"{says}" is true of a part of the merged state {state} only; how it ranks does not depend on that'


def few_suggest(options: Sequence[str]) -> str:
    """Options that few entries suggest."""
    return f"Left out, for few entries suggest them: {', '.join(options)}"


def silent(name: str) -> str:
    """That a decision maker's wishes about the others are not told."""
    return f"The record is too thin: it does not say what {the(name)} wants of anything that others propose or do."


def counted_with(part: str, whole: str) -> str:
    """That what a government wants is counted as what its state wants.

    >>> counted_with("Norcoast", "Norland")
    'What Norcoast wants is counted with Norland, of which it is a part (`part_of`).'
    """
    return f"What {the(part)} wants is counted with {the(whole)}, of which it is a part (`part_of`)."


def no_decision_makers(names: Sequence[str]) -> str:
    """Who wants something and is no decision maker.

    >>> no_decision_makers(["Tredland"])
    'No decision makers, though the record says what they want: Tredland; `--decision-makers` takes them in.'
    """
    told = ", ".join(names)
    return f"No decision makers, though the record says what they want: {told}; `--decision-makers` takes them in."


def signing(title: str) -> str:
    """The act of signing a formula, as an option is called.

    >>> signing("Half each")
    'Sign: Half each'
    """
    return f"Sign: {title}"


def consent(title: str) -> str:
    """The consent of a third state to a formula, as an option is called.

    >>> consent("Half each")
    'Consent: Half each'
    """
    return f"Consent: {title}"


def no_part(name: str, title: str, wanted: bool, refused: bool) -> str:
    """That a third state is for or against a formula, and that the draft gives it nothing to do about it.

    >>> no_part("Tredland", "Half each", False, True)
    'Tredland is against “Half each” and has no part in it: in this draft it can neither allow nor stop it.'
    """
    side = " and ".join(["for"] * wanted + ["against"] * refused)
    return sentence(
        f"{the(name)} is {side} “{title}” and has no part in it: in this draft it can neither allow nor stop it"
    )


def give_consent() -> str:
    """How a third state is given a consent, above the lines to be written."""
    return (
        "Where the consent of a state that has no part in a settlement is needed, give it an option, with a letter in "
        "its place in status_quo and outcome, and name it in the settlement and in what the state wants:"
    )


def to_be_set(file: str, outcome: int, status_quo: int) -> str:
    """What a draft that was written into a case lacks there, with the lines.

    >>> to_be_set("conflicts/1990.toml", 4, 0)
    'conflicts/1990.toml is not finished: no option was found in the record of this era. Until there are options, a \
status_quo and an outcome, `hikiwake check` finds faults, and findings, history and report refuse the case.'
    """
    refused = "and findings, history and report refuse the case"
    if not status_quo:
        return (
            f"{file} is not finished: no option was found in the record of this era. Until there are options, a "
            f"status_quo and an outcome, `hikiwake check` finds faults, {refused}."
        )
    return (
        f"{file} is not finished: set outcome (line {outcome}), the state with which the era ended; until then "
        f"`hikiwake check` finds a fault, {refused}. See also whether status_quo (line {status_quo}) is true: it says "
        "that nothing is done."
    )


def not_said(name: str, options: Sequence[str]) -> str:
    """That a decision maker's wishes about some options are not told.

    >>> not_said("A", ["arm", "talk"])
    'The record does not say whether A wants: arm, talk'
    """
    return f"The record does not say whether {the(name)} wants: {', '.join(options)}"
