"""A short run of the fuzzing tool: right inputs of every reader, changed, are read or refused with an error."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from hikiwake.errors import HikiwakeError
from tools.fuzz_inputs import Read, changed, readers

INPUTS = 12
TOML = ("case.toml", "documents.toml", "conflicts", "conflict")
TABLES = ("passages.csv", "events.csv", "claims.csv")
BIBLIOGRAPHIES = ("bibliography.bib", "bibliography.ris", "bibliography.json")
FILES = ("file.txt", "file.html", "file.docx", "file.eml", "file.zip", "workbench")
SENT = ("sent.qdpx", "sent.qdc", "sent.xlsx", "qdpx-project.qde", "xlsx-sheet5.xml", "xlsx-workbook.xml")
WRITTEN = ("hypotheses", "scenarios", "packages", "codes", "comments.csv", "comments.json")
EVENTS = ("events-gdelt2", "events-icews", "events-un-votes", "events-plain")
OTHERS = ("case.json", "gmcr", "text", "pdf", "question", "period", "statement")
NAMES = (*TOML, *TABLES, *BIBLIOGRAPHIES, *FILES, *SENT, *WRITTEN, *EVENTS, *OTHERS)


@pytest.fixture(scope="module")
def every_reader(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[bytes], Read]]:
    """The readers of the tool with their right inputs, over files that each leaves as they were."""
    return readers(tmp_path_factory.mktemp("right"))


@pytest.mark.parametrize("name", NAMES)
def test_changed_inputs_are_read_or_refused(
    name: str, every_reader: dict[str, tuple[list[bytes], Read]], tmp_path: Path
) -> None:
    seeds, read = every_reader[name]
    chance = random.Random(f"{name} short")
    for right in seeds:
        read(tmp_path, right)
    for _ in range(INPUTS):
        try:
            read(tmp_path, changed(chance.choice(seeds), chance))
        except HikiwakeError as error:
            assert str(error)


def test_every_reader_is_fuzzed(every_reader: dict[str, tuple[list[bytes], Read]]) -> None:
    """The names of the short run are those of the tool, but for tables and layouts that are read alike."""
    every = {*every_reader}
    alike = {name for name in every if name.endswith(".csv") or name.startswith("events-")}
    assert every - alike <= {*NAMES} <= every


def test_the_same_seed_gives_the_same_input() -> None:
    right = b"a right input"
    assert changed(right, random.Random(1)) == changed(right, random.Random(1)) != right
