"""The entries of a dossier: what happened, what is claimed, read, wanted, proposed and argued, and by whom it is said.

Every entry has an ``id``, a ``holder`` (who says so: a document's author or the person quoted; never empty) and
``passages`` (ids of the places that support it). Entries are values: nothing changes them.
"""

from __future__ import annotations

from dataclasses import dataclass

from hikiwake.periods import Period


@dataclass(frozen=True, slots=True)
class Mention:
    """One report of an event in one passage, with period, type and participants as that passage has them.

    ``called`` is what the passage calls the act, in its own word or two, where that word is a choice.
    """

    id: str
    event: str
    passage: str
    holder: str
    period: Period
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    type: str
    happened: str
    called: str = ""

    @property
    def passages(self) -> tuple[str, ...]:
        """The one passage of the mention."""
        return (self.passage,)


@dataclass(frozen=True, slots=True)
class Event:
    """Something done, by whom to whom, when; four reports of one act are one event with four mentions.

    A mutual act has all participants on both sides. ``type`` is one of the PLOVER types, empty where no act between
    parties is told; ``happened`` says whether it did; ``series`` is the event it is part of.
    """

    id: str
    period: Period
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    persons: tuple[str, ...]
    type: str
    mode: str
    issues: tuple[str, ...]
    happened: str
    series: str
    summary: str
    mentions: tuple[Mention, ...] = ()

    @property
    def passages(self) -> tuple[str, ...]:
        """The passages of all mentions."""
        return tuple(mention.passage for mention in self.mentions)

    @property
    def holders(self) -> tuple[str, ...]:
        """Who reports the event, each once, in the order of the mentions."""
        return tuple(dict.fromkeys(mention.holder for mention in self.mentions))

    @property
    def holder(self) -> str:
        """Who reports the event, joined."""
        return "; ".join(self.holders)

    @property
    def actors(self) -> tuple[str, ...]:
        """Everybody who takes part, each once."""
        return tuple(dict.fromkeys((*self.sources, *self.targets, *self.persons)))


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement: a figure, a rank or a share, with comparator, unit and the period it is true of.

    A survey cell is a claim with ``table``, ``group`` and ``answer``. ``measure`` is the same word wherever the same
    thing is measured; ``about`` is the event that it tells of: of a series it counts the members.
    """

    id: str
    holder: str
    subject: str
    measure: str
    comparator: str
    value: str
    unit: str
    kind: str
    as_of: Period
    table: str
    group: str
    answer: str
    summary: str
    passages: tuple[str, ...]
    about: str = ""

    @property
    def number(self) -> float | None:
        """The value as a number, or ``None`` where it is words."""
        try:
            return float(self.value.replace(",", ""))
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class Reading:
    """An interpretation: an answer to a question. Rival readings share the question; ``side`` names the answer given.

    ``about`` is the event that it tells of, ``as_of`` the time that it speaks of (``None`` where it is of no time in
    particular). For a turning point ``direction`` is worse, better or none.
    """

    id: str
    holder: str
    question: str
    side: str
    answer: str
    about: str
    direction: str
    passages: tuple[str, ...]
    as_of: Period | None = None


@dataclass(frozen=True, slots=True)
class Position:
    """What an actor wants: on an issue or a formula (``on``), how strongly, and of which kind the evidence is."""

    id: str
    holder: str
    actor: str
    on: str
    verb: str
    stance: str
    strength: str
    kind: str
    period: Period
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """A way to settle, or a step towards one: what it is and includes. Who wants it is told by positions.

    ``share`` is the share of the land (percent) to the claimant, only where a passage gives it; ``rules_out`` are the
    types of act that whoever follows the formula does not do. ``passes`` are the places that pass to the claimant, only
    where a passage names them.
    """

    id: str
    holder: str
    title: str
    kind: str
    includes: str
    share: str
    passages: tuple[str, ...]
    rules_out: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Driver:
    """An argued cause and effect: more of the cause means more (+), less (-) or no change (0) of the effect.

    ``kind`` says whether it is of what is or was (empty), of what is ``expected``, or of what is only ``meant`` to come
    of it: an aim is no effect. ``about`` is the event that is the cause, where it is one.
    """

    id: str
    holder: str
    cause: str
    effect: str
    sign: str
    mechanism: str
    summary: str
    passages: tuple[str, ...]
    about: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """An editor's note on an entry, with the reason; it never replaces the entry.

    ``kind`` says whether the document is in error, contradicts itself or another (both cannot be true), is in tension
    with it (both can), takes a side by its words, or is only uncertain; ``against`` are the passages that speak against
    the entry, empty where the reason is general knowledge without a source. ``statement`` is what is doubted, where
    that is not what the entry says by itself.
    """

    id: str
    holder: str
    entry: str
    kind: str
    reason: str
    passages: tuple[str, ...]
    against: tuple[str, ...] = ()
    statement: str = ""


Entry = Event | Mention | Claim | Reading | Position | Formula | Driver | Doubt
