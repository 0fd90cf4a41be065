"""Clashes of views: answers to one question, turns of the relation, and signs of one argument.

A question is exclusive (one answer is right) unless it is open. Readings that speak of times apart do not clash.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from hikiwake.comparison.clash import Disagreement, clash
from hikiwake.comparison.voices import Times, Voice, apart, by
from hikiwake.dossier.case import Question
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Driver, Event, Reading
from hikiwake.wording import clashes as wording

Held = TypeVar("Held", Reading, Driver)
Key = TypeVar("Key", str, tuple[str, str])


def clashes(dossier: Dossier) -> Iterator[Disagreement]:
    """Every clash of views in a dossier."""
    yield from _questions(dossier)
    yield from _turning_points(dossier)
    yield from _drivers(dossier)


def _questions(dossier: Dossier) -> Iterator[Disagreement]:
    """Answers to one question: between documents one disagreement, inside each document another."""
    asked = _by(dossier.readings, lambda reading: reading.question)
    for question in dossier.case.questions:
        if question.kind == "rival" and question.id in asked:
            by_document = _by_document(dossier, asked[question.id])
            yield from _answers(dossier, question, question.id, by_document)
            for document, inside in by_document.items():
                by_holder = _by(inside, lambda reading: reading.holder)
                yield from _answers(dossier, question, f"{question.id}-{document}", by_holder)


def _answers(
    dossier: Dossier, question: Question, about: str, voices: dict[str, list[Reading]]
) -> Iterator[Disagreement]:
    """The disagreement of several voices on one question: apparent where the question is open."""
    told = _differing(voices)
    if not told:
        return
    between = _groups(dossier, told) if about == question.id and not question.open else []
    yield clash(
        dossier,
        about,
        "interpretation",
        real=not question.open,
        what=question.wording,
        said={reading.id: reading.side for reading in told},
        explanation=wording.answers(
            [(reading.holder, reading.answer) for reading in told], between=between, may_share=question.open
        ),
    )


def _groups(dossier: Dossier, told: Iterable[Reading]) -> list[list[str]]:
    """The authors of the documents that give the same answer, answer by answer."""
    groups: dict[str, list[str]] = {}
    for reading in told:
        groups.setdefault(reading.side, []).append(dossier.document[dossier.documents_of(reading)[0]].author)
    return [list(dict.fromkeys(authors)) for authors in groups.values()]


def _differing(voices: dict[str, list[Reading]]) -> list[Reading]:
    """Of the voices that differ for a time that overlaps, the first reading of every answer on which they do."""
    first: dict[Voice, Reading] = {}
    for voice, readings in voices.items():
        for reading in readings:
            first.setdefault((voice, reading.side, reading.as_of), reading)
    differing = apart(first)
    names, sides = {voice for voice, _, _ in differing}, {side for _, side, _ in differing}
    times, of_name = Times(differing), by(differing, lambda voice: voice[0])
    chosen: dict[tuple[str, str], Reading] = {}
    for (name, side, time), reading in first.items():
        beside = name in names and side in sides
        if beside and times.overlapping(time) > of_name[name].overlapping(time):
            chosen.setdefault((name, side), reading)
    return list(chosen.values())


def _turning_points(dossier: Dossier) -> Iterator[Disagreement]:
    """Events that one holder calls a turning point and another denies to be one, or turns the other way."""
    kinds = {question.id for question in dossier.case.questions if question.kind == "turning point"}
    turns = [reading for reading in dossier.readings if reading.question in kinds and reading.about]
    for about, readings in _by(turns, lambda reading: reading.about).items():
        judged = {(reading.side, reading.direction) for reading in readings}
        if len(judged) > 1 and len({reading.holder for reading in readings}) > 1:
            event = dossier.by_id[about]
            yield clash(
                dossier,
                f"turn-{about}",
                "interpretation",
                real=True,
                what=event.summary if isinstance(event, Event) else about,
                said={reading.id: (reading.side, reading.direction) for reading in readings},
                explanation=wording.turning([(reading.holder, reading.answer.rstrip(".")) for reading in readings]),
            )


def _drivers(dossier: Dossier) -> Iterator[Disagreement]:
    """Causes with opposite effects: between documents one disagreement, inside each document another."""
    titles = {variable.id: variable.title for variable in dossier.case.variables}
    for pair, drivers in _by(dossier.drivers, lambda driver: (driver.cause, driver.effect)).items():
        named = titles[pair[0]], titles[pair[1]]
        by_document = _by_document(dossier, drivers)
        if len({frozenset(driver.sign for driver in inside) for inside in by_document.values()}) > 1:
            yield _signs(dossier, drivers, "-".join(pair), named)
        for document, inside in by_document.items():
            if len({driver.sign for driver in inside}) > 1:
                yield _signs(dossier, inside, f"{'-'.join(pair)}-{document}", named)


def _signs(dossier: Dossier, drivers: list[Driver], about: str, titles: tuple[str, str]) -> Disagreement:
    """One argument told with different signs; real where they are opposite or told by different holders."""
    opposite = {"+", "-"} <= {driver.sign for driver in drivers}
    return clash(
        dossier,
        about,
        "interpretation",
        real=opposite or len({driver.holder for driver in drivers}) > 1,
        what=" → ".join(titles),
        said={driver.id: driver.sign for driver in drivers},
        explanation=wording.effects(*titles, [(driver.holder, driver.sign, driver.summary) for driver in drivers]),
    )


def _by_document(dossier: Dossier, entries: Iterable[Held]) -> dict[str, list[Held]]:
    """Entries by the document they are supported in."""
    return _by(entries, lambda entry: dossier.documents_of(entry)[0])


def _by(entries: Iterable[Held], key: Callable[[Held], Key]) -> dict[Key, list[Held]]:
    groups: dict[Key, list[Held]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return groups
