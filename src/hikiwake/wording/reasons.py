"""Why a state is stable or not, in words: who can move, why it would, what deters it. States come as words."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.moves import listing
from hikiwake.wording.phrases import capital


def verdict(here: str, concept: str, name: str, *, stable: bool) -> str:
    """Whether a state is stable for somebody.

    >>> verdict("state 2 (Y)", "Nash", "A", stable=False)
    'State 2 (Y) is not Nash stable for A.'
    """
    return f"{capital(here)} {'is' if stable else 'is not'} {concept} stable for {name}."


def no_move(name: str) -> str:
    """Nothing tempts."""
    return f"{name} has no move from there to a state it prefers."


def tempted(name: str, there: str, by: str, because: str) -> str:
    """A move that pays, and why."""
    return f"{name} can move to {there} by {by}. {name} prefers it: {because}."


def nothing_deters() -> str:
    """Nash stability knows no answers."""
    return "Under Nash stability nothing deters a move that pays."


def level() -> str:
    """Two states between which nothing decides."""
    return "none of its statements tells the two apart"


def statement(says: str, holds: str, lacks: str, grounds: str) -> str:
    """The statement that decides between two states."""
    return f'"{says}" holds {holds} and not {lacks}{grounds}'


def weights(own: object, other: str, others: object, grounds: str) -> str:
    """The weights that decide between two states."""
    return f"its options weigh {own}, those of {other} {others}{grounds}"


def places(own: int, other: str, others: int, grounds: str) -> str:
    """The places in a ranking that decide between two states."""
    return f"it stands in place {own} of its ranking, {other} in place {others}{grounds}"


def cited(grounds: Sequence[str]) -> str:
    """The grounds behind what decides."""
    return f" [{', '.join(grounds)}]" if grounds else ""


def answer(mover: str, there: str, by: str, because: str, *, number: int, at_once: bool) -> str:
    """One move of an answer; ``because`` is empty where the concept asks for no reason."""
    word = "at the same time move" if at_once else ("answer" if number == 0 else "then go on")
    sentence = f"{mover} can {word} to {there} by {by}"
    return f"{sentence}, which it prefers: {because}." if because else f"{sentence}."


def outcome(name: str, end: str, here: str, because: str, *, worse: bool, at_once: bool) -> str:
    """Where an answer ends, and how that compares with the beginning."""
    together = "The moves made together lead to" if at_once else "That ends in"
    return f"{together} {end}, for {name} {'no better than' if worse else 'level with'} {here}: {because}."


def countermoves(name: str, left: Sequence[str], here: str) -> str:
    """Where the one who moved first could still go."""
    if not left:
        return f"From there {name} has no move."
    return f"From there {name} could only go on to {listing(left)}, none of them better than {here}."


def deterred() -> str:
    """The move does not pay in the end."""
    return "So the move is deterred."


def escaped(name: str, end: str, back: str, here: str, because: str) -> str:
    """A sanction from which the one who moved first can get away."""
    return (
        f"The others can lead on to {end}, which would deter it, but from there {name} can move to {back}, which it "
        f"prefers to {here}: {because}. So the move is not deterred."
    )


def unanswered(*, improvements: bool) -> str:
    """Nobody can answer."""
    kind = "no improvement" if improvements else "no move"
    return f"The others have {kind} with which to answer, so the move is not deterred."


def hindered(names: Sequence[str]) -> str:
    """Somebody has an improvement, but not together with the move.

    >>> hindered(["B"])
    'B has an improvement too, but none that can be made at the same time, so the move is not deterred.'
    """
    have = f"{listing(names)} {'has an improvement' if len(names) == 1 else 'have improvements'} too"
    return f"{have}, but none that can be made at the same time, so the move is not deterred."


def undeterred(name: str, answers: int, here: str) -> str:
    """Whatever the others do, it pays."""
    reach = f"Of the {answers} states the others can lead on to, {name} prefers every one to {here}"
    return f"{reach}, so the move is not deterred."
