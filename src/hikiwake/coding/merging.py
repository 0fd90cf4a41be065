"""Reports of one act: near each other in a text they become one proposal, in different places a proposal to merge.

Candidates share their parties and a time, not the type, for reports of one act differ in it. Then participants and
their roles, types, names and the likeness of the words near the act decide; of the reports that another text has of
acts like it, each is merged with the likeliest only. A merge is only proposed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from math import log

from hikiwake.coding.likeness import Likeness
from hikiwake.periods import Period
from hikiwake.workbench.proposal import Proposal, Span

NEAR = 600  # characters between two reports in one text that may be one
MONTH = 31  # days
LONGEST = 800  # days: what lasted longer is no single act
MOST_COMPARED = 40  # others of a state and year with which one report is compared
LEAST = 0.55
SAME_TEXT = 0.15  # off, for a text seldom tells one act twice in full, and then names it
NEAR_THE_ACT = 100  # characters around the word that tells an act, whose words are compared
PARTIES, ROLES, OTHER_ROLES, TYPE, TIME, NAME, WORDS, WORD = 0.2, 0.1, -0.1, 0.2, 0.25, 0.125, 0.6, 0.1  # what speaks
NOBODY = 0.1  # where a report names nobody who could speak against it


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
    found = {
        (one, other): _merge(events[one], events[other], likeness, one, other) for one, other in _candidates(events)
    }
    kept = _likeliest({pair: each for pair, each in found.items() if each}, events)
    return tuple(sorted(kept, key=lambda each: (-each.confidence, each.passages)))


def _likeliest(found: Mapping[tuple[int, int], Proposal], events: Sequence[Proposal]) -> Iterator[Proposal]:
    """The merges that are the surest for both their reports, among those with the other's document."""
    surest: dict[tuple[int, str], float] = defaultdict(float)
    sides = [((one, events[other].document), (other, events[one].document)) for one, other in found]
    for keys, each in zip(sides, found.values(), strict=True):
        for key in keys:
            surest[key] = max(surest[key], each.confidence)
    for keys, each in zip(sides, found.values(), strict=True):
        if all(each.confidence >= surest[key] for key in keys):
            yield each


def _candidates(events: Sequence[Proposal]) -> Iterator[tuple[int, int]]:
    """The pairs of events of different passages that share their parties and a year, those near in time first.

    A report that names one party is held against those of that party, one that names nobody against those of its month.
    """
    states = [_states((*each.sources, *each.targets)) for each in events]
    seen: set[tuple[int, int]] = set()
    for numbers in _blocks(events, states):
        ordered = sorted(numbers, key=lambda number: (_start(events[number]), number))
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 : at + 1 + MOST_COMPARED]:
                both = (min(one, other), max(one, other))
                fits = len(states[one] & states[other]) >= min(2, len(states[one]), len(states[other]))
                if fits and both not in seen and _apart(events[one], events[other]):
                    seen.add(both)
                    yield both


def _blocks(events: Sequence[Proposal], states: Sequence[set[str]]) -> Iterator[list[int]]:
    """The numbers of events that may be one: of a pair and a year, of a party and a year, of a month.

    A party or a month is a block only where a report names no other party, or nobody.
    """
    found: dict[tuple[frozenset[str], int, int], list[int]] = defaultdict(list)
    wanted: set[tuple[frozenset[str], int, int]] = set()
    for number, (each, its) in enumerate(zip(events, states, strict=True)):
        period = each.period
        if period is None or period.end is None or (period.days or 0) > LONGEST:
            continue
        years = range(period.start.year, period.end.year + 1)
        pairs = {frozenset(pair) for pair in combinations(sorted(its), 2)}
        keys = [(some, year, 0) for some in (*pairs, *map(frozenset, zip(its))) for year in years]
        keys += [(frozenset(), period.start.year, period.start.month)] if (period.days or 0) <= MONTH else []
        for key in keys:
            found[key].append(number)
        wanted.update(key for key in keys if len(key[0]) == min(2, len(its)))
    for key in sorted(wanted, key=lambda key: (sorted(key[0]), *key[1:])):
        yield found[key]


def _start(event: Proposal) -> int:
    return event.period.start.toordinal() if event.period else 0


def _states(actors: Iterable[str]) -> set[str]:
    return {each.partition("/")[0] for each in actors}


def _apart(one: Proposal, other: Proposal) -> bool:
    """Whether two events stand in different passages, and overlap in time."""
    return one.passages[0] != other.passages[0] and _meet(one.period, other.period)


def _meet(one: Period | None, other: Period | None) -> bool:
    return one is None or other is None or one.overlaps(other)


def _passage(event: Proposal, texts: Mapping[str, str]) -> str:
    """The words around the one that tells an act; the whole passage where that is not known."""
    first, text = event.passages[0], texts.get(event.passages[0].document, "")
    trigger = dict(event.why).get("trigger", "")
    at = text.find(trigger, first.start, first.end) if trigger else -1
    if at < 0:
        return text[first.start : first.end]
    return text[max(first.start, at - NEAR_THE_ACT) : min(first.end, at + len(trigger) + NEAR_THE_ACT)]


def _merge(one: Proposal, other: Proposal, likeness: Likeness, first: int, second: int) -> Proposal | None:
    """The proposal to merge two events, or ``None`` where too little speaks for it."""
    names = likeness.names[first] & likeness.names[second]
    if one.document == other.document and (one.type != other.type or not names):
        return None
    grounds = {
        "participants": _participants(one, other),
        "type": TYPE if one.type == other.type else TYPE / 2 if {*dict(one.types)} & {*dict(other.types)} else 0.0,
        "time": TIME * _closeness(one.period, other.period),
        "names": NAME * min(2, len(names)),
        "words": WORDS * likeness.of(first, second) + (WORD if _told_alike(one, other) else 0.0),
    }
    sure = min(0.99, sum(grounds.values()) - (SAME_TEXT if one.document == other.document else 0.0))
    if sure < LEAST:
        return None
    spans: tuple[Span, ...] = tuple(dict.fromkeys((*one.passages, *other.passages)))
    why = {name: f"{value:.2f}" for name, value in grounds.items() if value > 0}
    why["names"] = ", ".join(sorted(names)) or "none"
    cells = (("of", ";".join(sorted((one.id, other.id)))),)
    return Proposal("merge", spans, confidence=round(sure, 3), cells=cells, why=tuple(why.items()))


def _participants(one: Proposal, other: Proposal) -> float:
    """What the parties say for a merge: who takes part in both, and whether each does the same in both."""
    sides = [(_states(each.sources), _states(each.targets)) for each in (one, other)]
    (source, target), (other_source, other_target) = sides
    if not source | target or not other_source | other_target:
        return NOBODY if one.type == other.type and one.document != other.document else 0.0
    all_, others = source | target, other_source | other_target
    shared = PARTIES * len(all_ & others) / max(1, len(all_ | others))
    if source & other_source and (target & other_target or not target or not other_target):
        return shared + ROLES
    return shared + (OTHER_ROLES if len(source) == len(other_source) == 1 else 0.0)


def _told_alike(one: Proposal, other: Proposal) -> bool:
    """Whether both acts are told by forms of one word."""
    first, second = (dict(each.why).get("trigger", "").lower()[:5] for each in (one, other))
    return first == second != ""


def _closeness(one: Period | None, other: Period | None) -> float:
    """How near two overlapping times are: 1 for the same days, less the more the longer goes beyond the shorter."""
    if one is None or other is None or one.days is None or other.days is None:
        return 0.0
    short, long = sorted((one.days, other.days))
    return 1.0 if long <= 1 else max(0.1, 1.0 - log(long / short) / log(800))
