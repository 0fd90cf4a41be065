"""Reports of one act in one text: those near each other become one proposal, and one dates another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from hikiwake.periods import Period
from hikiwake.workbench.proposal import Proposal

NEAR = 600  # characters between two reports in one text that may be one


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


def _meet(one: Period | None, other: Period | None) -> bool:
    return one is None or other is None or one.overlaps(other)
