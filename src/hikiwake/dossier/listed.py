"""The entries of one kind as a result: rows for a data frame, sentences, and a table in a notebook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from hikiwake.dossier.dossier import KINDS, Dossier
from hikiwake.dossier.entries import Claim, Doubt, Driver, Entry, Event, Formula, Position, Reading
from hikiwake.dossier.folder.records import records
from hikiwake.errors import HikiwakeError
from hikiwake.periods import Period
from hikiwake.results import Plain, Result, flat
from hikiwake.wording import entries as wording
from hikiwake.wording.phrases import amount, brief, dated
from hikiwake.wording.terminal.near import near_or_some


@dataclass(frozen=True)
class Entries(Result[Entry]):
    """The entries of one kind, events in order of time and all others as the case has them."""

    kind: str
    rows: tuple[Entry, ...]
    dossier: Dossier = field(repr=False, compare=False)

    def as_records(self) -> list[Plain]:
        """The entries with their passages as places; an event has its mentions, a formula its positions."""
        return records(self.dossier, self.rows)

    def as_rows(self) -> list[Plain]:
        """The same flat: of a mention the place that tells it, of a formula's positions the ids."""
        return flat([_shortened(record) for record in self.as_records()])

    @property
    def sentences(self) -> tuple[str, ...]:
        """What each entry says, in the editor's words."""
        return tuple(map(self._says, self.rows)) or (wording.none_of(self.kind),)

    def shown(self) -> tuple[Sequence[str], Iterable[Iterable[object]]]:
        """When, who says so, what it says, and which documents tell it."""
        labels = {each.id: each.label for each in self.dossier.documents}
        return ("when", "who says so", "what", "documents"), (
            (brief(when) if (when := _when(entry)) else "", entry.holder, self._says(entry),
             [labels[id_] for id_ in self.dossier.documents_of(entry)])
            for entry in self.rows
        )  # fmt: skip

    @cached_property
    def _titles(self) -> dict[str, str]:
        case = self.dossier.case
        terms = {term.id: term.title for each in (case.variables, case.issues) for term in each}
        return terms | {formula.id: formula.title for formula in self.dossier.formulas}

    def _title(self, id_: str) -> str:
        return self._titles.get(id_, id_.replace("_", " "))

    def _says(self, entry: Entry) -> str:
        """What an entry says, in one line."""
        match entry:
            case Event():
                return wording.event(dated(entry.period), entry.summary)
            case Claim():
                return wording.claim(
                    amount(entry.comparator, entry.value, entry.unit), dated(entry.as_of), entry.summary
                )
            case Position():
                actor = self.dossier.actor[entry.actor].name()
                return wording.position(actor, entry.verb, self._title(entry.on), entry.stance)
            case Driver():
                return wording.driver(entry.sign, self._title(entry.cause), self._title(entry.effect), entry.summary)
            case Formula():
                return wording.formula(entry.title, entry.includes)
            case Doubt():
                return entry.reason
            case Reading():
                return wording.answer(entry.side, entry.answer)
        return ""


def _when(entry: Entry) -> Period | None:
    """The time of an entry, where it has one."""
    match entry:
        case Event() | Position():
            return entry.period
        case Claim() | Reading():
            return entry.as_of
    return None


def _shortened(record: Plain) -> Plain:
    if "mentions" in record:
        return {**record, "mentions": [each["passage"] for each in record["mentions"]]}
    return {**record, "positions": [each["id"] for each in record["positions"]]} if "positions" in record else record


def entries(dossier: Dossier, kind: str = "events") -> Entries:
    """The entries of one kind as rows: events in order of time, all others in the order of the case.

    kind: events, claims, readings, positions, formulas, drivers or doubts

    Raises ``HikiwakeError`` for another kind.

    >>> import hikiwake as hw
    >>> found = entries(hw.load("japan_russia"), "events")
    >>> sorted(found.as_rows()[0])[:3], len(found) == len(found.dossier.events)
    (['happened', 'holder', 'id'], True)
    """
    if kind not in KINDS:
        raise HikiwakeError(f"{kind!r} is no kind of entry{near_or_some(kind, KINDS)}")
    if kind != "events":
        return Entries(kind, getattr(dossier, kind), dossier)
    events = sorted(dossier.events, key=lambda event: (event.period.start, event.period.last, event.id))
    return Entries(kind, tuple(events), dossier)
