"""Clashes of figures: values of one measure, in whatever units a document relates, and tables that do not add up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby, product

from hikiwake.comparison.clash import Disagreement, clash, voices
from hikiwake.comparison.units import ALWAYS, Figure, figure, in_years, rates, turned
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Claim
from hikiwake.errors import CaseError
from hikiwake.periods import Period
from hikiwake.wording import clashes as wording

NAME = "name"  # the unit of a claim that says what a source calls something
WHOLE, ROUNDING = 100.0, 0.5  # percent: what the cells of a survey row make, and how far rounding may take them
TOTAL = "total"
MOST_CLASHES = 50_000  # pairs of values of one measure


def clashes(dossier: Dossier) -> Iterator[Disagreement]:
    """Every clash of figures in a dossier."""
    yield from _values(dossier)
    yield from _tables(dossier)


def _values(dossier: Dossier) -> Iterator[Disagreement]:
    """Values of one measure that differ: each pair of different values is one disagreement."""
    plain = [claim for claim in dossier.claims if not claim.table and claim.unit != NAME]
    related = rates(plain)
    for (measure, _), group in groupby(sorted(plain, key=_comparable), key=_comparable):
        claims = list(group)
        years = in_years(claims)
        reckoned = {each.claim.id for each in years}
        given = [figure(claim) for claim in claims if claim.id not in reckoned]
        units: dict[str, list[Figure]] = {}
        for each in given:
            units.setdefault(each.unit, []).append(each)
        for figures in (years, *units.values()):
            yield from _differing(dossier, measure, figures)
        yield from _in_other_units(dossier, units, related)


def _comparable(claim: Claim) -> tuple[str, str]:
    """What claims must share to be compared: the measure, and whether it is actual, forecast or planned."""
    return claim.measure, claim.kind


def _differing(dossier: Dossier, measure: str, figures: Iterable[Figure]) -> Iterator[Disagreement]:
    """The clashes among figures in one unit."""
    by_value = _by_value(figures)
    for one, other in _of_one_time(measure, by_value):
        yield from _pair_of_values(dossier, one, other)


def _by_value(figures: Iterable[Figure]) -> list[list[Figure]]:
    by_value: dict[tuple[object, ...], list[Figure]] = {}
    for each in figures:
        by_value.setdefault(each.value, []).append(each)
    return list(by_value.values())


def _in_other_units(
    dossier: Dossier, units: Mapping[str, list[Figure]], related: Mapping[tuple[str, str], list[Figure]]
) -> Iterator[Disagreement]:
    """The clashes between figures in two units, through the claim that relates the units."""
    for first, second in related:
        if first != second and first in units and second in units:
            for ours, theirs in product(_by_value(units[first]), _by_value(units[second])):
                found = [each for given in theirs if (each := turned(given, first, related))]
                if found:
                    yield from _pair_of_values(dossier, ours, [each for each, _ in found], found[0][1])


def _of_one_time(measure: str, values: list[list[Figure]]) -> Iterator[tuple[list[Figure], list[Figure]]]:
    """The pairs of values of one measure that have claims of times that overlap, in the order of the values.

    Raises ``CaseError`` where a measure has so many that nobody could read the pairs.
    """
    numbered = ((place, each.when) for place, figures in enumerate(values) for each in figures)
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


def _pair_of_values(
    dossier: Dossier, ones: list[Figure], others: list[Figure], rate: Claim | None = None
) -> Iterator[Disagreement]:
    """The clash between two different values, judged by the two claims whose periods lie closest."""
    first: dict[str, tuple[Figure, Figure]] = {}
    for one, other in product(_one_of_each_time(ones), _one_of_each_time(others)):
        if found := _clash_of(one, other):
            first.setdefault(found, (one, other))
        if "contradiction" in first:
            break
    if first and not (rate and "contradiction" not in first):
        kind = next(kind for kind in _WHY if kind in first)
        yield _clash(dossier, kind, first[kind], [*ones, *others], rate)


def _clash(
    dossier: Dossier, kind: str, judged: tuple[Figure, Figure], figures: list[Figure], rate: Claim | None
) -> Disagreement:
    clashing = [each for each in figures if any(each.when.overlaps(one.when) for one in judged)]
    claims = [each.claim for each in clashing] + ([rate] if rate else [])
    titles = {term.id: term.title for term in dossier.case.measures}
    measure, names = judged[0].claim.measure, voices(dossier, claims)
    why = _AT_RATE if rate else _OF_YEARS if judged[0].when is ALWAYS else _WHY[kind]
    return clash(
        dossier,
        measure,
        kind,
        real=kind == "contradiction",
        what=titles[measure],
        said={each.claim.id: each.value for each in clashing} | ({rate.id: "rate"} if rate else {}),
        explanation=wording.figures(
            [(names[claim.id], claim.comparator, claim.value, claim.unit, claim.as_of) for claim in claims],
            why=why,
        ),
    )


def _one_of_each_time(figures: list[Figure]) -> list[Figure]:
    """Of the figures of one value, the first of each period."""
    first: dict[Period, Figure] = {}
    for each in figures:
        first.setdefault(each.when, each)
    return list(first.values())


_WHY = {
    "contradiction": "the figures exclude each other for the same time",
    "different_period": "the figures are of different times that overlap, so they need not clash",
    "different_precision": "the figures differ in how exactly they are given, so they need not clash",
}
_AT_RATE = "the figures exclude each other at the rate that is told"
_OF_YEARS = "the figures lead back to different years"


def _clash_of(one: Figure, other: Figure) -> str | None:
    """How two values of one measure clash, or ``None`` where they do not or speak of different times."""
    if not one.when.overlaps(other.when):
        return None
    same_time = one.when.within(other.when) and other.when.within(one.when)
    point_in_time = one.when.precision in ("day", "month", "year") or other.when.precision in ("day", "month", "year")
    if one.compatible(other):
        return None if one.when is ALWAYS else "different_precision"
    return "contradiction" if same_time or point_in_time else "different_period"


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
    said = {claim.id: claim.table for claim in cells}
    return clash(dossier, table, "factual_error", real=True, what=titles[table], said=said, explanation=explanation)
