"""The dossier: everything that the documents of a case say, as entries, and the ways to select from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import Any

from hikiwake.actors import Actor, Dyad, lineage
from hikiwake.documents import Document, Passage
from hikiwake.dossier import selection
from hikiwake.dossier.case import Case, Era
from hikiwake.dossier.compared import Compared
from hikiwake.dossier.competing import Analysis
from hikiwake.dossier.competing_then import Known, analyses_then
from hikiwake.dossier.display import summary
from hikiwake.dossier.entries import Claim, Doubt, Driver, Entry, Event, Formula, Position, Reading
from hikiwake.dossier.frame_then import Told, actors_then, case_then
from hikiwake.dossier.hindsight import Remaining
from hikiwake.dossier.memos import Memo, memos_of
from hikiwake.dossier.models_then import Then
from hikiwake.periods import Period
from hikiwake.storage.writing import State

KINDS = ("events", "claims", "readings", "positions", "formulas", "drivers", "doubts")


@dataclass(frozen=True)
class Dossier:
    """A case's documents, actors, passages and entries. Selecting from it gives another dossier.

    read_from: the folder that it was read from as a whole and how its files stood then, by which ``save`` knows what it
    may replace; a selection has none, and two dossiers are equal without regard to it
    compared: the values of the case's comparison series, and memos: notes on entries, stand beside the record
    written_by: the day as of which it tells what could be known, or ``None`` where it tells of today

    >>> import hikiwake as hw
    >>> dossier = hw.load("japan_russia")
    >>> chosen = dossier.select(dyad=("JPN", "RUS"), period="1956", issue="treaty")
    >>> "event-1956-10-joint-declaration" in chosen.by_id
    True
    """

    case: Case
    documents: tuple[Document, ...] = ()
    actors: tuple[Actor, ...] = ()
    passages: tuple[Passage, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()
    readings: tuple[Reading, ...] = ()
    positions: tuple[Position, ...] = ()
    formulas: tuple[Formula, ...] = ()
    drivers: tuple[Driver, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    compared: tuple[Compared, ...] = ()
    memos: tuple[Memo, ...] = ()
    conflicts: tuple[tuple[str, str], ...] = ()
    packages: tuple[tuple[str, str], ...] = ()
    scenarios: tuple[tuple[str, str], ...] = ()
    analyses: tuple[Analysis, ...] = ()
    read_from: State | None = field(default=None, compare=False, repr=False)
    written_by: date | None = field(default=None, compare=False)

    @property
    def entries(self) -> Iterable[Entry]:
        """All entries, kind by kind; mentions stand inside their events."""
        return chain.from_iterable(getattr(self, kind) for kind in KINDS)

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """Every entry, mentions included, by its id."""
        mentions = (mention for event in self.events for mention in event.mentions)
        return {entry.id: entry for entry in chain[Entry](self.entries, mentions)}

    @cached_property
    def passage(self) -> Mapping[str, Passage]:
        """The passages by id."""
        return {passage.id: passage for passage in self.passages}

    @cached_property
    def document(self) -> Mapping[str, Document]:
        """The documents by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def actor(self) -> Mapping[str, Actor]:
        """The actors by id."""
        return {actor.id: actor for actor in self.actors}

    def dyad(self, first: str, second: str) -> Dyad:
        """The dyad of two actors with their predecessors. Raises ``KeyError`` for an actor the case does not know."""
        return Dyad(self.line(self.actor[first].id), self.line(self.actor[second].id))

    def line(self, actor: str) -> tuple[str, ...]:
        """An actor and its predecessors, latest first."""
        return lineage(actor, {each.id: each.succeeds for each in self.actors if each.succeeds})

    def documents_of(self, entry: Entry) -> tuple[str, ...]:
        """The ids of the documents in which an entry is supported, each once."""
        return tuple(dict.fromkeys(self.passage[id_].document for id_ in entry.passages))

    def document_of(self, entry: Entry) -> str:
        """The id of the first document in which an entry is supported; "" for one without passages."""
        return next(iter(self.documents_of(entry)), "")

    def positions_on(self, formula: str) -> tuple[Position, ...]:
        """Who proposed, supported or refused a formula: the positions on it, earliest first."""
        found = (position for position in self.positions if position.on == formula)
        return tuple(sorted(found, key=lambda position: (position.period.start, position.id)))

    @property
    def known_issues(self) -> frozenset[str]:
        """What entries can be about: the ids of the case's issues and of its formulas."""
        return frozenset({term.id for term in self.case.issues} | {formula.id for formula in self.formulas})

    def era(self, id_: str) -> Era:
        """An era of the case by its id. Raises ``KeyError`` for one that the case does not have."""
        return {era.id: era for era in self.case.eras}[id_]

    def select(
        self,
        *,
        dyad: tuple[str, str] | None = None,
        actor: str | None = None,
        period: Period | str | None = None,
        issue: str | None = None,
        documents: Iterable[str] | None = None,
        holder: str | None = None,
        happened: str | None = None,
    ) -> Dossier:
        """A smaller dossier with the entries that meet every criterion; an entry without such a field is left out.

        Conflicts and competing hypotheses are left out as well: what they stand on is in the whole record.

        ``period`` is a period or text such as ``"2012/2018"``; entries whose period overlaps it stay. ``documents``
        keeps, of each event, only the mentions in those documents. Raises ``KeyError`` for an actor or a document that
        the case does not know and ``ValueError`` for text that is no period.
        """
        criteria = [
            selection.by_dyad(self.dyad(*dyad)) if dyad else None,
            selection.by_actor(self.actor[actor].id) if actor else None,
            selection.by_period(_period(period), self.lasting) if period else None,
            selection.by_issue(issue, self.known_issues) if issue else None,
            selection.by_holder(holder) if holder else None,
            selection.by_happened(happened) if happened else None,
        ]
        chosen = self.from_documents(documents) if documents is not None else self
        return chosen.keep([criterion for criterion in criteria if criterion])

    def keep(self, criteria: Iterable[selection.Criterion]) -> Dossier:
        """A smaller dossier with the entries that meet every criterion."""
        chosen: Dossier = self
        for criterion in criteria:
            chosen = chosen._with_entries({kind: filter(criterion, getattr(chosen, kind)) for kind in KINDS})
        return chosen

    def from_documents(self, ids: Iterable[str]) -> Dossier:
        """What certain documents say by themselves: entries with a passage in them, told by these passages only.

        ``hindsight`` has what becomes of an entry of which some passages stand elsewhere.
        """
        wanted = {self.document[id_].id for id_ in ids}
        passages = tuple(passage for passage in self.passages if passage.document in wanted)
        kept = self._remaining(wanted).entries({kind: getattr(self, kind) for kind in KINDS})
        documents = tuple(document for document in self.documents if document.id in wanted)
        return replace(self._with_entries(kept), documents=documents, passages=passages)

    def _remaining(self, documents: set[str]) -> Remaining:
        """What is left of the passages and of who speaks in them, when only some documents are there."""
        holders = {passage.id: {self.document[passage.document].author} for passage in self.passages}
        for entry in self.by_id.values():
            if not isinstance(entry, Event | Formula | Doubt):
                for id_ in entry.passages:
                    holders[id_].add(entry.holder)
        return Remaining(
            frozenset(id_ for id_, passage in self.passage.items() if passage.document in documents),
            {id_: frozenset(each) for id_, each in holders.items()},
            lambda id_: self.actor[id_].name() if id_ in self.actor else id_,
            {issue.id: issue.title for issue in self.case.issues},
            tuple(name for each in self.documents if each.id not in documents
                  for name in (each.id, each.author, each.label) if name),
        )  # fmt: skip

    def as_written_by(self, day: date | str) -> Dossier:
        """What could be known on a day: the documents whose writing had ended by then, and nothing of later ones.

        Scales rank the formulas that were known, eras that had not begun are left out, and so are every statement of a
        model of which no ground is left (``models_then`` has the rule) and the terms and actors that only later
        documents brought in (``frame_then``).

        >>> import hikiwake as hw
        >>> then = hw.load("japan_russia").as_written_by("2018")
        >>> [document.id for document in then.documents], then.case.eras[-1].id
        (['hirose-2018', 'talukdar-2014'], '2016-2018')
        """
        last = Period.parse(day).last if isinstance(day, str) else day
        return self._known([document.id for document in self.documents if document.written.last <= last], last)

    def following(self, document: str) -> Dossier:
        """What could be known from one document alone, on the day when its writing ended; by the rules of above.

        Raises ``KeyError`` for a document that the case does not have.

        >>> import hikiwake as hw
        >>> alone = hw.load("japan_russia").following("talukdar-2014")
        >>> [document.id for document in alone.documents], alone.case.eras[-1].id
        (['talukdar-2014'], '2013-2015')
        """
        return self._known([document], self.document[document].written.last)

    def _known(self, documents: list[str], last: date) -> Dossier:
        """What could be known on a day from certain documents."""
        then = self.from_documents(documents)
        compared = tuple(value for value in self.compared if value.period.last <= last)
        told = {value.comparison for value in compared}
        case = then.case.as_of(last, [formula.id for formula in then.formulas], told)
        latest = max((document.written.last for document in self.documents), default=last)
        fallen = frozenset({*self.document} - {*then.document})
        known = Then(last, case.eras, then.by_id, self.by_id, fallen, latest)
        weighed = Known.of(then.by_id, self.by_id, self._remaining({*then.document}).unknown)
        analyses = tuple(analyses_then(self.analyses, weighed))
        then = replace(then, conflicts=tuple(known.models(self.conflicts)), analyses=analyses)  # packages are of today
        told_then = then._told
        actors = actors_then(case, told_then, self._told, last)
        return replace(
            then,
            case=case_then(case, told_then, self._told, actors),
            actors=actors,
            compared=compared,
            memos=(),
            written_by=last,
        )

    @cached_property
    def _told(self) -> Told:
        return Told(self.documents, tuple(self.by_id.values()), self.conflicts, self.actors)

    def lasting(self, position: Position) -> Period:
        """The time for which a position is known: it never lasts beyond the day on which its documents were written.

        One without passages is known for the time that it claims.

        >>> import hikiwake as hw
        >>> dossier = hw.load("japan_russia")
        >>> {dossier.lasting(position).end is None for position in dossier.positions}
        {False}
        """
        written = [self.document[id_].written.last for id_ in self.documents_of(position)]
        return position.period.until(max(written)) if written else position.period

    def _repr_html_(self) -> str:
        """The dossier as a small table, for notebooks."""
        counted = {kind: len(getattr(self, kind)) for kind in ("documents", "actors", *KINDS)}
        return summary(self.case.title, self.case.question, counted)

    def _with_entries(self, entries: Mapping[str, Iterable[Entry]]) -> Dossier:
        """The dossier with these entries only; without what is made of the whole record: models, hypotheses."""
        known = {each.name for each in fields(self)}
        kept: dict[str, Any] = {kind: tuple(each) for kind, each in entries.items() if kind in known}
        chosen = replace(self, conflicts=(), packages=(), scenarios=(), analyses=(), read_from=None, **kept)
        return replace(chosen, memos=memos_of(self.memos, chosen.by_id)) if self.memos else chosen


def _period(given: Period | str) -> Period:
    return Period.parse(given) if isinstance(given, str) else given
