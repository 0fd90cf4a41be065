"""A case that is read again after a change: as if it had never been read before, with every fault that it has now."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hikiwake.dossier import KINDS, Dossier, load, save
from hikiwake.dossier.folder import examination
from hikiwake.dossier.folder.cases import change
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.folder.completing import complete
from hikiwake.dossier.folder.examination import Examination
from hikiwake.dossier.folder.known import rows, said
from hikiwake.dossier.folder.known.proving import files_changed
from hikiwake.dossier.folder.known.rows import pointed
from hikiwake.dossier.folder.reading import examine
from hikiwake.dossier.folder.tables import tables
from hikiwake.errors import CaseError, StorageError
from hikiwake.vocabulary import event_types

ROUNDS = 60
LISTS = ("issues", "places", "questions", "variables", "mechanisms", "measures", "tables", "comparisons")
ODD = ("", "none", "event-1956-10-joint-declaration", "2013-02-30", "JPN", "9", '"', "a,b", "é")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A small case of which every table has rows."""
    whole = load()
    save(complete(whole.select(period="1956"), whole), tmp_path / "case")
    return tmp_path / "case"


def edited(text: str, chance: random.Random) -> str:
    """A text of a case with one small thing in it changed, which may or may not be a fault."""
    lines = text.splitlines(keepends=True) or ["x\n"]
    at = chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            cells = lines[at].split(",")
            cells[chance.randrange(len(cells))] = chance.choice(ODD)
            lines[at] = ",".join(cells)
        case 3:
            other = chance.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        case 4:
            lines[at] = ",".join((ODD[2], *lines[at].split(",")[1:]))
        case _:
            lines[at] = lines[at].replace("1956", "1957", 1)
    return "".join(lines)


def plain(reading: Examination) -> Counter[tuple[str, int, str, str]]:
    """The cells of tables that point to nothing, and the ids of rows that are used twice, looked for one by one."""
    case = reading.case
    known = {kind: {row.id for _, row in rows} for kind, rows in reading.rows.items()}
    known |= {name: {each.id for each in getattr(case, name)} for name in LISTS} | {"types": {*event_types()}}
    known["documents"] = {each.id for each in reading.documents}
    for kind, ids in reading.left_out.items():
        known.setdefault(kind, set()).update(ids)
    gathered = {"issues or formulas": ("issues", "formulas"), "entries": (*KINDS, "mentions")}
    known |= {word: set[str]().union(*(known[kind] for kind in kinds)) for word, kinds in gathered.items()}
    unread = reading.unread | {word for word, kinds in gathered.items() if reading.unread & {*kinds}}
    found, seen = Counter[tuple[str, int, str, str]](), set[tuple[str, str]]()
    for kind, table in tables().items():
        for line, row in reading.rows[kind]:
            space = kind if kind in ("actors", "passages") else "entries"
            found[table.file, line, "id", row.id] += (space, row.id) in seen
            seen.add((space, row.id))
            for column in (each for each in table.columns if each.refers and each.refers not in unread):
                pointing = pointed(row, column)
                told = (each for each in pointing if each not in known[column.refers])
                found.update((table.file, line, column.codec.headers[0], id_) for id_ in told)
    return +found


def forget() -> None:
    """Have everything read as if nothing had been read before."""
    for kept in (said._frames, said._tables, rows._summaries, rows._bare, rows._mentions, examination._told):
        kept.cache_clear()


def test_what_is_read_again_is_as_if_it_had_never_been_read(case: Path) -> None:
    chance, faulty = random.Random(11), 0
    files = [path for path in sorted(case.iterdir()) if path.suffix in (".csv", ".toml")]
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    for number in range(ROUNDS):
        if number % 3 == 0:  # else one change comes upon another
            for path, text in texts.items():
                path.write_text(text, encoding="utf-8")
        path = chance.choice(files)
        path.write_text(edited(path.read_text(encoding="utf-8"), chance), encoding="utf-8")
        again = examine(case)
        told = Counter((each.file, each.line, each.column, each.found) for each in again.faults)
        assert plain(again) <= told
        forget()
        anew = examine(case)
        assert (again.faults, again.rows, again.case, again.documents) == (
            anew.faults,
            anew.rows,
            anew.case,
            anew.documents,
        )
        assert (again.unread, again.left_out, again.analyses) == (anew.unread, anew.left_out, anew.analyses)
        assert bool(again.faults) or again.dossier() == anew.dossier()
        faulty += bool(again.faults)
    assert ROUNDS // 4 < faulty < ROUNDS


def changed(dossier: Dossier, chance: random.Random) -> Dossier:
    """The case with one entry said otherwise, one without what no other names, or another title."""
    kind = chance.choice(("claims", "positions", "drivers", "readings", "events", "case", "doubts"))
    if kind == "case":
        return replace(dossier, case=replace(dossier.case, title=f"Title {chance.random()}"))
    entries = list(getattr(dossier, kind))
    if not entries:
        return dossier
    at = chance.randrange(len(entries))
    if kind == "doubts" and chance.random() < 0.5:
        del entries[at]
    elif kind == "events":
        mentions = (replace(entries[at].mentions[0], holder=f"voice {chance.random()}"), *entries[at].mentions[1:])
        entries[at] = replace(entries[at], mentions=mentions)
    else:
        entries[at] = replace(entries[at], holder=f'=voice, "{chance.random()}"\n')
    part: dict[str, Any] = {kind: tuple(entries)}
    return replace(dossier, **part)


def test_a_change_writes_its_files_alone_and_what_stands_there_is_what_was_meant(case: Path) -> None:
    chance = random.Random(12)
    for _ in range(10):
        before = {path: path.stat().st_ino for path in case.iterdir()}
        with change(case) as hand:
            wanted = changed(hand.dossier, chance)
            names = files_changed(hand.dossier, wanted)
            hand.save(wanted)
        assert load(case) == wanted and not check_case(case).faults
        forget()
        assert load(case) == wanted
        touched = {path.name for path in case.iterdir() if path.stat().st_ino != before.get(path)}
        assert touched <= names and (touched or wanted == hand.dossier)


def test_what_would_be_read_as_something_else_is_not_written(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stood = (case / "claims.csv").read_bytes()
    with change(case) as hand, pytest.raises(CaseError, match="nothing was written"):
        monkeypatch.setattr("hikiwake.dossier.folder.writing.escape", lambda cell: cell.replace("e", "a"))
        hand.save(replace(hand.dossier, claims=hand.dossier.claims[1:]))
    assert (case / "claims.csv").read_bytes() == stood


def test_a_file_that_came_by_other_means_while_a_change_was_under_way_is_not_written_over(case: Path) -> None:
    with change(case) as hand:
        with (case / "positions.csv").open("a") as file:
            file.write("\n")
        with pytest.raises(StorageError, match="changed on the disk since it was read"):
            hand.save(replace(hand.dossier, claims=hand.dossier.claims[1:]))
