"""Names that come in are names, through every door; what is written can be read again."""

from __future__ import annotations

import json
import random
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from hikiwake.documents.bibliography import Reference, said_name
from hikiwake.dossier import Dossier, load, save
from hikiwake.dossier.folder.citing import cite
from hikiwake.dossier.folder.onefile import json_bytes, json_text
from hikiwake.errors import HikiwakeError, StorageError
from hikiwake.exports import export
from hikiwake.storage.names import inside, name_fault, name_faults, sameness
from tests.safety.folders import folder_bytes
from tests.synthetic import skerries

GOOD = (
    "1990-1994",
    "2022-",
    "a b",
    "Überblick",
    "日露",
    "x.y",
    "--",
    "~",
    "$HOME",
    "a" * 200,
    "console",
    "com10",
    "nul_",
)
BAD = (
    *("", ".", "..", "...", "/", "\\", "a/b", "a\\b", "../x", "..\\x", "/etc/x", "C:x", "C:\\x", "a:b", "\\\\host\\x"),
    *(
        "a.",
        ".a",
        " a",
        "a ",
        "a\n",
        "\ta",
        "a\x00",
        "\x7f",
        "a\x1bb",
        "a\u0085b",
        "a\u2028b",
        "a\u202eb",
        "\ud800",
        "a\udfff",
    ),
    *("con", "NUL", "nul.txt", "Com1", "lpt9.x.y", "AUX ", "prn .txt", "COM¹", "CONIN$", "a" * 201, "日" * 67),
)


def hostile(count: int) -> list[str]:
    """Hostile names: faults of the grammar put together at random, always the same ones."""
    chance = random.Random(7)
    parts = ["..", "/", "\\", ":", "\x00", "\n", ".", " ", "con", "a", "b", "\ud800", "\u202e", "é", "%2e%2e", "~"]
    return ["".join(chance.choices(parts, k=chance.randint(1, 6))) for _ in range(count)]


@pytest.mark.parametrize("name", GOOD)
def test_a_name_is_a_name(name: str, tmp_path: Path) -> None:
    """What people call their files may be a name, and stands in the folder."""
    assert name_fault(name) == ""
    assert inside(tmp_path, name).parent == tmp_path


@pytest.mark.parametrize("name", BAD, ids=ascii)
def test_a_path_is_no_name(name: str, tmp_path: Path) -> None:
    """What could reach elsewhere, deceive, or not be written everywhere is refused."""
    assert name_fault(name)
    with pytest.raises(StorageError, match="expected a name"):
        inside(tmp_path, name)


@pytest.mark.parametrize("pair", [("a", "A"), ("é", "e\u0301"), ("straße", "STRASSE"), ("ﬁ", "fi"), ("Å", "\u212b")])
def test_two_names_that_a_disk_may_take_for_one_are_the_same(pair: tuple[str, str]) -> None:
    """Case and composition make no difference."""
    assert sameness(pair[0]) == sameness(pair[1])
    assert [name for name, _ in name_faults(pair)] == [pair[1]]


def test_a_link_that_leaves_the_folder_is_no_way_out(tmp_path: Path) -> None:
    """Neither the file nor a folder on the way may lead elsewhere."""
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "out").symlink_to(tmp_path)
    for names in (("out",), ("out", "x")):
        with pytest.raises(StorageError, match="leaves"):
            inside(tmp_path / "case", *names)


def test_hostile_names_of_conflicts_write_nowhere(tmp_path: Path) -> None:
    """Hundreds of names in a JSON case and in a dossier: refused, or written inside the folder and read again."""
    parent = tmp_path / "deep" / "er"
    parent.mkdir(parents=True)
    dossier = skerries().dossier()
    table = json.loads(json_text(dossier))
    for number, name in enumerate(hostile(300)):
        file = tmp_path / "evil.json"
        file.write_text(json.dumps({**table, "conflicts": {name: "x"}}), encoding="utf-8")
        with _refusing(name):
            load(file)
        with _refusing(name):
            _write(dossier, name, parent / f"out{number}")
        file.unlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deep"]
    assert all(path.name.startswith("out") for path in parent.iterdir())


def _refusing(name: str) -> AbstractContextManager[object]:
    """Expect an error for what is no name, and none for a name."""
    return pytest.raises(HikiwakeError) if name_fault(name) else nullcontext()


def _write(dossier: Dossier, name: str, folder: Path) -> None:
    """Write a case with a conflict of a name, in both forms, and read it again."""
    named = replace(dossier, conflicts=((name, "x"),))
    with _refusing(name):
        folder.with_suffix(".json").write_bytes(json_bytes(named, folder))
    save(named, folder)
    assert load(folder) == named


def test_hostile_keys_of_a_bibliography_become_plain_ids() -> None:
    """The id of a document is made of letters, digits and hyphens, whatever key and author the file has."""
    references = [
        Reference(name, "book", f"T{number}", (said_name(name or "x"),), "P", "2000")
        for number, name in enumerate(hostile(300))
    ]
    for document in cite(skerries().dossier(), references).added:
        assert name_fault(document.id) == ""
        assert document.id.isascii()
        assert document.file == ""


TEXT = st.text(max_size=20) | st.sampled_from([*BAD, "=1+1", "'x", "a;b", '"', "\r", "x\r\ny", "\ufeff", "\u2028"])


@examples(max_examples=60)
@given(title=TEXT, summary=TEXT, subject=TEXT, reason=TEXT, model=TEXT, author=TEXT)
def test_whatever_is_written_can_be_read_again(
    tmp_path_factory: pytest.TempPathFactory,
    title: str,
    summary: str,
    subject: str,
    reason: str,
    model: str,
    author: str,
) -> None:
    """A dossier with any words in it comes back equal from a folder and from JSON, or nothing at all is written."""
    found = skerries().dossier()
    dossier = replace(
        found,
        case=replace(found.case, title=title, summary=summary),
        claims=(replace(found.claims[0], subject=subject), *found.claims[1:]),
        doubts=tuple(replace(doubt, reason=reason) for doubt in found.doubts),
        documents=(replace(found.documents[0], author=author), *found.documents[1:]),
        conflicts=(("one", model),),
    )
    parent = tmp_path_factory.mktemp("written")
    for write in (lambda: save(dossier, parent / "case"), lambda: export(dossier, parent / "case.json", "json")):
        try:
            write()
        except HikiwakeError:
            assert not folder_bytes(parent) or (parent / "case").is_dir()
        for path in parent.iterdir():
            assert load(path) == dossier
