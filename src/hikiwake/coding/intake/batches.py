"""Files in batches: each read and coded by itself, so that many can be worked on at once and a killed run goes on.

A document has no id yet when its batch is worked on; its proposals carry the SHA-256 of its text in place of one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from hikiwake.actors import Actor
from hikiwake.coding.proposing import propose
from hikiwake.documents import text_hash
from hikiwake.documents.guessing import Guess, guess
from hikiwake.documents.readers import KINDS, UnfitError, found_in, odd_in, other_kind, read_files, unpacked
from hikiwake.dossier.entering.adding import likely_date
from hikiwake.errors import LibraryError
from hikiwake.parallel import map_batches
from hikiwake.periods import Period
from hikiwake.storage.names import name_refused
from hikiwake.workbench.proposal import Proposal, Span
from hikiwake.workbench.rows.bodies import body_of, proposal_of

AT_ONCE = 50  # files of a batch
MOST_FAULTS = 5  # that are named where nothing can be read
FEW = 2 * AT_ONCE  # files that are read and coded in this process


@dataclass(frozen=True, slots=True)
class Batch:
    """What is done to some files: the setting, the case's actors, sides and formulas; path, size and time of each file.

    A file that has changed is another batch.
    """

    setting: str
    actors: tuple[Actor, ...]
    files: tuple[tuple[str, int, int], ...]
    dyad: tuple[str, ...] = ()
    formulas: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was read: its name, the SHA-256 of its bytes, its text, what it seems to be, and what it supports."""

    name: str
    original: str
    text: str
    guess: Guess
    likely: str = ""
    proposals: tuple[Proposal, ...] = ()
    notes: tuple[str, ...] = ()
    fault: str = ""


def files_of(paths: Iterable[Path]) -> Iterator[Path]:
    """The files that are named, and those in folders. Raises ``LibraryError`` where there is no such file or folder."""
    for path in paths:
        if path.is_dir():
            yield from found_in(path)
        elif path.exists():
            yield path
        else:
            raise LibraryError(f"{path}: no such file or folder; nothing was read")


def faults_in(paths: Iterable[Path]) -> list[str]:
    """What lies in folders and is no file, or may not be read: links that leave them, pipes, closed folders."""
    return [fault for path in paths if path.is_dir() for fault in odd_in(path)]


def refuse_unread(paths: Iterable[Path]) -> None:
    """Raise ``LibraryError`` where none of some files can be read; the first that can ends the search."""
    faults = []
    for path in paths:
        for found in _found(path):
            if not found.fault:
                return
            faults.append(found.fault)
    raise none_read(faults)


def none_read(faults: Sequence[str]) -> LibraryError:
    """What is said where nothing could be read."""
    more = f" ({len(faults) - MOST_FAULTS} more)" if len(faults) > MOST_FAULTS else ""
    return LibraryError(f"none of the files can be read; nothing was made: {'; '.join(faults[:MOST_FAULTS])}{more}")


def found_files(
    paths: Sequence[str],
    setting: str,
    actors: Iterable[Actor] = (),
    dyad: tuple[str, ...] = (),
    formulas: tuple[tuple[str, str], ...] = (),
    *,
    where: str = "here",
    workers: int = 0,
    parts: Path,
) -> Iterator[Found]:
    """Every file with its text and proposals, in the order of the paths; ``parts`` keeps what is done of many files."""
    batches = _batches(paths, setting, (tuple(actors), dyad, formulas))
    if len(paths) <= FEW and where == "here":
        for batch in batches:
            yield from read_part(work(batch))
        return
    for part in map_batches(work, batches, parts, where=where, workers=workers):
        yield from read_part(part.read_bytes())


def _batches(paths: Iterable[str], setting: str, own: tuple[Any, Any, Any]) -> Iterator[Batch]:
    actors, *more = own
    each = map(Path, paths)
    while some := tuple(islice(each, AT_ONCE)):
        stands = ((str(path.absolute()), path.stat().st_size, path.stat().st_mtime_ns) for path in some)
        yield Batch(setting, actors, tuple(stands), *more)


def work(batch: Batch) -> bytes:
    """Read and code a batch: lines of JSON, one a document."""
    lines = []
    for path in (Path(name) for name, _, _ in batch.files):
        for found in _found(path):
            coded = () if found.fault else _coded(found, batch)
            told = {**asdict(replace(found, proposals=())), "proposals": [body_of(each) for each in coded]}
            lines.append(json.dumps(told, ensure_ascii=False))
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def read_part(part: bytes) -> Iterator[Found]:
    """What a batch has come to."""
    for line in part.decode("utf-8", "surrogatepass").split("\n"):
        if line:
            told = json.loads(line)
            about = {**told.pop("guess")}
            about["grounds"] = tuple((field, place) for field, place in about["grounds"])
            proposals = tuple(proposal_of(body) for body in told.pop("proposals"))
            yield Found(**{**told, "notes": tuple(told["notes"])}, guess=Guess(**about), proposals=proposals)


def _found(path: Path) -> Iterator[Found]:
    """One file, or each document of an archive."""
    if odd := name_refused(path.name):
        yield _unread(path.name, odd)
    elif path.suffix.lower() == ".zip":
        try:
            with unpacked(path) as inside:
                for each in inside:
                    told = f"{path.name}: {each.name}"
                    yield from [_unread(told, each.fault)] if each.fault else _read(each.path, each.name, told)
        except UnfitError as error:
            yield _unread(path.name, str(error))
    elif path.suffix.lower() in KINDS:
        yield from _read(path, path.name, path.name)
    else:
        told = other_kind(path) or f"a file of an unknown kind; {', '.join(KINDS)} and .zip are read"
        yield _unread(path.name, told)


def _unread(name: str, fault: str) -> Found:
    return Found(name, "", "", Guess(name), fault=f"{name}: {fault}")


def _read(path: Path, name: str, told: str) -> Iterator[Found]:
    for _, read in read_files([path]):
        if read.fault:
            yield Found(name, "", "", Guess(name), fault=f"{told}{read.fault.removeprefix(str(path))}")
        else:
            original = hashlib.sha256(path.read_bytes()).hexdigest()
            notes = tuple(f"{told}: {note}" for note in read.notes)
            likely = likely_date(path, read.text)
            yield Found(name, original, read.text, guess(read.text, name, read.says), likely, notes=notes)


def _coded(found: Found, batch: Batch) -> tuple[Proposal, ...]:
    own = batch.actors, batch.dyad, batch.formulas
    return propose(text_hash(found.text), found.text, written_of(found.guess), batch.setting, *own)


def written_of(guessed: Guess) -> Period | None:
    """When a document seems to be written, or ``None``."""
    return Period.parse(guessed.date, "written") if guessed.date else None


def under(proposal: Proposal, document: str) -> Proposal:
    """A proposal of a document that has its id now."""
    return replace(proposal, passages=tuple(Span(document, each.start, each.end) for each in proposal.passages))
