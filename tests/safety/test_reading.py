"""A case folder that came from elsewhere: bad names in it and links that leave it are faults, each with its file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hikiwake.dossier import load
from hikiwake.dossier.folder.checking import check_case
from hikiwake.errors import CaseError
from tests.safety.folders import own_case

NAMES = (".hidden", "a.", "a ", " a", "con", "NUL.x", "a:b", "a\\b", "a\nb", "a\u202eb", "\u200ea", "a\u2028b")


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_conflict_whose_file_has_a_bad_name_is_a_fault(tmp_path: Path, name: str) -> None:
    """What could not be written everywhere, or deceives, is told when it is read."""
    folder = own_case(tmp_path)
    (folder / "conflicts" / f"{name}.toml").write_text("", encoding="utf-8")
    assert [fault.found for fault in check_case(folder).faults] == [f"{name}.toml"]
    with pytest.raises(CaseError, match="expected a name"):
        load(folder)


@pytest.mark.parametrize("pair", [("a", "A"), ("é", "e\u0301")])
def test_two_conflicts_that_a_disk_may_take_for_one_are_a_fault(tmp_path: Path, pair: tuple[str, str]) -> None:
    """A folder from a system that tells them apart could not be copied to one that does not."""
    folder = own_case(tmp_path)
    for name in pair:
        (folder / "conflicts" / f"{name}.toml").write_text("", encoding="utf-8")
    if len(list((folder / "conflicts").glob("*.toml"))) == 1:
        pytest.skip("this disk takes the two names for one")
    with pytest.raises(CaseError, match="expected a name unlike"):
        load(folder)


@pytest.mark.parametrize("name", ["case.toml", "documents.toml", "events.csv", "conflicts/one.toml"])
@pytest.mark.parametrize("kind", ["absolute", "relative", "through a folder", "circle"])
def test_a_link_that_leaves_the_case_is_a_fault_and_is_not_read(tmp_path: Path, name: str, kind: str) -> None:
    """Whatever it leads to is not told."""
    folder = own_case(tmp_path)
    (tmp_path / "secret").write_text("password", encoding="utf-8")
    file = folder / name
    file.unlink(missing_ok=True)
    (folder / "up").symlink_to(tmp_path, target_is_directory=True)
    up = os.path.relpath(tmp_path, file.parent)
    target = {"absolute": f"{tmp_path}/secret", "relative": f"{up}/secret", "circle": file.name}
    file.symlink_to(target.get(kind, f"{os.path.relpath(folder, file.parent)}/up/secret"))
    with pytest.raises(CaseError) as met:
        load(folder)
    assert "password" not in str(met.value)
    assert "a link that leaves the case" in str(met.value) or kind == "circle"


def test_a_folder_of_conflicts_that_lies_elsewhere_is_a_fault(tmp_path: Path) -> None:
    """A link on the way is a link."""
    folder = own_case(tmp_path)
    (folder / "conflicts").rename(tmp_path / "far")
    (tmp_path / "far" / "one.toml").write_text("password", encoding="utf-8")
    (folder / "conflicts").symlink_to(tmp_path / "far", target_is_directory=True)
    with pytest.raises(CaseError, match="a link that leaves the case"):
        load(folder)


def test_a_link_within_the_case_is_read(tmp_path: Path) -> None:
    """So is a case that is itself reached by a link."""
    folder = own_case(tmp_path)
    before = load(folder)
    (folder / "events.csv").rename(folder / "all.csv")
    (folder / "events.csv").symlink_to("all.csv")
    (tmp_path / "link").symlink_to(folder, target_is_directory=True)
    assert load(tmp_path / "link") == before


@pytest.mark.parametrize("file", ["../x.pdf", "a/b.pdf", "a\\\\b.pdf", "..", ".x", "nul.pdf", "a:b", "a\\u202eb", "a "])
def test_the_file_of_a_document_is_a_name(tmp_path: Path, file: str) -> None:
    """What a case says of its documents reaches no other folder."""
    folder = own_case(tmp_path)
    documents = folder / "documents.toml"
    lines = documents.read_text(encoding="utf-8").splitlines()
    changed = [f'file = "{file}"' if line.startswith("file = ") else line for line in lines]
    assert changed != lines
    documents.write_text("\n".join(changed), encoding="utf-8")
    with pytest.raises(CaseError, match="not a name "):
        load(folder)
