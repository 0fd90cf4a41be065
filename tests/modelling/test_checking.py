"""The conflicts of a case are checked against its record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hikiwake.modelling.checking import check_conflicts
from tests.built_in import japan_russia
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
        ('{ says = "insist", grounds = ["position-003"] }', '{ says = "insist" }', "statements[1].grounds", "missing"),
        ('era = "1990-1994"', 'era = "1066"', "era", "1066"),
        ('formula = "half"', 'formula = "quarter"', "settlements[1].formula", "quarter"),
        ('actor = "SUD"', 'actor = "ATL"', "decision_makers[2].actor", "ATL"),
        ('says = "not accept"', 'says = "not acept"', "", "acept"),
        ('outcome = "NYNY"', "", "outcome", "missing"),
    ],
)
def test_each_fault_is_named_with_its_place(old: str, new: str, place: str, told: str) -> None:
    faults = check_conflicts(modelled(TEXT.replace(old, new))).faults
    assert any(place in fault.column and told in fault.found for fault in faults), [str(fault) for fault in faults]


def test_faults_of_the_file_itself_are_told_whole_and_with_their_lines() -> None:
    text = TEXT.replace('says = "not accept"', 'says = "not acept"').replace('title = "The Skerries"', 'titel = "x"')
    told = [str(fault) for fault in check_conflicts(modelled(text)).faults]
    lines = {row: words for row, words in enumerate(text.splitlines(), 1) if "acept" in words or "titel" in words}
    assert len(told) == len(lines) == 3
    for fault, (row, words) in zip(told, lines.items(), strict=True):
        assert fault.startswith(f"conflicts/1990-1994.toml:{row}, "), fault
        assert "expected" not in fault
        assert ('did you mean "accept"?' if "acept" in words else 'did you mean "title"?') in fault


def test_a_file_that_is_no_toml_is_a_fault_of_the_check() -> None:
    (fault,) = check_conflicts(modelled("title =")).faults
    assert str(fault).startswith("conflicts/1990-1994.toml:1: is not TOML that can be read: ")


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
    found = [fault for fault in faults if told in fault.expected]
    assert [fault.file for fault in found] == ["conflicts/again.toml"]
    assert found[0].line == next(row for row, words in enumerate(later.splitlines(), 1) if new.split(",")[0] in words)


def test_the_built_in_case_stands_on_its_record() -> None:
    found = check_conflicts(japan_russia())
    assert [str(fault) for fault in found.faults] == []
    assert found.statements > 100
