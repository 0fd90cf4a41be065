"""Clashes of facts: dates of one event, whether it happened, values of one measure, tables that do not add up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby, product
from math import inf

from hikiwake.comparison.clash import Disagreement, clash
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Claim, Event, Mention
from hikiwake.errors import CaseError
from hikiwake.periods import Period
from hikiwake.wording import clashes as wording

DONE = ("occurred", "ongoing")
NOT_DONE = ("postponed", "cancelled", "negated")
NEARLY = 0.9  # "nearly" and "about" reach this far below the figure, and "about" as far above
WHOLE, ROUNDING = 100.0, 0.5  # percent: what the cells of a survey row make, and how far rounding may take them
TOTAL = "total"
MOST_CLASHES = 50_000  # pairs of values of one measure


def clashes(dossier: Dossier) -> Iterator[Disagreement]:
    """Every clash of facts in a dossier."""
    series = {event.series for event in dossier.events}
    for event in dossier.events:
        if event.id not in series:
            yield from _dates(dossier, event)
        yield from _done_or_not(dossier, event)
    yield from _values(dossier)
    yield from _tables(dossier)


def _dates(dossier: Dossier, event: Event) -> Iterator[Disagreement]:
    """Periods of one event that exclude each other: the two that lie furthest apart stand for all.

    Bounds that are only approximate exclude nothing.
    """
    pairs: list[tuple[Mention, Mention]] = []
    for happened in dict.fromkeys(mention.happened for mention in event.mentions):
        told = (mention for mention in event.mentions if mention.happened == happened)
        exact = [mention for mention in told if mention.period.precision != "approximate"]
        if exact:
            one = min(exact, key=lambda mention: mention.period.last)
            pairs.append((one, max(exact, key=lambda mention: mention.period.start)))
    pairs = [(one, other) for one, other in pairs if one.period.before(other.period)]
    if pairs:
        one, other = max(pairs, key=lambda pair: pair[1].period.start - pair[0].period.last)
        agreeing = [mention for mention in event.mentions if mention.period in (one.period, other.period)]
        said = [(mention.holder, mention.period) for mention in (one, other)]
        yield clash(
            dossier,
            event.id,
            "contradiction",
            real=True,
            what=event.summary,
            entries=[mention.id for mention in agreeing],
            explanation=wording.apart(said),
        )


def _done_or_not(dossier: Dossier, event: Event) -> Iterator[Disagreement]:
    """An act that one passage says took place and another that it did not, or that failed in different ways."""
    told = {mention.happened for mention in event.mentions}
    failed = told & {*NOT_DONE}
    if (failed and told & {*DONE}) or len(failed) > 1:
        clashing = [mention for mention in event.mentions if mention.happened in failed | ({*DONE} & told)]
        said = [(mention.holder, mention.happened) for mention in clashing]
        yield clash(
            dossier,
            event.id,
            "contradiction",
            real=True,
            what=event.summary,
            entries=[mention.id for mention in _one_of_each(clashing)],
            explanation=wording.done_or_not(said),
        )


def _one_of_each(mentions: Iterable[Mention]) -> list[Mention]:
    """Of the mentions that say the same by the same holder, the first."""
    first: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        first.setdefault((mention.happened, mention.holder), mention)
    return list(first.values())


def _values(dossier: Dossier) -> Iterator[Disagreement]:
    """Values of one measure that differ: each pair of different values is one disagreement."""
    plain = [claim for claim in dossier.claims if not claim.table and claim.kind == "actual"]
    plain += [claim for claim in dossier.claims if not claim.table and claim.kind != "actual"]
    for measure, group in groupby(sorted(plain, key=_comparable), key=_comparable):
        by_value: dict[tuple[str, str], list[Claim]] = {}
        for claim in group:
            by_value.setdefault((claim.comparator, claim.value), []).append(claim)
        for one, other in _of_one_time(measure[0], list(by_value.values())):
            yield from _pair_of_values(dossier, one, other)


def _of_one_time(measure: str, values: list[list[Claim]]) -> Iterator[tuple[list[Claim], list[Claim]]]:
    """The pairs of values of one measure that have claims of times that overlap, in the order of the values.

    Raises ``CaseError`` where a measure has so many that nobody could read the pairs.
    """
    numbered = ((place, claim.as_of) for place, claims in enumerate(values) for claim in claims)
    found: set[tuple[int, int]] = set()
    until: dict[int, date] = {}
    for start, last, place in sorted({(time.start, time.last, place) for place, time in numbered}):
        until = {other: end for other, end in until.items() if end >= start}
        found.update((min(place, other), max(place, other)) for other in until if other != place)
        if len(found) > MOST_CLASHES:
            raise CaseError(
                f"claims.csv: {len(values):,} values of one measure, {measure}, of times that overlap; more than "
                f"{MOST_CLASHES:,} pairs are not compared; give what differs a measure of its own"
            )
        until[place] = max(last, until.get(place, last))
    return ((values[one], values[other]) for one, other in sorted(found))


def _comparable(claim: Claim) -> tuple[str, str, str]:
    """What claims must share to be compared: the measure, the unit, and whether it is actual, forecast or planned."""
    return claim.measure, claim.unit, claim.kind


def _pair_of_values(dossier: Dossier, ones: list[Claim], others: list[Claim]) -> Iterator[Disagreement]:
    """The clash between two different values, judged by the two claims whose periods lie closest."""
    first: dict[str, tuple[Claim, Claim]] = {}
    for one, other in product(_one_of_each_time(ones), _one_of_each_time(others)):
        if found := _clash_of(one, other):
            first.setdefault(found, (one, other))
        if "contradiction" in first:
            break
    if not first:
        return
    kind = next(kind for kind in ("contradiction", "different_period", "different_precision") if kind in first)
    one, other = first[kind]
    clashing = [
        claim for claim in (*ones, *others) if claim.as_of.overlaps(one.as_of) or claim.as_of.overlaps(other.as_of)
    ]
    said = [(claim.holder, claim.comparator, claim.value, claim.unit, claim.as_of) for claim in clashing]
    titles = {term.id: term.title for term in dossier.case.measures}
    yield clash(
        dossier,
        one.measure,
        kind,
        real=kind == "contradiction",
        what=titles[one.measure],
        entries=[claim.id for claim in clashing],
        explanation=wording.figures(said, why=_WHY[kind]),
    )


def _one_of_each_time(claims: list[Claim]) -> list[Claim]:
    """Of the claims of one value, the first of each period."""
    first: dict[Period, Claim] = {}
    for claim in claims:
        first.setdefault(claim.as_of, claim)
    return list(first.values())


_WHY = {
    "contradiction": "the figures exclude each other for the same time",
    "different_period": "the figures are of different times that overlap, so they need not clash",
    "different_precision": "the figures differ in how exactly they are given, so they need not clash",
}


def _clash_of(one: Claim, other: Claim) -> str | None:
    """How two values of one measure clash, or ``None`` where they do not or speak of different times."""
    if not one.as_of.overlaps(other.as_of):
        return None
    same_time = one.as_of.within(other.as_of) and other.as_of.within(one.as_of)
    point_in_time = one.as_of.precision in ("day", "month", "year") or other.as_of.precision in ("day", "month", "year")
    if _compatible(one, other):
        return "different_precision"
    return "contradiction" if same_time or point_in_time else "different_period"


def _compatible(one: Claim, other: Claim) -> bool:
    """Whether one and the same number could stand behind both values."""
    first, second = _interval(one), _interval(other)
    if first is None or second is None:
        return False
    return first[0] <= second[1] and second[0] <= first[1]


def _interval(claim: Claim) -> tuple[float, float] | None:
    """The numbers that a claim allows, or ``None`` where its value is words."""
    number = claim.number
    if number is None:
        return None
    return {
        "=": (number, number),
        "~": (number * NEARLY, number / NEARLY),
        "<": (-inf, number),
        "<=": (-inf, number),
        ">": (number, inf),
        ">=": (number, inf),
        "<~": (number * NEARLY, number),
    }[claim.comparator]


def _tables(dossier: Dossier) -> Iterator[Disagreement]:
    """Survey rows that do not make a whole, and totals that lie outside the groups they sum up."""
    cells = [claim for claim in dossier.claims if claim.table and claim.unit == "percent" and claim.number is not None]
    for _, row in _grouped(cells, "table", "group"):
        yield from _row(dossier, row)
    for _, column in _grouped(cells, "table", "answer"):
        yield from _total(dossier, column)


def _grouped(cells: list[Claim], *fields: str) -> Iterator[tuple[tuple[str, ...], list[Claim]]]:
    """The cells of one table, of one survey, that share some fields."""

    def key(claim: Claim) -> tuple[str, ...]:
        return (*(str(getattr(claim, field)) for field in fields), str(claim.as_of.start), claim.holder)

    for values, group in groupby(sorted(cells, key=key), key=key):
        yield values, list(group)


def _row(dossier: Dossier, row: list[Claim]) -> Iterator[Disagreement]:
    total = sum(claim.number or 0 for claim in row)
    answered = len(row) > 2 and abs(total - WHOLE) > ROUNDING
    if answered:
        yield _table_fault(dossier, row, wording.sum_of_row(row[0].group, f"{total:.1f}"))


def _total(dossier: Dossier, column: list[Claim]) -> Iterator[Disagreement]:
    totals = [claim for claim in column if claim.group == TOTAL]
    groups = [claim.number or 0 for claim in column if claim.group != TOTAL]
    for total in totals:
        if len(groups) > 1 and not min(groups) <= (total.number or 0) <= max(groups):
            words = wording.outside(total.value, f"{min(groups):g}", f"{max(groups):g}")
            yield _table_fault(dossier, column, words)


def _table_fault(dossier: Dossier, cells: list[Claim], explanation: str) -> Disagreement:
    titles = {term.id: term.title for term in dossier.case.tables}
    table = cells[0].table
    entries = [claim.id for claim in cells]
    what = titles[table]
    return clash(dossier, table, "factual_error", real=True, what=what, entries=entries, explanation=explanation)
