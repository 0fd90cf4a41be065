"""Filters of listings: which entries have to do with an actor, an issue, a time, a document or a holder.

An entry that has no actor, issue or period of its own has those of the event that it tells of; a formula those of the
positions on it; a doubt those of its entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hikiwake.dossier import selection
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Doubt, Entry, Formula
from hikiwake.errors import CaseError
from hikiwake.periods import Period, no_date
from hikiwake.wording.terminal.near import near_or_some


@dataclass(frozen=True, slots=True)
class Filters:
    """What the user asks for; an empty word asks for nothing. ``documents`` are ids with commas between them.

    ``first`` and ``last`` are a year, a month or a day; ``holder`` is a part of a holder's name, in any capitals.
    """

    actor: str = ""
    documents: str = ""
    issue: str = ""
    first: str = ""
    last: str = ""
    holder: str = ""

    def of(self, dossier: Dossier) -> Dossier:
        """The part of a dossier that meets every filter, the dossier itself where there is none.

        Raises ``CaseError`` for a word that the case does not know, with the one that was likely meant.

        >>> import hikiwake as hw
        >>> {position.actor.partition("/")[0] for position in Filters(actor="SUN").of(hw.load()).positions}
        {'SUN'}
        """
        if self == Filters():
            return dossier
        ids = [id_.strip() for id_ in self.documents.split(",") if id_.strip()]
        for id_ in ids:
            refuse_unknown("--document", id_, dossier.document, "document")
        chosen = dossier.from_documents(ids) if ids else dossier
        criteria = [_through(dossier, criterion) for criterion in self._criteria(dossier)]
        return chosen.keep([*criteria, *([self._held(dossier)] if self.holder else [])])

    def _criteria(self, dossier: Dossier) -> Iterator[selection.Criterion]:
        if self.actor:
            refuse_unknown("--actor", self.actor, dossier.actor, "actor")
            yield selection.by_actor(self.actor)
        if self.issue:
            refuse_unknown("--issue", self.issue, dossier.known_issues, "issue or formula")
            yield selection.by_issue(self.issue, dossier.known_issues)
        if self.first or self.last:
            yield selection.by_period(self._asked_for(), dossier.lasting)

    def _asked_for(self) -> Period:
        """From the one date to the other. Raises ``CaseError`` for what is no date, and dates in the wrong order."""
        for option, text in (("--from", self.first), ("--to", self.last)):
            try:
                if "/" in text:
                    raise ValueError(no_date(text))
                Period.parse(text or "0001")
            except ValueError as error:
                raise CaseError(f"{option}: {error}") from None
        try:
            return Period.parse(f"{self.first or '0001'}/{self.last}")
        except ValueError as error:
            raise CaseError(f"--from {self.first}, --to {self.last}: {error}") from None

    def _held(self, dossier: Dossier) -> selection.Criterion:
        """Entries of the holders that are meant: by the whole name, else by a part of it."""
        holders = {holder for entry in dossier.by_id.values() for holder in _holders(entry)}
        words = self.holder.casefold().strip()
        meant = {each for each in holders if each.casefold() == words} or {
            each for each in holders if words in each.casefold()
        }
        if not meant:
            refuse_unknown("--holder", self.holder, sorted(holders), "holder")
        return lambda entry: bool(meant & {*_holders(entry)})


def _holders(entry: Entry) -> Iterable[str]:
    return getattr(entry, "holders", None) or (entry.holder,)


def _through(dossier: Dossier, criterion: selection.Criterion) -> selection.Criterion:
    """A criterion that an entry meets itself, or by what it tells of."""

    def meets(entry: Entry) -> bool:
        return criterion(entry) or any(map(criterion, _told_of(dossier, entry)))

    return meets


def _told_of(dossier: Dossier, entry: Entry) -> Iterator[Entry]:
    """The event that an entry tells of, where it has no period of its own; a formula's positions; a doubt's entry."""
    if isinstance(entry, Formula):
        yield from dossier.positions_on(entry.id)
    elif isinstance(entry, Doubt):
        if (doubted := dossier.by_id.get(entry.entry)) is not None:
            yield doubted
            yield from _told_of(dossier, doubted)
    elif (about := dossier.by_id.get(getattr(entry, "about", ""))) is not None and not isinstance(about, Doubt):
        yield about


def refuse_unknown(option: str, word: str, known: Iterable[str], what: str) -> None:
    """Raise ``CaseError`` for a word that is none of the known ones."""
    words = list(known)
    if word not in words:
        raise CaseError(f"{option}: {word!r} is no {what} of the case{near_or_some(word, sorted(words))}")
