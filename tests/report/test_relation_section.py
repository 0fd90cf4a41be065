"""The section on how the relation moved: both measures with their charts and sentences, or nothing at all."""

from __future__ import annotations

from dataclasses import replace

from hikiwake.report.grounds import Grounds
from hikiwake.report.sections.relation import context
from tests.relation.comparing.published_files import with_trade
from tests.relation.planted_series import record, turned

UP = turned(1950, 1970, 1989, ("ACCUSE", "SANCTION"), ("SUPPORT", "CONSULT"))


def test_both_measures_have_a_chart_and_say_what_they_come_to() -> None:
    shown = context(Grounds(record(UP)))
    assert shown is not None
    assert [unit for unit, *_ in shown.charts] == [
        "Mean of the PLOVER intensity by year",
        "Sum of the PLOVER intensity by year",
    ]
    for _, sentences, wide, narrow in shown.charts:
        assert any("turned up in" in sentence for sentence in sentences)
        assert wide.startswith('<svg class="relation wide"')
        assert narrow.startswith('<svg class="relation narrow"')
    assert "80 acts" in shown.told


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
