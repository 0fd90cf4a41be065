"""From a text to proposals of events: sentence by sentence, with time, parties, status and the grounds of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hikiwake.coding.acts.act import Act, Refused
from hikiwake.coding.acts.finding import acts
from hikiwake.coding.attribution import attributed
from hikiwake.coding.sides import completed, sides
from hikiwake.coding.statements.skipping import kinds
from hikiwake.coding.times import Dated, period_of
from hikiwake.coding.weighing import Setting, confidence, weights
from hikiwake.coding.words import Mention, Words, pieces, words_of
from hikiwake.documents.segmentation import blocks, sentences
from hikiwake.periods import Period
from hikiwake.workbench.proposal import Proposal, Span

LONGEST_PASSAGE = 300  # characters


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence that was read: its place, its acts with their times, the triggers refused, why it was passed over."""

    start: int
    end: int
    words: Words | None
    acts: tuple[tuple[Act, Period | None, float], ...] = ()
    refused: tuple[Refused, ...] = ()
    apart: str = ""


def read(text: str, dated: tuple[Dated, ...], named: Sequence[Mention], language: str = "en") -> Iterator[Read]:
    """The sentences of a text as the coder reads them; ``dated`` and ``named`` are its times and mentions in order."""
    begins = [each.start for each in named]
    days = [each.start for each in dated]
    sorts = kinds(text, blocks(text))
    two = sides(named)
    for sentence in sentences(text, language):
        for start, end in pieces(text, sentence.start, sentence.end):
            here = named[bisect_left(begins, start) : bisect_left(begins, end)]
            own = dated[bisect_left(days, start) : bisect_left(days, end)]
            why = _apart(sorts[sentence.block], own)
            if why:
                yield Read(start, end, None, apart=why)
                continue
            yield _read(text, start, end, words_of(text, start, end, here), own, dated, two)


def _apart(sort: str, own: tuple[Dated, ...]) -> str:
    """Why a sentence of such a paragraph tells nothing of its own; a heading with a date may be a line of a chronicle."""
    if sort in ("reference", "apparatus", "caption"):
        return f"is no sentence of the text: {sort}"
    return "is a heading" if sort == "heading" and not own else ""


def _read(
    text: str,
    start: int,
    end: int,
    words: Words,
    own: tuple[Dated, ...],
    dated: tuple[Dated, ...],
    two: tuple[str, ...],
) -> Read:
    """One sentence; ``own`` are the times told in it, ``two`` the sides of the text."""
    places = tuple(
        at
        for each in own
        if each.basis != "instrument" and each.end > each.start
        for at in range(bisect_left(words.starts, each.start), bisect_left(words.starts, each.end))
    )
    found, refused = acts(words, places)
    told = []
    for act in found:
        period = period_of(text, start, end, dated, near=words.starts[act.at])
        sure = confidence(act, period, question=words.words[-1:] == ["?"])
        told.append((completed(act, two), period, sure))
    return Read(start, end, words, tuple(told), tuple(refused))


def proposals(document: str, each: Read, chosen: Setting) -> list[Proposal]:
    """The proposals of one sentence in a setting, in the order of the text."""
    sure = sorted((told for told in each.acts if told[2] >= chosen.least), key=lambda told: -told[2])[: chosen.most]
    kept = sorted(sure, key=lambda told: told[0].at)
    return [_proposal(document, each, act, period, trust) for act, period, trust in kept]


def _proposal(document: str, each: Read, act: Act, period: Period | None, sure: float) -> Proposal:
    assert each.words is not None
    return Proposal(
        "event",
        (Span(document, *passage(each.words, each.start, each.end, act.at)),),
        types=weights(act.types),
        mode=act.mode,
        sources=act.sources,
        targets=act.targets,
        period=period,
        happened=act.happened,
        attributed_to=attributed(each.words, act.at, act.sources),
        confidence=sure,
        why=_why(act, period),
    )


def _why(act: Act, period: Period | None) -> tuple[tuple[str, str], ...]:
    """The grounds of a proposal by name."""
    told = {
        "rule": act.rule,
        "trigger": act.trigger,
        "roles": act.roles,
        "date basis": period.basis if period else "",
        "status": act.status,
    }
    return tuple((name, words) for name, words in told.items() if words)


def passage(words: Words, start: int, end: int, at: int) -> tuple[int, int]:
    """The sentence, or as much of it around a word as a passage may hold, cut at the words.

    >>> passage(words_of("We met.", 0, 7), 0, 7, 1)
    (0, 7)
    """
    if end - start <= LONGEST_PASSAGE:
        return start, end
    first = last = at
    while True:
        grown = False
        if last + 1 < len(words.words) and words.ends[last + 1] - words.starts[first] <= LONGEST_PASSAGE:
            last, grown = last + 1, True
        if first > 0 and words.ends[last] - words.starts[first - 1] <= LONGEST_PASSAGE:
            first, grown = first - 1, True
        if not grown:
            return words.starts[first], words.ends[last]
