"""A scenario and the record side by side: the same judgement as everywhere, and nothing of it in the record."""

from __future__ import annotations

import pytest

import hikiwake as hw
from hikiwake.modelling.scenarios import Scenario, assumption, suppose
from hikiwake.settlement.findings import findings_as_is
from hikiwake.settlement.scenarios import WhatIf, compared
from hikiwake.wording.models import outlook
from tests.built_in import japan_russia

CASE = japan_russia()


def asked(era: str, *texts: str) -> WhatIf:
    """What would be otherwise."""
    return compared(CASE, [Scenario("one", "One", era, tuple(map(assumption, texts)))])


def test_verdicts_are_those_of_findings_before_and_under_the_assumptions() -> None:
    text, era = "flip Soviet Union: not transfer_large", "1956-1959"
    found = asked(era, text)
    then = suppose(CASE, Scenario("", "", era, (assumption(text),)))
    for place, dossier in (("before", CASE), ("after", then)):
        own = {each.settlement: outlook(each.look)[0] for each in findings_as_is(dossier, era, variant="", draws=1)}
        assert {row.id: getattr(row, place) for row in found if row.sort == "settlement"} == own
    assert any(row.changed for row in found)


def test_outcomes_are_the_equilibria_and_why_names_a_statement_with_entries_of_the_case() -> None:
    found = asked("2001-2012", "drop Japan: insist_four")
    rows = [row for row in found if row.sort == "outcome"]
    conflict = hw.conflict("japan_russia:2001-2012").variant("")
    solved = hw.solve(conflict, ["seq"])
    held = {solved.states.text(number - 1) for number in solved.equilibria("seq")}
    assert {row.id for row in rows if row.before == "holds"} == held
    changed = [row for row in rows if row.changed]
    assert changed
    for row in changed:
        assert "insist_four" in row.why
        assert row.entries
        assert {*row.entries} <= {*CASE.by_id}


def test_an_option_taken_away_leaves_what_needs_it_without_a_way() -> None:
    found = asked("2001-2012", "take away insist_four")
    gone = {row.id: row.after for row in found if row.after == "cannot come about"}
    assert gone["two_first_then_two"] == "cannot come about"
    assert all(state[1] == "Y" for state in gone if {*state} <= {*"YN"})


def test_a_position_changes_ranges_and_an_assumed_one_is_never_cited() -> None:
    found = asked("2001-2012", "add position JPN accepts two_final")
    (row,) = [row for row in found if row.sort == "range" and row.era == "2001-2012" and row.changed]
    assert (row.before.split()[0], row.after) == ("none", "open two_final")
    assert not any("assumed" in id_ for row in found for id_ in row.entries)


def test_what_changes_nothing_is_said_to() -> None:
    found = asked("2001-2012", "drop Russia: not transfer_large")
    assert not any(row.changed for row in found)
    assert found.sentences[-1].startswith("Nothing is otherwise in 2001-2012")


def test_several_stand_side_by_side() -> None:
    several = [Scenario(name, name, "2001-2012", (assumption("drop Japan: insist_four"),)) for name in "ab"]
    found = compared(CASE, several)
    assert [row.scenario for row in found] == sorted(row.scenario for row in found)
    assert {row.scenario for row in found} == {"a", "b"}


def test_an_unknown_concept_is_refused() -> None:
    with pytest.raises(hw.HikiwakeError, match="no concept"):
        compared(CASE, [], "sim")
