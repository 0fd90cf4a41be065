"""The formats that a dossier is written in: a new one is one line here and one file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from hikiwake.dossier import KINDS, Dossier
from hikiwake.dossier.counting import counted
from hikiwake.exports import (
    archives,
    bibliographies,
    casefolder,
    figures,
    graphs,
    notes,
    onefile,
    web_annotations,
    workbooks,
)
from hikiwake.exports.qualitative import files as qualitative

Counts = tuple[tuple[str, int], ...]
Files = Callable[..., Iterable[tuple[str, bytes]]]  # of a dossier, a library or none, and how much may be quoted


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the files that hold a dossier in it, by name; what they hold; and whether they stand in a folder.

    ``quoting``: how much of others' words it holds is chosen (none, short, full); ``packed``: a case that can be read.
    """

    files: Files
    counts: Callable[[Dossier], Counts]
    in_folder: bool = False
    quoting: bool = False
    packed: bool = False


def entries(dossier: Dossier) -> Counts:
    """How many rows of each kind there are."""
    found = counted(dossier)
    return tuple((kind, found[kind]) for kind in ("documents", "actors", "passages", *KINDS))


def documents(dossier: Dossier) -> Counts:
    """How many documents there are."""
    return (("documents", len(dossier.documents)),)


def drawings(dossier: Dossier) -> Counts:
    """How many figures there are."""
    return (("figures", len(figures.figures(dossier))),)


FORMATS: Mapping[str, Format] = {
    "csv": Format(casefolder.files, entries, in_folder=True),
    "json": Format(onefile.files, entries),
    "xlsx": Format(workbooks.files, entries, packed=True),
    "zip": Format(archives.files, entries, packed=True),
    "markdown": Format(notes.files, entries),
    "bibtex": Format(bibliographies.bibtex, documents),
    "ris": Format(bibliographies.ris, documents),
    "csl": Format(bibliographies.csl, documents),
    "annotations": Format(web_annotations.files, web_annotations.counts, quoting=True),
    "qdc": Format(qualitative.qdc, qualitative.codes),
    "qdpx": Format(qualitative.qdpx, qualitative.coded, quoting=True),
    "graphml": Format(graphs.graphml, graphs.links, in_folder=True),
    "gexf": Format(graphs.gexf, graphs.links, in_folder=True),
    "svg": Format(figures.svg, drawings, in_folder=True),
    "png": Format(figures.png, drawings, in_folder=True),
}
