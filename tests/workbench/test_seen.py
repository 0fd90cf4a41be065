"""Where the folder stands as the workbench has seen it no row is looked at; else all are, and nothing is overlooked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hikiwake.storage.locking import locked
from hikiwake.workbench import Workbench, outside
from tests.workbench.conftest import Bench, agreed, wells


@pytest.fixture
def decided(bench: Bench) -> Bench:
    """A case in which a proposal was accepted, and everything seen."""
    bench.workbench.accept([agreed().id])
    bench.workbench.take_in()
    return bench


def renamed(bench: Bench) -> None:
    """Change a row by hand."""
    file = bench.folder / "actors.csv"
    file.write_text(file.read_text().replace("First side", "Primary side"))


def test_no_row_is_looked_at_after_decisions(decided: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outside, "differences_of", lambda *_: pytest.fail("the rows were looked at"))
    assert decided.workbench.take_in() == ()
    decided.workbench.accept([wells().id])
    decided.workbench.undo()
    with Workbench(decided.folder) as another:
        another.redo()
        assert another.take_in() == ()


def test_whether_a_case_is_as_it_was_seen_is_known_without_waiting_for_who_changes_it(
    decided: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HIKIWAKE_LOCK_SECONDS", "0")
    read = decided.dossier
    with locked(decided.folder):
        assert decided.workbench.has_seen(read) and not decided.workbench.has_seen(replace(read, read_from=None))
    renamed(decided)
    assert not decided.workbench.has_seen(decided.dossier)
    decided.workbench.take_in()
    assert decided.workbench.has_seen(decided.dossier) and not decided.workbench.has_seen(read)


def test_a_change_by_hand_is_found_also_after_a_decision_that_came_upon_it(decided: Bench) -> None:
    renamed(decided)
    decided.workbench.accept([wells().id])
    decided.workbench.undo()
    (change,) = decided.workbench.take_in()
    assert (change.kind, change.id) == ("actors", "AAA")
    assert decided.workbench.take_in() == ()


def test_a_proposal_whose_entry_was_taken_out_by_a_decision_is_open_again(decided: Bench) -> None:
    entry = decided.workbench.proposal(agreed().id).entry
    decided.workbench.remove("events", entry)
    decided.workbench.take_in()
    assert decided.workbench.proposal(agreed().id).status == "open"
