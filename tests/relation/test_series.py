"""Periods and values: regular, spread over imprecise dates, silent where nothing is told, with the entries behind."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hikiwake as hw
from hikiwake.errors import CaseError, HikiwakeError
from hikiwake.periods import Period
from hikiwake.relation.scales import Act
from hikiwake.relation.series import LENGTHS, MEASURES, periods_of, spread
from tests.relation.planted_series import record
from tests.synthetic import CASE


def act(when: str, score: float = 1.0, id_: str = "a") -> Act:
    return Act(id_, Period.parse(when), score, 1 if score > 0 else 3, (), "plover")


@pytest.mark.parametrize(
    ("by", "first", "last", "count"),
    [
        ("day", "1990-02-27", "1990-03-02", 4),
        ("month", "1990-02-01", "1990-03-31", 2),
        ("quarter", "1990-01-01", "1990-03-31", 1),
        ("year", "1990-01-01", "1990-12-31", 1),
        ("decade", "1990-01-01", "1999-12-31", 1),
    ],
)
def test_periods_are_regular(by: str, first: str, last: str, count: int) -> None:
    found = periods_of([act("1990-02-27/1990-03-02")], by)
    assert (found[0].start.isoformat(), found[-1].last.isoformat(), len(found)) == (first, last, count)


def test_eras_are_those_of_the_case() -> None:
    found = hw.relation(record([("1991", "SUPPORT", "one"), ("1996", "ACCUSE", "one")]), by="era", resamples=0)
    told = [era.period.start for era in CASE.eras if era.period.last.year >= 1991 and era.period.start.year <= 1996]
    assert [row.period.start for row in found] == told


@given(st.lists(st.tuples(st.dates(), st.integers(0, 4000)), min_size=1, max_size=5), st.sampled_from(LENGTHS[1:-1]))
def test_every_act_is_in_the_periods_once(given_: list[tuple[object, int]], by: str) -> None:
    acts = []
    for start, days in given_:
        length = min(days, (Period.parse("9999").last - start).days)  # type: ignore[operator]
        period = Period(start, start + timedelta(days=length))  # type: ignore[operator,arg-type]
        acts.append(Act("a", period, 1.0, 1, (), "plover"))
    near = [each for each in acts if each.period.start.year - min(one.period.start.year for one in acts) < 60]
    periods = periods_of(near, by)
    assert all(one.last + timedelta(days=1) == other.start for one, other in pairwise(periods))
    assert spread(near, periods).shares_in(range(len(periods))) == pytest.approx([1.0] * len(near))


def test_an_imprecise_act_is_spread_over_its_days() -> None:
    made = spread([act("1990-12-31/1991-01-03")], periods_of([act("1990-12-31/1991-01-03")], "year"))
    assert [made.shares_in([row]).tolist() for row in (0, 1)] == [[0.25], [0.75]]


@pytest.mark.parametrize(("measure", "value"), [("mean", 1.0), ("sum", 3.0), ("net", 7.0 / 11.0 - 4.0 / 11.0)])
def test_measures(measure: str, value: float) -> None:
    acts = [act("1990", 5.0), act("1990", 2.0), act("1990", -4.0)]
    assert spread(acts, periods_of(acts, "year")).measured(measure)[0].tolist() == [pytest.approx(value)]


def test_silence_is_silence_and_a_score_of_zero_is_not() -> None:
    found = hw.relation(record([("1990", "REQUEST", "one"), ("1992", "SUPPORT", "one")]), resamples=0)
    assert [row.value for row in found] == [0.0, None, 5.0]
    assert [row.ids for row in found] == [("act-001",), (), ("act-002",)]
    assert [row["value"] for row in found.as_records()] == [0.0, None, 5.0]


def test_quad_classes_are_counted() -> None:
    found = hw.relation(record([("1990", "AID", "one"), ("1990", "ACCUSE", "one")]), scale="quad", resamples=0)
    assert found[0].quads == (0.0, 1.0, 1.0, 0.0)
    assert found[0].value == 0.0


def test_net_is_that_of_the_literature_on_quad_classes() -> None:
    acts = [("1990", type_, "one") for type_ in ("AID", "SUPPORT", "SUPPORT", "ACCUSE")]
    found = hw.relation(record(acts), scale="quad", measure="net", resamples=0)
    assert found[0].value == (3 - 1) / (3 + 1)


def test_without_an_act_there_is_no_period_and_it_is_said() -> None:
    found = hw.relation(record([("1990", "", "one")]))
    assert list(found) == []
    assert found.no_turning_point is not None
    assert found.no_turning_point.too_few
    assert "no act is told" in found.sentences[0]


@pytest.mark.parametrize(("name", "known"), [("by", LENGTHS), ("measure", MEASURES), ("scale", ("plover",))])
def test_a_word_that_is_not_known_is_refused_with_those_that_are(name: str, known: tuple[str, ...]) -> None:
    with pytest.raises(HikiwakeError, match=f"{name}: 'week'.*{known[0]}"):
        hw.relation(record([]), **{name: "week"})  # type: ignore[arg-type]


def test_an_actor_that_is_not_known_is_refused() -> None:
    with pytest.raises(CaseError, match="'NRO' is no actor"):
        hw.relation(record([]), ("NRO", "SUD"))


def test_the_entries_behind_a_time_are_told() -> None:
    found = hw.relation(record([("1990", "SUPPORT", "one"), ("1992", "ACCUSE", "one")]), resamples=0)
    assert [event.id for event in found.why("1992")] == ["act-002"]
    assert found.why("1991") == ()
