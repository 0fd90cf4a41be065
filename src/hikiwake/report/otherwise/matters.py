"""What the documents are set side by side on: a disagreement, a question, a turning point, each matter once.

Disagreements on one question, one turning point or one cause and effect are one matter, together with all answers that
it has. Matters are ranked by the strongest of their disagreements: real between documents, real inside one, apparent;
then those without any: several answers, one answer of several documents, one document alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hikiwake.comparison.clash import Disagreement
from hikiwake.dossier import Dossier, Doubt, Driver, Entry, Event, Mention, Position, Question, Reading
from hikiwake.periods import Period

QUESTION, TURN, CAUSE, CLASH = "question", "turn", "cause", "clash"
SHOWN = {"rival": QUESTION, "turning point": TURN}  # by the kind of a question; an author's own stand with the voices
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """A row: what it is about, in words, its disagreements, strongest first, and by id the entries on it."""

    key: Key
    title: str
    clashes: list[Disagreement] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)

    @property
    def sort(self) -> str:
        """Whether it is a question, a turning point, a cause and its effect, or any other disagreement."""
        return self.key[0]

    @property
    def answers(self) -> int:
        """How many different answers there are to a question, or judgements of a turn."""
        return len({(each.side, each.direction) for each in self.entries.values() if isinstance(each, Reading)})

    def group(self, documents: int) -> str:
        """To which group it belongs, given how many documents say something of it."""
        if self.clashes:
            if any(each.real and each.across for each in self.clashes):
                return "across"
            return "inside" if any(each.real for each in self.clashes) else "apparent"
        if self.answers > 1:
            return "several"
        return "agreed" if documents > 1 else "alone"


def matters(dossier: Dossier, found: Iterable[Disagreement]) -> list[Matter]:
    """Every disagreement, every question with an answer and every turning point, those of one matter together."""
    made: dict[Key, Matter] = {}
    asked = {each.id: each for each in dossier.case.questions if each.kind in SHOWN}
    for reading in dossier.readings:
        if question := asked.get(reading.question):
            key = _of_reading(question, reading)
            title = _turn(dossier, reading) if key[0] == TURN else question.wording
            made.setdefault(key, Matter(key, title)).entries[reading.id] = reading
    alike: dict[tuple[str, str], list[Matter]] = defaultdict(list)
    for each in found:
        entries = {id_: dossier.by_id[id_] for id_ in each.entries}
        key = _key(asked, entries.values()) or _beside(alike[each.what, each.kind], each) or (CLASH, each.id)
        matter = made.setdefault(key, Matter(key, each.what))
        matter.clashes.append(each)
        matter.entries.update(entries)
        if key == (CLASH, each.id):
            alike[each.what, each.kind].append(matter)
    return list(made.values())


def _key(asked: Mapping[str, Question], entries: Iterable[Entry]) -> Key | None:
    """What a disagreement is about: the question, the turn, or the cause and effect that all of its entries share."""
    keys: set[Key] = set()
    for entry in entries:
        match entry:
            case Reading() if entry.question in asked:
                keys.add(_of_reading(asked[entry.question], entry))
            case Driver():
                keys.add((CAUSE, entry.cause, entry.effect))
            case _:
                return None
    return keys.pop() if len(keys) == 1 else None


def _beside(alike: Iterable[Matter], clash: Disagreement) -> Key | None:
    """Of matters of the same kind on the same thing, the one that shares an entry with a disagreement."""
    return next((each.key for each in alike if not each.entries.keys().isdisjoint(clash.entries)), None)


def _of_reading(question: Question, reading: Reading) -> Key:
    kind = SHOWN[question.kind]
    return (kind, reading.about or reading.id) if kind == TURN else (kind, question.id)


def _turn(dossier: Dossier, reading: Reading) -> str:
    """What a turning point is: the event, or what the reading says where it names none."""
    event = dossier.by_id.get(reading.about)
    return event.summary if isinstance(event, Event) else reading.answer


def time_of(dossier: Dossier, entry: Entry) -> Period | None:
    """The time that an entry speaks of; none where it is of no time in particular."""
    match entry:
        case Mention() | Event():
            return entry.period
        case Position():
            return dossier.lasting(entry)
        case Reading() | Driver() if isinstance(event := dossier.by_id.get(entry.about), Event):
            return event.period
        case Reading():
            return entry.as_of
        case Doubt():
            return None
    return getattr(entry, "as_of", None)
