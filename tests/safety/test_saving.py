"""Saving a dossier over a case: only over the one that it was read from, as it was then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hikiwake.dossier import Dossier, load, save
from hikiwake.dossier.folder.onefile import json_text
from hikiwake.errors import StorageError
from tests.safety.folders import folder_bytes, own_case
from tests.synthetic import skerries


def less(dossier: Dossier) -> Dossier:
    """Another version of a dossier."""
    return replace(dossier, drivers=dossier.drivers[1:])


def test_a_case_may_be_read_changed_and_saved_again_and_again(tmp_path: Path) -> None:
    """What `save` gives back stands for the folder as it is now."""
    folder = own_case(tmp_path)
    dossier = load(folder)
    once = save(less(dossier), folder)
    twice = save(dossier if once == dossier else replace(once, drivers=()), folder)
    assert (once == less(dossier), twice.drivers, load(folder) == twice) == (True, (), True)


def test_saving_what_stands_there_already_changes_nothing(tmp_path: Path) -> None:
    """However it was made, and as often as one likes."""
    folder = own_case(tmp_path)
    before = folder_bytes(folder)
    for dossier in (skerries().dossier(), load(folder), load(folder)):
        save(dossier, folder)
    assert folder_bytes(folder) == before


def made(_folder: Path) -> Dossier:
    """A dossier that was made, not read."""
    return less(skerries().dossier())


def from_elsewhere(folder: Path) -> Dossier:
    """A dossier that was read from another folder."""
    save(less(skerries().dossier()), folder.parent / "other")
    return load(folder.parent / "other")


def from_one_file(folder: Path) -> Dossier:
    """A dossier that was read from JSON."""
    (folder.parent / "case.json").write_text(json_text(less(skerries().dossier())), encoding="utf-8")
    return load(folder.parent / "case.json")


def selected(folder: Path) -> Dossier:
    """A part of the case that stands there."""
    return load(folder).select(happened="occurred")


def early(folder: Path) -> Dossier:
    """What was known of it early."""
    dossier = load(folder)
    return dossier.as_written_by(min(document.written.last for document in dossier.documents))


def read_long_ago(folder: Path) -> Dossier:
    """The case as it was before its last change."""
    dossier = load(folder)
    save(replace(dossier, doubts=()), folder)
    return less(dossier)


@pytest.mark.parametrize("kind", [made, from_elsewhere, from_one_file, selected, early, read_long_ago])
def test_what_was_not_read_from_there_replaces_nothing_unasked(tmp_path: Path, kind: object) -> None:
    """The error says so, nothing changes, and `force` does it."""
    folder = own_case(tmp_path)
    assert callable(kind)
    dossier = kind(folder)
    before = folder_bytes(folder)
    expected = r"changed on the disk since it was read: doubts\.csv" if kind is read_long_ago else "was not read from"
    with pytest.raises(StorageError, match=expected):
        save(dossier, folder)
    assert folder_bytes(folder) == before
    saved = save(dossier, folder, force=True)
    assert saved == dossier
    assert folder_bytes(folder) != before
    assert save(saved, folder) == saved


@pytest.mark.parametrize("name", ["events.csv", "case.toml", "conflicts/new.toml", "README.md"])
def test_what_others_changed_meanwhile_is_told_and_kept(tmp_path: Path, name: str) -> None:
    """An edit in another program, of whatever file of the case."""
    folder = own_case(tmp_path)
    dossier = load(folder)
    with (folder / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    before = folder_bytes(folder)
    with pytest.raises(StorageError, match=f"changed on the disk since it was read: {name}; nothing was written"):
        save(less(dossier), folder)
    assert folder_bytes(folder) == before


def test_a_conflict_that_was_read_may_go_and_another_may_not(tmp_path: Path) -> None:
    """Whoever read it and leaves it out has said so."""
    folder = own_case(tmp_path)
    one = save(replace(load(folder), conflicts=(("one", 'title = "x"'),)), folder)
    assert save(replace(one, conflicts=()), folder).conflicts == load(folder).conflicts == ()
    (folder / "conflicts" / "mine.toml").write_text("", encoding="utf-8")
    with pytest.raises(StorageError, match=r"conflicts/mine\.toml"):
        save(replace(one, conflicts=()), folder)


def test_a_dossier_is_the_same_wherever_it_was_read(tmp_path: Path) -> None:
    """Where it comes from is no part of what it says."""
    folder = own_case(tmp_path)
    assert load(folder) == skerries().dossier()
    assert "read_from" not in repr(load(folder))


@pytest.mark.parametrize("field", ["title", "summary", "places", "eras", "issues", "questions", "measures", "scales"])
def test_every_part_of_the_frame_may_be_changed_in_place(tmp_path: Path, field: str) -> None:
    """Whatever kinds of value stand there beside it, and the user's comment stays."""
    folder = own_case(tmp_path)
    dossier = load(folder)
    value = getattr(dossier.case, field)
    other: dict[str, Any] = {field: f"{value} and more" if isinstance(value, str) else value[::-1][:-1]}
    changed = replace(dossier.case, **other)
    saved = save(replace(dossier, case=changed), folder, force=True)
    assert saved.case == changed
    assert (folder / "case.toml").read_text(encoding="utf-8").startswith("# my comment")
