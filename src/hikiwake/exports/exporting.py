"""One way to write every format: what was selected, where to, and how many rows of which kind were written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hikiwake.documents import Library
from hikiwake.documents.bibliography import bibliography_text, reference_of
from hikiwake.dossier import KINDS, Dossier, save
from hikiwake.dossier.folder.onefile import json_bytes
from hikiwake.dossier.folder.writing import encoded
from hikiwake.errors import HikiwakeError
from hikiwake.exports.figures import figures, png
from hikiwake.exports.graphs import actors_graph, drivers_graph, gexf_text, graphml_text
from hikiwake.exports.notes import notes
from hikiwake.storage.writing import refuse_in_case, write_file, write_files

Counts = tuple[tuple[str, int], ...]
FORMATS = ("csv", "json", "markdown", "bibtex", "ris", "csl", "graphml", "gexf", "svg", "png")
_BIBLIOGRAPHY = ("bibtex", "ris", "csl")
_GRAPHS: Mapping[str, Callable[[object], str]] = {"graphml": graphml_text, "gexf": gexf_text}


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
    filtered_by: str = "",
    replacing: bool = False,
) -> Exported:
    """Write a dossier in one of ``FORMATS``: a file, or a folder for csv, graphml, gexf, svg and png.

    ``library`` gives the words of passages to markdown; ``filtered_by`` says how the dossier was selected. Raises
    ``HikiwakeError`` for another format, and where something stands at the path already and ``replacing`` is not set.

    >>> import hikiwake as hw
    >>> from tempfile import mkdtemp
    >>> export(hw.load("japan_russia"), Path(mkdtemp()) / "documents.bib", "bibtex").why()
    '5 documents; everything, no filter'
    """
    target = Path(path)
    if form not in FORMATS:
        raise HikiwakeError(f"{form!r} is no format; give one of {', '.join(FORMATS)}")
    refuse_in_case(target)
    if not replacing and target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise HikiwakeError(f"{target}: something is there already; give another path, or --force to replace it")
    files, counts = _write(dossier, target, form, library, force=replacing)
    return Exported(tuple(files), counts, filtered_by)


def _write(
    dossier: Dossier, target: Path, form: str, library: Library | None, *, force: bool
) -> tuple[list[Path], Counts]:
    """Write the files of a format; each whole or not at all."""
    if form == "csv":
        save(dossier, target, force=force)
        return sorted(path for path in target.rglob("*") if path.is_file()), _entries(dossier)
    if form in _GRAPHS:
        return _graphs(dossier, target, form)
    if form in ("svg", "png"):
        return _figures(dossier, target, form)
    if target.is_dir():
        raise HikiwakeError(f"{target}: a folder; {form} is one file, give its name")
    if form in _BIBLIOGRAPHY:
        text = bibliography_text(map(reference_of, dossier.documents), form)
        counts: Counts = (("documents", len(dossier.documents)),)
    else:
        text = "" if form == "json" else notes(dossier, library)
        counts = _entries(dossier)
    _folder(target.parent)
    content = json_bytes(dossier, target) if form == "json" else encoded(text, str(target))
    write_file(target, content, force=force)
    return [target], counts


def _graphs(dossier: Dossier, target: Path, form: str) -> tuple[list[Path], Counts]:
    """Two graphs in a folder: what drives what, and who acted towards whom."""
    graphs = {"drivers": drivers_graph(dossier), "actors": actors_graph(dossier)}
    files = [target / f"{name}.{form}" for name in graphs]
    texts = (encoded(_GRAPHS[form](graph), str(target)) for graph in graphs.values())
    _write_together(target, dict(zip((file.name for file in files), texts, strict=True)))
    sizes = ((f"links between {name}", graph.number_of_edges()) for name, graph in graphs.items())
    return files, tuple(sizes)


def _figures(dossier: Dossier, target: Path, form: str) -> tuple[list[Path], Counts]:
    """The figures of the page in a folder, one file each."""
    drawn = figures(dossier)
    files = [target / f"{name}.{form}" for name in drawn]
    contents = (png(drawing) if form == "png" else encoded(drawing, str(target)) for drawing in drawn.values())
    _write_together(target, dict(zip((file.name for file in files), contents, strict=True)))
    return files, (("figures", len(files)),)


def _write_together(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of an export into a folder that is no case."""
    refuse_in_case(folder / "any")
    write_files(folder, files)


def _counted(count: int, kind: str) -> str:
    """A number with its noun, as ``1 event`` or ``2 links between actors``."""
    noun, *rest = kind.split()
    return " ".join((f"{count:,}", noun.removesuffix("s") if count == 1 else noun, *rest))


def _entries(dossier: Dossier) -> Counts:
    return tuple((kind, len(getattr(dossier, kind))) for kind in ("documents", "actors", "passages", *KINDS))


def _folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HikiwakeError(f"{path}: no folder can be made there ({error.strerror}); give another path") from error
