"""A thousand cases with a few bytes changed: each is right, or is refused with an error of ours that names a file."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from hikiwake.dossier import load, save
from hikiwake.errors import HikiwakeError
from tests.synthetic import skerries

PIECES = [b"\x00", b"\xff", b'"', b"'", b";", b",", b"[", b"]", b"=", b"\n", b"\r", b"9" * 5000, b"\xed\xa0\x80", b"-1",
          b"nan", b"[" * 2000, b"{", b"\x1b[31m", b"true", b"1999-99-99", b"\xef\xbb\xbf", b"..", b"  "]  # fmt: skip


def changed(raw: bytes, chance: random.Random) -> bytes:
    """The bytes with up to three places cut, doubled, or replaced."""
    for _ in range(chance.randint(1, 3)):
        place, length = chance.randrange(len(raw) + 1), chance.choice((0, 1, 5, 40))
        piece = chance.choice((*PIECES, raw[place : place + length] * 2))
        raw = raw[:place] + piece + raw[place + length :]
    return raw


@pytest.mark.parametrize("seed", range(10))
def test_a_hundred_changed_cases(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    whole, case = tmp_path / "whole", tmp_path / "case"
    save(skerries().dossier(), whole)
    files = sorted(file.relative_to(whole) for file in whole.rglob("*") if file.suffix in (".toml", ".csv"))
    shutil.copytree(whole, case)
    for _ in range(100):
        file = chance.choice(files)
        (case / file).write_bytes(changed((whole / file).read_bytes(), chance))
        try:
            assert load(case).case.dyad
        except HikiwakeError as error:
            assert file.name in str(error) or ".csv" in str(error)
        shutil.copy(whole / file, case / file)
