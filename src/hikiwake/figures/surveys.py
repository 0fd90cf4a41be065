"""A survey: a bar for each group and time, cut by the answers; with its question and its key it stands alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hikiwake.dossier import Claim
from hikiwake.figures.drawing import svg
from hikiwake.wording.figures import survey as labelled
from hikiwake.wording.phrases import brief

LIGHTEST = 4  # the tint of the fifth answer and of all that follow
LABELS, BARS, ROW, TOP, KEY = 170, 400, 26, 64, 6  # of a survey that stands alone; the room of a letter of its key


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: the id that it opens, where it stands in percent, and how it looks."""

    href: str
    start: float
    size: float
    tint: int


@dataclass(frozen=True, slots=True)
class Bar:
    """The answers of one group at one time."""

    group: str
    when: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Survey:
    """One question: its answers with their tints, and its bars."""

    title: str
    answers: tuple[tuple[str, int], ...]
    bars: tuple[Bar, ...]


def bar(drawn: Bar) -> str:
    """A bar as SVG text."""
    return svg("survey_bar", segments=drawn.segments, label=labelled(drawn.group, drawn.when))


def survey(drawn: Survey) -> str:
    """The whole survey as SVG text: its question, its key, and the bars under each other with their labels.

    >>> survey(Survey("Would you?", (("yes", 0),), ()))[:20]
    '<svg class="answers"'
    """
    keys, place = [], 12
    for answer, tint in drawn.answers:
        keys.append((place, answer, tint))
        place += 30 + KEY * len(answer)
    bars = [
        (TOP + ROW * index, labelled(each.group, each.when), svg("survey_answers", segments=each.segments))
        for index, each in enumerate(drawn.bars)
    ]
    width, height = max(LABELS + BARS + 24, place), TOP + ROW * len(bars) + 12
    return svg("survey", title=drawn.title, keys=keys, bars=bars, left=LABELS, width=width, height=height)


def tints(claims: Iterable[Claim]) -> dict[str, int]:
    """The tint of each answer, in the order of the table."""
    answers = dict.fromkeys(claim.answer for claim in claims)
    return {answer: min(index, LIGHTEST) for index, answer in enumerate(answers)}


def grouped(claims: Sequence[Claim]) -> list[tuple[str, str, list[Claim]]]:
    """The cells of a table by group, in its order, and by time."""
    cells: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        cells.setdefault((claim.group, brief(claim.as_of)), []).append(claim)
    groups = list(dict.fromkeys(group for group, _ in cells))
    ordered = sorted(cells.items(), key=lambda each: (groups.index(each[0][0]), each[0][1]))
    return [(group, when, told) for (group, when), told in ordered]


def survey_of(title: str, claims: Sequence[Claim]) -> Survey:
    """The cells of one table as a survey."""
    tinted = tints(claims)
    bars = tuple(Bar(group, when, _segments(told, tinted)) for group, when, told in grouped(claims))
    return Survey(title, tuple(tinted.items()), bars)


def _segments(claims: Sequence[Claim], tinted: dict[str, int]) -> tuple[Segment, ...]:
    """The answers one after another, in the order of the table; what is no number has no part in the bar."""
    start, segments = 0.0, []
    for claim in sorted(claims, key=lambda claim: list(tinted).index(claim.answer)):
        size = claim.number
        if size is not None and size >= 0:
            segments.append(Segment(claim.id, round(start, 2), size, tinted[claim.answer]))
            start += size
    return tuple(segments)
