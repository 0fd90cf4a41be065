"""A case folder read and written comes back exactly, and a killed write leaves the old folder or the new one."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hikiwake.dossier import load, new_case, save
from hikiwake.dossier.folder.cells import escape, unescape
from hikiwake.dossier.folder.onefile import json_text, read_json
from hikiwake.errors import CaseError
from tests.synthetic import skerries


def folder_bytes(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_dossier_comes_back_as_it_was(tmp_path: Path) -> None:
    """Writing and reading gives an equal dossier; writing that gives the same bytes."""
    dossier = skerries().dossier()
    save(dossier, tmp_path / "one")
    again = load(tmp_path / "one")
    assert again == dossier
    save(again, tmp_path / "two")
    assert folder_bytes(tmp_path / "two") == folder_bytes(tmp_path / "one")


def test_the_built_in_case_comes_back_byte_for_byte(tmp_path: Path) -> None:
    """The built-in case, read and written, is the folder that ships."""
    from hikiwake.dossier import case_folder

    save(load("japan_russia"), tmp_path / "case")
    assert folder_bytes(tmp_path / "case") == folder_bytes(case_folder("japan_russia"))
    save(load("caspian_sea"), tmp_path / "other")  # its README has more than the dictionary, and it carries texts
    own = {name: content for name, content in folder_bytes(case_folder("caspian_sea")).items() if "texts" not in name}
    assert {**folder_bytes(tmp_path / "other"), "README.md": own["README.md"]} == own


@pytest.mark.parametrize(
    ("kind", "lacking"),
    [
        ("mentions", ["called"]),
        ("claims", ["about"]),
        ("readings", ["start", "end", "precision", "basis"]),
        ("formulas", ["rules_out", "passes"]),
        ("drivers", ["about"]),
        ("doubts", ["against"]),
    ],
)
def test_a_table_may_lack_columns_that_came_later(tmp_path: Path, kind: str, lacking: list[str]) -> None:
    """An older case is read as if those cells were empty, and stays as it is where nothing in it changes."""
    dossier = skerries().dossier()
    save(dossier, tmp_path / "case")
    file = tmp_path / "case" / f"{kind}.csv"
    rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
    kept = [place for place, header in enumerate(rows[0]) if header not in lacking]
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, lineterminator="\n").writerows([[row[place] for place in kept] for row in rows])
    older = file.read_bytes()
    assert load(tmp_path / "case") == dossier
    save(load(tmp_path / "case"), tmp_path / "case", force=True)
    assert file.read_bytes() == older


def test_a_table_may_not_lack_any_other_column(tmp_path: Path) -> None:
    """A column that was there from the beginning is missed."""
    save(skerries().dossier(), tmp_path / "case")
    file = tmp_path / "case" / "doubts.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(",reason,", ",why,", 1), encoding="utf-8")
    with pytest.raises(CaseError, match="reason"):
        load(tmp_path / "case")


def test_a_json_case_may_lack_fields_that_came_later() -> None:
    """The same holds for a case in one file."""
    told = json.loads(json_text(skerries().dossier()))
    for rows, field in (("mentions", "called"), ("readings", "as_of"), ("doubts", "against"), ("drivers", "about")):
        for row in told[rows]:
            row.pop(field)
    with TemporaryDirectory() as scratch:
        file = Path(scratch) / "case.json"
        file.write_text(json.dumps(told), encoding="utf-8")
        assert read_json(file) == skerries().dossier()


@given(st.text())
def test_escaping_is_reversible(cell: str) -> None:
    """Whatever a cell holds, it comes back; what is written never begins like a formula."""
    written = escape(cell)
    assert unescape(written) == cell
    assert len(written) < 2 or written[0] not in "=@\t\r"


@given(st.text(alphabet="=+-@'\t\r1.a;,\"\n", max_size=8))
def test_dangerous_text_survives_a_case_folder(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Cells that begin with =, +, -, @ or hold quotes and line ends come back from the folder as they were."""
    folder = tmp_path_factory.mktemp("danger") / "case"
    dossier = skerries().dossier()
    words = f"=cmd {text} end"
    claims = (replace(dossier.claims[0], subject=words), *dossier.claims[1:])
    save(replace(dossier, claims=claims), folder)
    assert load(folder).claims[0].subject == words
    assert "\n=cmd" not in (folder / "claims.csv").read_text(encoding="utf-8")
    assert ",=cmd" not in (folder / "claims.csv").read_text(encoding="utf-8")


def test_what_the_user_keeps_in_the_folder_stays(tmp_path: Path) -> None:
    """Files that are not the case's own survive a write."""
    folder = tmp_path / "case"
    save(skerries().dossier(), folder)
    (folder / "notes.md").write_text("mine", encoding="utf-8")
    save(skerries().dossier(), folder)
    assert (folder / "notes.md").read_text(encoding="utf-8") == "mine"


def test_what_an_earlier_version_left_when_it_was_killed_is_told_and_comes_back_by_a_rename(tmp_path: Path) -> None:
    """Where only the old folder under its hidden name is left, the error says what to rename, and that is enough."""
    folder = tmp_path / "case"
    save(skerries().dossier(), folder)
    folder.rename(tmp_path / ".case.old")
    with pytest.raises(CaseError, match="rename it to case"):
        load(folder)
    (tmp_path / ".case.old").rename(folder)
    assert load(folder) == skerries().dossier()


def test_a_kill_at_any_moment_leaves_the_old_folder_or_the_new_one(tmp_path: Path) -> None:
    """A process that writes two versions in turn is killed again and again; what is left loads as one of them."""
    folder = tmp_path / "case"
    old = skerries().dossier()
    new = replace(old, drivers=())
    save(old, folder)
    for delay in range(12):
        writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(folder)], cwd=Path(__file__).parents[2])
        while not (tmp_path / "started").exists() and writer.poll() is None:
            time.sleep(0.005)
        time.sleep(0.003 * delay)
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        (tmp_path / "started").unlink(missing_ok=True)
        assert load(folder) in (old, new)


_WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from hikiwake.dossier import save
from tests.synthetic import skerries
folder = Path(sys.argv[1])
old = skerries().dossier()
new = replace(old, drivers=())
(folder.parent / "started").touch()
while True:
    save(new, folder, force=True)
    save(old, folder, force=True)
"""


def test_a_new_case_passes_the_check_and_is_never_written_over(tmp_path: Path) -> None:
    """`new` makes a case that loads; a second `new` on the same folder is refused and changes nothing."""
    folder = new_case(tmp_path / "case")
    assert load(folder).entries is not None
    before = folder_bytes(folder)
    with pytest.raises(CaseError, match="something is there already"):
        new_case(folder)
    assert folder_bytes(folder) == before
