"""A kill at any moment of an import loses nothing and brings nothing twice; ``bench/importing.py`` kills more often."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.relation.importing.kills import faults, files, killed, seconds, take, taken

KILLS = 3

pytestmark = pytest.mark.skipif(not hasattr(os, "kill"), reason="the system kills no process")


def test_a_kill_loses_nothing_and_brings_nothing_twice(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", f"{root / 'src'}")
    paths = files(tmp_path)
    take(paths, tmp_path / "whole")
    whole = taken(tmp_path / "whole")
    longest = seconds(paths, tmp_path / "timed")
    chance = random.Random(0)
    running = 0
    for number in range(KILLS):
        folder = tmp_path / f"killed{number}"
        running += killed(paths, folder, longest, chance)
        assert faults(paths, folder, whole) == []
    assert running
