"""Clashes of views: answers to one question, turns of the relation, and signs of one argument.

A question is exclusive (one answer is right) unless it is open. Readings that speak of times apart do not clash. A
reading whose side is ``undecided`` or ``unknown`` excludes no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import TypeVar

from hikiwake.comparison.clash import Disagreement, clash, once, sides
from hikiwake.comparison.clashes_of_events import MEANT
from hikiwake.comparison.voices import Times, Voice, apart, by
from hikiwake.dossier.case import Question
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Driver, Event, Reading
from hikiwake.wording import clashes as wording

Held = TypeVar("Held", Reading, Driver)
Key = TypeVar("Key", str, tuple[str, str])
UNDECIDED = ("undecided", "unknown")


def clashes(dossier: Dossier) -> Iterator[Disagreement]:
    """Every clash of views in a dossier."""
    yield from _questions(dossier)
    yield from _turning_points(dossier)
    yield from _drivers(dossier)


def _questions(dossier: Dossier) -> Iterator[Disagreement]:
    """Answers to one question: between documents one disagreement, and inside each document what is not told there."""
    asked = _by(dossier.readings, lambda reading: reading.question)
    for question in dossier.case.questions:
        if question.kind == "rival" and question.id in asked:
            by_document = _by_document(dossier, asked[question.id])
            inside = [
                _answers(dossier, question, f"{question.id}-{document}", _by(told, lambda reading: reading.holder))
                for document, told in by_document.items()
            ]
            yield from once(_answers(dossier, question, question.id, by_document), [each for each in inside if each])


def _answers(dossier: Dossier, question: Question, about: str, voices: dict[str, list[Reading]]) -> Disagreement | None:
    """The disagreement of several voices on one question, if they differ.

    It is apparent where the question is open, or where nobody is against anybody who has decided.
    """
    excluding = [] if question.open else _differing(_decided(voices))
    told = excluding or _differing(voices)
    if not told:
        return None
    said = {reading.id: reading.side for reading in told}
    words = sides(dossier, said, [(reading.id, reading.answer) for reading in told])
    return clash(
        dossier,
        about,
        "interpretation",
        real=bool(excluding),
        what=question.wording,
        said=said,
        explanation=wording.answers(words, may_share=not excluding),
    )


def _decided(voices: dict[str, list[Reading]]) -> dict[str, list[Reading]]:
    """The readings that take a side."""
    return {voice: [each for each in readings if each.side not in UNDECIDED] for voice, readings in voices.items()}


def _differing(voices: dict[str, list[Reading]]) -> list[Reading]:
    """Of the voices that differ for a time that overlaps, the first reading of every holder and answer."""
    told: dict[Voice, dict[str, Reading]] = {}
    for voice, readings in voices.items():
        for reading in readings:
            told.setdefault((voice, reading.side, reading.as_of), {}).setdefault(reading.holder, reading)
    differing = apart(told)
    names, answers = {voice for voice, _, _ in differing}, {side for _, side, _ in differing}
    times, of_answer = Times(differing), by(differing, lambda voice: voice[1])
    chosen: dict[tuple[str, str, str], Reading] = {}
    for (name, side, time), by_holder in told.items():
        beside = name in names and side in answers
        if beside and times.overlapping(time) > of_answer[side].overlapping(time):
            for holder, reading in by_holder.items():
                chosen.setdefault((name, side, holder), reading)
    return list(chosen.values())


def _turning_points(dossier: Dossier) -> Iterator[Disagreement]:
    """Events that one holder calls a turning point and another denies to be one, or turns the other way.

    Who does not say which way is against nobody who does.
    """
    kinds = {question.id for question in dossier.case.questions if question.kind == "turning point"}
    turns = [reading for reading in dossier.readings if reading.question in kinds and reading.about]
    for about, readings in _by(turns, lambda reading: reading.about).items():
        said = _turned(readings)
        if len({*said.values()}) > 1 and len({dossier.by_id[id_].holder for id_ in said}) > 1:
            event = dossier.by_id[about]
            yield clash(
                dossier,
                f"turn-{about}",
                "interpretation",
                real=True,
                what=event.summary if isinstance(event, Event) else about,
                said=said,
                explanation=wording.turning(
                    sides(dossier, said, [(each.id, each.answer) for each in readings if each.id in said])
                ),
            )


def _turned(readings: Iterable[Reading]) -> dict[str, tuple[str, str]]:
    """Whether and which way each reading has the relation turn.

    One that does not say which way goes with those of its side that do, and where these differ with none.
    """
    told: dict[str, set[str]] = {}
    for each in readings:
        told.setdefault(each.side, set()).update({each.direction} - {""})
    return {
        each.id: (each.side, each.direction or "".join(told[each.side]))
        for each in readings
        if each.direction or len(told[each.side]) < 2
    }


def _drivers(dossier: Dossier) -> Iterator[Disagreement]:
    """Causes with different effects: between documents one disagreement, and inside each document what is left.

    What is only meant to have an effect is none, and clashes with nothing.
    """
    argued = [driver for driver in dossier.drivers if driver.kind != MEANT]
    for pair, drivers in _by(argued, lambda driver: (driver.cause, driver.effect)).items():
        by_document = _by_document(dossier, drivers)
        inside = [_signs(dossier, told, f"{'-'.join(pair)}-{document}") for document, told in by_document.items()]
        row = _signs(dossier, drivers, "-".join(pair), across=True) if len(by_document) > 1 else None
        apart = [each for each in inside if each and row and each.real and not row.real]
        yield from once(row, [each for each in inside if each and each not in apart])
        yield from apart


def _signs(dossier: Dossier, drivers: list[Driver], about: str, *, across: bool = False) -> Disagreement | None:
    """One argument told with different signs: real where two holders differ on what is, or on what is to be expected.

    Of one holder both may be at work, and what was expected may not have come. Across documents it is real only where
    two differ of which each stands in another document; what is real inside one of them is told by itself.
    """
    said = {driver.id: driver.sign for driver in drivers}
    if len({*said.values()}) < 2:
        return None
    titles = {variable.id: variable.title for variable in dossier.case.variables}
    cause, effect = titles[drivers[0].cause], titles[drivers[0].effect]
    real = _opposed(dossier, drivers, across=across)
    words = sides(dossier, said, [(driver.id, driver.summary) for driver in drivers])
    return clash(
        dossier,
        about,
        "interpretation",
        real=real,
        what=f"{cause} → {effect}",
        said=said,
        explanation=wording.effects(
            cause, effect, list(zip(dict.fromkeys(said.values()), words, strict=True)), may_share=not real
        ),
    )


def _opposed(dossier: Dossier, drivers: list[Driver], *, across: bool) -> bool:
    """Whether two holders give different signs in one way: both of what is, or both of what is to be expected.

    across: only in different documents
    """
    return any(
        one.kind == other.kind
        and one.sign != other.sign
        and one.holder != other.holder
        and not (across and dossier.documents_of(one) == dossier.documents_of(other))
        for one, other in combinations(drivers, 2)
    )


def _by_document(dossier: Dossier, entries: Iterable[Held]) -> dict[str, list[Held]]:
    """Entries by the document they are supported in."""
    return _by(entries, lambda entry: dossier.document_of(entry))


def _by(entries: Iterable[Held], key: Callable[[Held], Key]) -> dict[Key, list[Held]]:
    groups: dict[Key, list[Held]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return groups
