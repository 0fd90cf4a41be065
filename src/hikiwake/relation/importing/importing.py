"""Event data sets into a folder of Parquet: read once, in parts, on one machine or many, restartable at any moment.

A folder of events holds, beside each other: ``events/year=YYYY/``, the narrow table of all layouts;
``published/LAYOUT/``, every column as published, with what was repaired in columns of their own; ``aside/``, rows that
are none, with reason and text; ``unresolved/`` and ``unresolved.csv``, names that stayed open; ``imported/``, the
account of every file.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from hikiwake.parallel import map_batches
from hikiwake.relation.importing import staging
from hikiwake.relation.importing.accounts import account_of
from hikiwake.relation.importing.choices import Choices, unit_name
from hikiwake.relation.importing.faults import ImportingError
from hikiwake.relation.importing.mapping import mapped
from hikiwake.relation.importing.names import read_names, write_open
from hikiwake.relation.importing.reading.opening import kind_of_file
from hikiwake.relation.importing.repeated import CHOICES
from hikiwake.relation.importing.result import Imported, ImportedFile
from hikiwake.relation.importing.tables import ASIDE, EVENTS, OPEN, PUBLISHED
from hikiwake.relation.importing.unit import IMPORTED, take_unit, told_of_bytes
from hikiwake.storage.writing import refuse_in_case, taken
from hikiwake.vocabulary.layouts import layout_names

BATCH_BYTES = 1 << 25  # of small files that are taken in together
BATCH_FILES = 500
_OURS = {EVENTS, PUBLISHED, ASIDE, OPEN, IMPORTED, "unresolved.csv"}

Progress = Callable[[int, int], None]


def import_events(
    layout: str,
    files: Iterable[str | Path],
    into: str | Path,
    *,
    columns: Mapping[str, Any] | None = None,
    names: str | Path | None = None,
    duplicates: str = "keep",
    where: str = "here",
    workers: int = 1,
    told: Progress | None = None,
) -> Imported:
    """Take files of events into a folder, new or old; files that are there already, by content, are passed over.

    layout: one of ``vocabulary.layouts.layout_names()``; ``plain`` for any table, its columns told by ``columns``
    columns: which column gives ``date``, ``last``, ``source``, ``target``, ``code``, ``type``, ``score``, ``issue``,
    ``publisher``, ``id``; parts of a date with + between; also ``actors`` (names, cow, cameo), ``scale``, ``codes``,
    ``missing`` and ``dates`` (dmy or mdy)
    names: a table with the columns ``name`` and ``code``, for names that stayed open
    duplicates: ``keep``, or ``first``: later rows that repeat a row or an id are set aside
    where, workers: ``here`` in so many processes, or on ``ray`` or ``slurm``
    told: hears how many bytes of how many are done

    A file that cannot be read is told in the result, and the others go on. Raises ``ImportingError`` for an unknown
    layout, a map that fits nothing, or a folder of another kind; ``StorageError`` where it cannot be written.
    """
    choices = _choices(layout, columns, names, duplicates)
    folder, paths = Path(into), [Path(file) for file in files]
    _refuse_foreign(folder)
    sizes = {path: path.stat().st_size for path in paths if path.is_file()}
    with taken(folder) as place:
        staging.finish(place)
        staging.drop_begun(place)
        digests, faults = _digests(paths)
        new, known, gone = _known(place, digests, choices)
        done = [*_take(place, new, choices, gone, where, workers, _telling(told, sizes))]
        write_open(place)
        staging.sweep(place)
    given = {digest: path for path, digest in digests.items()}
    found = {each.sha256: _as_given(each, given[each.sha256]) for each in (*done, *known)}
    return Imported(layout, str(into), tuple(faults.get(path) or found[digests[path]] for path in paths))


def finish(into: str | Path) -> None:
    """Complete what a killed import had taken in already; whoever reads a folder of events may call it first."""
    folder = Path(into)
    if any(staging.incoming(folder).glob("*.ready")):
        with taken(folder) as place:
            staging.finish(place)


def _choices(layout: str, columns: Mapping[str, Any] | None, names: str | Path | None, duplicates: str) -> Choices:
    if layout not in layout_names():
        raise ImportingError(f"layout {layout!r}: expected one of {', '.join(layout_names())}")
    if duplicates not in CHOICES:
        raise ImportingError(f"duplicates {duplicates!r}: expected one of {', '.join(CHOICES)}")
    fields, settings = mapped(layout, columns or {})
    given = tuple(sorted(read_names(Path(names)).items())) if names else ()
    return Choices(layout, fields, settings, given, duplicates)


def _refuse_foreign(folder: Path) -> None:
    """Raise ``ImportingError`` for a folder that holds something else."""
    refuse_in_case(folder / IMPORTED)
    if folder.is_dir() and (folder / "case.toml").exists():
        raise ImportingError(f"{folder}: a case; give a folder of its own for event data")
    ours = (folder / IMPORTED).is_dir() or staging.incoming(folder).is_dir()
    if folder.is_dir() and not ours:
        other = sorted(each.name for each in folder.iterdir() if each.name not in _OURS and each.name[0] != ".")
        if other:
            told = ", ".join(other[:3])
            raise ImportingError(f"{folder}: holds other things ({told}); give an empty or a new folder")


def _digests(paths: Sequence[Path]) -> tuple[dict[Path, str], dict[Path, ImportedFile]]:
    """The digests of the files, each content once; what is told of those that are none, or are there twice."""
    found: dict[str, Path] = {}
    faults: dict[Path, ImportedFile] = {}
    for path in paths:
        try:
            kind_of_file(path)
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except (ImportingError, OSError) as fault:
            faults[path] = ImportedFile(path.name, fault=str(fault))
            continue
        if found.setdefault(digest, path) != path:
            faults[path] = ImportedFile(path.name, digest, known=True, notes=(f"the same as {found[digest].name}",))
    return {path: digest for digest, path in found.items()}, faults


def _as_given(file: ImportedFile, path: Path) -> ImportedFile:
    """What became of a file, its path told as it was given."""
    return replace(file, name=path.name, fault=file.fault.replace(str(path.resolve()), str(path)))


def _known(
    place: Path, files: Mapping[Path, str], choices: Choices
) -> tuple[list[tuple[Path, str]], list[ImportedFile], dict[str, list[str]]]:
    """The files that are new; those that are there; and of those taken in by other choices, the units they replace."""
    there: dict[str, tuple[str, str, list[str]]] = {}
    for account in sorted((place / IMPORTED).glob("*.toml")):
        told = account_of(account.read_bytes())
        if told["layout"] == choices.layout:
            digests = [each["sha256"] for each in told["files"]]
            there |= dict.fromkeys(digests, (told["choices"], account.stem, digests))
    given = {*files.values()}
    new, known, gone = list[tuple[Path, str]](), list[ImportedFile](), dict[str, list[str]]()
    for path, digest in files.items():
        made, unit, together = there.get(digest, ("", "", []))
        if made == choices.digest:
            known.append(ImportedFile(path.name, digest, known=True))
            continue
        if unit and not {*together} <= given:
            raise ImportingError(
                f"{path}: taken in before with other choices, together with {len(together) - 1} other files; "
                "give them all again, or take them into a new folder"
            )
        new.append((path, digest))
        if unit:
            gone.setdefault(unit, together)
    return new, known, gone


def _batches(files: Sequence[tuple[Path, str]], gone: Mapping[str, list[str]]) -> Iterator[tuple[tuple[str, str], ...]]:
    """The files in units: a large one alone, small ones together; what replaces older units is one unit."""
    held: list[tuple[str, str]] = []
    size = 0
    for path, digest in files:
        more = path.stat().st_size
        if held and not gone and (size + more > BATCH_BYTES or len(held) >= BATCH_FILES):
            yield tuple(held)
            held, size = [], 0
        held.append((str(path.resolve()), digest))
        size += more
    if held:
        yield tuple(held)


def _take(
    place: Path,
    files: Sequence[tuple[Path, str]],
    choices: Choices,
    gone: Mapping[str, list[str]],
    where: str,
    workers: int,
    told: tuple[Callable[[int], None], Callable[[int], None]],
) -> Iterator[ImportedFile]:
    """Take units in, one after another; what became of each file."""
    within, after = told
    units = list(_batches(files, gone))
    batches = [(str(place), unit, choices) for unit in units]
    parts = staging.incoming(place) / "parts"
    token = told_of_bytes.set(within)
    try:
        for unit, part in zip(units, map_batches(take_unit, batches, parts, where=where, workers=workers), strict=True):
            account = account_of(part.read_bytes())
            if account["files"]:
                staging.commit(
                    place, unit_name(unit, choices), [each for old in gone for each in _files_of(place, old)]
                )
            part.unlink()
            after(sum(Path(path).stat().st_size for path, _ in unit))
            yield from _rows_of(account)
    finally:
        told_of_bytes.reset(token)


def _files_of(place: Path, unit: str) -> list[str]:
    """The files that a unit has given."""
    found = (each for top in _OURS for each in (place / top).rglob(f"{unit}*") if each.is_file())
    return [each.relative_to(place).as_posix() for each in found]


def _rows_of(account: Mapping[str, Any]) -> Iterator[ImportedFile]:
    unit = {name: account[name] for name in ("repeated_rows", "repeated_ids", "events")}
    for each in account["files"]:
        told = {name: each.get(name, {}) for name in ("rows", "stored", "aside", "reasons", "repaired")}
        yield ImportedFile(each["name"], each["sha256"], notes=tuple(each.get("notes", ())), **told, **unit)
        unit = {}
    for each in account["unreadable"]:
        yield ImportedFile(each["name"], each["sha256"], fault=each["fault"])


def _telling(told: Progress | None, sizes: Mapping[Path, int]) -> tuple[Callable[[int], None], Callable[[int], None]]:
    """What hears of bytes that are read here, and of units that are done anywhere."""
    whole, taken_ = sum(sizes.values()), [0, 0]

    def say() -> None:
        if told is not None:
            told(min(max(taken_), whole), whole)

    def within(count: int) -> None:
        taken_[0] += count
        say()

    def after(count: int) -> None:
        taken_[1] += count
        say()

    return within, after
