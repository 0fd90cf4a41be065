"""Reading files into a case: known ones change nothing, changed ones are followed, new ones are entered and coded."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from hikiwake.coding.intake.batches import Found, faults_in, files_of, found_files, none_read, refuse_unread, under
from hikiwake.coding.intake.identity import Identities, entry_of, stored_of, titles_of
from hikiwake.coding.intake.reports import propose_merges
from hikiwake.coding.intake.sides import name_sides, sides_said
from hikiwake.coding.llm.coder import Coding, Estimate, code, estimate, lines
from hikiwake.coding.llm.endpoint import Endpoint
from hikiwake.documents import Document
from hikiwake.dossier import load, new_case
from hikiwake.dossier.entering.differences import Change
from hikiwake.dossier.folder.starting import Beginning
from hikiwake.errors import CaseError, LibraryError
from hikiwake.workbench import Workbench, place_of
from hikiwake.workbench.codings import told_of
from hikiwake.workbench.proposal import Proposal

CODERS = ("rules", "llm")
AT_ONCE = 50  # documents that are taken in together
MOST_ENTERED = 500  # documents that are entered in the case at once; of more, each when something of it is accepted


@dataclass(frozen=True, slots=True)
class Model:
    """A language model to be asked: where, up to how many tokens, and who agrees to what it may cost."""

    where: Endpoint
    most: int
    agreed: Callable[[Estimate], bool]


@dataclass
class Intake:
    """What reading files into a case has done: ids of documents, and how much was proposed."""

    case: str
    new: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    recoded: list[str] = field(default_factory=list)
    withdrawn: int = 0
    standing: int = 0
    proposed: int = 0
    merges: int = 0
    outside: list[str] = field(default_factory=list)
    sides: list[str] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)
    not_read: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_into(
    paths: Iterable[Path],
    case: Path,
    *,
    setting: str = "recall",
    coder: str = "rules",
    where: str = "here",
    workers: int = 0,
    told: Callable[[int, int], None] | None = None,
    model: Model | None = None,
    begun: Beginning | None = None,
) -> Intake:
    """Read files, folders and archives into a case, new or old, and keep what the coder proposes in its workbench.

    setting: ``recall`` for somebody who reviews, ``precision`` for fewer and surer proposals
    where: ``here``, ``ray`` or ``slurm`` (see ``parallel``); the result is the same everywhere
    told: is called with how many files are done, of how many
    model: for the coder ``llm`` whom to ask, and whether; documents that were read before are coded too
    begun: title, question and sides of a new case; sides that are not said are those that most events join

    Raises ``LibraryError`` for a path that is not there and where no file can be read, ``CaseError`` for what is no
    case or a coder that is none.
    """
    if coder not in CODERS or (coder == "llm" and model is None):
        raise CaseError(f"{coder!r}: no coder, or no model for it; coders are {', '.join(CODERS)}")
    given = [*paths]
    files = _given(given, case)
    parts = place_of(case).with_name(f".{case.resolve().name}.parts")
    if not case.exists():
        new_case(case, begun)
    done = Intake(str(case), not_read=faults_in(given))
    with Workbench(case, create=True) as workbench:
        done.outside = [_told(change) for change in workbench.take_in()]
        dossier = load(case)
        own = dossier.actors, sides_said(dossier), titles_of(dossier)
        files = [*_unread(files, workbench, coder, told_of(dossier.actors, titles_of(dossier)), done)]
        found = found_files(files, setting, *own, where=where, workers=workers, parts=parts)
        identities = Identities(dossier, workbench.held, done.same)
        _take_all(workbench, found, identities, coder, len(files), done, told)
        if model:
            _ask(workbench, model, done)
        if done.new or done.changed or done.again or done.recoded or model:
            _settle(workbench, done)
            done.merges, notes = propose_merges(workbench, coder)
            done.notes += notes
        if not sides_said(dossier):
            _name_sides(workbench, done)
    shutil.rmtree(parts, ignore_errors=True)
    if done.not_read and not (done.new or done.same or done.changed):
        raise none_read(done.not_read)
    return done


def _given(paths: Iterable[Path], case: Path) -> list[str]:
    """The files to read. Raises ``LibraryError`` where there are none, or where they would make an empty workbench."""
    files = [str(each) for each in files_of(paths)]
    if not files:
        raise LibraryError("no file in what was given; nothing was read, and no case was made")
    if not place_of(case).exists():
        refuse_unread(map(Path, files))
    return files


def _settle(workbench: Workbench, done: Intake) -> None:
    """Count as accepted what is proposed of documents that the case had, and stands in it."""
    known = [*done.again, *done.recoded]
    done.standing = len(workbench.settle(known)) if known else 0
    done.proposed -= done.standing


def _name_sides(workbench: Workbench, done: Intake) -> None:
    """Give a new case the two sides that most of what is proposed joins."""
    events = (each.proposal for each in workbench.queue.each_event())
    done.sides = list(name_sides(workbench.folder, events) or ())
    workbench.take_in()


def _take_all(
    workbench: Workbench,
    found: Iterator[Found],
    identities: Identities,
    coder: str,
    files: int,
    done: Intake,
    told: Callable[[int, int], None] | None,
) -> None:
    """Take documents in as they are read; how far it is, is told."""
    count = 0
    while batch := [*islice(found, AT_ONCE)]:
        _take(workbench, batch, identities, coder, files <= MOST_ENTERED, done)
        count += len(batch)
        if told:
            told(count, max(count, files))


def _told(change: Change) -> str:
    """Which row was changed outside, and how."""
    how = "added" if change.before is None else "removed" if change.after is None else "changed"
    return f"{change.id} ({change.kind}) {how}"


def _unread(files: Iterable[str], workbench: Workbench, coder: str, known: str, done: Intake) -> Iterator[str]:
    """The files whose bytes the workbench does not hold, or holds uncoded; the others are noted as the same.

    Coded by rules that did not know the actors and formulas of the case as they are now is as good as uncoded.
    """
    coded = workbench.codings.by("rules")
    held = {each.original: each.id for each in workbench.held if coder == "llm" or each.id in coded}
    for name in files:
        path = Path(name)
        id_ = None if path.suffix.lower() == ".zip" else held.get(hashlib.sha256(path.read_bytes()).hexdigest())
        if id_ is None or (coder == "rules" and workbench.codings.knew(id_) != known):
            yield name
        else:
            done.same.append(id_)


def _take(
    workbench: Workbench, batch: list[Found], identities: Identities, coder: str, few: bool, done: Intake
) -> None:
    """Take some documents in, with what is proposed of them."""
    done.not_read += [found.fault for found in batch if found.fault]
    read = {identities.id_of(found): found for found in batch if not found.fault}
    done.notes += [note for found in read.values() for note in found.notes]
    documents = [entry_of(found, id_) for id_, found in read.items()]
    if few:
        done.guessed += [_guessed(document) for document in documents if document.id not in identities.known]
    taken = workbench.take([stored_of(found, id_) for id_, found in read.items()], documents, enter=few)
    for name in ("new", "same", "changed", "stale", "lost", "again"):
        getattr(done, name).extend(getattr(taken, name))
    if coder == "rules":
        done.proposed += workbench.propose(_proposals(read), coder)
        _recode(workbench, read, identities.case_knows, {*taken.same} - {*taken.again}, done)


def _recode(workbench: Workbench, read: dict[str, Found], known: str, same: set[str], done: Intake) -> None:
    """Withdraw what is proposed no more of documents that were coded when less was known; note what is known."""
    for id_ in sorted(same):
        if workbench.codings.knew(id_) != known:
            done.recoded.append(id_)
            now = (under(each, id_).id for each in read[id_].proposals)
            done.withdrawn += workbench.codings.withdraw(id_, "rules", now)
    workbench.codings.note(read, known)


def _guessed(document: Document) -> str:
    """What a document was taken to be."""
    when = document.written
    told = f"about {when.last.year}" if when.precision == "approximate" else when.start.isoformat()
    return f"{document.id}: {document.author}, “{document.title}”, {told}"


def _proposals(read: dict[str, Found]) -> Iterator[Proposal]:
    for id_, found in read.items():
        yield from (under(each, id_) for each in found.proposals)


def _ask(workbench: Workbench, model: Model, done: Intake) -> None:
    """Have the documents coded by a language model, once its cost is agreed to."""
    ids = dict.fromkeys((*done.new, *done.changed, *done.same))
    read = [text for text in workbench.texts if text.id in ids]
    if not model.agreed(estimate((text.text for text in read), model.where, workbench.answers)):
        done.notes.append("the language model was not asked")
        return
    coding = Coding()
    written = {document.id: document.written for document in load(done.case).documents}
    for text in read:
        code(
            text.id,
            text.text,
            written.get(text.id),
            model.where,
            workbench.answers,
            most_tokens=model.most,
            done=coding,
        )
    done.proposed += workbench.propose(coding.proposals, "llm")
    done.notes += lines(coding)
