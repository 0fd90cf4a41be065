"""Turning points on one axis: time from left to right, a row for every document in order of writing, a mark per turn.

The axis gives an era room by its length and by how many turns it holds, so that a dense decade can be read beside a
sparse century; within an era it is even. A mark's shape says which way the relation turned, or that it did not. A row
ends where its document was written, and is hatched from there on. Marks that would lie on each other stand below each
other; a line through all rows joins what several documents speak of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from hikiwake.dossier import Dossier, Event, Reading
from hikiwake.dossier.counting import eras_of
from hikiwake.figures.drawing import svg
from hikiwake.figures.marks import turn
from hikiwake.figures.turning.axis import Stretch, axis_of, place, ticks
from hikiwake.periods import Period
from hikiwake.wording.clauses import beside as wording
from hikiwake.wording.phrases import dated

STEP = 24.0  # from mark to mark, and what a finger hits
PAD, HEAD = 6.0, 46.0  # above and below the marks of a row; above all rows
YEAR = 366
WIDE, MIDDLE, NARROW = "wide", "middle", "narrow"
_WIDTHS = {
    WIDE: (220.0, 1120.0, 0.0),
    MIDDLE: (170.0, 740.0, 0.0),
    NARROW: (0.0, 328.0, 18.0),
}  # for names, all, above
LETTER = 7.2  # the width of one in a name


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn that a document names or denies: what it opens, of which turning point, the day, which way, in words."""

    href: str
    about: str
    day: date
    sense: str
    words: str
    era: str


@dataclass(frozen=True, slots=True)
class Told:
    """A document: its name, until when it was written, and the turns that it names or denies."""

    label: str
    written: date
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as drawn: where it stands, and its turn."""

    x: float
    y: float
    turn: Turn


@dataclass(frozen=True, slots=True)
class Row:
    """A row as drawn: its top and height, the name that fits, its marks, and where its document was written."""

    y: float
    height: float
    label: str
    marks: list[Mark]
    end: float


def told(dossier: Dossier) -> list[Told]:
    """The documents in order of writing with the turning points that their readings name or deny, if any does.

    >>> import hikiwake as hw
    >>> [each.label for each in told(hw.load("japan_russia"))][:2]
    ['Indrani Talukdar 2014', 'Yoko Hirose 2018']
    """
    asked = {question.id for question in dossier.case.questions if question.kind == "turning point"}
    found: dict[str, list[Turn]] = {}
    for reading in dossier.readings:
        if reading.question in asked and (time := _time(dossier, reading)):
            for id_ in dossier.documents_of(reading):
                found.setdefault(id_, []).append(_turn(dossier, reading, time, dossier.document[id_].label))
    documents = sorted(dossier.documents, key=lambda document: document.written.last)
    return [Told(each.label, each.written.last, tuple(found.get(each.id, ()))) for each in documents] if found else []


def _time(dossier: Dossier, reading: Reading) -> Period | None:
    event = dossier.by_id.get(reading.about)
    return event.period if isinstance(event, Event) else reading.as_of


def _turn(dossier: Dossier, reading: Reading, time: Period, label: str) -> Turn:
    event = dossier.by_id.get(reading.about)
    what, sense = event.summary if isinstance(event, Event) else reading.answer, turn(reading)
    short = (time.last - time.start).days < YEAR
    day = time.start + (time.last - time.start) / 2 if short else time.start
    eras = [era.id for era in eras_of(dossier) if era.period.start <= day]
    words = wording.turned(dated(time), what, label, wording.sense(sense))
    return Turn(reading.id, reading.about or reading.id, day, sense, words, eras[-1] if eras else "")


def shared(rows: Sequence[Told]) -> list[tuple[Turn, list[tuple[str, str]]]]:
    """What several documents speak of, in order of time: a turn of it, and who says that it went which way."""
    by: dict[str, list[tuple[Turn, str]]] = {}
    for row in rows:
        for each in row.turns:
            by.setdefault(each.about, []).append((each, row.label))
    several = [told for told in by.values() if len({label for _, label in told}) > 1]
    ordered = sorted(several, key=lambda told: told[0][0].day)
    return [(told[0][0], [(label, wording.sense(each.sense)) for each, label in told]) for told in ordered]


def turns(rows: Sequence[Told], eras: Iterable[tuple[str, date]], name: str = WIDE) -> str:
    """The drawing as SVG text; nothing without a turn. ``eras`` are ids with first days; ``name`` is its width.

    >>> import hikiwake as hw
    >>> dossier = hw.load("japan_russia")
    >>> turns(told(dossier), bounds(dossier))[:22]
    '<svg class="turns wide'
    """
    if not any(row.turns for row in rows):
        return ""
    most, right, above = _WIDTHS[name]
    left = min(most, round(max(len(row.label) for row in rows) * LETTER + 14, 1))
    days = sorted(each.day for row in rows for each in row.turns)
    last = max(days[-1], *(row.written for row in rows))
    axis = axis_of(days, last, eras, left + STEP / 2, right - STEP / 2)
    drawn, y = [], HEAD
    for row in rows:
        marks = _fanned(axis, row.turns, y + above + PAD + STEP / 2)
        lanes = max((mark.y for mark in marks), default=y + above + PAD + STEP / 2) - y - above + STEP / 2 + PAD
        drawn.append(
            Row(
                round(y + above, 1),
                round(lanes, 1),
                _fitting(row.label, left or right),
                marks,
                place(axis, row.written),
            )
        )
        y += above + lanes + 4
    guides = [(place(axis, each.day), str(number)) for number, (each, _) in enumerate(shared(rows), start=1)]
    return svg(
        "turns",
        name=name,
        label=wording.turns(len({each.about for row in rows for each in row.turns})),
        rows=drawn,
        ticks=ticks(axis),
        bounds=[each.left for each in axis[1:]],
        guides=_apart(guides),
        left=left,
        right=right,
        height=round(y, 1),
        head=HEAD,
        step=STEP,
    )


def bounds(dossier: Dossier) -> list[tuple[str, date]]:
    """The eras of a dossier with their first days."""
    return [(era.id, era.period.start) for era in eras_of(dossier)]


def _fitting(label: str, width: float) -> str:
    """A name as far as there is room for it; its last word, mostly a year, stays."""
    letters, end = int(width / LETTER), label.rpartition(" ")[2][-8:]
    return label if len(label) <= letters else f"{label[: max(1, letters - len(end) - 4)].rstrip()}… {end}"


def _fanned(axis: Sequence[Stretch], told: Iterable[Turn], y: float) -> list[Mark]:
    """The marks of a row, each in the first lane in which it touches no other."""
    ends: list[float] = []
    marks = []
    for each in sorted(told, key=lambda turn: (turn.day, turn.href)):
        x = place(axis, each.day)
        lane = next((lane for lane, end in enumerate(ends) if x - end >= STEP), len(ends))
        ends[lane : lane + 1] = [x]
        marks.append(Mark(x, round(y + lane * STEP, 1), each))
    return marks


def _apart(guides: Iterable[tuple[float, str]]) -> list[tuple[float, float, str]]:
    """Guides with the place of their number, which stands beside the one before where both have no room."""
    made: list[tuple[float, float, str]] = []
    for x, number in guides:
        made.append((x, max(x, made[-1][1] + 16) if made else x, number))
    return made
