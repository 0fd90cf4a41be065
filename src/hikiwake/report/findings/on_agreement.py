"""Findings on where the documents part and where they agree: turns, questions, causes and facts."""

from __future__ import annotations

from hikiwake.comparison.clash import Disagreement
from hikiwake.dossier import Driver, Event, Reading
from hikiwake.report.findings.ahead import ahead
from hikiwake.report.findings.finding import Finding
from hikiwake.report.grounds import Grounds
from hikiwake.report.sorts import sort_of
from hikiwake.wording import findings as wording
from hikiwake.wording.phrases import dated, effect

NAMED = 3
ENOUGH = 3  # documents that argue alike before that is a finding


def _clashes(grounds: Grounds, sort: str) -> list[Disagreement]:
    """The real disagreements between documents about one sort of thing."""
    return [each for each in grounds.disagreements if each.real and each.across and sort_of(grounds, each) == sort]


def _answers(grounds: Grounds) -> dict[str, list[Reading]]:
    """The answers to each question on which readings may be rivals, by question."""
    asked = [question.id for question in grounds.dossier.case.questions if question.kind == "rival"]
    found: dict[str, list[Reading]] = {id_: [] for id_ in asked}
    for reading in grounds.dossier.readings:
        if reading.question in found:
            found[reading.question].append(reading)
    return {id_: readings for id_, readings in found.items() if readings}


def _documents(grounds: Grounds, entries: list[Reading] | list[Driver]) -> int:
    return len({index for entry in entries for index in grounds.documents_of(entry)})


def turns(grounds: Grounds) -> Finding | None:
    """The turning points that most documents name, and how many are judged in opposite ways."""
    kinds = {question.id for question in grounds.dossier.case.questions if question.kind == "turning point"}
    named: dict[str, list[Reading]] = {}
    for reading in grounds.dossier.readings:
        if reading.question in kinds and reading.about and reading.side != "denied":
            named.setdefault(reading.about, []).append(reading)
    if not named:
        return None
    inside = [(id_, readings) for id_, readings in sorted(named.items()) if id_ in grounds.events]
    chosen = ahead(inside, lambda each: _documents(grounds, each[1]), NAMED)
    chosen = [(id_, readings) for id_, readings in chosen if _documents(grounds, readings) > 1]
    told = [_turn(grounds, grounds.events[id_], readings) for id_, readings in chosen]
    said = wording.turns(told, len(named), len(_clashes(grounds, "turn")))
    entries = [reading for _, readings in chosen or inside for reading in readings]
    return Finding("finding-turns", str(len(named)), said, entries, "turning")


def _turn(grounds: Grounds, event: Event, readings: list[Reading]) -> tuple[str, str, str, int]:
    directions = [reading.direction for reading in readings]
    usual = "parted" if {"better", "worse"} <= {*directions} else max(sorted(set(directions)), key=directions.count)
    return event.summary, dated(event.period), usual, _documents(grounds, readings)


def questions(grounds: Grounds) -> Finding | None:
    """The questions on which the documents part most widely."""
    answers = _answers(grounds)
    parted = {
        reading.question: answers[reading.question]
        for each in _clashes(grounds, "question")
        for id_ in each.entries[:1]
        if isinstance(reading := grounds.dossier.by_id[id_], Reading)
    }
    if not parted:
        return None

    def width(readings: list[Reading]) -> tuple[int, int]:
        return len({reading.side for reading in readings}), _documents(grounds, readings)

    widest = ahead(sorted(parted.items()), lambda each: width(each[1]), NAMED)
    wordings = {question.id: question.wording for question in grounds.dossier.case.questions}
    said = wording.questions([(wordings[id_], *width(readings)) for id_, readings in widest], len(parted))
    entries = [reading for _, readings in widest or parted.items() for reading in readings]
    return Finding("finding-questions", str(len(parted)), said, entries, "otherwise")


def agreed(grounds: Grounds) -> Finding | None:
    """The questions that several documents answer, all alike."""
    alike = [
        (_documents(grounds, readings), id_, readings)
        for id_, readings in _answers(grounds).items()
        if len({reading.side for reading in readings}) == 1 and _documents(grounds, readings) > 1
    ]
    if not alike:
        return None
    wordings = {question.id: question.wording for question in grounds.dossier.case.questions}
    ordered = sorted(alike, key=lambda each: (-each[0], each[1]))
    told = [(wordings[id_], readings[0].answer, documents) for documents, id_, readings in ordered[:NAMED]]
    entries = [reading for _, _, readings in ordered for reading in readings]
    return Finding("finding-agreed", str(len(alike)), wording.agreed(told, len(alike)), entries, "otherwise")


def _links(grounds: Grounds) -> dict[tuple[str, str], list[Driver]]:
    links: dict[tuple[str, str], list[Driver]] = {}
    for driver in grounds.dossier.drivers:
        links.setdefault((driver.cause, driver.effect), []).append(driver)
    return links


def signs(grounds: Grounds) -> Finding | None:
    """The links of cause and effect to which the arguments give rival signs."""
    links = _links(grounds)
    rival = {pair: drivers for pair, drivers in links.items() if len({driver.sign for driver in drivers}) > 1}
    if not rival:
        return None
    most = ahead(sorted(rival.items()), lambda each: (_documents(grounds, each[1]), len(each[1])), NAMED)
    named = grounds.names.variables
    told = [(named.get(cause, cause), named.get(result, result), _documents(grounds, drivers))
            for (cause, result), drivers in most]  # fmt: skip
    entries = [driver for _, drivers in most or rival.items() for driver in drivers]
    return Finding("finding-signs", str(len(rival)), wording.signs(len(rival), len(links), told), entries, "drivers")


def alike(grounds: Grounds) -> Finding | None:
    """The link of cause and effect that most documents argue with one sign."""
    shared = [
        (_documents(grounds, drivers), pair, drivers)
        for pair, drivers in _links(grounds).items()
        if len({driver.sign for driver in drivers}) == 1 and _documents(grounds, drivers) >= ENOUGH
    ]
    if not shared:
        return None
    first = ahead(sorted(shared, key=lambda each: each[1]), lambda each: (each[0], len(each[2])), 1)
    if not first:
        return None
    ((documents, (cause, result), drivers),) = first
    named = grounds.names.variables
    said = wording.alike(named.get(cause, cause), named.get(result, result), effect(drivers[0].sign), documents)
    return Finding("finding-alike", str(documents), said, drivers, "drivers")


def facts(grounds: Grounds) -> Finding | None:
    """Dates and figures on which documents exclude each other."""
    found = [*_clashes(grounds, "event"), *_clashes(grounds, "measure")]
    if not found:
        return None
    entries = [grounds.dossier.by_id[id_] for each in found for id_ in each.entries]
    said = wording.facts([each.what for each in found[:NAMED]], len(found))
    return Finding("finding-facts", str(len(found)), said, entries, "otherwise")
