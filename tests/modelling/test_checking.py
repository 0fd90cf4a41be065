"""The conflicts of a case are checked against its record."""

from __future__ import annotations

from dataclasses import replace

import pytest

import hikiwake as hw
from hikiwake.modelling.checking import check_conflicts
from tests.skerries_model import TEXT, modelled


def test_a_sound_model_has_no_fault_and_its_voices_are_noted() -> None:
    found = check_conflicts(modelled())
    assert found.faults == ()
    assert (found.statements, found.grounds) == (6, 6)
    assert "conflicts/1990-1994.toml: Suderland: 1 of 2 grounds told by documents of others only" in found.notes


@pytest.mark.parametrize(
    ("old", "new", "place", "told"),
    [
        ('grounds = ["position-003"]', 'grounds = ["position-001"]', "preferences.Suderland.statements[1]", "of NOR"),
        ('{ says = "insist", grounds = ["position-003"] }', '{ says = "insist" }', "statements[1].grounds", "nothing"),
        ('era = "1990-1994"', 'era = "1066"', "era", "1066"),
        ('formula = "half"', 'formula = "quarter"', "settlements[1].formula", "quarter"),
        ('actor = "SUD"', 'actor = "ATL"', "decision_makers[2].actor", "ATL"),
        ('says = "not accept"', 'says = "not acept"', "", "acept"),
        ('outcome = "NYNY"', "", "outcome", "nothing"),
    ],
)
def test_each_fault_is_named_with_its_place(old: str, new: str, place: str, told: str) -> None:
    faults = check_conflicts(modelled(TEXT.replace(old, new))).faults
    assert any(place in fault.column and told in fault.found for fault in faults), [str(fault) for fault in faults]


def test_a_fault_says_its_line() -> None:
    text = TEXT.replace('grounds = ["position-003"]', 'grounds = ["position-001"]')
    line = next(row for row, words in enumerate(text.splitlines(), 1) if 'says = "insist"' in words)
    assert [fault.line for fault in check_conflicts(modelled(text)).faults] == [line]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id = "close", title = "Close the strait"', 'id = "close", title = "Shut it"', "the title it has elsewhere"),
        ('"close"', '"shut"', "the id it has elsewhere"),
    ],
)
def test_an_option_keeps_id_and_title_from_era_to_era(old: str, new: str, told: str) -> None:
    dossier = modelled()
    later = TEXT.replace(old, new).replace('says = "close"', 'says = "shut"' if new == '"shut"' else 'says = "close"')
    faults = check_conflicts(replace(dossier, conflicts=(*dossier.conflicts, ("again", later)))).faults
    assert any(told in fault.expected for fault in faults)


def test_the_built_in_case_stands_on_its_record() -> None:
    found = check_conflicts(hw.load("japan_russia"))
    assert [str(fault) for fault in found.faults] == []
    assert found.statements > 100
