"""One way to write every format: what was selected, where to, and how many rows of which kind were written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hikiwake.documents import Library
from hikiwake.dossier import Dossier, own_library, save
from hikiwake.dossier.folder.onefile import json_bytes
from hikiwake.dossier.folder.packed.cases import refuse_unread
from hikiwake.errors import HikiwakeError
from hikiwake.exports.formats import FORMATS, Counts
from hikiwake.modelling.checking import refuse_unsound
from hikiwake.report.grounds import QUOTES
from hikiwake.storage.writing import refuse_in_case, vacant, write_file, write_files
from hikiwake.wording.terminal.near import did_you_mean


@dataclass(frozen=True, slots=True)
class Exported:
    """An export: the files written, how many rows of each kind they hold, and under which filter."""

    files: tuple[Path, ...]
    counts: Counts
    filter: str = ""

    def why(self) -> str:
        """In one sentence, what was written under which filter."""
        rows = ", ".join(_counted(count, kind) for kind, count in self.counts)
        return f"{rows}; {f'filter: {self.filter}' if self.filter else 'everything, no filter'}"


def export(
    dossier: Dossier,
    path: Path | str,
    form: str,
    *,
    library: Library | None = None,
    quotes: str = "short",
    filtered_by: str = "",
    replacing: bool = False,
) -> Exported:
    """Write a dossier in one of ``FORMATS``: a file, or a folder for csv, graphml, gexf, svg and png.

    ``library`` gives the words of passages to markdown, annotations and qdpx, as many as ``quotes`` says (none, short,
    full) for the last two; where none is given it is the one that the case carries. ``filtered_by`` says how the
    dossier was selected. Raises
    ``HikiwakeError`` for another format, for a case in whose models ``check`` finds a fault, and where something stands
    at the path already and ``replacing`` is not set.

    >>> import hikiwake as hw
    >>> from tempfile import mkdtemp
    >>> export(hw.load("japan_russia"), Path(mkdtemp()) / "documents.bib", "bibtex").why()
    '5 documents; everything, no filter'
    """
    target = Path(path)
    if form not in FORMATS:
        raise HikiwakeError(f"{form!r} is no format; give one of {', '.join(FORMATS)}{did_you_mean(form, FORMATS)}")
    if quotes not in QUOTES:
        raise HikiwakeError(f"--quotes {quotes!r}: give one of {', '.join(QUOTES)}")
    refuse_in_case(target)
    if not replacing and target.exists() and not (target.is_dir() and vacant(target)):
        raise HikiwakeError(f"{target}: something is there already; give another path, or --force to replace it")
    refuse_unsound(dossier)
    files = _write(dossier, target, form, library or own_library(dossier), quotes, force=replacing)
    return Exported(tuple(files), FORMATS[form].counts(dossier), filtered_by)


def contents_of(dossier: Dossier, form: str, library: Library | None, quotes: str) -> dict[str, bytes]:
    """The files of a format by name. Raises ``CaseError`` where a packed case could not be read again from them."""
    made = FORMATS[form]
    contents = dict(made.files(dossier, library, quotes) if made.quoting else made.files(dossier, library))
    if made.packed:
        refuse_unread(dossier, contents)
    return contents


def _write(
    dossier: Dossier, target: Path, form: str, library: Library | None, quotes: str, *, force: bool
) -> list[Path]:
    """Write the files of a format, all of them or none; a case folder as a whole."""
    made = FORMATS[form]
    if not made.in_folder and target.is_dir():
        raise HikiwakeError(f"{target}: a folder; {form} is one file, give its name")
    if form == "json":
        json_bytes(dossier, target)  # refuses what could not be read again
    contents = contents_of(dossier, form, library, quotes)
    if form == "csv":
        save(dossier, target, force=force)
        return sorted(path for path in target.rglob("*") if path.is_file())
    if made.in_folder:
        refuse_in_case(target / "any")
        write_files(target, contents)
        return [target / name for name in contents]
    _folder(target.parent)
    write_file(target, next(iter(contents.values())), force=force)
    return [target]


def _counted(count: int, kind: str) -> str:
    """A number with its noun, as ``1 event`` or ``2 links between actors``."""
    noun, *rest = kind.split()
    return " ".join((f"{count:,}", noun.removesuffix("s") if count == 1 else noun, *rest))


def _folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HikiwakeError(f"{path}: no folder can be made there ({error.strerror}); give another path") from error
