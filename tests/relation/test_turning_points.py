"""Turning points: planted ones are found with their way, range, support and acts; noise has none, which is a result."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

import hikiwake as hw
from hikiwake.dossier import Dossier
from hikiwake.relation.breaks import Break, breaks, told
from hikiwake.relation.scales import acts_between
from hikiwake.relation.series import Spread, periods_of, spread
from hikiwake.relation.turning_points import NoTurningPoint
from hikiwake.vocabulary.scales import intensity
from tests.built_in import japan_russia
from tests.relation.planted_series import WRITTEN, built, record, turned

GOOD, BAD = ("SUPPORT", "CONSULT"), ("ACCUSE", "SANCTION")
UP = turned(1950, 1970, 1989, BAD, GOOD)
DOWN = turned(1950, 1970, 1989, GOOD, BAD)


@pytest.mark.parametrize(("acts", "direction"), [(UP, "up"), (DOWN, "down")])
@pytest.mark.parametrize("measure", ["mean", "sum", "net"])
def test_a_planted_turn_is_found(acts: list[tuple[str, str, str]], direction: str, measure: str) -> None:
    found = hw.relation(record(acts), measure=measure, resamples=40)
    (turn,) = found.turning_points
    assert turn.direction == direction
    assert 1969 <= turn.start.year <= 1970 <= turn.end.year <= 1971
    assert (turn.size > 0) == (direction == "up")
    assert {"segmentation", "normal"} <= {*turn.support.methods}
    assert (turn.support.resamples or 0) > 0.9
    assert turn.support.documents == 1.0
    assert found.no_turning_point is None
    assert {event.id for event in found.why("1970")} & {*turn.events}


@pytest.mark.parametrize("scale", ["plover", "goldstein", "quad"])
def test_it_is_found_on_every_scale(scale: str) -> None:
    (turn,) = hw.relation(record(UP), scale=scale, resamples=20).turning_points
    assert turn.direction == "up"
    assert turn.start.year in (1969, 1970)


def test_the_share_of_conflict_turns_too() -> None:
    (turn,) = hw.relation(record(turned(1950, 1970, 1989, BAD * 3, GOOD * 3)), resamples=10).turning_points
    assert turn.support.methods == ("segmentation", "normal", "poisson", "permutation")


def test_two_turns_are_two() -> None:
    acts = [*turned(1950, 1970, 1989, BAD, GOOD), *turned(1990, 1990, 2009, GOOD, BAD)]
    found = hw.relation(record(acts), resamples=40).turning_points
    assert [turn.direction for turn in found] == ["up", "down"]
    assert [turn.start.year <= year <= turn.end.year for turn, year in zip(found, (1970, 1990), strict=True)] == [
        True
    ] * 2


def noise(seed: int) -> Dossier:
    """Forty years with two acts each, of types that are drawn alike in all of them."""
    draw = random.Random(seed)
    return record([(str(1950 + number // 2), draw.choice(GOOD + BAD), draw.choice([*WRITTEN])) for number in range(80)])


def test_noise_has_no_turning_point() -> None:
    found = [hw.relation(noise(seed), resamples=40) for seed in range(30)]
    turned_by_chance = [each for each in found if each.turning_points]
    assert len(turned_by_chance) <= 2
    none = next(each.no_turning_point for each in found if not each.turning_points)
    assert none == NoTurningPoint(40, too_few=False)


def test_no_turning_point_is_said() -> None:
    found = next(
        each for each in (hw.relation(noise(seed), resamples=20) for seed in range(9)) if not each.turning_points
    )
    assert any(sentence.startswith("No turning point:") for sentence in found.sentences)
    assert found.as_record()["no_turning_point"] == {"periods": 40, "too_few": False}


def test_too_few_periods_are_said_to_be_too_few() -> None:
    found = hw.relation(record([("1990", "AID", "one"), ("1991", "ACCUSE", "one")]))
    assert found.no_turning_point == NoTurningPoint(2, too_few=True)


def test_a_turn_that_one_document_tells_is_no_longer_found_without_it() -> None:
    only = [(when, type_, "two" if int(when) < 1970 else "one") for when, type_, _ in UP]
    found = hw.relation(record(only), resamples=60)
    every = (*found.turning_points, *found.weaker)
    assert [turn.support.documents for turn in every] == [0.0]
    assert (every[0].support.resamples or 0) < 0.7


def test_the_range_reaches_over_the_silence_before_a_turn() -> None:
    acts = [each for each in UP if not 1965 <= int(each[0]) < 1970]
    (turn,) = hw.relation(record(acts), resamples=20).turning_points
    assert (turn.start.year, turn.end.year) == (1965, 1970)


def test_the_same_seed_gives_the_same() -> None:
    one, same, other = (hw.relation(noise(1), measure="sum", resamples=30, seed=seed) for seed in (7, 7, 8))
    assert one == same
    assert one.as_record() == same.as_record()
    assert one.as_records() != other.as_records()


def test_the_band_holds_the_value_and_one_act_has_none() -> None:
    found = hw.relation(record([*UP, ("1995", "AID", "one")]), resamples=60)
    banded = [row for row in found if row.low is not None]
    assert banded
    assert all((row.low or 0) <= (row.value or 0) <= (row.high or 0) for row in banded)
    assert (found[-1].value, found[-1].low, found[-1].high) == (10.0, None, None)


def test_without_resamples_a_turn_stands_on_dealing_alone() -> None:
    (turn,) = hw.relation(record(UP), resamples=0).turning_points
    assert (turn.direction, turn.likeliest.year, turn.support.resamples) == ("up", 1970, None)
    assert (turn.support.chance or 1) <= 0.05
    assert turn.support.kept == ("one", "two", "three")


def test_a_change_of_how_much_is_told_is_seen_in_the_sum_and_not_by_dealing() -> None:
    """Six times the acts, of the same kinds: the sum turns, and it is said that dealing does not find it."""
    acts = [(str(year), type_, "one two") for year in range(1950, 1980) for type_ in GOOD * (1 if year < 1965 else 6)]
    found = hw.relation(
        record([*acts, ("1955", "ACCUSE", "one"), ("1971", "ACCUSE", "two")]), measure="sum", resamples=40
    )
    (turn,) = found.turning_points
    assert (turn.direction, turn.support.chance) == ("up", None)
    assert "how much is told" in found.sentence(turn)


@pytest.mark.parametrize(
    ("earliest", "latest", "after", "same"),
    [(9, 10, 1.0, True), (12, 15, 1.0, True), (13, 15, 1.0, False), (2, 8, 1.0, True), (2, 7, 1.0, False),
     (2, 20, 2.0, True), (9, 10, -1.0, False)],
)  # fmt: skip
def test_breaks_are_one_where_their_intervals_overlap(earliest: int, latest: int, after: float, same: bool) -> None:
    main, other = Break(9, 10, 0.0, 1.0, 8, 12), Break(9, 10, 0.0, after, earliest, latest)
    assert main.is_near(other) == other.is_near(main) == same


def test_the_smaller_the_change_the_less_sure_its_place() -> None:
    acts = [[*turned(1950, 1970, 1989, BAD, types)] for types in (("AID", "COOPERATE"), ("CONSULT", "REJECT"))]
    large, small = (told(_spread(each), "mean") for each in acts)
    wide = [[each.latest - each.earliest for each in breaks(series, "segmentation")] for series in (large, small)]
    assert wide[0][0] < wide[1][0]


def _spread(acts: list[tuple[str, str, str]]) -> Spread:
    dossier = record(acts)
    scored = acts_between(dossier, dossier.dyad("NOR", "SUD"), intensity("plover"))
    return spread(scored, periods_of(scored, "year"))


def test_a_small_change_among_very_many_acts_is_found_though_its_place_is_unsure() -> None:
    draw = random.Random(0)
    months = [month for month in range(480) for _ in range(3)]
    acts = [
        (f"{1950 + month // 12}-{month % 12 + 1:02d}", draw.choice(types), draw.choice([*WRITTEN]))
        for month in months
        for types in [GOOD + (BAD[:1] if month >= 240 else BAD)]
    ]
    (turn,) = hw.relation(record(acts), by="month", resamples=30).turning_points
    assert turn.direction == "up"
    assert turn.start.year <= 1970
    assert turn.end.year in (1969, 1970, 1971)
    assert (turn.end - turn.start).days > 31


def named(side: str = "named", direction: str = "better", documents: str = "two", year: str = "1970") -> Dossier:
    """The planted turn, and readings of documents on an event of a year."""
    builder = built([*UP, (year, "CONSULT", "three")])
    for document in documents.split():
        passage = builder.say(document, f"It turned, says {document}.")
        builder.add("reading", passage, question="turn", side=side, answer="It turned.", direction=direction,
                    about=f"act-{len(UP) + 1:03d}")  # fmt: skip
    dossier = builder.dossier()
    question = japan_russia().case.questions
    asked = next(each for each in question if each.kind == "turning point")
    return replace(dossier, case=replace(dossier.case, questions=(replace(asked, id="turn"),)))


def test_who_names_a_turn() -> None:
    found = hw.relation(named(documents="two three"), resamples=20)
    (turn,) = found.turning_points
    assert (turn.named_by, turn.denied_by, turn.unknown_to) == (("two", "three"), (), ())
    assert turn.readings == ("reading-001", "reading-002")
    assert [each.found for each in found.held] == [turn.start]


def test_who_denies_it() -> None:
    (turn,) = hw.relation(named(side="denied", direction="none"), resamples=20).turning_points
    assert (turn.named_by, turn.denied_by) == ((), ("two",))


def test_who_could_not_have_known_it() -> None:
    dossier = named()
    documents = tuple(
        replace(each, written=hw.Period.parse("1960", "written")) if each.id == "one" else each
        for each in dossier.documents
    )
    (turn,) = hw.relation(replace(dossier, documents=documents), resamples=20).turning_points
    assert turn.unknown_to == ("one",)


@pytest.mark.parametrize(("direction", "year"), [("worse", "1970"), ("better", "1980")])
def test_another_way_or_time_is_another_turn(direction: str, year: str) -> None:
    found = hw.relation(named(direction=direction, year=year), resamples=20)
    assert [turn.named_by for turn in found.turning_points] == [()]
    assert [each.found for each in found.held] == [None]
    assert "none lies in the range" in found.sentences[-1]


def test_as_written_by_knows_nothing_later() -> None:
    acts = [(when, type_, "one" if int(when) < 1980 else "three") for when, type_, _ in UP]
    then = hw.relation(record(acts).as_written_by("2000"), resamples=20)
    assert then[-1].period.start.year == 1979
    alone = hw.relation(record([each for each in acts if each[2] == "one"], {"one": "2000"}), resamples=20)
    assert then.as_records() == alone.as_records()
