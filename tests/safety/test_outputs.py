"""A page or an export replaces nothing of the user's, and never reaches into a case."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hikiwake.dossier import save
from hikiwake.errors import StorageError
from hikiwake.report import report
from hikiwake.storage import fresh
from hikiwake.storage.writing import write_file
from tests.safety.folders import folder_bytes, own_case, run, run_inside
from tests.synthetic import skerries

WRITERS = (
    ("report", "case", "--output"),
    ("export", "case", "--format", "json", "--output"),
    ("export", "case", "--format", "markdown", "--output"),
    ("export", "case", "--format", "bibtex", "--output"),
    ("model", "case", "--era", "first", "--output"),
    ("convert", "conflict.toml", "--format", "csv", "--output"),
    ("evolve", "conflict.toml", "--format", "svg", "--output"),
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a case, a conflict file, and a file of the user's."""
    own_case(tmp_path)
    era = skerries().dossier().case.eras[0].id
    (tmp_path / "era").write_text(era)
    (tmp_path / "conflict.toml").write_text(
        '[[decision_makers]]\nname = "Row"\noptions = [{ id = "a", title = "A" }]\n'
        '[preferences.Row]\nstatements = [{ says = "a" }]\n'
    )
    (tmp_path / "mine").write_text("precious")
    return tmp_path


def write(place: Path, words: tuple[str, ...], output: str) -> tuple[int, str]:
    """Run one writing command in a place; its code and what it says is wrong."""
    code, _, errors = run_inside(*told(place, words), output, cwd=place)
    return code, errors


def told(place: Path, words: tuple[str, ...]) -> list[str]:
    """The words of a command, with the era of the case in a place."""
    return [(place / "era").read_text() if word == "first" else word for word in words]


@pytest.mark.parametrize("words", WRITERS, ids=lambda words: "-".join(words[:4:3]))
def test_nothing_of_the_user_is_replaced(place: Path, words: tuple[str, ...]) -> None:
    """Not a file, not a link or what it leads to, not a file of a case; each time one error and code 2."""
    (place / "link").symlink_to("mine")
    (place / "lost").symlink_to("nowhere")
    before = folder_bytes(place)
    code, printed, errors = run(*told(place, words), "mine", cwd=place)
    assert (code, printed, errors.count("hikiwake: ")) == (2, "", 1), errors
    for output in ("mine", "link", "lost", "case/events.csv", "case/new.html", "case/conflicts/../new", "."):
        code, errors = write(place, words, output)
        assert (code, errors.count("hikiwake: ")) == (2, 1), errors
        assert "Traceback" not in errors
    assert folder_bytes(place) == before
    assert (place / "link").is_symlink()
    assert (place / "lost").is_symlink()


@pytest.mark.parametrize("form", ["csv", "svg", "graphml"])
def test_a_folder_of_an_export_is_no_case_and_in_none(place: Path, form: str) -> None:
    """An export of several files goes into a folder of its own."""
    before = folder_bytes(place)
    for output in ("case/out", "case", "mine"):
        code, errors = write(place, ("export", "case", "--format", form, "--output"), output)
        assert (code, "Traceback" in errors) == (2, False), errors
    if form != "csv":
        code, errors = write(place, ("export", "case", "--format", form, "--force", "--output"), "case")
        assert code == 2
    assert folder_bytes(place) == before


def test_a_page_is_replaced_by_a_page(place: Path) -> None:
    """`report` twice to the same path works; another file needs --force."""
    for _ in range(2):
        assert write(place, ("report", "case", "--output"), "r.html")[0] == 0
    assert write(place, ("report", "case", "--force", "--output"), "mine")[0] == 0
    assert (place / "mine").read_bytes() == (place / "r.html").read_bytes()


def test_a_page_keeps_the_rights_of_the_page_before(tmp_path: Path) -> None:
    """What others may not read stays so."""
    report(skerries().dossier(), tmp_path / "r.html")
    (tmp_path / "r.html").chmod(0o600)
    report(skerries().dossier(), tmp_path / "r.html")
    assert (tmp_path / "r.html").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_plain_file_stays(tmp_path: Path) -> None:
    """A device or a named pipe is not replaced, not even when asked."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StorageError, match="no plain file"):
        report(skerries().dossier(), tmp_path / "pipe", force=True)


def test_planted_links_are_not_written_through(place: Path) -> None:
    """Names that earlier versions took for their own are the user's."""
    for name in (".r.html.new", ".r.html.tmp", "r.html.new"):
        (place / name).symlink_to("mine")
    assert write(place, ("report", "case", "--output"), "r.html")[0] == 0
    assert (place / "mine").read_text() == "precious"


def test_saving_beside_files_of_another_kind_replaces_none(tmp_path: Path) -> None:
    """A folder that is no case keeps its README, which a case has too."""
    (tmp_path / "README.md").write_text("mine")
    save(skerries().dossier(), tmp_path)
    assert (tmp_path / "README.md").read_text() == "mine"


def test_a_table_of_the_users_is_not_taken_for_the_cases(tmp_path: Path) -> None:
    """A folder with a spreadsheet named as one of our tables, and without a frame, is refused whole."""
    (tmp_path / "events.csv").write_text("a,b\n")
    with pytest.raises(StorageError, match="something is there already"):
        save(skerries().dossier(), tmp_path)
    assert folder_bytes(tmp_path) == {"events.csv": b"a,b\n"}


@pytest.mark.parametrize(
    "change",
    [
        ('grounds = ["position-003"]', "grounds = []"),
        ("[[decision_makers]]", "[[decision_maker]]"),
        ("era = ", "eras = "),
        ("title = ", "titel = "),
    ],
)
def test_what_check_refuses_is_refused_with_the_same_first_message(
    tmp_path: Path, shared: Path, change: tuple[str, str]
) -> None:
    """report, findings and every export refuse a case with a faulty conflict."""
    import shutil

    source = shared / "cases" / "safety" / "_case"
    if not source.is_dir():
        pytest.skip(f"needs the case with a conflict: there is none at {source}")
    shutil.copytree(source, tmp_path / "case")
    file = tmp_path / "case" / "conflicts" / "1990-1994.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    code, printed, _ = run("check", "case", cwd=tmp_path)
    assert code == 2
    first = printed.splitlines()[0]
    for words in (("report", "case"), ("findings", "case"), ("export", "case", "--format", "json", "--output", "x")):
        code, _, errors = run_inside(*words, cwd=tmp_path)
        assert (code, errors.splitlines()[1].strip()) == (2, first)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case"]


@pytest.mark.parametrize("form", ["csv", "svg"])
def test_an_export_that_was_killed_before_it_happened_may_be_repeated(place: Path, form: str) -> None:
    """What a killed writer left in the folder is no reason to refuse it; a file of the user's is."""
    out = place / "out"
    (out / "conflicts").mkdir(parents=True)
    (out / f".hikiwake-{'0' * 32}.tmp").write_text("half")
    (out / ".hikiwake-lock").write_text("hikiwake: process 1 on nowhere since ever: hikiwake\n")
    (out / "mine.txt").write_text("precious")
    assert write(place, ("export", "case", "--format", form, "--output"), "out")[0] == 2
    (out / "mine.txt").unlink()
    assert write(place, ("export", "case", "--format", form, "--output"), "out")[0] == 0
    assert not list(out.rglob(".hikiwake-*"))


@pytest.mark.parametrize("nameless", [True, False])
@pytest.mark.parametrize("linked", [True, False])
def test_a_new_file_comes_into_being_whole_and_takes_no_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nameless: bool, linked: bool
) -> None:
    """Also where the system has no files without a name, or the file system no second names."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    if not nameless:
        monkeypatch.setattr(fresh, "_NAMELESS", 0)
    if not linked and not nameless:
        monkeypatch.setattr(os, "link", refuse)
    fresh.create(tmp_path / "a.txt", b"new")
    if linked or nameless:
        with pytest.raises(FileExistsError):
            fresh.create(tmp_path / "a.txt", b"other")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.txt", b"new")]


def test_what_came_there_meanwhile_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hikiwake.storage.writing._exists", lambda _: False)
    (tmp_path / "a.txt").write_text("theirs")
    with pytest.raises(StorageError, match="something has come there meanwhile"):
        write_file(tmp_path / "a.txt", b"ours")
    assert (tmp_path / "a.txt").read_text() == "theirs"
