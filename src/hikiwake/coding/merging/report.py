"""A report of an act as far as it is compared with others, and how it is put away until its turn comes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from hikiwake.coding.merging.likeness import Rarity, names_of, words_of
from hikiwake.workbench.proposal import Proposal, Span

NEAR_THE_ACT = 100  # characters around the word that tells an act, whose words are compared


@dataclass(frozen=True, slots=True)
class Report:
    """What of an event is compared: the id of its proposal, and what it says.

    ``first`` and ``last`` are days counted from the year 1; ``sources`` and ``targets`` are states, ``states`` are
    both; ``weight`` is that of its words (see ``Rarity``).
    """

    id: str
    passages: tuple[Span, ...]
    types: tuple[str, ...]
    sources: frozenset[str]
    targets: frozenset[str]
    states: frozenset[str]
    first: int
    last: int
    trigger: str
    words: frozenset[str]
    names: frozenset[str]
    weight: float

    @property
    def document(self) -> str:
        """The document that carries it."""
        return self.passages[0].document


def states_of(actors: Iterable[str]) -> frozenset[str]:
    """The states to which actors belong.

    >>> sorted(states_of(["JPN/cabinet", "JPN", "RUS"]))
    ['JPN', 'RUS']
    """
    return frozenset(each.partition("/")[0] for each in actors)


def put_away(event: Proposal, id_: str, words: Iterable[str], names: Iterable[str]) -> str:
    """A report as JSON. Its event has a period that ends."""
    assert event.period is not None and event.period.end is not None
    spans = [[each.document, each.start, each.end] for each in event.passages]
    types = [name for name, _ in event.types]
    days = event.period.start.toordinal(), event.period.end.toordinal()
    trigger = dict(event.why).get("trigger", "").lower()[:5]
    sides = [*states_of(event.sources)], [*states_of(event.targets)]
    return json.dumps([id_, spans, types, *sides, *days, trigger, " ".join(words), " ".join(names)])


def taken_out(told: str, rarity: Rarity) -> Report:
    """The report that was put away, with the names that tell something and the weight of its words."""
    id_, spans, types, sources, targets, first, last, trigger, words, names = json.loads(told)
    its, source, target = frozenset(words.split()), frozenset(sources), frozenset(targets)
    return Report(
        id=id_,
        passages=tuple(Span(*each) for each in spans),
        types=tuple(types),
        sources=source,
        targets=target,
        states=source | target,
        first=first,
        last=last,
        trigger=trigger,
        words=its,
        names=frozenset(names.split()) - rarity.common,
        weight=rarity.weight(its),
    )


def said(event: Proposal, text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words and the names around the word that tells an act; of the whole passage where that is not known."""
    first, trigger = event.passages[0], dict(event.why).get("trigger", "")
    at = text.find(trigger, first.start, first.end) if trigger else -1
    start, end = first.start, first.end
    if at >= 0:
        start, end = max(start, at - NEAR_THE_ACT), min(end, at + len(trigger) + NEAR_THE_ACT)
    return words_of(text[start:end]), names_of(text[start:end])
