"""What a drafted package file means, and what of the record is not in it, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hikiwake.wording.phrases import listed, the

NO_AGREEMENT = "nothing agreed"


def head() -> Iterator[str]:
    """How the numbers of a draft are to be read."""
    yield "A draft made from the record. Read every evaluation against its grounds; narrow, drop, merge and add."
    yield (
        "Evaluations are measured from nothing agreed on an issue, which is 0; the most that anything can be worth is "
        "1. What is accepted whichever holder is followed lies between 0 and 1, what is refused by all of them between "
        "-1 and -0.01; what only some tell, and what nobody tells, between -1 and 1. A red line may be worth less than "
        "all other issues together can give. All parties accept from 0."
    )
    yield (
        "Orders are those of the scales of the case; alternatives in one list are not ordered. Where a formula is how "
        "things stand without an agreement, merge it with none."
    )


def as_wanted(name: str) -> str:
    """The alternative of an issue that is what a side wants.

    >>> as_wanted("Norland")
    'as Norland wants it'
    """
    return f"as {the(name)} wants it"


def nothing(era: str, names: Sequence[str]) -> str:
    """That the record of an era has nothing to negotiate.

    >>> nothing("1990", ["A", "B"])
    'nothing to draft packages of in 1990: on no formula is A or B for or against something then, and on no issue are \
they opposed; add positions on formulas, or write a package file by hand'
    """
    who = listed([the(name) for name in names], "or")
    return (
        f"nothing to draft packages of in {era}: on no formula is {who} for or against something then, "
        "and on no issue are they opposed; add positions on formulas, or write a package file by hand"
    )


def too_many(titles: Sequence[str]) -> str:
    """Issues that are left out because there would be too many packages."""
    return f"Left out, for there would be too many packages: {_titles(titles)}."


def opposed(titles: Sequence[str]) -> str:
    """Issues of the case on which the sides are opposed, and of which no alternatives are known.

    >>> opposed(["Fisheries"])
    'Left out, though the sides are opposed on it, for no formula says what could be agreed: “Fisheries”.'
    """
    on = "it" if len(titles) == 1 else "them"
    return (
        f"Left out, though the sides are opposed on {on}, for no formula says what could be agreed: {_titles(titles)}."
    )


def only_talked_of(titles: Sequence[str]) -> str:
    """Formulas that no side accepts or refuses."""
    return (
        "Left out, for the record of this era does not say that a side accepts or refuses it, or one side carries it "
        f"out alone: {_titles(titles)}."
    )


def no_voice(names: Sequence[str]) -> str:
    """Parts of the sides of whom nothing is told on these issues.

    >>> no_voice(["the public of A"])
    'No constituencies, for the record does not say what they accept or refuse on these issues: the public of A.'
    """
    told = ", ".join(names)
    return f"No constituencies, for the record does not say what they accept or refuse on these issues: {told}."


def third(name: str, grounds: Sequence[str]) -> str:
    """That a third state has positions on what is negotiated, and signs nothing.

    >>> third("Tredland", ["position-1"])
    'Tredland signs nothing here, though the record says what it wants of it (`--parties` takes it in): position-1.'
    """
    begun = f"{the(name)[0].upper()}{the(name)[1:]} signs nothing here"
    told = ", ".join(grounds)
    return f"{begun}, though the record says what it wants of it (`--parties` takes it in): {told}."


def no_model(era: str) -> str:
    """That packages of an era map to no states.

    >>> no_model("1990")
    'The case has no finished model of 1990: no package is tied to states of one, and whether one would hold is open.'
    """
    begun = f"The case has no finished model of {era}"
    return f"{begun}: no package is tied to states of one, and whether one would hold is open."


def not_said(*, known: bool) -> str:
    """What no record of positions says.

    >>> not_said(known=False)
    'The record does not say how much an issue weighs against another and which alternatives exclude or need each \
other: weights are 1, and evaluations as wide as stated.'
    """
    asked = ["how much an issue weighs against another"] + ["who has to ratify"] * known
    asked.append("which alternatives exclude or need each other")
    ratified = "all constituencies have to accept, " if known else ""
    return f"The record does not say {listed(asked)}: {ratified}weights are 1, and evaluations as wide as stated."


def _titles(titles: Sequence[str]) -> str:
    return ", ".join(f"“{title}”" for title in titles)
