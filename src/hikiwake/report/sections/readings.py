"""Where the documents read things differently: rival answers side by side, and the turning points each one names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hikiwake.dossier import Event, Question, Reading
from hikiwake.report.grounds import Citation, Grounds
from hikiwake.wording import leads
from hikiwake.wording.page import rivals
from hikiwake.wording.phrases import dated


@dataclass(frozen=True, slots=True)
class Row:
    """A reading in words, with its citations."""

    reading: Reading
    cited: list[Citation]
    doubts: list[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answers, those of one side together; and how many documents answer."""

    id: str
    wording: str
    sides: list[list[Row]]
    documents: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A turning point: what each document says of it, and which documents were written before it."""

    event: Event | None
    title: str
    when: str
    cells: list[tuple[list[Row], bool]]  # one per document: readings, and whether it was written too early


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the readings shows."""

    lead: str
    """How many questions have rival answers, and how the answers stand."""
    rival: list[Asked]
    """The questions with more than one answer, those that most documents answer first."""
    agreed: list[Asked]
    """The questions with one answer."""


def context(grounds: Grounds) -> Context | None:
    """What the section of readings shows, or ``None`` where no question has been answered."""
    asked = [_asked(grounds, question.id, question.wording) for question in _questions(grounds, "rival")]
    answered = sorted((each for each in asked if each.sides), key=lambda each: (-each.documents, -len(each.sides)))
    if not answered:
        return None
    rival = [each for each in answered if len(each.sides) > 1]
    agreed = [each for each in answered if len(each.sides) == 1]
    return Context(leads.readings(rivals(len(answered), len(rival))), rival, agreed)


@dataclass(frozen=True, slots=True)
class TurningContext:
    """What the template of the turning points shows."""

    turns: list[Turn]
    """The turning points in order of time."""
    labels: list[str]
    """The short names of the documents."""
    order: list[int]
    """The documents in order of writing, as indices."""


def turning_context(grounds: Grounds) -> TurningContext | None:
    """What the matrix of turning points shows, or ``None`` where no author names one."""
    ids = {question.id for question in _questions(grounds, "turning point")}
    readings = [reading for reading in grounds.dossier.readings if reading.question in ids]
    if not readings:
        return None
    by_event: dict[str, list[Reading]] = {}
    for reading in readings:
        by_event.setdefault(reading.about or reading.id, []).append(reading)
    turns = [_turn(grounds, each) for each in by_event.values()]
    ordered = sorted(turns, key=lambda turn: turn.event.period.start if turn.event else date.max)
    return TurningContext(ordered, grounds.labels, _order(grounds))


def _questions(grounds: Grounds, kind: str) -> list[Question]:
    return [question for question in grounds.dossier.case.questions if question.kind == kind]


def _asked(grounds: Grounds, id_: str, wording: str) -> Asked:
    sides: dict[str, list[Row]] = {}
    for reading in grounds.dossier.readings:
        if reading.question == id_:
            sides.setdefault(reading.side, []).append(_row(grounds, reading))
    documents = {citation.document for rows in sides.values() for row in rows for citation in row.cited}
    ordered = sorted(sides.values(), key=lambda rows: -len(rows))
    return Asked(id_, wording, ordered, len(documents))


def _row(grounds: Grounds, reading: Reading) -> Row:
    return Row(reading, grounds.cite(reading), grounds.doubtful.get(reading.id, []))


def _order(grounds: Grounds) -> list[int]:
    """The documents in order of writing."""
    written = [document.written.last for document in grounds.dossier.documents]
    return sorted(range(len(written)), key=lambda index: written[index])


def _turn(grounds: Grounds, readings: list[Reading]) -> Turn:
    event = grounds.events.get(readings[0].about)
    rows = [_row(grounds, reading) for reading in readings]
    documents = grounds.dossier.documents
    cells = [
        (
            [row for row in rows if index in {citation.document for citation in row.cited}],
            event is not None and documents[index].written.last < event.period.start,
        )
        for index in _order(grounds)
    ]
    title = event.summary if event else readings[0].answer
    return Turn(event, title, dated(event.period) if event else "", cells)
