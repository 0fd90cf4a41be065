"""A thousand cases with a few bytes changed: each is right, or is refused with an error of ours that names a file.

Each is checked; those without a fault, and some of the others, go through every command that reads a case.
"""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path

import pytest

from hikiwake.cli import main
from hikiwake.dossier import load, save
from hikiwake.dossier.folder.checking import check_case
from tests.skerries_model import modelled

PIECES = [b"\x00", b"\xff", b'"', b"'", b";", b",", b"[", b"]", b"=", b"\n", b"\r", b"9" * 5000, b"\xed\xa0\x80", b"-1",
          b"nan", b"[" * 2000, b"{", b"\x1b[31m", b"true", b"1999-99-99", b"\xef\xbb\xbf", b"..", b"  "]  # fmt: skip


def changed(raw: bytes, chance: random.Random) -> bytes:
    """The bytes with up to three places cut, doubled, or replaced."""
    for _ in range(chance.randint(1, 3)):
        place, length = chance.randrange(len(raw) + 1), chance.choice((0, 1, 5, 40))
        piece = chance.choice((*PIECES, raw[place : place + length] * 2))
        raw = raw[:place] + piece + raw[place + length :]
    return raw


def told(*words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Exit code and message of a command, run within this process."""
    monkeypatch.setattr(sys, "argv", ["hikiwake", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    printed = capsys.readouterr()
    return int(ended.value.code or 0), printed.out if words[0] == "check" else printed.err


def commands(case: Path, out: Path) -> list[list[str]]:
    """A call of each command that reads a case."""
    return [
        ["check", str(case)],
        ["report", str(case), "--output", str(out / "page.html"), "--force"],
        ["search", "When was the strait closed?", str(case)],
        ["export", str(case), "--format", "json", "--output", str(out / "case.json"), "--force"],
        ["findings", str(case)],
        ["disagreements", str(case)],
    ]


@pytest.mark.parametrize("seed", range(10))
def test_a_hundred_changed_cases(
    seed: int, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    whole, case = tmp_path / "whole", tmp_path / "case"
    save(modelled(), whole)
    files = sorted(file.relative_to(whole) for file in whole.rglob("*") if file.suffix in (".toml", ".csv"))
    shutil.copytree(whole, case)
    for number in range(100):
        file = chance.choice(files)
        (case / file).write_bytes(changed((whole / file).read_bytes(), chance))
        faults = check_case(case).faults
        assert all(fault.file in {str(each) for each in files} for fault in faults), faults
        if not faults:
            assert load(case).case.dyad
        if number % 100 == 0 or (not faults and number % 24 == 0):
            for words in commands(case, tmp_path):
                code, said = told(*words, capsys=capsys, monkeypatch=monkeypatch)
                assert code in (0, 2), words
                assert code == 0 or any(str(each) in said for each in files), (words, said)
                assert not (faults and code == 0), words
        shutil.copy(whole / file, case / file)
