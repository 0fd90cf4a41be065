"""Merging a record in stretches comes to what comparing it all at once does, in memory that does not grow."""

from __future__ import annotations

import random
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import fsum, log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hikiwake.coding import merges, propose
from hikiwake.coding.merging import Reports, likeness, reports
from hikiwake.coding.merging.report import said, states_of
from hikiwake.periods import Period
from hikiwake.workbench.proposal import Proposal, Span

STATES = ("NOR", "SWE", "DNK", "FIN/cabinet")
WORDS = ("Bergen", "harbour", "Treaty", "ships", "sailors", "Ribe", "eight", "herring", "the", "signed")
TYPES = ("AGREE", "ASSAULT", "REJECT")


def record(seed: int, documents: int, years: int = 2) -> tuple[list[Proposal], dict[str, str]]:
    """Random events of some documents, with their texts."""
    chance = random.Random(seed)
    texts = {f"d{number:04}": " ".join(chance.choices(WORDS, k=60)) for number in range(documents)}
    return [_event(chance, id_, text, years) for id_, text in texts.items() for _ in range(4)], texts


def _event(chance: random.Random, document: str, text: str, years: int) -> Proposal:
    start = chance.randrange(0, len(text) - 60, 7)
    year, month = 1990 + chance.randrange(years), chance.randint(1, 12)
    period = chance.choice((None, f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-07", f"{year}/{year + 1}"))
    return Proposal(
        "event",
        (Span(document, start, start + 60),),
        types=tuple((name, 0.5) for name in chance.sample(TYPES, chance.randint(0, 2))),
        sources=tuple(chance.sample(STATES, chance.randint(0, 2))),
        targets=tuple(chance.sample(STATES, chance.randint(0, 1))),
        period=Period.parse(period) if period else None,
        happened=chance.choice(("occurred", "occurred", "negated")),
        why=(("trigger", chance.choice(("signed", "ships", ""))),),
    )


def all_at_once(events: Sequence[Proposal], texts: dict[str, str]) -> set[tuple[str, float]]:
    """The definition, with every report and every pair in memory: the ids that are merged, and how sure that is."""
    told = [each for each in events if each.type and each.happened != "negated"]
    words, names = zip(*(said(each, texts[each.document]) for each in told), strict=True) if told else ((), ())
    times, often = Counter(word for some in words for word in some), Counter(name for some in names for name in some)
    rare = {word: log(1 + len(told) / count) ** 2 for word, count in times.items()}
    telling = {name for name, count in often.items() if count <= max(2, likeness.COMMON * len(told))}
    found = {}
    for one, other in _near(told):
        alike = [fsum(rare[word] for word in some) for some in (words[one] & words[other], words[one], words[other])]
        likely = alike[0] / sqrt(alike[1] * alike[2]) if alike[1] * alike[2] else 0.0
        if sure := _sure(told[one], told[other], likely, len(names[one] & names[other] & telling)):
            found[one, other] = sure
    surest: dict[tuple[int, str], float] = defaultdict(float)
    for (one, other), sure in found.items():
        for key in ((one, told[other].document), (other, told[one].document)):
            surest[key] = max(surest[key], sure)
    return {
        (";".join(sorted((told[one].id, told[other].id))), sure)
        for (one, other), sure in found.items()
        if sure == surest[one, told[other].document] == surest[other, told[one].document]
    }


def _near(events: Sequence[Proposal]) -> set[tuple[int, int]]:
    """The pairs that stand near each other in a block that is wanted, and may be one."""
    blocks, wanted = defaultdict(list), set()
    for number, each in enumerate(events):
        if each.period and (each.period.days or 0) <= reports.LONGEST:
            its = states_of((*each.sources, *each.targets))
            keys = [
                (frozenset(some), year)
                for some in (*combinations(its, 1), *combinations(its, 2))
                for year in range(each.period.start.year, each.period.last.year + 1)
            ]
            if (each.period.days or 0) <= reports.MONTH:
                keys.append((frozenset(), 100 * each.period.start.year + each.period.start.month))
            for key in keys:
                blocks[key].append((each.period.start, number))
            wanted |= {key for key in keys if len(key[0]) == min(2, len(its))}
    pairs = {
        (min(one, other), max(one, other))
        for key in wanted
        for at, (_, one) in enumerate(sorted(blocks[key]))
        for _, other in sorted(blocks[key])[at + 1 : at + 1 + reports.MOST_COMPARED]
    }
    return {(one, other) for one, other in pairs if _may_be_one(events[one], events[other])}


def _may_be_one(one: Proposal, other: Proposal) -> bool:
    assert one.period and other.period
    here, there = (states_of((*each.sources, *each.targets)) for each in (one, other))
    shared = len(here & there) >= min(2, len(here), len(there))
    return shared and one.passages[0] != other.passages[0] and one.period.overlaps(other.period)


def _sure(one: Proposal, other: Proposal, likely: float, names: int) -> float:
    """How sure it is, as the manual has it: parties and roles, type, time, names, words."""
    assert one.period and other.period
    same_text, same_type = one.document == other.document, one.type == other.type
    if same_text and not (same_type and names):
        return 0.0
    (source, target), (doing, done_to) = ((states_of(each.sources), states_of(each.targets)) for each in (one, other))
    here, there = source | target, doing | done_to
    parties = 0.1 if same_type and not same_text else 0.0
    if here and there:
        roles = source & doing and (target & done_to or not target or not done_to)
        other_roles = -0.1 if len(source) == len(doing) == 1 else 0.0
        parties = 0.2 * len(here & there) / len(here | there) + (0.1 if roles else other_roles)
    short, long = sorted(((one.period.days or 0), (other.period.days or 0)))
    near = 1.0 if long <= 1 else max(0.1, 1 - log(long / short) / log(800))
    kind = 0.2 if same_type else 0.1 if {*dict(one.types)} & {*dict(other.types)} else 0.0
    triggers = [dict(each.why)["trigger"][:5] for each in (one, other)]
    worded = 0.6 * likely + (0.1 if triggers[0] == triggers[1] != "" else 0.0)
    told = sum((parties, kind, 0.25 * near, 0.125 * min(2, names), worded)) - (0.15 if same_text else 0.0)
    return round(min(0.99, told), 3) if told >= 0.55 else 0.0


def in_stretches(events: Sequence[Proposal], texts: dict[str, str]) -> list[tuple[str, float]]:
    """What the program proposes."""
    return [(dict(each.cells)["of"], each.confidence) for each in merges(events, texts)]


@given(st.integers(0, 10_000), st.integers(0, 12))
def test_a_small_record_in_stretches_is_as_all_at_once(seed: int, documents: int) -> None:
    """Whatever the record: the same merges, as sure."""
    events, texts = record(seed, documents)
    found = in_stretches(events, texts)
    assert {*found} == all_at_once(events, texts)
    assert len(found) == len({*found})
    assert found == in_stretches(events, texts)


def test_a_record_beyond_what_is_compared_is_as_all_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks longer than what one report is compared with, pairs and counts kept in several goes."""
    events, texts = record(7, 120)
    wanted = all_at_once(events, texts)
    for module, name, few in ((reports, "AT_ONCE", 7), (likeness, "AT_ONCE", 3), (likeness, "REMEMBERED", 2)):
        monkeypatch.setattr(module, name, few)
    assert {*in_stretches(events, texts)} == wanted
    monkeypatch.setattr(reports, "MOST_COMPARED", 3)
    fewer = {*in_stretches(events, texts)}
    assert fewer == all_at_once(events, texts) != wanted


def test_of_very_many_merges_the_surest_are_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As many as are wanted, none of them less sure than one that is left."""
    events, texts = record(3, 60)
    every = in_stretches(events, texts)
    for most in (1, 5, 40, len(every) - 1):
        monkeypatch.setattr(reports, "MOST_MERGES", most)
        assert in_stretches(events, texts) == every[:most]
    assert [sure for _, sure in every] == sorted((sure for _, sure in every), reverse=True)


def test_what_is_one_entry_already_is_not_proposed() -> None:
    """Two reports that have become one event are no merge; two of which one is accepted are."""
    texts = {"a": "On 3 May 1999 Sweden attacked a Norwegian ship near Bergen."}
    texts["b"] = "Sweden's attack on the ship of Norway near Bergen in May 1999 shook the north."
    events = [each for id_, text in texts.items() for each in propose(id_, text)]
    for entries, count in ((("e1", "e1"), 0), (("e1", "e2"), 1), (("e1", ""), 1), (("", ""), 1)):
        kept = Reports()
        for each in events:
            kept.add(each, texts[each.document], entry=entries[each.document == "b"])
        assert len([*kept.merges(10)]) == count


def test_memory_does_not_grow_with_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times as many reports take about as much."""
    monkeypatch.setattr(reports, "AT_ONCE", 100)
    monkeypatch.setattr(reports, "MOST_COMPARED", 5)
    _peak(50)  # what is made once
    few = _peak(250)
    assert _peak(1_000) < 2 * few


def _peak(documents: int) -> int:
    kept = Reports()
    tracemalloc.start()
    try:
        for each, text in _many(documents):
            kept.add(each, text)
        assert 0 < sum(1 for _ in kept.merges(20)) <= 20
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def _many(documents: int) -> Iterator[tuple[Proposal, str]]:
    """Events one by one, so that the test keeps none of them."""
    chance = random.Random(11)
    for number in range(documents):
        text = " ".join(chance.choices(WORDS, k=60))
        for _ in range(4):
            yield _event(chance, f"d{number:05}", text, 30), text
