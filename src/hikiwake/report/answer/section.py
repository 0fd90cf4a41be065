"""The answer as the page shows it: the headline, whose voices, four paragraphs, and the chart of the gap."""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.dossier.counting import counted
from hikiwake.figures.drawing import shapes
from hikiwake.report.answer.clause import Parts, opened
from hikiwake.report.answer.drawn import drawn
from hikiwake.report.answer.modelled import Modelled, modelled
from hikiwake.report.answer.reached import Reached, reached
from hikiwake.report.findings import on_record
from hikiwake.report.grounds import Grounds
from hikiwake.report.heard import sentences
from hikiwake.wording.clauses import answer as wording
from hikiwake.wording.phrases import sentence

DOUBTS = (on_record.unheard, on_record.single)  # the findings on the record that tell how sure it is


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A question and its answer, clause by clause."""

    question: str
    clauses: list[Parts]

    @property
    def text(self) -> str:
        """The answer as plain text."""
        return " ".join("".join(words for words, _ in clause) for clause in self.clauses)


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer in words."""

    headline: str
    """The finding in one sentence."""
    voices: str
    """Whose voices speak, in one line."""
    paragraphs: list[Paragraph]
    """When, what closed it, what would have to change, how sure."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the template of the answer shows."""

    headline: str
    """The finding in one sentence."""
    voices: str
    """Whose voices speak, in one line."""
    paragraphs: list[Paragraph]
    """When, what closed it, what would have to change, how sure."""
    columns: list[tuple[int, list[tuple[str, str]]]]
    """The columns of the chart: number, and the formulas of each with id and title."""
    shapes: str
    """The shapes that the chart refers to, as SVG text."""
    seen: frozenset[str]
    """What occurs in the chart, for its key."""
    rows: list[tuple[str, ...]]
    """What the chart shows, row by row, its head first; none for a case without a scale."""
    charts: list[str]
    """The chart of how far each side would go, wide and narrow, as SVG text; none for a case without a scale."""


def answer(grounds: Grounds) -> Answer | None:
    """The answer in words, or ``None`` for a case without entries."""
    if not _has_entries(grounds):
        return None
    ranges = reached(grounds)
    return _answer(grounds, ranges, modelled(grounds, ranges.formula if ranges else ""))


def described(grounds: Grounds) -> str:
    """What a page answers, for those who link to it: the finding, and each answer’s first clause; else its question."""
    told = answer(grounds)
    if told is None:
        return grounds.dossier.case.question
    first = ("".join(words for words, _ in each.clauses[0]) for each in told.paragraphs)
    return " ".join(dict.fromkeys((told.headline, *first)))


def context(grounds: Grounds) -> Context | None:
    """What the first screen shows, or ``None`` for a case without entries."""
    if not _has_entries(grounds):
        return None
    ranges = reached(grounds)
    models = modelled(grounds, ranges.formula if ranges else "")
    term, told = grounds.names.term, _answer(grounds, ranges, models)
    order = ranges.scale.order if ranges else ()
    chart = drawn(ranges, models) if ranges else None
    return Context(
        headline=told.headline,
        voices=told.voices,
        paragraphs=told.paragraphs,
        columns=[(number, [(id_, term(id_)) for id_ in group]) for number, group in enumerate(order, 1)],
        shapes=shapes("gap"),
        seen=chart.seen if chart else frozenset(),
        rows=chart.rows if chart else [],
        charts=[chart.svg(name) for name in ("wide", "narrow")] if chart else [],
    )


def _has_entries(grounds: Grounds) -> bool:
    return any(counted(grounds.dossier)[kind] for kind in ("events", "claims", "readings", "positions"))


def _answer(grounds: Grounds, ranges: Reached | None, models: Modelled | None) -> Answer:
    return Answer(
        headline=sentence(headline(grounds, ranges, models)),
        voices=" ".join(filter(None, sentences(grounds))),
        paragraphs=paragraphs(grounds, ranges, models),
    )


def headline(grounds: Grounds, ranges: Reached | None, models: Modelled | None) -> str:
    """The finding in one sentence, without its full stop."""
    if ranges:
        return ranges.headline
    return wording.modelled_only(len(models.agreed)) if models else wording.recorded_only(len(grounds.dossier.events))


def paragraphs(grounds: Grounds, ranges: Reached | None, models: Modelled | None) -> list[Paragraph]:
    """The four questions; what a case lacks for an answer is said once, under the first that it would answer."""
    no_scale: list[Parts] = [] if ranges else [[(wording.NO_SCALE, "")]]
    no_model: list[Parts] = [] if models else [[(wording.NO_MODEL, "")]]
    when = [*(ranges.when if ranges else no_scale), *(models.when if models else no_model)]
    closed = [*(ranges.closed if ranges else []), *(models.closed if models else [])]
    change = [*(models.change if models else []), *(ranges.turning if ranges else [])]
    sure = [*_of_the_record(grounds), *(ranges.sure if ranges else []), *(models.sure if models else [])]
    nothing = wording.NOTHING_CLOSED if ranges else wording.UNSAID
    return [
        Paragraph(wording.WHEN, when),
        Paragraph(wording.CLOSED, closed or [[(nothing, "")]]),
        Paragraph(wording.CHANGE, change or [[(wording.NO_CHANGE if ranges else wording.UNSAID, "")]]),
        Paragraph(wording.SURE, sure or [[(wording.NO_DOCUMENTS, "")]]),
    ]


def _of_the_record(grounds: Grounds) -> list[Parts]:
    """How sure the record is: what findings say of a side that is not heard, and of what one document alone tells."""
    made = (make(grounds) for make in DOUBTS)
    return [opened(each.sentence, each.id) for each in made if each and each.grounds]
