"""From a text to proposals of events: sentence by sentence, with time, parties, status and the grounds of each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hikiwake.coding.acts.act import Act, Refused
from hikiwake.coding.acts.clause import clause
from hikiwake.coding.acts.finding import acts
from hikiwake.coding.attribution import attributed
from hikiwake.coding.dating import Dating, places_of
from hikiwake.coding.sides import completed, sides
from hikiwake.coding.statements.skipping import headings, is_sentence, kinds_of
from hikiwake.coding.times import Dated
from hikiwake.coding.weighing import HEADING, QUESTION, Setting, confidence, weights
from hikiwake.coding.words import Mention, Words, pieces, words_of
from hikiwake.documents.segmentation import sentences
from hikiwake.periods import Period
from hikiwake.workbench.proposal import Proposal, Span

LONGEST_PASSAGE = 300  # characters
APART = ("reference", "apparatus", "caption")  # kinds of paragraph that tell nothing of their own


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence that was read: its place, its acts with their times, the triggers refused, why it was passed over.

    ``times`` are the words that tell its times.
    """

    start: int
    end: int
    words: Words | None
    acts: tuple[tuple[Act, Period | None, float], ...] = ()
    refused: tuple[Refused, ...] = ()
    apart: str = ""
    times: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a sentence is read with: the times of the text, its two sides."""

    dating: Dating
    two: tuple[str, ...]


def read(
    text: str, dated: tuple[Dated, ...], named: Sequence[Mention], language: str = "en", two: tuple[str, ...] = ()
) -> Iterator[Read]:
    """The sentences of a text as the coder reads them; ``dated`` and ``named`` are its times and mentions in order.

    ``two`` are the sides of its case, where the text is about them; else they are those that it names most.
    """
    begins, days = [each.start for each in named], [each.start for each in dated]
    sorts, over = kinds_of(text), headings(text)
    around = Surroundings(Dating(text, dated), two or sides(named))
    for sentence in sentences(text, language):
        sort = sorts[sentence.block]
        for start, end in pieces(text, sentence.start, sentence.end):
            if sort in APART:
                yield Read(start, end, None, apart=f"is no sentence of the text: {sort}")
                continue
            here = named[bisect_left(begins, start) : bisect_left(begins, end)]
            own = dated[bisect_left(days, start) : bisect_left(days, end)]
            if sentence.block in over and (over[sentence.block] or not own) and not is_sentence(text, start, end):
                yield Read(start, end, None, apart="is a heading: it says what the text below is about")
                continue
            words = words_of(text, start, end, here)
            doubt = (QUESTION if words.words[-1:] == ["?"] else 1.0) * (
                HEADING if sort == "heading" and not own else 1.0
            )
            yield _read(around, start, end, sentence.block, words, own, doubt)


def _read(
    around: Surroundings, start: int, end: int, block: int, words: Words, own: tuple[Dated, ...], doubt: float
) -> Read:
    """One sentence of a block; ``own`` are the times told in it, ``doubt`` lowers how sure its acts are."""
    places = places_of(words, own)
    found, refused = acts(words, places)
    told = []
    for act in found:
        period = around.dating.when(act, words, start, end, block)
        told.append((completed(act, around.two, words), period, confidence(act, period, doubt)))
    return Read(start, end, words, tuple(told), tuple(refused), times=places)


def proposals(document: str, each: Read, chosen: Setting) -> list[Proposal]:
    """The proposals of one sentence in a setting, in the order of the text."""
    sure = sorted((told for told in each.acts if told[2] >= chosen.least), key=lambda told: -told[2])[: chosen.most]
    kept = sorted(sure, key=lambda told: told[0].at)
    words = each.words
    return [_proposal(document, words, each, told) for told in kept] if words else []


def _proposal(document: str, words: Words, each: Read, told: tuple[Act, Period | None, float]) -> Proposal:
    act, period, sure = told
    return Proposal(
        "event",
        (Span(document, *passage(words, each.start, each.end, act.at)),),
        types=weights(act.types),
        mode=act.mode,
        sources=act.sources,
        targets=act.targets,
        period=period,
        happened=act.happened,
        attributed_to=attributed(words, act.at, act.sources),
        confidence=sure,
        why=_why(act, period, clause(words, act, each.times)),
    )


def _why(act: Act, period: Period | None, own: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The grounds of a proposal by name."""
    told = {
        "rule": act.rule,
        "trigger": act.trigger,
        "roles": act.roles,
        "date basis": period.basis if period else "",
        "status": act.status,
        own[0]: own[1],
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
