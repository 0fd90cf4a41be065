"""What entries say by some documents alone: nothing that another document tells shows through.

An entry stays where one of its passages does. What was decided from passages of which some fall away is told by those
that stay:

- an **event** keeps period, participants, type and outcome where a mention that stays has them too, else they are those
  of the first that stays; its summary is made from these, and persons, whom no mention names, are left out. An event
  that keeps all its mentions stays as it is;
- a **formula** keeps the holders of the passages that stay and loses its share; one whose passages all fall, but on
  which a position stands, is called as somebody says who puts it forward, else who supports or accepts it. A refusal
  says the contrary of what it refuses: where nobody wants the formula, it is called by the words of its id;
- a **doubt** loses the passages against its entry that fall, and falls itself where its reason names a document that
  is not there;
- what an entry is about, or part of, is forgotten where it falls.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from hikiwake.dossier.entries import Claim, Doubt, Driver, Entry, Event, Formula, Mention, Position, Reading
from hikiwake.vocabulary import event_types
from hikiwake.wording import entries as wording

Telling = TypeVar("Telling", Claim, Reading, Driver)
Kinds = dict[str, tuple[Any, ...]]
_MAY_BE_OPEN = ("targets", "type")
_DECIDED = ("period", "sources", "happened", *_MAY_BE_OPEN)
_WANTING = ("proposes", "offers", "demands"), ("supports",), ("accepts",)


@dataclass(frozen=True)
class Remaining:
    """What stays: the ids of the passages, who says what in each, and how actors and issues are called.

    unknown: the names of the documents that are not there: their ids, their authors, and their short names
    """

    passages: frozenset[str]
    holders: Mapping[str, frozenset[str]]
    actor: Callable[[str], str]
    issues: Mapping[str, str]
    unknown: tuple[str, ...]

    def entries(self, kinds: Mapping[str, Iterable[Entry]]) -> Kinds:
        """The entries that stay, kind by kind, each as what stays tells it."""
        kept: Kinds = {kind: tuple(filter(None, map(self._entry, entries))) for kind, entries in kinds.items()}
        kept["formulas"] += tuple(self._wanted(kinds["formulas"], kept["formulas"], kept["positions"]))
        return _joined(kept)

    def _entry(self, entry: Entry) -> Entry | None:
        """The entry as the passages that stay support it, or ``None`` where none of them does."""
        if isinstance(entry, Event):
            return self._event(entry)
        kept = tuple(id_ for id_ in entry.passages if id_ in self.passages)
        if not kept or isinstance(entry, Mention):
            return entry if kept else None
        if isinstance(entry, Doubt):
            against = tuple(id_ for id_ in entry.against if id_ in self.passages)
            named = any(name in entry.reason for name in self.unknown)
            return None if named else replace(entry, passages=kept, against=against)
        if kept == entry.passages:
            return entry
        told = replace(entry, passages=kept, holder=self._holder(entry.holder, kept))
        return replace(told, share="") if isinstance(told, Formula) else told

    def _holder(self, holder: str, passages: Iterable[str]) -> str:
        """Of several holders those who speak in some passages; where they are not told apart, all of these speakers."""
        heard = frozenset[str]().union(*(self.holders[id_] for id_ in passages))
        named = [each for each in holder.split("; ") if each in heard]
        return "; ".join(named or sorted(heard)) if "; " in holder else holder

    def _event(self, event: Event) -> Event | None:
        mentions = tuple(mention for mention in event.mentions if mention.passage in self.passages)
        if not mentions or mentions == event.mentions:
            return event if mentions else None
        told: dict[str, Any] = {field: _told(event, mentions, field) for field in _DECIDED}
        mode = event.mode if told["type"] == event.type else ""
        kept = replace(event, mentions=mentions, persons=(), mode=mode, **told)
        return replace(kept, summary=self._summary(kept))

    def _summary(self, event: Event) -> str:
        """What was done, by what the mentions say."""
        return wording.act_told(
            [self.actor(id_) for id_ in event.sources],
            [self.actor(id_) for id_ in event.targets if id_ not in event.sources],
            event_types()[event.type].title if event.type else "",
            [self.issues.get(id_, id_) for id_ in event.issues],
            list(dict.fromkeys(mention.called for mention in event.mentions if mention.called)),
        )

    @staticmethod
    def _wanted(formulas: Iterable[Entry], kept: Sequence[Formula], positions: Sequence[Position]) -> Iterable[Formula]:
        """Formulas that no passage describes any more, and on which a position stands."""
        known = {formula.id for formula in kept}
        for formula in formulas:
            on = [position for position in positions if position.on == formula.id]
            if isinstance(formula, Formula) and on and formula.id not in known:
                wanting = _wanting(on)
                title, from_ = (wanting.stance.rstrip("."), wanting) if wanting else (_in_words(formula.id), on[0])
                yield replace(formula, title=title, includes=title, share="", rules_out=(), passes=(),
                              holder=from_.holder, passages=from_.passages)  # fmt: skip


def _wanting(positions: Sequence[Position]) -> Position | None:
    """The first position of one who puts a formula forward, else of one who supports or else accepts it."""
    return next((each for verbs in _WANTING for each in positions if each.verb in verbs), None)


def _in_words(id_: str) -> str:
    words = id_.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def _told(event: Event, mentions: Sequence[Mention], field: str) -> Any:
    """What mentions say of one thing: what the event has where one of them has it too, else what the first says.

    Where none says anything, it is what the event has, unless only a mention that fell away tells that.
    """
    own = getattr(event, field)
    said = [value for mention in mentions if (value := getattr(mention, field))]
    if said:
        return own if own in said else said[0]
    fallen = (mention for mention in event.mentions if mention not in mentions)
    only_there = field in _MAY_BE_OPEN and any(getattr(mention, field) for mention in fallen)
    return type(own)() if only_there else own


def _joined(kept: Kinds) -> Kinds:
    """Entries that point only to entries that stay; doubts about others fall away."""
    events = {event.id for event in kept["events"]}
    known = {each.id for entries in kept.values() for each in entries}
    known |= {mention.id for event in kept["events"] for mention in event.mentions}
    joined = {kind: tuple(_about(each, events) for each in kept[kind]) for kind in ("claims", "readings", "drivers")}
    series = (event if event.series in events else replace(event, series="") for event in kept["events"])
    doubts = tuple(doubt for doubt in kept["doubts"] if doubt.entry in known)
    return {**kept, **joined, "events": tuple(series), "doubts": doubts}


def _about(entry: Telling, events: set[str]) -> Telling:
    return entry if not entry.about or entry.about in events else replace(entry, about="")
