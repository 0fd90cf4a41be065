"""Sentences about models of a dispute: what would hold, why, and how far to trust it. Nothing here knows a case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hikiwake.wording.phrases import counted, listed, number, sentence

_OUTLOOKS = {
    "agreed": ("agreed", "would be signed, and would hold"),
    "alone": ("alone", "one side can bring it about alone: no agreement is needed"),
    "signed_only": ("sign only", "would be signed, but would not hold"),
    "holds_only": ("holds only", "would hold, but would not be signed"),
    "may_hold": ("holds", "would hold; whether it would be signed depends on how things would go without it"),
    "neither": ("neither", "would neither be signed nor hold"),
    "may_be_signed": ("may sign", "would not hold; whether it would be signed depends on how things go without it"),
    "not_told": ("?", "this reading does not tell what a party wants of its own part"),
    "unsaid": ("no option", "the model of this era cannot express it"),
    "thin": ("too thin", "the record of this era is too thin for a model, or nobody has made one"),
}
OUTLOOKS = tuple(_OUTLOOKS)
REFUSED, BLOCKED, LEAST, DRAWN = "Refused by", "What blocks it", "Least change", "In draws"
DEALS = "What takes an agreement"
ONE_SIDED = "What one side does alone, or what is there already"
WISHED = "What is told of their own part"
_CONCEPTS = {
    "nash": "nobody gains by moving, whatever follows",
    "gmr": "whoever moves could be answered, at whatever cost to the others",
    "smr": "whoever moves could be answered, and could not mend it",
    "seq": "whoever moves could be answered by steps that pay those who answer",
}


def outlook(word: str) -> tuple[str, str]:
    """The short word and the explanation of what is to be expected of a settlement.

    >>> outlook("signed_only")
    ('sign only', 'would be signed, but would not hold')
    """
    return _OUTLOOKS[word]


def wordless(titles: Sequence[str]) -> str:
    """The ways to settle that no model expresses.

    >>> wordless(["Half", "All"])
    'No model expresses “Half” and “All”.'
    """
    return f"No model expresses {listed(f'“{each}”' for each in titles)}."


def concept(name: str) -> str:
    """What a stability concept asks, in plain words."""
    return _CONCEPTS[name]


def opening(eras: int, of: int, readings: int, draws: int, seed: int) -> str:
    """What the models are.

    >>> opening(1, 2, 1, 5, 0)
    'One of two eras has a model, in one reading. Shares come from five random draws (seed 0).'
    """
    first = f"{number(eras)} of {counted(of, 'era')} {'has' if eras == 1 else 'have'} a model"
    return " ".join(
        (
            sentence(f"{first}, in {counted(readings, 'reading')}"),
            sentence(f"shares come from {counted(draws, 'random draw')} (seed {seed})"),
        )
    )


def place(begun: Iterable[str], ended: Iterable[str], start: bool) -> str:
    """A state, told as what differs from the beginning.

    >>> place(["Talk"], [], False)
    'As at the beginning, but with “Talk”.'
    """
    if start:
        return "As at the beginning."
    with_, without = [f"“{one}”" for one in begun], [f"“{one}”" for one in ended]
    parts = [f"with {listed(with_)}"] * bool(with_) + [f"without {listed(without)}"] * bool(without)
    return sentence(f"as at the beginning, but {listed(parts)}")


def content(name: str) -> str:
    """Somebody for whom no move pays."""
    return f"{name} has no move to anything that it prefers."


def tempted(name: str, move: str) -> str:
    """A move that would pay; the reason follows."""
    return f"{name} would gain by {move}, since it "


def answered(name: str, move: str, first: bool) -> str:
    """What somebody would do next.

    >>> answered("A", "giving up “Talk”", True)
    ', but then A could answer by giving up “Talk”'
    """
    return f", but then {name} could answer by {move}" if first else f", and {name} could go on by {move}"


def deterred(name: str) -> str:
    """Why a move is not made after all; the reason follows."""
    return f", which leaves {name} no better off, since it "


def undeterred(name: str) -> str:
    """A move that nothing deters."""
    return f"; no answer that would pay the others deters {name}."


def further(count: int) -> str:
    """How many more moves there are of which the like could be told; nothing where there is none."""
    are = "is" if count == 1 else "are"
    return sentence(f"{counted(count, 'more move')} would pay at first, and {are} not told here") if count else ""


def level() -> str:
    """What is said of two states between which somebody does not choose."""
    return "has no preference between the two"


def ranked() -> str:
    """What is said of two states that a ranking or weights tell apart."""
    return "ranks it so"


def ways(reached: int, of: int, start_holds: bool) -> str:
    """How many of the equilibria improvements lead to.

    >>> ways(1, 1, False)
    'Steps that each pay the one who takes them lead to the one outcome that holds.'
    >>> ways(2, 5, False)
    'Steps that each pay the one who takes them lead to two of the five outcomes that hold; the other three cannot be \
reached that way.'
    """
    if start_holds:
        return "The beginning holds already: nobody has a step to take that would pay in the end."
    others = of - reached
    if reached == of == 1:
        return "Steps that each pay the one who takes them lead to the one outcome that holds."
    first = f"steps that each pay the one who takes them lead to {number(reached)} "
    rest = f"of the {counted(of, 'outcome')} that {'holds' if of == 1 else 'hold'}"
    left = f"; the other {number(others)} cannot be reached that way" if others else ""
    return sentence(first + rest + left)


def step(name: str, begins: Sequence[str], ends: Sequence[str]) -> str:
    """One step of a path.

    >>> step("A", ["Talk"], ["Arm"])
    'A begins “Talk”, ends “Arm”'
    """
    pairs = ("begins", begins), ("ends", ends)
    parts = [f"{verb} {listed(f'“{one}”' for one in acts)}" for verb, acts in pairs if acts]
    return f"{name} {', '.join(parts)}"


def stands_on(statements: int, grounds: int, seen: int) -> str:
    """On how much the preferences stand."""
    first = f"the models hold {counted(statements, 'preference statement')} on {counted(grounds, 'ground')}"
    told = f"{counted(seen, 'statement')} of these {'rests' if seen == 1 else 'rest'} on documents of other states only"
    return f"{sentence(first)} {sentence(told)}" if seen else sentence(first)


def unheard(sides: Sequence[str]) -> str:
    """Sides from which there is no document."""
    wants = "it wants" if len(sides) == 1 else "they want"
    return sentence(f"no document comes from {listed(sides, 'or')}: what {wants} is told by others, and may be wrong")


def few(readings: int, eras: int, draws: int, orders: int, seed: int) -> str:
    """How little a table of so few cases can show."""
    first = f"{counted(eras, 'era')} in {counted(readings, 'reading')} {'is' if eras == 1 else 'are'} few"
    rest = "and those of one era share their options: this table can show that a model fails, not that it is right"
    tried = f"Shares of draws come from {draws}, the column of random order from {orders} draws (seed {seed})."
    return f"{sentence(f'{first}, {rest}')} {tried}"


def sides() -> str:
    """What the models leave out."""
    return (
        "A model knows only the decision makers, options and wishes that it names. It knows no surprise, no deadline "
        "and no strength of feeling, and it takes everyone to know what the others want."
    )


_WAYS = {"loses": "would do better otherwise", "leaves": "would leave it", "loosens": "would begin what ends it"}


def blocks(name: str, way: str) -> str:
    """How somebody stands in the way; the reason follows.

    >>> blocks("A", "leaves")
    'A would leave it: it '
    """
    return f"{name} {_WAYS[way]}: it "


def wants(name: str) -> str:
    """Of whom a wish is told; the wish follows.

    >>> wants("A")
    'A: it '
    """
    return f"{name}: it "


def shares(part: float, low: float, high: float) -> str:
    """In what share of draws the verdict is the same, with its interval.

    >>> shares(0.25, 0.19, 0.31)
    'the same verdict in 25 % (95 % interval: 19 % to 31 %)'
    """
    return f"the same verdict in {share(part)} (95 % interval: {share(low)} to {share(high)})"


def share(part: float) -> str:
    """A share as a percentage.

    >>> share(0.251)
    '25 %'
    """
    return f"{round(100 * part)} %"


def beginning() -> str:
    """What the state from which an era sets out is called."""
    return "The beginning of the era"


def thin(silent: Sequence[str], too_thin: bool) -> str:
    """Why an era has no model."""
    if not too_thin:
        return "Nobody has made a model of it yet."
    return sentence(
        f"the record is too thin: it does not tell what {listed(silent, 'or')} wants of anything "
        "that others propose or do"
    )


def about(places: int) -> str:
    """How far the place of a statement may be off."""
    return f"± {places}"


def by_others() -> str:
    """What is said of a wish that no document of the side itself tells."""
    return "told by others only"


def inferred(reason: str) -> str:
    """Why a wish says more than its grounds.

    >>> inferred("an act only")
    'inferred: an act only'
    """
    return f"inferred: {reason}"
