"""A case with very many events, otherwise like the small one: what the page must bear without getting heavy or slow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hikiwake.documents import Passage
from hikiwake.dossier import Dossier, Event, Mention
from hikiwake.periods import Period
from tests.synthetic import BOTH, Builder, skerries

TYPES = ("CONSULT", "COERCE", "AGREE", "COOPERATE", "PROTEST", "AID", "")
ISSUES = (("territory",), ("trade",), ("security", "territory"))
HAPPENED = ("occurred",) * 8 + ("cancelled", "planned")
SIDES = ((("NOR",), ("SUD",)), (("SUD",), ("NOR",)), (BOTH, BOTH), (("TRD",), ("NOR", "SUD")))
DEEDS = (
    "meet about the ferry between the mainland and the Skerries",
    "close a harbour of the Skerries to shipping",
    "sign a protocol on fishing in the waters of the Skerries",
    "protest against exercises near the Skerries",
)
DAYS = (date(2024, 12, 31) - date(1946, 1, 1)).days

MANY = 2_500  # events of a page that a browser must bear


def crowded(count: int) -> Dossier:
    """The small case with ``count`` more events of all types, dated 1946 to 2024; every third has a second report."""
    build = skerries()
    frame = build.dossier()
    passages: list[Passage] = []
    events = [_event(build, number, count, passages) for number in range(count)]
    return replace(frame, passages=(*frame.passages, *passages), events=(*frame.events, *events))


def _event(build: Builder, number: int, count: int, passages: list[Passage]) -> Event:
    day = date(1946, 1, 1) + timedelta(days=int(DAYS * (number / count) ** 0.7))
    period = Period(day, day, "day") if number % 4 else Period.parse(f"{day.year}-{day.month:02d}")
    sources, targets = SIDES[number % len(SIDES)]
    type_, happened = TYPES[number % len(TYPES)], HAPPENED[number % len(HAPPENED)]
    id_ = f"event-{day.year}-{number}"
    told = [_mention(build, id_, number, each, period, sources, targets, type_, happened, passages)
            for each in range(1 if number % 3 else 2)]  # fmt: skip
    summary = f"Delegations of round {number} {DEEDS[number % len(DEEDS)]}."
    return Event(
        id_, period, sources, targets, (), type_, "", ISSUES[number % 3], happened, "", summary, tuple(told)
    )  # fmt: skip


def _mention(
    build: Builder,
    event: str,
    number: int,
    each: int,
    period: Period,
    sources: tuple[str, ...],
    targets: tuple[str, ...],
    type_: str,
    happened: str,
    passages: list[Passage],
) -> Mention:
    document = build.documents[(number + each) % len(build.documents)]
    id_ = f"passage-{number}-{each}"
    passages.append(Passage(id_, document["id"], number * 40, number * 40 + 38, None, 1, "0" * 16))
    author = str(document["author"])
    return Mention(f"mention-{number}-{each}", event, id_, author, period, sources, targets, type_, happened)
