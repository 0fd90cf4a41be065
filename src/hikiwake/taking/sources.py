"""The texts of a project among the documents of a case: known by their words, else new; and where stretches stand."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hikiwake.documents import Document, text_hash
from hikiwake.documents.guessing import guess
from hikiwake.dossier import Dossier
from hikiwake.dossier.entering.adding import holding, likely_date, reference_from
from hikiwake.dossier.folder.citing import Ids, document_of, id_of
from hikiwake.exports.qualitative.counting import PLAIN, Counting, converter, plain, way_of
from hikiwake.exports.qualitative.of_dossier import AS_STORED
from hikiwake.exports.qualitative.project import Project, Selection, Source, guid_of
from hikiwake.storage.names import name_fault
from hikiwake.workbench import Span, StoredText, Workbench


@dataclass(frozen=True, slots=True)
class Placed:
    """A source as a document of the case: its id, its stored text, and from what the program counts to places in it."""

    name: str
    document: str
    text: str
    selections: tuple[Selection, ...]
    place: Callable[[int], int]

    def span(self, selection: Selection) -> Span | None:
        """A stretch as characters of the stored text; ``None`` where it lies beyond."""
        start, end = self.place(selection.start), self.place(selection.end)
        return Span(self.document, start, end) if 0 <= start < end <= len(self.text) else None


def placed(project: Project, bench: Workbench, dossier: Dossier, left_out: list[str]) -> Iterator[Placed]:
    """The sources that have stretches, each with its document; new ones are entered, texts that are missing kept."""
    held = bench.texts_of({*dossier.document} | {each.id for each in bench.held})
    ids, known = Ids([*dossier.document, *held]), {text_hash(plain(text)): id_ for id_, text in held.items()}
    for source in project.sources:
        if not source.selections:
            continue
        if source.text is None:
            found = _ours(source, held)
            if found:
                yield found
            else:
                left_out.append(
                    f"{source.name}: its text is neither in the project nor at hand; `hikiwake read` it first"
                )
            continue
        id_ = known.get(text_hash(plain(source.text))) or _entered(source, dossier)
        if id_ is None and (own := _own(source, dossier)):
            left_out.append(
                f"{source.name}: another text than that of {own} in the case; `hikiwake read` its file first"
            )
            continue
        if id_ is None or id_ not in held:
            document = _document(source, id_, ids, dossier)
            bench.take([_stored(source, document)], [document])
            id_ = document.id
            held[id_] = source.text
            known[text_hash(plain(source.text))] = id_
        yield _placed(project, source, source.text, id_, held[id_])


def _placed(project: Project, source: Source, text: str, id_: str, stored: str) -> Placed:
    stretches = ((each.start, each.end, each.name) for each in source.selections)
    place = converter(text, way_of(text, stretches, project.origin), stored)
    return Placed(source.name, id_, stored, source.selections, place)


def _ours(source: Source, held: dict[str, str]) -> Placed | None:
    """A source that this program wrote without its text, where the case's text is at hand, and the same."""
    for id_, text in held.items():
        if source.guid == guid_of("source", id_) and text_hash(text) in source.description:
            place = (lambda each: each) if AS_STORED in source.description else Counting(text, PLAIN).place
            return Placed(source.name, id_, text, source.selections, place)
    return None


def _entered(source: Source, dossier: Dossier) -> str | None:
    """The document of the case whose very text a source is."""
    own = text_hash(source.text or "")
    return next((each.id for each in dossier.documents if each.sha256 == own), None)


def _own(source: Source, dossier: Dossier) -> str:
    return next((each.id for each in dossier.documents if source.guid == guid_of("source", each.id)), "")


def _document(source: Source, id_: str | None, ids: Ids, dossier: Dossier) -> Document:
    """The entry of a source: that of the case, else a new one with what its text tells of itself."""
    if id_ is not None:
        return dossier.document[id_]
    text = source.text or ""
    name = _file_name(source)
    told = guess(text, name, {})
    reference = reference_from(replace(told, title=told.title or source.name), _about(text))
    document = document_of(reference, ids.fresh(id_of(reference)))
    return holding(document, name, text)


def _about(text: str) -> str:
    """About when a text was written, by the years it names."""
    with TemporaryDirectory(prefix="hikiwake-") as scratch:
        file = Path(scratch) / "text"
        file.touch()
        return likely_date(file, text)


def _file_name(source: Source) -> str:
    """A name for the file of a text: that of the source where it is one."""
    stem = re.sub(r"\.(txt|docx?|rtf|odt|pdf|md|html?)$", "", " ".join(source.name.split()), flags=re.I)
    name = f"{stem}.txt"
    return f"{source.guid or 'text'}.txt" if name_fault(name) else name


def _stored(source: Source, document: Document) -> StoredText:
    text = source.text or ""
    return StoredText(document.id, document.file, hashlib.sha256(text.encode()).hexdigest(), text)
