"""Holding an answer to the text: words that do not stand there, actors and days it does not give, are not taken over.

What cannot be grounded is refused, with the reason, or loses the part that cannot: an invented day gives way to the
time that the document itself tells. The rules have a say on what is no act: advice, hypotheses, what did not happen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from hikiwake.coding.actors import Gazetteer, Named, gazetteer, named
from hikiwake.coding.proposing import propose
from hikiwake.coding.reading import Read, read
from hikiwake.coding.times import Dated, period_of, times
from hikiwake.documents.finding import Finder
from hikiwake.documents.segmentation import sentences
from hikiwake.dossier.entering.locating import located
from hikiwake.periods import Period
from hikiwake.vocabulary import choices, event_types
from hikiwake.workbench.proposal import Proposal, Span

LONGEST_QUOTE = 300  # characters
DONE = ("occurred", "ongoing")
NO_ACTS = frozenset(("is advice", "is a condition", "is hypothetical", "is only possible"))
PLAIN, SECONDED, DISPUTED = 0.6, 0.85, 0.5  # how sure: alone, with the rules, against them


class RefusedError(ValueError):
    """Why an item is not taken over, in a few words."""


@dataclass
class Grounds:
    """A document's text with what it says of times and actors, and what the rules make of it."""

    document: str
    text: str
    written: Period | None

    @cached_property
    def dated(self) -> tuple[Dated, ...]:
        """The times that the text tells."""
        return times(self.text, self.written)

    @cached_property
    def mentions(self) -> tuple[Named, ...]:
        """The actors that it names."""
        return named(self.text, self.dated)

    @cached_property
    def actors(self) -> frozenset[str]:
        """Their ids."""
        return frozenset(id_ for mention in self.mentions for id_ in mention.actors)

    @cached_property
    def finder(self) -> Finder:
        """What finds a quotation."""
        return Finder(self.text)

    @cached_property
    def read(self) -> tuple[Read, ...]:
        """Every sentence as the rules read it."""
        return tuple(read(self.text, self.dated, self.mentions))

    @cached_property
    def by_rules(self) -> tuple[Proposal, ...]:
        """What the rules propose."""
        return propose(self.document, self.text, self.written)


def grounded(item: dict[str, Any], grounds: Grounds, within: tuple[int, int]) -> tuple[Proposal, list[str]]:
    """The proposal that an item is, and what was mended in it. Raises ``RefusedError``."""
    kind = _word(item, "kind") or "event"
    if kind not in ("event", "position", "claim"):
        raise RefusedError("unknown kind")
    span = _span(_word(item, "quote"), grounds, within)
    if kind == "event":
        return _event(item, grounds, span)
    cells = _cells(item, kind, grounds)
    period = period_of(grounds.text, span.start, span.end, grounds.dated)
    return Proposal(kind, (span,), period=period, confidence=PLAIN, cells=cells, why=(("rule", "language model"),)), []


def _word(item: dict[str, Any], name: str) -> str:
    value = item.get(name, "")
    if not isinstance(value, str | int | float):
        raise RefusedError(f"{name} is no text")
    return str(value).strip()


def _span(quote: str, grounds: Grounds, within: tuple[int, int]) -> Span:
    """Where the quotation stands: in one place, and in the stretch that was asked about."""
    if not quote:
        raise RefusedError("a field is missing: quote")
    if len(quote) > LONGEST_QUOTE:
        raise RefusedError("a quotation of more than 300 characters")
    places = [
        place for place in located(grounds.text, quote, grounds.finder).places if within[0] <= place[0] < within[1]
    ]
    if not places:
        raise RefusedError("a quotation that is not in the document")
    if len(places) > 1:
        raise RefusedError("a quotation that stands more than once")
    return Span(grounds.document, *places[0])


def _event(item: dict[str, Any], grounds: Grounds, span: Span) -> tuple[Proposal, list[str]]:
    types = [name for name in dict.fromkeys((_word(item, "type"), _word(item, "also"))) if name]
    if not types:
        raise RefusedError("a field is missing: type")
    if any(name not in event_types() for name in types):
        raise RefusedError("unknown type")
    happened = _word(item, "happened") or "occurred"
    if happened not in choices("happened"):
        raise RefusedError("unknown status")
    _refuse_no_act(grounds, span, happened)
    sources, targets = (_actors(item.get(side), grounds) for side in ("sources", "targets"))
    period, mended = _period(_word(item, "when"), grounds, span)
    weights = ((types[0], 1.0),) if len(types) == 1 else ((types[0], 0.7), (types[1], 0.3))
    confidence, against = _seconded(grounds, span, types)
    why = [("rule", "language model"), ("date basis", period.basis if period else "none"), ("status", happened)]
    made = Proposal(
        "event", (span,), types=weights, sources=sources, targets=targets, period=period, happened=happened,
        attributed_to=_word(item, "said_by"), confidence=confidence, why=(*why, *against),
    )  # fmt: skip
    return made, mended


def _refuse_no_act(grounds: Grounds, span: Span, happened: str) -> None:
    """Refuse what the rules know to be advice or a hypothesis, and what the sentence denies."""
    for each in (each for each in grounds.read if each.start < span.end and span.start < each.end):
        reasons = {one.reason for one in each.refused} & NO_ACTS
        if happened in DONE and not each.acts and reasons:
            raise RefusedError(f"no act: the sentence {min(reasons)}")
    told = {proposal.happened for proposal in grounds.by_rules if _overlap(proposal, span)}
    if happened in DONE and told and told <= {"negated", "cancelled"}:
        raise RefusedError("an act that the sentence denies")


def _overlap(proposal: Proposal, span: Span) -> bool:
    return proposal.kind == "event" and any(one.start < span.end and span.start < one.end for one in proposal.passages)


def _actors(told: object, grounds: Grounds) -> tuple[str, ...]:
    """The ids of actors, all of whom the document names."""
    if told is None or told == "":
        return ()
    names = told if isinstance(told, list) else [told]
    ids = []
    for name in names:
        id_ = _actor(str(name).strip(), grounds)
        if id_ is None:
            raise RefusedError("an actor that the document does not name")
        ids.append(id_)
    return tuple(dict.fromkeys(ids))


def _actor(name: str, grounds: Grounds) -> str | None:
    if name in grounds.actors:
        return name
    senses = _gazetteer().senses.get(name, ())
    return next((sense.actor for sense in senses if sense.actor in grounds.actors), None)


def _gazetteer() -> Gazetteer:
    return gazetteer()


def _period(told: str, grounds: Grounds, span: Span) -> tuple[Period | None, list[str]]:
    """The time of an event: as told, where the document gives it; else the document's own."""
    sentence = next((each for each in sentences(grounds.text) if each.start <= span.start < each.end), None)
    own = period_of(
        grounds.text, *(sentence.start, sentence.end) if sentence else (span.start, span.end), grounds.dated
    )
    if not told:
        return own, []
    try:
        period = Period.parse(told, own.basis if own else "context")
    except ValueError:
        return own, ["a date that is none: the document's own was taken"]
    if any(_gives(each.period, period) for each in grounds.dated if each.period is not None):
        return period, []
    return own, ["a date that the document does not give: its own was taken"]


def _gives(dated: Period, told: Period) -> bool:
    """Whether a time that a document tells lies within the one that is claimed, which is then no finer."""
    return told.start <= dated.start and dated.last <= told.last


def _cells(item: dict[str, Any], kind: str, grounds: Grounds) -> tuple[tuple[str, str], ...]:
    """The cells of a position or a claim."""
    if kind == "claim":
        cells = {name: _word(item, name) for name in ("subject", "value", "unit")}
        if not cells["value"]:
            raise RefusedError("a field is missing: value")
        cells |= {"measure": cells["subject"], "comparator": "=", "kind": "actual"}
        return (*cells.items(), ("summary", f"{cells['subject']}: {cells['value']} {cells['unit']}".strip()))
    actor, verb = _actor(_word(item, "actor"), grounds), _word(item, "verb")
    if actor is None:
        raise RefusedError("an actor that the document does not name")
    if verb not in choices("verb"):
        raise RefusedError("unknown verb")
    return (("actor", actor), ("verb", verb), ("strength", "moderate"), ("kind", "declared"))


def _seconded(grounds: Grounds, span: Span, types: list[str]) -> tuple[float, Iterator[tuple[str, str]]]:
    """How sure an event is, given what the rules make of the place; where they differ, that is told."""
    own = [each for each in grounds.by_rules if _overlap(each, span)]
    if not own:
        return PLAIN, iter(())
    if any(name in types for each in own for name, _ in each.types):
        return SECONDED, iter(())
    return DISPUTED, iter([("differs", f"the rules say {', '.join(sorted({each.type or 'no type' for each in own}))}")])
