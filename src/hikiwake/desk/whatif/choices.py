"""What can be assumed of a case in an era: of each statement, option and position, with the address that assumes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hikiwake.conflict.model.conflict import Conflict, Statements
from hikiwake.desk.whatif.asked import Asked
from hikiwake.dossier import Dossier, Position
from hikiwake.dossier.speaking import ACCEPTING, REFUSING
from hikiwake.errors import HikiwakeError
from hikiwake.modelling.case_models import CaseModel, case_models
from hikiwake.modelling.scenarios import Assumption, assumption
from hikiwake.modelling.wishes import wish_words
from hikiwake.vocabulary import choices as vocabulary
from hikiwake.wording.desk import supposing as wording

MOST_POSITIONS = 12


@dataclass(frozen=True, slots=True)
class Line:
    """Something of which the opposite can be assumed: in words, as it is written, and the addresses."""

    words: str
    text: str
    state: str
    ways: tuple[tuple[str, str], ...]
    back: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Wanting:
    """A decision maker with its statements, most important first, and its options."""

    name: str
    statements: list[Line]
    options: list[Line]


@dataclass(frozen=True, slots=True)
class Choices:
    """All that can be assumed; ``options`` by whose they are."""

    makers: list[Wanting]
    options: list[tuple[str, list[tuple[str, str]]]]
    positions: list[Line]
    found: int
    actors: list[tuple[str, str]]
    verbs: list[str]
    formulas: list[tuple[str, str]]


def model_asked(dossier: Dossier, asked: Asked) -> CaseModel | None:
    """The model of which an address speaks; the first of its era where it names none, ``None`` where there is none."""
    models = case_models(dossier, asked.era)
    return next((each for each in models if asked.model in ("", each.name)), None)


def choices(dossier: Dossier, asked: Asked, model: CaseModel | None) -> Choices:
    """What can be assumed in the era, and of the model and reading, of which an address speaks."""
    made = {line: one for line in asked.current if (one := _read(line))}
    conflict = model.conflict.variant(asked.reading) if model else None
    found = list(_positions(dossier, asked))
    formulas = [(each.id, each.title) for each in dossier.formulas]
    issues = [(each.id, each.title) for each in dossier.case.issues]
    return Choices(
        makers=[*_makers(asked, made, conflict)] if conflict else [],
        options=[
            (each.name, [(one.id, one.title or one.id) for one in each.options])
            for each in (conflict.decision_makers if conflict else ())
        ],
        positions=[_position(asked, made, each) for each in found[:MOST_POSITIONS]],
        found=len(found),
        actors=[(each.id, each.name()) for each in dossier.actors],
        verbs=[each for each in vocabulary("verb") if each in (*ACCEPTING, *REFUSING)],
        formulas=[*formulas, *issues],
    )


def _read(line: str) -> Assumption | None:
    try:
        return assumption(line)
    except HikiwakeError:
        return None


def _makers(asked: Asked, made: dict[str, Assumption], conflict: Conflict) -> Iterator[Wanting]:
    for maker in conflict.decision_makers:
        statements: list[Line] = []
        if isinstance(maker.preference, Statements):
            for one in maker.preference.statements:
                says = one.says.text
                done = _done(made, decision_maker=maker.name, says=says)
                ways = [(wording.WAYS[change], Assumption(change, decision_maker=maker.name, says=says).text)
                        for change in ("drop", "flip")]  # fmt: skip
                statements.append(_line(asked, wish_words(conflict, one.says), says, done, ways))
        options = [
            _line(asked, option.title or option.id, option.id, _done(made, option=option.id),
                  [(wording.WAYS["take away"], Assumption("take away", option=option.id).text)])
            for option in maker.options
        ]  # fmt: skip
        yield Wanting(maker.name, statements, options)


def _done(made: dict[str, Assumption], **about: str) -> tuple[str, str]:
    """The line by which something is assumed of a thing already, and how it is told; two empty words for none."""
    for line, one in made.items():
        if one.change != "add" and all(getattr(one, name) == value for name, value in about.items()):
            return line, wording.told(one.change, one.rank)
    return "", ""


def _line(
    asked: Asked, words: str, text: str, done: tuple[str, str], ways: list[tuple[str, str]], href: str = ""
) -> Line:
    back = asked.without(done[0]).address if done[0] else ""
    offered = tuple((name, asked.assuming(line).address) for name, line in ways if line != done[0])
    return Line(words, text, done[1], offered, back, href)


def _positions(dossier: Dossier, asked: Asked) -> Iterator[Position]:
    """The positions of the era that have the words which are asked for."""
    period, words = dossier.era(asked.era).period, asked.words.casefold().split()
    for each in dossier.positions:
        if dossier.lasting(each).overlaps(period):
            told = " ".join((each.id, each.stance, each.holder, dossier.actor[each.actor].name(), each.on)).casefold()
            if all(word in told for word in words):
                yield each


def _position(asked: Asked, made: dict[str, Assumption], position: Position) -> Line:
    turnable = position.verb in (*ACCEPTING, *REFUSING)
    ways = [(wording.WAYS[change], Assumption(change, position=position.id).text)
            for change in ("drop", *(["flip"] if turnable else []))]  # fmt: skip
    words = wording.position(position.holder, position.actor, position.verb, position.stance)
    return _line(asked, words, position.id, _done(made, position=position.id), ways, f"/case#{position.id}")
