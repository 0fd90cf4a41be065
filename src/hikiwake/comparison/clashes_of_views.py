"""Clashes of views: answers to one question, positions of one actor, signs of one argument, and the editor's doubts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from typing import TypeVar

from hikiwake.comparison.clash import Disagreement, clash
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Driver, Event, Mention, Position, Reading
from hikiwake.periods import Period
from hikiwake.wording import clashes as wording

FOR = ("proposes", "offers", "supports", "accepts", "demands")
AGAINST = ("opposes", "rejects", "denies")

Held = TypeVar("Held", Reading, Position, Driver)
Key = TypeVar("Key", str, tuple[str, str], tuple[str, Period])


def clashes(dossier: Dossier) -> Iterator[Disagreement]:
    """Every clash of views in a dossier."""
    yield from _questions(dossier)
    yield from _turning_points(dossier)
    yield from _positions(dossier)
    yield from _drivers(dossier)
    yield from _doubts(dossier)


def _questions(dossier: Dossier) -> Iterator[Disagreement]:
    """Answers to one question: between documents one disagreement, inside each document another."""
    for question in dossier.case.questions:
        if question.kind != "rival":
            continue
        readings = [reading for reading in dossier.readings if reading.question == question.id]
        by_document = _by_document(dossier, readings)
        yield from _answers(dossier, question.id, question.wording, by_document)
        for document, inside in by_document.items():
            by_holder = _by(inside, lambda reading: reading.holder)
            yield from _answers(dossier, f"{question.id}-{document}", question.wording, by_holder)


def _answers(dossier: Dossier, about: str, what: str, voices: dict[str, list[Reading]]) -> Iterator[Disagreement]:
    """The disagreement of several voices on one question: real where two of them share no answer."""
    sides = {voice: frozenset(reading.side for reading in readings) for voice, readings in voices.items()}
    pairs = list(combinations(dict.fromkeys(sides.values()), 2))
    if not pairs:
        return
    apart = [(one, other) for one, other in pairs if not one & other]
    differing = {answers for pair in (apart or pairs) for answers in pair}
    told = [
        reading for voice, readings in voices.items() if sides[voice] in differing for reading in _each_side(readings)
    ]
    said = [(reading.holder, reading.answer) for reading in told]
    yield clash(
        dossier,
        about,
        "interpretation",
        real=bool(apart),
        what=what,
        entries=[reading.id for reading in told],
        explanation=wording.answers(said, shared=not apart),
    )


def _each_side(readings: Iterable[Reading]) -> list[Reading]:
    """Of the readings that give the same answer, the first."""
    first: dict[str, Reading] = {}
    for reading in readings:
        first.setdefault(reading.side, reading)
    return list(first.values())


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
                entries=[reading.id for reading in readings],
                explanation=wording.turning([(reading.holder, reading.answer.rstrip(".")) for reading in readings]),
            )


def _positions(dossier: Dossier) -> Iterator[Disagreement]:
    """What one actor wanted of one formula in one era, for by one holder and against by another."""
    titles = {formula.id: formula.title for formula in dossier.formulas}
    for (actor, on, era), positions in _by_era(dossier, titles).items():
        ours, theirs = ([each for each in positions if each.verb in verbs] for verbs in (FOR, AGAINST))
        clashing = _held_apart(ours, theirs)
        if clashing:
            name = dossier.actor[actor].name()
            same_kind = {position.kind for position in clashing if position.verb in FOR} & {
                position.kind for position in clashing if position.verb in AGAINST
            }
            said = [(position.holder, position.verb, position.stance) for position in clashing]
            yield clash(
                dossier,
                f"{actor}-{on}-{era}",
                "contradiction" if same_kind else "interpretation",
                real=bool(same_kind),
                what=f"{name}: {titles[on]} ({dossier.era(era).title})",
                entries=[position.id for position in clashing],
                explanation=wording.stances(name, said),
            )


def _by_era(dossier: Dossier, formulas: Iterable[str]) -> dict[tuple[str, str, str], list[Position]]:
    """The positions on formulas by actor, formula and era."""
    known = set(formulas)
    groups: dict[tuple[str, str, str], list[Position]] = {}
    for position in dossier.positions:
        if position.on in known and position.kind != "recommended":
            for era in dossier.case.era_of(position.period):
                groups.setdefault((position.actor, position.on, era), []).append(position)
    return groups


def _held_apart(ours: list[Position], theirs: list[Position]) -> list[Position]:
    """The positions for and against that different holders tell, of periods that overlap."""
    found: dict[str, Position] = {}
    for one, firsts in _alike(ours).items():
        for other, seconds in _alike(theirs).items():
            if one[0] != other[0] and one[1].overlaps(other[1]):
                found |= {position.id: position for position in (*firsts, *seconds)}
    return list(found.values())


def _alike(positions: list[Position]) -> dict[tuple[str, Period], list[Position]]:
    """Positions by holder and period."""
    return _by(positions, lambda position: (position.holder, position.period))


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
        entries=[driver.id for driver in drivers],
        explanation=wording.effects(*titles, [(driver.holder, driver.sign, driver.summary) for driver in drivers]),
    )


def _doubts(dossier: Dossier) -> Iterator[Disagreement]:
    """Every doubt of the editor: an error, an inconsistency (a contradiction), or an uncertainty (apparent)."""
    for doubt in dossier.doubts:
        entry = dossier.by_id[doubt.entry]
        about = dossier.by_id[entry.event] if isinstance(entry, Mention) else entry
        words = next(str(getattr(about, name)) for name in _TOLD if hasattr(about, name))
        entries = (doubt.id, doubt.entry)
        kind = "contradiction" if doubt.kind == "inconsistency" else "factual_error"
        real, reason = doubt.kind != "uncertain", wording.editor(doubt.reason)
        yield clash(dossier, doubt.id, kind, real=real, what=words, entries=entries, explanation=reason)


_TOLD = ("summary", "answer", "stance", "title", "reason")


def _by_document(dossier: Dossier, entries: Iterable[Held]) -> dict[str, list[Held]]:
    """Entries by the document they are supported in."""
    return _by(entries, lambda entry: dossier.documents_of(entry)[0])


def _by(entries: Iterable[Held], key: Callable[[Held], Key]) -> dict[Key, list[Held]]:
    groups: dict[Key, list[Held]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return groups
