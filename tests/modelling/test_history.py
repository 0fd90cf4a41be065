"""Models held against history: verdicts, baselines, and eras without a model."""

from __future__ import annotations

import pytest

from hikiwake.conflict import baseline, conflict_from, solve
from hikiwake.conflict.changing.chances import at_states, random_orders
from hikiwake.conflict.solving.steps import Steps
from hikiwake.errors import ModelError
from hikiwake.modelling import history
from hikiwake.modelling.case_models import case_models, written_before
from hikiwake.modelling.compared import Comparison, NoModel
from hikiwake.modelling.fared import fared
from tests.built_in import japan_russia
from tests.skerries_model import TEXT, modelled

SKERRIES = modelled()
CASE = japan_russia()


def test_the_outcome_is_judged_and_reached() -> None:
    row = history(SKERRIES, orders=50).compared[0]
    assert (row.status_quo, row.outcome, row.states) == ("NNNY", "NYNY", 16)
    assert {one.concept: one.holds for one in row.verdicts}["seq"] == row.holds
    assert row.reachable
    assert row.changed == 1
    assert not row.nothing_changes


def test_a_miss_says_who_leaves() -> None:
    row = history(modelled(TEXT.replace('outcome = "NYNY"', 'outcome = "NNNN"')), orders=50).compared[0]
    assert not row.holds
    assert row.leaves == ("Norland", "Suderland")


def test_a_pattern_stands_for_any_of_its_states() -> None:
    row = history(modelled(TEXT.replace('outcome = "NYNY"', 'outcome = "N-NY"')), orders=50).compared[0]
    assert row.holds_somewhere
    assert not row.holds
    assert row.held == "?"
    assert row.changed == 0


def test_the_baseline_is_that_of_the_engine() -> None:
    conflict = conflict_from(TEXT)
    states = solve(conflict).states
    for text in ("NYNY", "NNNY", "YYYN"):
        ours = at_states(Steps.of(conflict), [states.index(text)], random_orders(conflict), 200, 5)
        theirs = baseline(conflict, 200, 5)
        assert ours == {concept: pytest.approx(theirs.share(text, concept)) for concept in ours}


def test_an_era_without_a_model_says_what_the_record_lacks() -> None:
    rows = list(history(SKERRIES, orders=10))
    later = rows[-1]
    assert isinstance(later, NoModel)
    assert later.thin
    assert "Suderland" in later.silent


def test_the_built_in_case_has_a_row_for_every_era() -> None:
    table = history(CASE, orders=10)
    assert {row.era for row in table} == {era.id for era in CASE.case.eras}
    missed = {row.era for row in table.compared if not row.holds_somewhere}
    assert missed == {"2001-2012", "2016-2018"}
    unsure = {row.era for row in table.compared if row.holds_somewhere and not row.holds}
    assert unsure == {"1991-2000", "2013-2015", "2016-2018", "2019-2022"}
    assert [row.era for row in table if isinstance(row, NoModel)] == ["1855-1955"]
    assert any("Missed" in sentence for sentence in table.sentences)


def test_hindsight_is_told_apart() -> None:
    early = {(model.name, name) for model in case_models(CASE) for name, conflict in model.readings
             if written_before(CASE, model, conflict)}  # fmt: skip
    assert {("2016-2018", "hirose-2018"), ("2013-2015", "talukdar-2014")} <= early
    assert not {era for era, _ in early} & {"1956-1959", "1960-1990", "1991-2000"}


def test_plain_values_and_a_table_for_notebooks() -> None:
    table = history(SKERRIES, orders=10)
    first, *_, last = table.as_records()
    assert first["verdicts"]["seq"].keys() == {"holds", "possible", "share_of_states", "baseline"}
    assert (first["model"], last["model"], last["too_thin"]) == (True, False, True)
    assert "1990-1994" in table._repr_html_()
    assert all(isinstance(row, Comparison) for row in table.compared)


def test_an_unknown_era_is_refused() -> None:
    with pytest.raises(ModelError, match="1066"):
        history(SKERRIES, "1066")


def test_an_outcome_with_dashes_that_holds_only_in_part_is_unknown_everywhere() -> None:
    table = history(CASE, "1991-2000", orders=5)
    row = table.compared[0]
    assert (row.holds, row.holds_somewhere, row.held) == (False, True, "?")
    assert "SEQ?" in str(row.cells[3])
    assert row.as_row()["holds"] == "?"
    assert "it depends on what the record leaves open" in table.sentences[0]
    assert not any("Missed" in sentence for sentence in table.sentences)


def test_a_ground_that_is_the_outcome_is_marked_and_acts_alone_are_counted() -> None:
    row = history(modelled(TEXT.replace('says = "close", grounds', 'says = "give_half", grounds')), orders=5).compared[
        0
    ]
    assert row.statements == 5
    assert row.on_acts == 1
    assert not row.circular
    shut = TEXT.replace('outcome = "NYNY"', 'outcome = "NYNY"')
    marked = history(modelled(shut), orders=5).compared[0]
    assert marked.circular
    assert str(marked.cells[1]).endswith("*")


def test_what_two_editions_have_in_common_is_held_against_history_once() -> None:
    fared.cache_clear()
    now = history(SKERRIES, orders=20)
    judged = fared.cache_info().misses
    told = TEXT.replace("position-001", "event-strait-closed").replace("about = 1", "about = 2")
    then = history(modelled(told), orders=20)
    assert fared.cache_info().misses == judged == len(now.compared)
    assert [row.verdicts for row in then.compared] == [row.verdicts for row in now.compared]
    assert [row.on_acts for row in then.compared] != [row.on_acts for row in now.compared]
    history(modelled(TEXT.replace('outcome = "NYNY"', 'outcome = "NNNY"')), orders=20)
    assert fared.cache_info().misses == 2 * judged
