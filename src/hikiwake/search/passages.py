"""Passages: overlapping runs of up to two sentences, ranked, and grown by the sentences that follow them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hikiwake.search.answering import answers, holds
from hikiwake.search.index import Index
from hikiwake.search.names import Names
from hikiwake.search.question import Question
from hikiwake.search.ranking import LONGEST_RUN, Scored, Strengths, score, standing
from hikiwake.search.units import LONGEST


def ranked(index: Index, asked: Question, weight: Sequence[float], names: Names) -> list[Scored]:
    """The passages that hold something of a question, best first."""
    candidates = index.candidates(asked)
    runs = {run for number in candidates for run in _runs(index, number)}
    grown = {run: _grown(index, *run) for run in runs}
    near = sorted({number for (first, _), last in grown.items() for number in range(first, last + 1)})
    strengths, known = index.strengths(asked, near), index.known(asked, near)

    def scored(first: int, last: int) -> Scored:
        units, document = index.units, known[index.units[first].document]
        text, end = " ".join(unit.text for unit in units[first : last + 1]), grown[first, last]
        told, covered = score(weight, _of(strengths, first, last), document, fits=_fits(asked, text, names))
        found = standing(_of(strengths, first, end), document)
        whole = " ".join(unit.text for unit in units[first : end + 1])
        return Scored(first, end, told, covered, answers(asked, found, whole, names, dated=index.dated(first, end)))

    return sorted((each for run in sorted(runs) if (each := scored(*run)).share > 0), key=_best_first)


def _fits(asked: Question, text: str, names: Names) -> bool:
    return bool(asked.asks_for) and holds(asked, text, names)


def _of(strengths: dict[int, Strengths], first: int, last: int) -> list[Strengths]:
    return [strengths[number] for number in range(first, last + 1)]


def _runs(index: Index, number: int) -> Iterator[tuple[int, int]]:
    """Every passage of up to two sentences, and of no more characters than a passage has, that holds a sentence."""
    for first in range(max(0, number - LONGEST_RUN + 1), number + 1):
        for last in range(number, min(first + LONGEST_RUN, len(index.units))):
            if first == last or (index.same_block(first, last) and _fit(index, first, last)):
                yield first, last


def _fit(index: Index, first: int, last: int) -> bool:
    return index.units[last].end - index.units[first].start <= LONGEST


def _grown(index: Index, first: int, last: int) -> int:
    """The last sentence of a passage with those that follow in its paragraph, or after its heading."""
    while last + 1 < len(index.units) and _goes_on(index, last) and _fit(index, first, last + 1):
        last += 1
    return last


def _goes_on(index: Index, last: int) -> bool:
    """Whether the next sentence belongs to a passage: it is of the same paragraph, or of the one under a heading."""
    unit, following = index.units[last], index.units[last + 1]
    if unit.document != following.document:
        return False
    return index.same_block(last, last + 1) or (bool(index.stored) and not _ends(unit.text))


def _ends(text: str) -> bool:
    return text.rstrip().rstrip("\"'”’»)]*_」』）0123456789")[-1:] in ("", *".!?…:;。！？")


def _best_first(run: Scored) -> tuple[bool, float, int]:
    return not run.answers, -run.score, run.first
