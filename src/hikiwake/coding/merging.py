"""Reports of one act: near each other in a text they become one proposal, in different places a proposal to merge.

Candidates share a pair of parties and a time, not the type, for reports of one act differ in it. Then the participants,
the types, the names of instruments and places and the likeness of the words decide. A merge is only proposed.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import log, sqrt

from hikiwake.periods import Period
from hikiwake.workbench.proposal import Proposal, Span

NEAR = 600  # characters between two reports in one text that may be one
LONGEST = 800  # days: what lasted longer is no single act
MOST_COMPARED = 40  # others of a pair and year with which one report is compared
LEAST = 0.6
SAME_TEXT = 0.15  # off, for a text seldom tells one act twice in full, and then names it
COMMON = 0.1  # share of passages from which on a name tells nothing
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w-]+(?: (?:of |on |the )*[A-Z][\w-]+)*")
MONTHS = frozenset(calendar.month_name)
_WORD = re.compile(r"[^\W\d_]{4,}")


def joined(proposals: Sequence[Proposal], text: str) -> tuple[Proposal, ...]:
    """The proposals of one text, those that tell one act near each other joined into one with several passages.

    Joined is what takes up the same type, parties, status and time by a noun: "the attack", "this visit".
    """
    kept: list[Proposal] = []
    for each in proposals:
        at = next(
            (place for place in range(len(kept) - 1, max(-1, len(kept) - 5), -1) if _again(kept[place], each, text)),
            None,
        )
        if at is None:
            kept.append(each)
        else:
            kept[at] = replace(kept[at], passages=(*kept[at].passages, *each.passages))
    return tuple(kept)


def _again(first: Proposal, later: Proposal, text: str) -> bool:
    """Whether a later proposal only takes up an earlier one."""
    if first.kind != "event" or later.kind != "event" or first.type != later.type or first.happened != later.happened:
        return False
    span, last = later.passages[0], first.passages[-1]
    if span.start - last.end > NEAR or span.start <= last.start:
        return False
    why = dict(later.why)
    before = text[max(span.start, 0) : span.end].lower()
    definite = any(f"{word} {why.get('trigger', '').lower()}" in before for word in ("the", "this", "that", "these"))
    fits = {*later.sources} <= {*first.sources, *first.targets} and {*later.targets} <= {*first.sources, *first.targets}
    return why.get("rule", "").startswith("noun") and definite and fits and _meet(first.period, later.period)


def redated(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The proposals of one text, an act without a time having that of the one dated act of its type and parties.

    "The invasion of X by Y" is the one that the text dates elsewhere; where two such acts are dated, none is taken.
    """
    dated: dict[tuple[object, ...], set[Period]] = defaultdict(set)
    for each in proposals:
        if each.period is not None and each.period.basis == "stated" and _told(each):
            dated[_told(each)].add(each.period)
    return tuple(
        replace(each, period=replace(next(iter(dated[_told(each)])), basis="context"))
        if each.period is None and len(dated.get(_told(each), ())) == 1
        else each
        for each in proposals
    )


def _told(each: Proposal) -> tuple[object, ...]:
    """What an act is: type, parties; empty where a side is not told."""
    if each.kind != "event" or not each.sources or not each.targets or each.happened not in ("occurred", "ongoing"):
        return ()
    return each.type, frozenset(each.sources), frozenset(each.targets)


def merges(proposals: Iterable[Proposal], texts: Mapping[str, str]) -> tuple[Proposal, ...]:
    """The merges that are proposed among the events of several texts, the surest first.

    ``texts`` are the stored texts by document. Each merge has the passages of both and their ids in its cell ``of``.
    """
    events = [each for each in proposals if each.kind == "event" and each.type and each.happened != "negated"]
    likeness = Likeness([_passage(each, texts) for each in events])
    found = (_merge(events[one], events[other], likeness, one, other) for one, other in _candidates(events))
    return tuple(sorted((each for each in found if each), key=lambda each: (-each.confidence, each.passages)))


def _candidates(events: Sequence[Proposal]) -> Iterator[tuple[int, int]]:
    """The pairs of events of different passages that share two parties and a year, those near in time first."""
    blocks: dict[tuple[frozenset[str], int], list[int]] = defaultdict(list)
    for number, each in enumerate(events):
        period = each.period
        if period is None or period.end is None or (period.days or 0) > LONGEST:
            continue
        for pair in _pairs(each):
            for year in range(period.start.year, period.end.year + 1):
                blocks[pair, year].append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in blocks.values():
        ordered = sorted(numbers, key=lambda number: (_start(events[number]), number))
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 : at + 1 + MOST_COMPARED]:
                both = (min(one, other), max(one, other))
                if both not in seen and _apart(events[one], events[other]):
                    seen.add(both)
                    yield both


def _start(event: Proposal) -> int:
    return event.period.start.toordinal() if event.period else 0


def _pairs(event: Proposal) -> set[frozenset[str]]:
    """The pairs of states that an event joins; of a domestic act the state alone."""
    sources, targets = ({each.partition("/")[0] for each in side} for side in (event.sources, event.targets))
    pairs = {frozenset((one, other)) for one in sources for other in targets if one != other}
    return pairs or {frozenset(sources | targets)} - {frozenset()}


def _apart(one: Proposal, other: Proposal) -> bool:
    """Whether two events stand in different passages, and overlap in time."""
    return one.passages[0] != other.passages[0] and _meet(one.period, other.period)


def _meet(one: Period | None, other: Period | None) -> bool:
    return one is None or other is None or one.overlaps(other)


def _passage(event: Proposal, texts: Mapping[str, str]) -> str:
    first = event.passages[0]
    return texts.get(first.document, "")[first.start : first.end]


class Likeness:
    """How alike the words of passages are: shared words of four letters and more, rare ones counting more."""

    def __init__(self, passages: Sequence[str]) -> None:
        """Weigh the words of the passages by how few of them have each."""
        self._words = [frozenset(word.lower() for word in _WORD.findall(each)) for each in passages]
        names = [frozenset(_NAME.findall(each)) - MONTHS for each in passages]
        often = Counter(name for each in names for name in each)
        self.names = [
            frozenset(name for name in each if often[name] <= max(2, COMMON * len(passages))) for each in names
        ]
        counts = Counter(word for words in self._words for word in words)
        self._rare = {word: log(1 + len(passages) / count) for word, count in counts.items()}

    def of(self, one: int, other: int) -> float:
        """The likeness of two passages by their numbers, between 0 and 1."""
        shared = sum(self._rare[word] ** 2 for word in self._words[one] & self._words[other])
        lengths = [sum(self._rare[word] ** 2 for word in self._words[each]) for each in (one, other)]
        return shared / sqrt(lengths[0] * lengths[1]) if all(lengths) else 0.0


def _merge(one: Proposal, other: Proposal, likeness: Likeness, first: int, second: int) -> Proposal | None:
    """The proposal to merge two events, or ``None`` where too little speaks for it."""
    parties = [{*each.sources, *each.targets} for each in (one, other)]
    shared = {name for name, _ in one.types} & {name for name, _ in other.types}
    names = likeness.names[first] & likeness.names[second]
    if one.document == other.document and (one.type != other.type or not names):
        return None
    grounds = {
        "participants": 0.3 * len(parties[0] & parties[1]) / max(1, len(parties[0] | parties[1])),
        "type": 0.2 if one.type == other.type else 0.1 if shared else 0.0,
        "time": 0.25 * _closeness(one.period, other.period),
        "names": 0.15 * min(2, len(names)),
        "words": 0.3 * likeness.of(first, second),
    }
    sure = min(0.99, sum(grounds.values()) - (SAME_TEXT if one.document == other.document else 0.0))
    if sure < LEAST:
        return None
    spans: tuple[Span, ...] = tuple(dict.fromkeys((*one.passages, *other.passages)))
    why = {name: f"{value:.2f}" for name, value in grounds.items() if value > 0}
    why["names"] = ", ".join(sorted(names)) or "none"
    cells = (("of", ";".join(sorted((one.id, other.id)))),)
    return Proposal("merge", spans, confidence=round(sure, 3), cells=cells, why=tuple(why.items()))


def _closeness(one: Period | None, other: Period | None) -> float:
    """How near two overlapping times are: 1 for the same days, less the more the longer goes beyond the shorter."""
    if one is None or other is None or one.days is None or other.days is None:
        return 0.0
    short, long = sorted((one.days, other.days))
    return 1.0 if long <= 1 else max(0.1, 1.0 - log(long / short) / log(800))
