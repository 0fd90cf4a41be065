"""Sentences on comparison series: what each tells, where it turned, and how it goes together with a relation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hikiwake.wording.phrases import capital, counted, listed, number, plural, sentence, the

HEAD = ("series", "between", "from", "to", "values", "turned", "correlation", "of changes")
NO_SERIES = "No comparison series: the case keeps none, and no file is given."


def between(names: Sequence[str]) -> str:
    """A dyad in words.

    >>> between(["Norland", "Suderland"])
    'Norland and Suderland'
    """
    return listed(the(name) for name in names)


def told(title: str, unit: str, names: Sequence[str], by: str, when: str, values: int, behind: str) -> str:
    """What a series tells: of whom, in which unit, when, and how much stands behind it.

    >>> told("UN voting agreement", "0 to 1", ["Norland", "Suderland"], "year", "1957–2019", 62, "5,616 roll calls")
    'UN voting agreement of Norland and Suderland (0 to 1): 62 years of 1957–2019 have a value; 5,616 roll calls stand \
behind them.'
    """
    have = "has" if values == 1 else "have"
    counts = f"; {behind} {'stands' if behind.startswith('one ') else 'stand'} behind them" if behind else ""
    return sentence(
        f"{capital(title)} of {between(names)} ({unit}): {counted(values, by)} of {when} {have} a value{counts}"
    )


def behind(count: int, what: str) -> str:
    """How much stands behind the values of a series.

    >>> behind(5616, "roll call"), behind(1, "dispute")
    ('5,616 roll calls', 'one dispute')
    """
    return f"one {what}" if count == 1 else f"{count:,} {plural(what)}"


def turned(turns: Sequence[tuple[str, str, float, float]]) -> str:
    """Where a series turned: which way, when, and between which levels.

    >>> turned([("up", "1969–71", 0.51, 0.66), ("down", "2013", 0.73, 0.62)])
    'It turned up in 1969–71 (from 0.51 to 0.66) and down in 2013 (from 0.73 to 0.62), each in at least half of the \
resamples.'
    """
    each = [f"{way} in {when} (from {value(before)} to {value(after)})" for way, when, before, after in turns]
    found = "each in" if len(turns) > 1 else "in"
    return f"It turned {listed(each)}, {found} at least half of the resamples."


def none_found(values: int, too_few: bool) -> str:
    """That nothing turned a series, or that it has too few values to say.

    >>> none_found(3, True)
    'With three values it has too few for a turning point.'
    """
    if too_few:
        return f"With {counted(values, 'value')} it has too few for a turning point."
    return "It has no turning point: no change of level that at least half of the resamples find."


def correlated(
    levels: tuple[float, float | None, float | None, int] | None,
    changes: tuple[float, float | None, float | None, int] | None,
    common: int,
    unit: str,
    by: str,
) -> str:
    """How a series goes together with a relation at no lag: levels and changes, each with its interval and its pairs.

    >>> correlated((0.31, 0.05, 0.52, 34), (-0.02, -0.4, 0.41, 20), 34, "mean of the intensity by year", "year")
    'In the 34 years that both have, it correlates with the mean of the intensity by year at +0.31 (nine in ten \
resamples: +0.05 to +0.52); the changes from one year to the next do at −0.02 (−0.40 to +0.41; 20 pairs).'
    >>> correlated(None, None, 4, "mean of the intensity by year", "year")
    'It has four years in common with the mean of the intensity by year: too few for a correlation.'
    """
    if levels is None:
        few = "too few for a correlation" if common < FEW else "there one of the two never varies"
        return f"It has {counted(common, by)} in common with the {unit}: {few}."
    first = f"{signed(levels[0])}{_interval(levels, 'nine in ten resamples: ')}"
    said = f"In the {counted(common, by)} that both have, it correlates with the {unit} at {first}"
    if changes is None:
        return f"{said}; of changes from one {by} to the next there are too few pairs."
    second = f"{signed(changes[0])} ({_ends(changes)}{number(changes[3])} pairs)"
    return f"{said}; the changes from one {by} to the next do at {second}."


FEW = 10  # pairs
CAUTION = (
    "Series that both trend correlate in their levels without any tie between them: the changes from one period to the "
    "next are the surer sign. Neither is a cause."
)


def not_by(by: str, other: str) -> str:
    """That a series has other periods than the relation.

    >>> not_by("month", "year")
    'Its periods are months, those of the relation years: there is no correlation.'
    """
    return f"Its periods are {plural(by)}, those of the relation {plural(other)}: there is no correlation."


def set_aside(rows: int) -> str:
    """That rows of a file could not be read.

    >>> set_aside(1)
    'One row on the dyad could not be read and is set aside.'
    """
    return sentence(
        f"{counted(rows, 'row')} on the dyad could not be read and {'is' if rows == 1 else 'are'} set aside"
    )


def source(source: str, licence: str, files: Sequence[str]) -> str:
    """Where a series is from.

    >>> source("Someone 2019", "CC0", ["votes.csv"])
    'Source: Someone 2019 (CC0); votes.csv.'
    """
    named = f"{source} ({licence})" if source and licence else source or licence
    return sentence(f"source: {'; '.join(filter(None, (named, listed(files))))}") if named or files else ""


def event_data(folder: str, until: date | None = None) -> str:
    """What a series was measured in that is of no published file, but of imported rows; until: their last day.

    >>> event_data("rows")
    'event data imported into rows'
    >>> event_data("rows", date(2014, 2, 28))
    'event data imported into rows, of which only acts that had ended by 2014-02-28 count; the rows may be of later'
    """
    ended = f", of which only acts that had ended by {until} count; the rows may be of later" if until else ""
    return f"event data imported into {folder}{ended}"


def _interval(found: tuple[float, float | None, float | None, int], what: str) -> str:
    ends = _ends(found).rstrip("; ")
    return f" ({what}{ends})" if ends else ""


def _ends(found: tuple[float, float | None, float | None, int]) -> str:
    low, high = found[1:3]
    return "" if low is None or high is None else f"{signed(low)} to {signed(high)}; "


def value(found: float) -> str:
    """A value as a reader needs it.

    >>> value(0.6531), value(0.8), value(-4.0), value(1234.4), value(12.34)
    ('0.65', '0.80', '−4', '1,234', '12.3')
    """
    size = abs(found)
    whole = size >= 100 or found == round(found)
    text = f"{found:,.0f}" if whole else f"{found:.1f}" if size >= 10 else f"{found:.2f}"
    return text.replace("-", "−") if any(sign in text for sign in "123456789") else text.removeprefix("-")


def signed(found: float) -> str:
    """A correlation with its sign.

    >>> signed(0.314), signed(-0.5), signed(0.001)
    ('+0.31', '−0.50', '0.00')
    """
    text = f"{found:+.2f}"
    return "0.00" if text in ("+0.00", "-0.00") else text.replace("-", "−")


def chart(title: str, names: Sequence[str], unit: str) -> str:
    """What the chart of a series is.

    >>> chart("UN voting agreement", ["Norland", "Suderland"], "0 to 1")
    'UN voting agreement of Norland and Suderland: 0 to 1.'
    """
    return f"{capital(title)} of {between(names)}: {unit}."


def figure(count: int) -> str:
    """What a figure of several series is.

    >>> figure(2)
    'The relation, and two comparison series on the same axis of time.'
    """
    return f"The relation, and {counted(count, 'comparison series', 'comparison series')} on the same axis of time."


def point(when: str, found: float, behind: str) -> str:
    """A period of the chart.

    >>> point("1968", 0.3846, "52 roll calls"), point("1968", 4.0, "")
    ('1968: 0.38, 52 roll calls', '1968: 4')
    """
    return f"{when}: {value(found)}{f', {behind}' if behind else ''}"


def lagged(
    of: str, lag: int, pairs: int, value: float | None, low: float | None, high: float | None, too_few: bool
) -> tuple[str, str, str, str, str]:
    """A correlation at a lag, as the cells of a table: of what, the lag, the correlation, its interval, its pairs.

    >>> lagged("levels", -1, 34, 0.31, 0.05, 0.52, False)
    ('levels', '−1', '+0.31', '+0.05 to +0.52', '34')
    >>> lagged("changes", 2, 4, None, None, None, True)
    ('changes', '+2', 'too few', '', '4')
    """
    shift = f"{lag:+d}".replace("-", "−") if lag else "0"
    if value is None:
        return of, shift, "too few" if too_few else "steady", "", str(pairs)
    between = "" if low is None or high is None else f"{signed(low)} to {signed(high)}"
    return of, shift, signed(value), between, str(pairs)
