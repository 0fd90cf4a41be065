"""A dossier as a project: its vocabulary as codes, its documents as sources, its passages with codes.

The codes stand in groups: the kind of entry, the type of an act, whether it happened, the actors, what a position is
on, the questions with their answers. What an entry says in the editor's words is a note on its passages; so is a doubt,
and a memo under the name of who wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from hikiwake.documents import Document, Library, Passage
from hikiwake.dossier import KINDS, Dossier
from hikiwake.dossier.entries import Doubt, Driver, Entry, Event, Formula, Position, Reading
from hikiwake.dossier.folder.tables import tables
from hikiwake.dossier.memos import Memo
from hikiwake.dossier.saying import in_words
from hikiwake.exports.qualitative.counting import PLAIN, Counting, plain
from hikiwake.exports.qualitative.project import Code, Coding, Note, Project, Selection, Source, guid_of

EDITOR = "Editor of the case"
QUESTIONS = "Questions"
AS_STORED = "places count the stored text"  # where a text was not at hand when it was written
Path = tuple[str, ...]


def project_of(dossier: Dossier, library: Library | None = None, *, with_texts: bool = False) -> Project:
    """The project; with the texts of its documents only where a library holds them and ``with_texts`` is set."""
    codes = codes_of(dossier)
    users = tuple((guid_of("user", name), name) for name in _users(dossier))
    sources = tuple(_source(dossier, each, library, with_texts=with_texts) for each in dossier.documents if each.sha256)
    told = (_note(entry) for entry in dossier.entries if entry.passages)
    notes = (*told, *(_memo(memo) for memo in dossier.memos if dossier.by_id[memo.entry].passages))
    case = dossier.case
    return Project(
        case.title or "A case", users=users, codes=codes, sources=sources, notes=notes, description=case.question
    )


def codes_of(dossier: Dossier) -> tuple[Code, ...]:
    """The codes that the entries use, each with those that it is part of before it."""
    told = _described(dossier)
    paths = dict.fromkeys(path for entry in _coded(dossier) for path in paths_of(dossier, entry))
    whole = dict.fromkeys(path[:length] for path in paths for length in range(1, len(path) + 1))
    order = {name: at for at, name in enumerate(_GROUPS)}
    return tuple(
        Code(code_guid(path), path[-1], told.get(path, ""), path in paths, code_guid(path[:-1]) if path[1:] else "")
        for path in sorted(whole, key=lambda path: (order[path[0]], path))
    )


_GROUPS = (
    "Kind of entry",
    "Type of act",
    "Happened",
    "Actors",
    "Positions on",
    "Ways to settle",
    "Causes and effects",
    QUESTIONS,
)


def code_guid(path: Path) -> str:
    """The id of a code."""
    return guid_of("code", *path)


def paths_of(dossier: Dossier, entry: Entry) -> Iterator[Path]:
    """The codes of an entry, each as the names of the codes that it is part of and its own."""
    kind, acts, happened, actors, on, ways, causes, questions = _GROUPS
    yield kind, type(entry).__name__.casefold()
    match entry:
        case Event():
            yield from ((acts, entry.type),) if entry.type else ()
            yield happened, entry.happened
            yield from ((actors, _actor(dossier, id_)) for id_ in entry.actors)
        case Position():
            yield actors, _actor(dossier, entry.actor)
            yield on, entry.on, entry.verb
        case Reading():
            yield questions, entry.question, entry.side
        case Formula():
            yield ways, entry.id
        case Driver():
            yield from ((causes, each) for each in (entry.cause, entry.effect))


def _actor(dossier: Dossier, id_: str) -> str:
    return dossier.actor[id_].name() if id_ in dossier.actor else id_


def _coded(dossier: Dossier) -> Iterator[Entry]:
    return chain.from_iterable(getattr(dossier, kind) for kind in KINDS)


def _described(dossier: Dossier) -> dict[Path, str]:
    """What codes mean, where the case or the vocabulary says it."""
    kind, _, _, _, on, ways, causes, questions = _GROUPS
    told: dict[Path, str] = {(kind, table.entry.__name__.casefold()): table.meaning for table in tables().values()}
    told |= {(on, each.id): each.title for each in dossier.case.issues}
    told |= {(on, each.id): each.title for each in dossier.formulas}
    told |= {(ways, each.id): each.title for each in dossier.formulas}
    told |= {(causes, each.id): each.title for each in dossier.case.variables}
    return told | {(questions, each.id): each.wording for each in dossier.case.questions}


def _users(dossier: Dossier) -> list[str]:
    names = (*(doubt.holder for doubt in dossier.doubts), *(memo.author for memo in dossier.memos))
    return [EDITOR, *dict.fromkeys(name for name in names if name != EDITOR)]


def _source(dossier: Dossier, document: Document, library: Library | None, *, with_texts: bool) -> Source:
    """A document with its passages. Without its text at hand, places are those of the case as they are."""
    passages = [each for each in dossier.passages if each.document == document.id]
    edition = library.edition(document, passages) if library else None
    held = edition.finder.text if edition and edition.same else None
    counting = Counting(held or "", PLAIN)
    selections = (_selection(dossier, each, counting) for each in passages)
    text = plain(held) if held is not None and with_texts else None
    counted = "places count a line end as one character" if held is not None else AS_STORED
    said = f"{document.label}, {document.title}. sha256 {document.sha256}; {counted}"
    return Source(guid_of("source", document.id), document.id, text, said, tuple(selections))


def _selection(dossier: Dossier, passage: Passage, counting: Counting) -> Selection:
    citing = [entry for entry in _coded(dossier) if passage.id in entry.passages]
    paths = dict.fromkeys(path for entry in citing for path in paths_of(dossier, entry))
    editor = guid_of("user", EDITOR)
    memos = (memo for memo in dossier.memos if passage.id in dossier.by_id[memo.entry].passages)
    return Selection(
        guid_of("passage", passage.id),
        counting.counted(passage.start),
        counting.counted(passage.end),
        tuple(Coding(code_guid(path), editor) for path in paths),
        passage.id,
        notes=tuple(guid_of("note", each.id) for each in (*citing, *memos)),
    )


def _note(entry: Entry) -> Note:
    words = f"{entry.entry}: {entry.reason}" if isinstance(entry, Doubt) else in_words(entry)
    by = entry.holder if isinstance(entry, Doubt) else EDITOR
    return Note(guid_of("note", entry.id), entry.id, f"{words} ({entry.holder})", guid_of("user", by))


def _memo(memo: Memo) -> Note:
    return Note(guid_of("note", memo.id), memo.id, f"{memo.entry}: {memo.text}", guid_of("user", memo.author))
