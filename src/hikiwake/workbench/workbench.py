"""The workbench of a case: texts, proposals, and decisions that end in the case folder or are taken back from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from hikiwake.documents import Document
from hikiwake.dossier import Dossier
from hikiwake.dossier.entering.differences import Change, differences
from hikiwake.dossier.folder.reading import read_folder
from hikiwake.errors import CaseError
from hikiwake.workbench import commands, following, kept, moving, outside, texts
from hikiwake.workbench.answers import Answers
from hikiwake.workbench.by_hand import Wanted, entered, removed, rewritten
from hikiwake.workbench.codings import Codings
from hikiwake.workbench.commands import DONE, UNDONE, Command, Turn
from hikiwake.workbench.deciding.review import Review
from hikiwake.workbench.deciding.second import SecondPass
from hikiwake.workbench.decisions import Decisions
from hikiwake.workbench.kept import Kept
from hikiwake.workbench.proposal import Proposal
from hikiwake.workbench.reviewing.history import History
from hikiwake.workbench.reviewing.queue import Queue
from hikiwake.workbench.rows.asked import Asked
from hikiwake.workbench.rows.upgrading import upgrade
from hikiwake.workbench.store import connect, place_of, writing
from hikiwake.workbench.taking_over import TakingOver
from hikiwake.workbench.texts import Held, StoredText, Taken


class Workbench:
    """The work in progress on a case folder, in one file beside it. Close it, or use it in a ``with`` statement.

    Every decision changes the folder and the workbench together: a kill leaves both as they were, or both changed, and
    a second program waits its turn. Raises ``StorageError`` where there is no workbench yet and ``create`` is not set.
    """

    def __init__(self, folder: Path | str, *, create: bool = False) -> None:
        """Open the workbench of a case folder."""
        self.folder = Path(folder)
        self.place = place_of(self.folder)
        self._connection = connect(self.place, create=create)
        upgrade(self._connection)
        self._decisions = Decisions(self.folder, self.place, self._connection)
        self._decisions.complete()

    def __enter__(self) -> Workbench:
        """Be used in a ``with`` statement."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close at its end."""
        self.close()

    def close(self) -> None:
        """Close the file; what was confirmed stays."""
        self._connection.close()

    @property
    def texts(self) -> tuple[StoredText, ...]:
        """The texts of the documents."""
        return texts.texts_of(self._connection)

    @property
    def held(self) -> tuple[Held, ...]:
        """The documents, without their texts."""
        return texts.held(self._connection)

    def texts_of(self, ids: Iterable[str]) -> dict[str, str]:
        """The texts of some documents, by id."""
        return {text.id: text.text for text in texts.texts_of(self._connection, ids)}

    def proposals(self, *, kind: str = "", status: str = "", document: str = "", about: str = "") -> tuple[Kept, ...]:
        """The proposals that meet every criterion, in the order of the texts; ``about`` are words of their passage."""
        return self.queue.some(Asked(kind, status, document, about), -1)

    @property
    def queue(self) -> Queue:
        """The proposals, counted, and some at a time."""
        return Queue(self._connection)

    def proposal(self, id_: str) -> Kept:
        """The proposal with an id, which may be cut short. Raises ``CaseError`` where there is none, or several."""
        return kept.named(self._connection, [id_])[0]

    @property
    def log(self) -> tuple[Command, ...]:
        """What was done, oldest first."""
        return tuple(commands.log(self._connection))

    @property
    def undone(self) -> tuple[Command, ...]:
        """What was taken back and can be done again, the next first; a decision in between hides what was before it."""
        return commands.undone(self._connection)

    @property
    def last(self) -> Command | None:
        """The decision that ``undo`` would take back."""
        return commands.last(self._connection, DONE)

    @property
    def history(self) -> History:
        """What was done, the latest first, and what became of each row."""
        return History(self._connection)

    def differences(self) -> tuple[Change, ...]:
        """What was changed in the case folder by other means since the workbench last looked."""
        return outside.differences_of(self._connection, read_folder(self.folder))

    def has_seen(self, dossier: Dossier) -> bool:
        """Whether a case that was read from the folder is as the workbench last saw it: then nothing is to be taken in.

        Nobody is kept from changing it for this.
        """
        state = dossier.read_from
        seen = state is not None and outside.is_seen(self._connection, state)
        return seen and outside.all_stand(self._connection, dossier)

    def take_in(self, who: str = "") -> tuple[Change, ...]:
        """Take in what was changed in the case folder by other means; what that was.

        An accepted proposal whose entry was taken out is open again.
        """
        with self._decisions.taken() as hand, writing(self._connection):
            changes, again = outside.take_in(self._connection, hand.case.dossier, hand.case.state)
            if changes:
                told = f"taken in: {len(changes)} rows changed outside"
                turns = [Turn(each, replace(each, status="open", entry="")) for each in again]
                commands.note(self._connection, who or commands.whoever(), told, turns, changes, commands.OUTSIDE)
        return changes

    def take(
        self, stored: Iterable[StoredText], documents: Iterable[Document] = (), *, enter: bool = True, who: str = ""
    ) -> Taken:
        """Keep the texts of documents, and enter the documents that the case has not yet.

        Without ``enter`` a document is entered when something of it is accepted.
        Where a text is another than the case's own, or than that of the workbench, the passages and the proposals move
        to where their words stand now; what stands nowhere any more is told, and its proposals are stale.
        """
        with self._decisions.taken() as hand:
            told = following.told_apart(hand.case.dossier, tuple(stored), self.texts_of)
            case = hand.case.dossier
            about = {each.id: each for each in documents}
            new = tuple(each for each in about.values() if enter and each.id not in case.document)
            whole = replace(case, documents=(*case.documents, *new))
            after, lost = outside.moved_case(whole, told.in_case, told.before_in_case)
            if after != case:
                hand.case.save(after)
            with writing(self._connection):
                taken = texts.take(self._connection, told.texts, about, told.entered)
                stale = moving.move(self._connection, told.before, told.in_workbench)
                outside.keep(self._connection, differences(case, after))
                if read := (*taken.new, *taken.changed, *(id_ for id_ in told.again if id_ in taken.same)):
                    what = f"read {', '.join(read)}"
                    commands.note(self._connection, who or commands.whoever(), what, (), (), commands.OUTSIDE)
        return replace(taken, stale=stale, lost=lost, again=told.again)

    def propose(self, proposals: Iterable[Proposal], coder: str) -> int:
        """Keep what a coder proposes; what was proposed before stays as it was decided. How many are new."""
        wanted = tuple(proposals)
        told = self.texts_of(each.document for each in wanted)
        with writing(self._connection):
            return kept.add(self._connection, wanted, coder, told)

    def settle(self, documents: Iterable[str], who: str = "") -> tuple[str, ...]:
        """Keep as accepted what is proposed of some documents and stands in the case already; the ids of those."""
        with self._decisions.taken() as hand, writing(self._connection):
            opened = [each for id_ in documents for each in kept.find(self._connection, document=id_, status="open")]
            done = outside.settle(self._connection, hand.case.dossier, opened)
            if done:
                told = f"stand in the case already: {len(done)} proposals"
                commands.note(self._connection, who or commands.whoever(), told, (), (), commands.OUTSIDE)
        return done

    @property
    def codings(self) -> Codings:
        """What was known when the documents were coded."""
        return Codings(self._connection)

    @property
    def review(self) -> Review:
        """Merges, splits, second types and memos."""
        return Review(self._connection, self._decisions, lambda: read_folder(self.folder))

    @property
    def second(self) -> SecondPass:
        """What second coders decide, without seeing what was decided before, and how differences are settled."""
        return SecondPass(self._connection, self._decisions)

    @property
    def answers(self) -> Answers:
        """What language models have answered."""
        return Answers(self._connection)

    def accept(self, ids: Iterable[str], who: str = "") -> tuple[str, ...]:
        """Write the entries that proposals become into the case folder; the ids of the entries.

        Raises ``CaseError`` with the proposal that is not open or lacks what an entry must have: nothing is accepted.
        """
        entries: list[str] = []

        def decide(dossier: Dossier) -> tuple[Dossier, list[Turn]]:
            taking = TakingOver(self._connection, dossier)
            entries.extend(taking.accept_all(self._open(ids)))
            return taking.dossier, taking.turns

        self._decisions.carry_out(who, "accept", decide)
        return tuple(entries)

    def merge(self, ids: Iterable[str], who: str = "") -> str:
        """Make one entry of several that say the same: proposals, accepted ones among them, and entries; its id.

        Raises ``CaseError`` where one was rejected or is of another kind, or where fewer than two are named.
        """
        return self.review.merge(ids, who)

    def reject(self, ids: Iterable[str], who: str = "") -> None:
        """Put proposals aside; they are not proposed again. Raises ``CaseError`` where one is not open."""

        def decide(dossier: Dossier) -> tuple[Dossier, list[Turn]]:
            return dossier, [Turn(each, replace(each, status="rejected")) for each in self._open(ids)]

        self._decisions.carry_out(who, "reject", decide)

    def edit(self, id_: str, who: str = "", **changes: Any) -> Kept:
        """Change fields of an open proposal; it keeps its id. Raises ``CaseError`` for what no proposal can be."""
        edited: list[Kept] = []

        def decide(dossier: Dossier) -> tuple[Dossier, list[Turn]]:
            (each,) = self._open([id_])
            edited.append(each.edited(changes))
            return dossier, [Turn(each, edited[0])]

        self._decisions.carry_out(who, "edit", decide)
        return edited[0]

    def accept_as(self, id_: str, who: str = "", **changes: Any) -> str:
        """Accept an open proposal with other fields, as one decision; the id of the entry. Raises as both would."""
        entries: list[str] = []

        def decide(dossier: Dossier) -> tuple[Dossier, list[Turn]]:
            taking, (each,) = TakingOver(self._connection, dossier), self._open([id_])
            taking.edit(each, each.edited(changes))
            entries.append(taking.accept(each))
            return taking.dossier, taking.turns

        self._decisions.carry_out(who, "accept", decide)
        return entries[0]

    def rewrite(self, what: str, changed: Callable[[Dossier], Dossier], who: str = "") -> None:
        """Change the case as one decision, told in the log as ``what``; rows of tables and terms can be undone."""
        self._decisions.carry_out(who, what, lambda dossier: (changed(dossier), []))

    def enter(self, wanted: Wanted, who: str = "") -> str:
        """Write a row into the case as somebody entered it by hand, new or in place of the one of its id; its id.

        Raises ``MisfitsError`` with every fault that ``check`` would find, ``ChangedError`` where the row is no more as
        it was shown, and ``CaseError`` for a passage in a text that is not at hand: nothing is changed then.
        """
        ids: list[str] = []
        texts = self.texts_of(span.document for span in wanted.spans)

        def decide(dossier: Dossier) -> tuple[Dossier, list[Turn]]:
            after, id_ = entered(dossier, wanted, texts)
            ids.append(id_)
            return after, []

        self._decisions.carry_out(who, "change" if wanted.id else "enter", decide)
        return ids[0]

    def remove(self, kind: str, id_: str, stood: str = "", who: str = "") -> None:
        """Take a row out of the case. Raises as ``enter`` does, so where other rows name it."""
        self._decisions.carry_out(who, "remove", lambda dossier: (removed(dossier, kind, id_, stood), []))

    def write(self, kind: str, id_: str, text: str | None, stood: str | None = None, who: str = "") -> None:
        """Write a text of the case: its title and question, a document, a model, an analysis; ``None`` takes it out.

        ``stood`` is how it stood when it was shown (``stand_of``, "" for a new one). Raises as ``enter`` does.
        """
        what = "remove" if text is None else "enter" if stood == "" else "change"
        self._decisions.carry_out(who, what, lambda dossier: (rewritten(dossier, kind, id_, text, stood), []))

    def undo(self, who: str = "") -> Command:
        """Take the last decision back, in the folder too. Raises ``CaseError`` where there is none or a row differs."""
        return self._decisions.again(DONE, who)

    def redo(self, who: str = "") -> Command:
        """Do again what was last taken back. Raises ``CaseError`` where there is nothing, or a row changed since."""
        return self._decisions.again(UNDONE, who)

    def _open(self, ids: Iterable[str]) -> Iterator[Kept]:
        """The named proposals. Raises ``CaseError`` where one was decided already."""
        for each in kept.named(self._connection, ids):
            if each.status != "open":
                raise CaseError(f"proposal {each.id}: {each.status} already; `hikiwake undo` takes back what was last")
            yield each
