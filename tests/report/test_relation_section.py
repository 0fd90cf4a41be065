"""The section on how the relation moved: both measures with their charts and sentences, or nothing at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hikiwake.report.grounds import Grounds
from hikiwake.report.sections.relation import context
from tests.relation.comparing.published_files import with_trade
from tests.relation.planted_series import built, record, turned

UP = turned(1950, 1970, 1989, ("ACCUSE", "SANCTION"), ("SUPPORT", "CONSULT"))


def test_both_measures_have_a_chart_and_say_what_they_come_to() -> None:
    shown = context(Grounds(record(UP)))
    assert shown is not None
    assert [unit for unit, *_ in shown.charts] == [
        "Mean of the PLOVER intensity by year",
        "Sum of the PLOVER intensity by year",
    ]
    for _, sentences, wide, narrow in shown.charts:
        assert any("The acts told of turn up in" in sentence for sentence in sentences)
        assert wide.startswith('<svg class="relation wide"')
        assert narrow.startswith('<svg class="relation narrow"')
    assert "80 acts" in shown.told


def test_each_turning_point_has_its_acts_and_what_remains_without_each_document() -> None:
    shown = context(Grounds(record(UP)))
    assert shown is not None
    for turns in shown.under:
        (turn,) = turns.rows
        assert turn.better and "1970" in turn.when
        assert {id_ for id_, *_ in turn.acts} <= {f"act-{number:03d}" for number in range(39, 81)}
        assert (turns.without, turn.stays) == (
            ["Author of one 2000", "Author of two 2010", "Author of three 2020"],
            [True] * 3,
        )
        assert "whichever document" in turns.said


def test_each_direction_is_a_series_and_only_what_is_told_of_it_counts() -> None:
    shown = context(Grounds(record(UP)))
    assert shown is not None
    (way,) = shown.ways
    assert way.title.startswith("From Norland to Suderland")
    assert shown.heads == ["Both, mean", "Both, sum", "From Norland to Suderland"]


@pytest.mark.parametrize(
    ("year", "direction", "how"),
    [("act-041", "better", "there"), ("act-041", "worse", "not"), ("act-020", "better", "not")],
)
def test_a_named_turning_point_is_held_against_every_series(year: str, direction: str, how: str) -> None:
    build = built(UP)
    passage = build.say("three", "Then all changed.")
    build.add("reading", passage, question="turning_point", side="named", answer="So.", about=year, direction=direction)
    shown = context(Grounds(build.dossier()))
    assert shown is not None
    (named,) = shown.named
    assert {each for each, _ in named.shown} == {how}
    assert (named.by, named.better) == ("Author of three 2020", direction == "better")
    assert "Authors name one turning point" in shown.named_said


def test_without_an_act_or_a_dyad_there_is_no_section() -> None:
    assert context(Grounds(record([("1990", "", "one")]))) is None
    dossier = record(UP)
    assert context(Grounds(replace(dossier, case=replace(dossier.case, dyad=("", ""))))) is None


def test_series_that_the_case_keeps_stand_beside_the_relation() -> None:
    shown = context(Grounds(with_trade(record(UP))))
    assert shown is not None
    (trade,) = shown.beside
    assert (trade.title, trade.values[0][0], trade.counts) == ("Trade of Norland and Suderland: million", "1990", "")
    assert trade.sentences[-1] == "Source: A table (CC0)."
    assert "too few for a correlation" in " ".join(trade.sentences)
    assert context(Grounds(record(UP))).beside == []  # type: ignore[union-attr]
