"""Each question in SQL against a plain reckoning of the same rows, act by act and day by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from hikiwake.relation.querying import Asked, ImportedEvents, all_dyads, movers, one_dyad, split
from hikiwake.relation.series import period_of
from tests.relation.querying.planted_rows import Row, drawn, written

SEEDS = (1, 2)
period_at = cache(period_of)
CLASSES = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
RUSSIA = ("RUS", "SUN")
Key = Callable[[Row], Iterable[tuple[Any, ...]]]


@pytest.fixture(scope="module", params=SEEDS)
def rows(request: pytest.FixtureRequest) -> list[Row]:
    return drawn(request.param)


@pytest.fixture(scope="module")
def events(rows: list[Row], tmp_path_factory: pytest.TempPathFactory) -> ImportedEvents:
    return ImportedEvents(written(rows, tmp_path_factory.mktemp("drawn") / "rows"))


def plain(rows: Iterable[Row], asked: Asked, scale: str | None, key: Key) -> dict[tuple[Any, ...], dict[str, Any]]:
    """What the rows come to by period and key: every day of an act adds its part to the period of that day."""
    days: dict[tuple[Any, ...], list[tuple[int, float, Row]]] = defaultdict(list)
    for place, each in enumerate(rows):
        if not counts(each, asked, scale):
            continue
        length = (each["last"] - each["date"]).days + 1
        for number in range(length):
            day = each["date"] + timedelta(days=number)
            period = period_at(day, asked.by)
            if period.last >= asked.first and period.start <= asked.last:
                for part in key(each):
                    days[(period.start, *part)].append((place, 1 / length, each))
    return {where: summed(found, asked.measure, scale) for where, found in days.items()}


def counts(each: Row, asked: Asked, scale: str | None) -> bool:
    scored = scale is None or (each["quad"] if scale == "quad" else each["score"]) is not None
    return scored and each["date"] <= asked.last and each["last"] >= asked.first


def summed(found: list[tuple[int, float, Row]], measure: str, scale: str | None) -> dict[str, Any]:
    def score(each: Row) -> float:
        return (1.0 if each["quad"] <= 2 else -1.0) if scale == "quad" else each["score"]

    acts = sum(share for _, share, _ in found)
    told = {"events": len({place for place, _, _ in found}), "acts": acts}
    for quad, name in enumerate(CLASSES, start=1):
        told[name] = sum(share for _, share, each in found if each["quad"] == quad)
    if measure == "count":
        return {"value": acts, **told}
    total = sum(share * score(each) for _, share, each in found)
    under = {"sum": 1.0, "mean": acts, "net": sum(share * abs(score(each)) for _, share, each in found)}[measure]
    return {"value": total / under if under else None, **told}


def same(found: Any, expected: dict[str, Any]) -> None:
    for name, value in expected.items():
        told = getattr(found, name, value)
        assert (told is None) == (value is None), (found, expected)
        assert value is None or told == pytest.approx(value, abs=1e-9), (found, expected)


def between(first: tuple[str, ...], second: tuple[str, ...], *, directed: bool) -> Key:
    def key(each: Row) -> list[tuple[()]]:
        there = each["source"] in first and each["target"] in second
        back = each["source"] in second and each["target"] in first
        return [()] if there or (back and not directed) else []

    return key


@pytest.mark.parametrize(
    ("by", "measure", "scale"),
    [("day", "mean", "goldstein"), ("month", "sum", "quad"), ("quarter", "net", "goldstein"), ("year", "net", "quad"),
     ("decade", "count", None), ("month", "count", "goldstein"), ("year", "mean", "quad")],
)  # fmt: skip
def test_one_dyad(rows: list[Row], events: ImportedEvents, by: str, measure: str, scale: str | None) -> None:
    asked = Asked(by, measure, directed=by == "quarter")
    found = one_dyad(events, ("JPN", "RUS"), asked, scale)
    expected = plain(rows, asked, scale, between(("JPN",), RUSSIA, directed=asked.directed))
    told = {(row.start,): row for row in found if row.events}
    assert set(told) == set(expected)
    for where, row in told.items():
        same(row, expected[where])
    silent = [row for row in found if not row.events]
    assert all(row.value is None and row.acts == 0 for row in silent)
    assert all(row.end == period_of(row.start, by).last for row in found)
    assert all(one.end + timedelta(days=1) == other.start for one, other in pairwise(found))


@pytest.mark.parametrize(("first", "second"), [("JPN", "SUN"), ("JPN", "RUS+SUN"), ("RUS+CHN", "JPN")])
def test_codes_that_are_named(rows: list[Row], events: ImportedEvents, first: str, second: str) -> None:
    asked = Asked("year", "sum")
    found = one_dyad(events, (first, second), asked)
    codes = [tuple(side.split("+")) for side in (first, second)]
    expected = plain(rows, asked, "goldstein", between(*codes, directed=False))
    assert {(row.start,) for row in found if row.events} == set(expected)
    for row in found:
        same(row, expected.get((row.start,), {"value": None, "events": 0}))


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("by", ["month", "year"])
def test_all_dyads(rows: list[Row], events: ImportedEvents, by: str, directed: bool) -> None:
    def key(each: Row) -> list[tuple[str, str]]:
        pair = [each["source"], each["target"]]
        if None in pair or pair[0] == pair[1]:
            return []
        return [(pair[0], pair[1]) if directed else (min(pair), max(pair))]

    asked = Asked(by, "mean", directed)
    expected = plain(rows, asked, "goldstein", key)
    found = {(row.start, row.first, row.second): row for row in all_dyads(events, asked)}
    assert set(found) == set(expected)
    for where, row in found.items():
        same(row, expected[where])
    ordered = [(row.first, row.second, row.start) for row in found.values()]
    assert ordered == sorted(ordered)


@pytest.mark.parametrize(("first", "last"), [(date(1991, 2, 10), date(1992, 6, 1)), (date(1993, 1, 1), date.max)])
def test_only_from_one_day_to_another(rows: list[Row], events: ImportedEvents, first: date, last: date) -> None:
    asked = Asked("month", "sum", first=first, last=last)
    expected = plain(rows, asked, "goldstein", between(("JPN",), RUSSIA, directed=False))
    found = one_dyad(events, ("JPN", "RUS"), asked)
    assert {(row.start,) for row in found if row.events} == set(expected)
    for row in found:
        same(row, expected.get((row.start,), {"value": None, "events": 0}))


PARTS: dict[str, Callable[[Row], list[Any]]] = {
    "type": lambda each: [each["type"]],
    "issue": lambda each: (each["issue"] or "").split(";") if each["issue"] else [None],
    "publisher": lambda each: [each["publisher"]],
}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("dyad", [("RUS", "JPN"), None])
def test_split(rows: list[Row], events: ImportedEvents, part: str, dyad: tuple[str, str] | None) -> None:
    pair = between(RUSSIA, ("JPN",), directed=False)

    def key(each: Row) -> list[tuple[Any]]:
        known = None not in (each["source"], each["target"]) and each["source"] != each["target"]
        inside = pair(each) if dyad else known
        return [(value,) for value in PARTS[part](each)] if inside else []

    asked = Asked("year", "mean")
    expected = plain(rows, asked, "goldstein", key)
    found = {(row.start, getattr(row, part)): row for row in split(events, part, dyad, asked)}
    assert set(found) == set(expected)
    for where, row in found.items():
        same(row, expected[where])


def test_movers(events: ImportedEvents) -> None:
    asked = Asked("year", "mean", first=date(1991, 5, 1), last=date(1993, 5, 1))
    values = {(row.start.year, row.first, row.second): row for row in all_dyads(events, Asked("year"))}
    expected = {
        pair: values[(1993, *pair)].value - values[(1991, *pair)].value
        for pair in {each[1:] for each in values}
        if all((year, *pair) in values and values[(year, *pair)].acts >= 2 for year in (1991, 1993))
    }
    found = movers(events, asked, least=2)
    assert {(row.first, row.second): row.change for row in found} == pytest.approx(expected)
    changes = [abs(row.change) for row in found]
    assert changes == sorted(changes, reverse=True) and changes
