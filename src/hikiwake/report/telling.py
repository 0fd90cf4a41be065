"""An entry in one line: who says it, in which documents, and in what words, for lists that mix kinds."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.dossier import Claim, Doubt, Driver, Entry, Event, Formula, Mention, Position, Reading
from hikiwake.figures.marks import sign
from hikiwake.report.grounds import Grounds
from hikiwake.wording import entries as wording
from hikiwake.wording.phrases import amount, dated, happened


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as a line: the id of the row that it opens, who says it, where, and in what words."""

    href: str
    who: str
    where: str
    words: str
    documents: list[int]


def told(grounds: Grounds, entry: Entry) -> Told:
    """An entry of any kind as a line; a mention opens its event."""
    documents = grounds.documents_of(entry)
    where = ", ".join(grounds.labels[index] for index in documents)
    who = "" if isinstance(entry, Event) else grounds.told_of(entry)
    return Told(entry.event if isinstance(entry, Mention) else entry.id, who, where, words(grounds, entry), documents)


def words(grounds: Grounds, entry: Entry) -> str:
    """What an entry says, in the editor's words."""
    names = grounds.names
    match entry:
        case Event():
            return wording.event(dated(entry.period), entry.summary)
        case Mention():
            return wording.mention(dated(entry.period), happened(entry.happened))
        case Claim():
            figure = amount(entry.comparator, entry.value, entry.unit)
            return wording.claim(figure, dated(entry.as_of), entry.summary)
        case Reading():
            return entry.answer
        case Position():
            return wording.position(names.actor(entry.actor), entry.verb, names.term(entry.on), entry.stance)
        case Driver():
            title = names.variables.get
            pair = title(entry.cause, entry.cause), title(entry.effect, entry.effect)
            return wording.driver(sign(entry.sign), *pair, entry.summary)
        case Formula():
            return entry.title
        case Doubt():
            return entry.reason
