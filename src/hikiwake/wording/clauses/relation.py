"""Sentences on how a relation moved: what is told, how it turned, how well that is supported, and who names it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from hikiwake.periods import Period
from hikiwake.wording.phrases import brief, capital, counted, listed, number, sentence, span, the

_DAY = re.compile(r"\d{1,2}\b")  # a year has more digits
FINER = ("day", "month", "quarter")  # than a year
HEAD = ("when", "value", "nine in ten resamples", "acts", "foremost")


def when(period: Period, by: str) -> str:
    """When something was in a series: in years, or as exactly as its periods are where these are shorter.

    >>> found = Period.parse("2007-08/2013-05")
    >>> when(found, "year"), when(found, "month"), when(Period.parse("2007-08"), "day")
    ('2007–13', 'August 2007 – May 2013', 'August 2007')
    """
    return span(period) if by in FINER else brief(period)


def within(when: str) -> str:
    """A time as part of a sentence: in years or a month, on a day, between two months or days.

    >>> within("2015–2022"), within("August 2007 – May 2013"), within("9 October 2018")
    ('in 2015–2022', 'between August 2007 and May 2013', 'on 9 October 2018')
    >>> within("9 October – 3 November 2018"), within("9–12 October 2018")
    ('between 9 October and 3 November 2018', 'between 9 and 12 October 2018')
    """
    first, *last = (each.strip() for each in when.split("–"))
    if not _DAY.match(when) and " – " not in when:
        return f"in {when}"
    return f"between {first} and {last[0]}" if last else f"on {first}"


def told(names: Sequence[str], directed: bool, acts: int, periods: int, every: int, by: str) -> str:
    """How much is told of a dyad, and how much is silent.

    >>> told(["Norland", "Suderland"], False, 12, 4, 9, "year")
    'Between Norland and Suderland twelve acts are told, in four of nine years; of the other five nothing is told.'
    >>> told(["Norland", "Suderland"], True, 1, 1, 1, "era")
    'From Norland to Suderland one act is told, in the one era there is.'
    """
    first, second = (the(name) for name in names)
    between = f"from {first} to {second}" if directed else f"between {first} and {second}"
    verb = "is" if acts == 1 else "are"
    silent = every - periods
    if every == 0:
        return sentence(f"{between} no act is told that has a score")
    where = f"the one {by} there is" if every == 1 else f"{number(periods)} of {counted(every, by)}"
    rest = f"; of the other {number(silent)} nothing is told" if silent > 1 else "; of one nothing is told" * silent
    return sentence(f"{between} {counted(acts, 'act')} {verb} told, in {where}{rest}")


def unit(measure: str, scale: str, by: str) -> str:
    """What a value is.

    >>> unit("mean", "PLOVER intensity", "year"), unit("net", "quad classes", "era")
    ('mean of the PLOVER intensity by year', 'net cooperation on the quad classes by era')
    """
    what = f"net cooperation on the {scale}" if measure == "net" else f"{measure} of the {scale}"
    return f"{what} by {by}"


def turned(direction: str, when: str, likeliest: str, before: float, after: float, unit: str) -> str:
    """When a relation turned, which way, and from which level to which.

    >>> turned("down", "2022", "2022", 2.04, -4.5, "mean of the PLOVER intensity by year")
    'The acts told of turn down in 2022: from +2.0 to −4.5 (mean of the PLOVER intensity by year).'
    >>> turned("down", "2015–2022", "2019", 2.04, -4.5, "net")[:63]
    'The acts told of turn down in 2015–2022, most likely in 2019: f'
    >>> turned("down", "9 October 2018", "9 October 2018", 2.04, -4.5, "net")[:47]
    'The acts told of turn down on 9 October 2018: f'
    """
    most = "" if likeliest == when else f", most likely {within(likeliest)}"
    return f"The acts told of turn {direction} {within(when)}{most}: from {value(before)} to {value(after)} ({unit})."


def support(
    methods: int,
    of_methods: int,
    penalties: float | None,
    resamples: float | None,
    left_out: float | None,
    telling: str = "documents",
) -> str:
    """By how many methods, and in which shares of penalties, resamples and left-out documents, a turn is found.

    A share of none is ``None`` and is left out; telling: what was left out, one by one.

    >>> support(2, 3, 1.0, 0.915, None)
    'Two of three methods find it; so do 100% of the penalties and 92% of the resamples.'
    """
    without = f"of the series without one of the {telling}"
    told = (("of the penalties", penalties), ("of the resamples", resamples), (without, left_out))
    shares = [f"{share:.0%} {what}" for what, share in told if share is not None]
    verb = "finds" if methods == 1 else "find"
    also = f"; so do {listed(shares)}" if shares else ""
    return sentence(f"{number(methods)} of {number(of_methods)} methods {verb} it{also}")


def dealt(chance: float | None) -> str:
    """How often the same acts, dealt at random among the months of which is told, make a change as large.

    >>> dealt(0.02)
    'With the same acts dealt at random among the months told of, 2.0% of the series have one as large.'
    >>> dealt(None)[-61:]
    'it may be one of how much is told, and not of how they acted.'
    """
    told = "With the same acts dealt at random among the months told of,"
    if chance is None:
        return f"{told} a change as large is no rarity: it may be one of how much is told, and not of how they acted."
    return f"{told} {chance:.1%} of the series have one as large."


def authors(named: Sequence[str], denied: Sequence[str], unknown: Sequence[str]) -> str:
    """Who names a turn, who denies it, and who wrote before it.

    >>> authors(["Ann 2023"], [], ["Bob 2014"])
    'Ann 2023 names it; Bob 2014 was written before it.'
    >>> authors([], ["Ann 2023", "Bob 2024"], [])
    'No author names it; Ann 2023 and Bob 2024 deny one there.'
    """
    said = [f"{listed(named)} {'names' if len(named) == 1 else 'name'} it" if named else "no author names it"]
    if denied:
        said.append(f"{listed(denied)} {'denies' if len(denied) == 1 else 'deny'} one there")
    if unknown:
        said.append(f"{listed(unknown)} {'was' if len(unknown) == 1 else 'were'} written before it")
    return sentence("; ".join(said))


def none_found(periods: int, too_few: bool) -> str:
    """That nothing turned a series, or that too little is told to say.

    >>> none_found(3, True)
    'No turning point: with three periods told, too little is told to find one.'
    >>> none_found(40, False)
    'No turning point: no change of level in the 40 periods told is rarer than chance, or found by half the resamples.'
    """
    told = counted(periods, "period")
    if too_few:
        return f"No turning point: with {told} told, too little is told to find one."
    return (
        f"No turning point: no change of level in the {told} told is rarer than chance, or found by half the resamples."
    )


def weaker(turns: Sequence[tuple[str, str]]) -> str:
    """The changes that neither dealing nor half of the resamples find.

    >>> weaker([("down", "2019")])
    'Neither the dealing at random nor half of the resamples bears out the change down in 2019.'
    >>> weaker([("up", "9 October 2018"), ("down", "3 May 2019")])[-66:]
    'bears out the changes up on 9 October 2018 and down on 3 May 2019.'
    """
    each = listed(f"{direction} {within(when)}" for direction, when in turns)
    changes = "change" if len(turns) == 1 else "changes"
    return f"Neither the dealing at random nor half of the resamples bears out the {changes} {each}."


def held(fitting: int, named: int) -> str:
    """How many of the turning points that authors name the acts show.

    >>> held(2, 31)
    'Of 31 turning points of this relation that authors name, two lie in the range of one that the acts show, and go \
its way.'
    >>> held(0, 1)
    'Of one turning point of this relation that authors name, none lies in the range of one that the acts show.'
    """
    named_ = counted(named, "turning point")
    if not fitting:
        return f"Of {named_} of this relation that authors name, none lies in the range of one that the acts show."
    one = fitting == 1
    verbs = ("lies", "goes") if one else ("lie", "go")
    return (
        f"Of {named_} of this relation that authors name, {number(fitting)} {verbs[0]} in the range of one that the "
        f"acts show, and {verbs[1]} its way."
    )


def left_out(stay: Sequence[bool]) -> str:
    """How many turning points remain whichever document is left out.

    >>> left_out([True, False])
    'Of two turning points one is found whichever document is left out.'
    >>> left_out([True])
    'It is found whichever document is left out.'
    """
    staying = sum(stay)
    if len(stay) == 1:
        return "It is found whichever document is left out." if staying else "It is not found without every document."
    verb = "is" if staying < 2 else "are"
    told = number(staying) if staying else "none"
    return f"Of {counted(len(stay), 'turning point')} {told} {verb} found whichever document is left out."


def way(first: str, second: str) -> str:
    """The acts of one side towards the other.

    >>> way("Norland", "United States")
    'From Norland to the United States'
    """
    return capital(f"from {the(first)} to {the(second)}")


_EVERYONE = {
    "there": "the acts turn in that very period",
    "within": "it lies in the range of a turn of the acts",
    "amount": "only how much is told turns there",
    "not": "the acts do not show it",
}


def named_against(counts: Mapping[str, int], series: int, everyone: Sequence[tuple[str, str]]) -> str:
    """How many of the named turning points the acts show in any of some series, and those that all name who could know.

    >>> counts = {"there": 2, "within": 9, "amount": 3, "not": 13}
    >>> named_against(counts, 4, [])[:73]
    'Authors name 27 turning points of this relation. In any of four series, t'
    >>> named_against({"there": 0, "within": 0, "amount": 0, "not": 2}, 4, [])
    'Authors name two turning points of this relation. In none of four series do the acts show any of them.'
    >>> named_against(counts, 4, [("2022", "there"), ("1991", "not")])[-83:]
    't name 2022 (the acts turn in that very period) and 1991 (the acts do not show it).'
    """
    told = {how: number(count) if count else "none" for how, count in counts.items()}
    verb = "lies" if counts["there"] < 2 else "lie"
    total = sum(counts.values())
    head = f"Authors name {counted(total, 'turning point')} of this relation."
    never = f"{head} In none of {number(series)} series do the acts show {'it' if total == 1 else 'any of them'}."
    shown = (
        f"{head} In any of {number(series)} series, {told['there']} of them {verb} in the period in which the acts "
        f"most likely turn the same way, {told['within']} more in the range of such a turn, which may be wide, "
        f"{told['amount']} more only where the sum turns, which may be how much is told; of {told['not']} the acts "
        "show nothing."
    )
    said = never if counts["not"] == total else shown
    if not everyone:
        return said
    each = listed(f"{when} ({_EVERYONE[how]})" for when, how in everyone)
    return f"{said} All documents written after it name {each}."


def value(found: float | None) -> str:
    """A value with its sign; nothing for silence.

    >>> value(-4.51), value(0.0), value(None)
    ('−4.5', '0.0', '')
    """
    if found is None:
        return ""
    text = f"{found:+.1f}"
    return "0.0" if text in ("+0.0", "-0.0") else text.replace("-", "−")


def band(low: float | None, high: float | None) -> str:
    """Between which values a period lies.

    >>> band(-2.0, 3.0), band(None, None)
    ('−2.0 to +3.0', '')
    """
    return "" if low is None or high is None else f"{value(low)} to {value(high)}"


def chart(unit: str) -> str:
    """What the chart of a relation is.

    >>> chart("mean of the PLOVER intensity by year")[:57]
    'How the relation moved: mean of the PLOVER intensity by y'
    """
    return f"How the relation moved: {unit}. Below, the turning points that the authors name or deny."


def point(when: str, found: float, low: float | None, high: float | None, acts: int) -> str:
    """A period of the chart.

    >>> point("1956", 2.5, 1.0, 4.0, 3), point("1956", -2.0, None, None, 1)
    ('1956: +2.5 (+1.0 to +4.0), three acts', '1956: −2.0, one act')
    """
    between = band(low, high)
    return f"{when}: {value(found)}{f' ({between})' if between else ''}, {counted(acts, 'act')}"
