"""A writer that is stopped at any moment leaves the old or the new, whole, and the user's own things as they were."""

from __future__ import annotations

import errno
import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hikiwake.dossier import Dossier, load, new_case, save
from hikiwake.dossier.folder.starting import starting_files
from hikiwake.errors import StorageError
from hikiwake.storage import fresh, journal
from hikiwake.storage.writing import write_file
from tests.safety.folders import bibliography, folder_bytes, own_case, run, start


class Stopped(BaseException):
    """What stands for the end of the process: nothing after it is done."""


def stops(monkeypatch: pytest.MonkeyPatch, number: int, error: Callable[[], BaseException]) -> list[int]:
    """Let the numbered step of the writer, and all after it, fail; the list counts the steps."""
    count = [0]

    def failing(call: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: Any, **named: Any) -> Any:
            count[0] += 1
            if count[0] >= number:
                raise error()
            return call(*given, **named)

        return step

    for module, name in ((fresh, "_write"), (fresh, "_keep_rights"), (fresh, "place"), (fresh, "remove")):
        monkeypatch.setattr(module, name, failing(getattr(module, name)))
    for name in ("place", "remove", "stage"):
        monkeypatch.setattr(journal, name, failing(getattr(journal, name)))
    monkeypatch.setattr(os, "fsync", failing(os.fsync))
    monkeypatch.setattr(Path, "unlink", failing(Path.unlink))
    return count


def two_versions(folder: Path) -> tuple[Dossier, Dossier]:
    """The case as it is, and one with entries, a document and a conflict less or more."""
    old = load(folder)
    document = replace(old.documents[0], id="more", title="More")
    return old, replace(old, drivers=(), doubts=(), documents=(*old.documents, document))


def steps_of(change: Callable[[], object]) -> int:
    """How many steps a change takes."""
    with pytest.MonkeyPatch.context() as patch:
        count = stops(patch, 10**9, Stopped)
        change()
    return count[0]


def own_files(parent: Path) -> Iterator[tuple[str, bytes]]:
    """The user's own files in and beside a case."""
    for name, content in folder_bytes(parent).items():
        if "thesis" in name or content.startswith(b"mine"):
            yield name, content


@pytest.mark.parametrize("error", [Stopped, lambda: OSError(errno.ENOSPC, "No space left on device")])
def test_every_step_of_a_change_may_be_the_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Callable[[], BaseException]
) -> None:
    """Killed, or out of room, at each step in turn: what is read then is the old case or the new one, whole."""
    folder = own_case(tmp_path)
    old, new = two_versions(folder)
    mine, count = dict(own_files(tmp_path)), 0
    count = steps_of(lambda: save(new, folder, force=True))
    save(old, folder, force=True)
    met = set()
    for number in range(1, count + 1):
        with monkeypatch.context() as patch:
            stops(patch, number, error)
            with suppress(Stopped, StorageError):
                save(new, folder, force=True)
        met.add(load(folder) == new)
        assert load(folder) in (old, new)
        assert dict(own_files(tmp_path)) == mine
        save(old, folder, force=True)
        assert load(folder) == old
        assert not list(folder.rglob(".hikiwake-*.tmp"))
    assert met == {True, False}


def test_a_full_disk_leaves_nothing_of_a_new_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`new` that finds no room takes its folder away again; with room the same command works."""
    with monkeypatch.context() as patch:
        patch.setattr(fresh, "_write", lambda *_: (_ for _ in ()).throw(OSError(errno.ENOSPC, "No space left")))
        with pytest.raises(StorageError, match="No space left"):
            new_case(tmp_path / "case")
    assert not list(tmp_path.iterdir())
    assert set(folder_bytes(new_case(tmp_path / "case"))) == {name for name, _ in starting_files()}


def test_a_change_that_was_confirmed_is_read_from_a_folder_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A journal is read through: the new case is seen, and nothing in the folder changes."""
    folder = own_case(tmp_path)
    old, new = two_versions(folder)
    with monkeypatch.context() as patch:
        patch.setattr("hikiwake.storage.journal.finish", lambda _: None)
        save(new, folder)
    with monkeypatch.context() as patch:
        refuse = lambda *_: (_ for _ in ()).throw(OSError(errno.EROFS, "Read-only file system"))  # noqa: E731
        patch.setattr("hikiwake.storage.journal.locked", refuse)
        before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        assert load(folder) == new
        assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert load(folder) == new
    assert not list(folder.glob(".hikiwake*"))
    save(old, folder, force=True)


@pytest.mark.parametrize("name", ["../victim.toml", "/victim.toml", "case.toml/../../victim.toml", ".."])
def test_a_journal_from_elsewhere_reaches_nothing(tmp_path: Path, name: str) -> None:
    """A journal that came with a folder cannot write or remove outside of it."""
    import json

    folder = own_case(tmp_path)
    (tmp_path / "victim.toml").write_text("precious")
    staged = f".hikiwake-{'0' * 32}.tmp"
    (folder / staged).write_text("evil")
    sha256 = "4c1029697ee358715d3a14a2add817c4b01651440de808371f78165ac90dc581"
    for steps in (
        {"write": [{"name": name, "staged": staged, "sha256": sha256}], "remove": []},
        {"write": [], "remove": [name]},
    ):
        (folder / journal.JOURNAL).write_text(json.dumps({"format": journal.FORMAT, **steps}))
        with pytest.raises(StorageError, match="no journal that this program wrote"):
            load(folder)
    assert (tmp_path / "victim.toml").read_text() == "precious"


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_the_command_may_be_stopped_at_any_moment(tmp_path: Path, sign: signal.Signals) -> None:
    """`cite` stopped at random moments: the reference is there or not, all else as it was; the next one works."""
    folder = own_case(tmp_path)
    before, mine = load(folder), dict(own_files(tmp_path))
    file = bibliography(tmp_path, "a")
    chance, documents = random.Random(1), (folder / "documents.toml").read_bytes()
    for _ in range(6):
        program = start("cite", str(folder), str(file))
        time.sleep(chance.uniform(0.1, 1.2))
        os.kill(program.pid, sign) if program.poll() is None else None
        assert "Traceback" not in program.communicate()[1] or sign == signal.SIGINT
        after = load(folder)
        assert len(after.documents) - len(before.documents) in (0, 1)
        assert replace(after, documents=before.documents) == before
        assert dict(own_files(tmp_path)) == mine
        (folder / "documents.toml").write_bytes(documents)
    assert run("cite", str(folder), str(file))[0] == 0
    assert not list(folder.glob(".hikiwake*"))


def test_one_file_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page or export out of room leaves what stood at the path, and no leavings."""
    file = tmp_path / "r.html"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.EIO, "Input/output error")))
    with pytest.raises(StorageError, match="cannot be written there"):
        write_file(file, b"new", force=True)
    assert folder_bytes(tmp_path) == {"r.html": b"old"}
    assert not list(tmp_path.glob(".hikiwake*"))


def test_a_closed_pipe_ends_quietly() -> None:
    """Whoever has read enough closes the pipe: no traceback."""
    for words in (("timeline", "japan_russia"), ("timeline", "japan_russia", "--json"), ("check", "japan_russia")):
        program = start(*words)
        assert program.stdout is not None
        program.stdout.close()
        assert program.stderr is not None
        with program.stderr as stream:
            errors = stream.read()
        program.wait()
        assert "Traceback" not in errors
        assert "BrokenPipe" not in errors
