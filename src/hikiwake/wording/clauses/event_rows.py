"""Sentences on answers from event data: how much is told, what a value is, what was compared, what is silent."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.phrases import counted, listed, sentence, tally


def side(name: str, codes: Sequence[str]) -> str:
    """An actor with the codes that stand for it in the rows.

    >>> side("Russia", ["RUS", "SUN"]), side("ABC", ["ABC"])
    ('Russia (RUS, SUN)', 'ABC')
    """
    told = ", ".join(codes)
    return name if told == name else f"{name} ({told})"


def silent(names: Sequence[str], directed: bool) -> str:
    """That no row tells of a dyad.

    >>> silent(["Japan (JPN)", "Tuvalu (TUV)"], False)
    'Between Japan (JPN) and Tuvalu (TUV) nothing is told that counts: silence, not zero.'
    """
    first, second = names
    between = f"from {first} to {second}" if directed else f"between {first} and {second}"
    return sentence(f"{between} nothing is told that counts: silence, not zero")


def told(rows: int, noun: str, of: str) -> str:
    """How many rows an answer has, and from what.

    >>> told(1200, "dyad and period", "all dyads")
    'All dyads: 1,200 rows, one for each dyad and period in which something is told.'
    >>> told(0, "dyad and period", "all dyads")
    'All dyads: nothing is told.'
    """
    if not rows:
        return sentence(f"{of}: nothing is told")
    return sentence(f"{of}: {tally(rows, 'row')}, one for each {noun} in which something is told")


def unit(measure: str, scale: str, by: str) -> str:
    """What a value is.

    >>> unit("mean", "Goldstein scale", "month"), unit("count", "", "year")
    ('The value is the mean of the Goldstein scale by month.', 'The value is the number of events by year.')
    """
    if measure == "count":
        return f"The value is the number of events by {by}."
    what = f"the net cooperation on the {scale}" if measure == "net" else f"the {measure} of the {scale}"
    return f"The value is {what} by {by}."


def never(names: Sequence[str]) -> str:
    """Actors of which no row tells.

    >>> never(["Tuvalu (TUV)"])
    'No row names Tuvalu (TUV).'
    """
    return f"No row names {listed(names, 'or')}."


def moved(before: str, after: str, least: int, dyads: int) -> str:
    """Which periods were compared, and how many dyads have enough acts in both.

    >>> moved("2016", "2017", 5, 1)
    'From 2016 to 2017: one dyad has five acts or more in both.'
    """
    have = "has" if dyads == 1 else "have"
    return f"From {before} to {after}: {counted(dyads, 'dyad')} {have} {counted(least, 'act')} or more in both."
