"""Why, on the page: what blocks in each era, the switches, and the order of the matrix, for any case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hikiwake.comparison import bargaining_range
from hikiwake.report.grounds import Grounds
from hikiwake.report.why import blocking, levers, settlements
from hikiwake.report.why.ordering import Ordering
from tests.built_in import grounds
from tests.skerries_model import modelled
from tests.synthetic import skerries


@pytest.fixture(scope="module")
def built_in() -> Grounds:
    return grounds()


def text(parts: list[tuple[str, str]]) -> str:
    return "".join(words for words, _ in parts)


def test_each_era_says_what_its_range_says(built_in: Grounds) -> None:
    shown = blocking.context(built_in)
    assert shown
    rows = {row.era: row for row in bargaining_range(built_in.dossier) if row.scale == "land"}
    for told in shown.eras:
        row, first = rows[told.era.id], text(told.clauses[0])
        assert told.overlap == row.overlap
        assert ("would accept" in first and "does not say" not in first) == bool(row.shared)
        assert ("refuses to talk" in first) == (row.overlap == "refused")
        assert all(id_ for clause in told.clauses for _, id_ in clause)
    silent = {era for era, row in rows.items() if row.overlap == "unknown"} - {each.era.id for each in shown.eras}
    assert bool(silent) == bool(shown.silent)


def test_who_is_in_the_way_is_told_as_the_finding_tells_it(built_in: Grounds) -> None:
    shown = blocking.context(built_in)
    assert shown
    told = " ".join(text(clause) for each in shown.eras for clause in each.clauses)
    blocked = [each.blocked for each in built_in.findings if not each.variant and each.settlement == "two_1956_formula"]
    assert blocked and all(each in told for each in blocked)


def test_a_settlement_is_named_once_in_an_era(built_in: Grounds) -> None:
    shown = blocking.context(built_in)
    assert shown
    for each in shown.eras:
        said = text(each.clauses[0]) + text(each.clauses[1]) if len(each.clauses) > 1 else ""
        assert said.count("“Two islands after a treaty (the 1956 formula)”") <= 1 or "goes as far as" in said


def test_every_deal_of_every_era_has_a_switch_or_a_reason(built_in: Grounds) -> None:
    shown = levers.context(built_in)
    assert shown
    titles = {each.settlement: each.title for each in built_in.findings}
    for told in shown.eras:
        deals = [each for each in Ordering(built_in).deals if each.era == told.era.id]
        aims = " ".join(each.aim for each in told.switches)
        reasons = " ".join(map(text, told.others))
        for each in deals:
            assert f"“{titles[each.settlement]}”" in (aims if each.levers else reasons)


def test_a_switch_shows_only_what_would_be_otherwise(built_in: Grounds) -> None:
    shown = levers.context(built_in)
    assert shown
    switches = [(told.era.id, each) for told in shown.eras for each in told.switches]
    assert switches and len({each.id for _, each in switches}) == len(switches)
    record = {(each.era, each.settlement): each.look for each in built_in.findings if not each.variant}
    for era, each in switches:
        assert each.after and each.words[0][0][0].isupper()
        assert all(after.look != record[era, after.settlement] for after in each.after)
        assert any(after.look == "agreed" for after in each.after)


def test_the_matrix_is_ordered_by_what_changes_hands(built_in: Grounds) -> None:
    shown = settlements.context(built_in)
    assert shown
    order = [formula for group in built_in.dossier.case.scales[0].order for formula in group]
    for _, lines in shown.groups:
        placed = [order.index(line.settlement) for line in lines if line.settlement in order]
        assert placed == sorted(placed)
        assert all(line.rows for line in lines)
    assumed = levers.context(built_in)
    assert assumed
    looks = {after.look for era in assumed.eras for each in era.switches for after in each.after}
    assert looks <= {word for word, _, _ in shown.words}
    deals, alone = (lines for _, lines in shown.groups)
    assert {row.look for line in alone for row in line.rows} == {"alone"}
    assert all({row.look for row in line.rows} - {"alone"} for line in deals)


def test_ways_that_no_model_expresses_are_one_line() -> None:
    shown = settlements.context(Grounds(modelled()))
    assert shown and shown.wordless == "No model expresses “All of the islands”."
    assert [line.title for _, lines in shown.groups for line in lines] == ["Half of the islands", "Nothing changes"]


def test_without_a_model_nothing_is_tried_and_without_a_scale_the_models_speak() -> None:
    unmodelled = Grounds(skerries().dossier())
    assert levers.context(unmodelled) is None and settlements.context(unmodelled) is None
    assert blocking.context(unmodelled)
    unscaled = Grounds(replace(modelled(), case=replace(modelled().case, scales=())))
    shown = blocking.context(unscaled)
    assert shown and [each.overlap for each in shown.eras] == [""]
    assert text(shown.eras[0].clauses[0]).startswith("In the model “")
    neither = Grounds(replace(skerries().dossier(), case=replace(skerries().dossier().case, scales=())))
    assert blocking.context(neither) is None


def test_another_dispute_has_a_lead_without_switches() -> None:
    shown = levers.context(Grounds(modelled()))
    assert shown and not any(each.switches for each in shown.eras)
    assert "switch" not in shown.lead.lower()
