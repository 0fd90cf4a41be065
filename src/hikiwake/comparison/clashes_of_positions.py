"""Clashes of what an actor wants: for and against a formula, bounds that exclude each other, acts against positions."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import product
from typing import TypeVar

from hikiwake.actors import lineage
from hikiwake.comparison.acceptance import Ranking
from hikiwake.comparison.bargaining import KINDS, ranking_of, speaks
from hikiwake.comparison.clash import Disagreement, clash, sides, voices
from hikiwake.comparison.clashes_of_events import DONE
from hikiwake.dossier.case import Scale
from hikiwake.dossier.dossier import Dossier
from hikiwake.dossier.entries import Mention, Position
from hikiwake.periods import Period
from hikiwake.wording import clashes as wording
from hikiwake.wording.phrases import span

FOR = ("proposes", "offers", "supports", "accepts", "demands")
AGAINST = ("opposes", "rejects", "denies")
Key = TypeVar("Key", bound=Hashable)


def clashes(dossier: Dossier) -> Iterator[Disagreement]:
    """Every clash of positions in a dossier."""
    yield from _positions(dossier)
    for scale in dossier.case.scales:
        for actor in dossier.case.dyad:
            yield from _bounds(dossier, scale, actor)
    yield from _acts(dossier)


def _positions(dossier: Dossier) -> Iterator[Disagreement]:
    """What one actor wanted of one formula in one era, for by one holder and against by another."""
    titles = {formula.id: formula.title for formula in dossier.formulas}
    for (actor, on, era), positions in _by_era(dossier, titles).items():
        ours, theirs = ([each for each in positions if each.verb in verbs] for verbs in (FOR, AGAINST))
        clashing = _held_apart(ours, theirs)
        if clashing:
            what = titles[on], dossier.era(era).title
            yield _of_wants(dossier, f"{actor}-{on}-{era}", actor, what, clashing)


def _of_wants(
    dossier: Dossier, about: str, actor: str, what: tuple[str, str], clashing: list[Position]
) -> Disagreement:
    """The disagreement on what an actor wants of what, in which era: real where the evidence is of one kind."""
    ours, theirs = ({each.kind for each in clashing if each.verb in verbs} for verbs in (FOR, AGAINST))
    name, said = dossier.actor[actor].name(), {position.id: position.verb in FOR for position in clashing}
    on_both = {each.holder for each in clashing if each.verb in FOR} & {
        each.holder for each in clashing if each.verb in AGAINST
    }
    stances = [(each.id, _stance(each, when=each.holder in on_both)) for each in clashing]
    return clash(
        dossier,
        about,
        "contradiction" if ours & theirs else "interpretation",
        real=bool(ours & theirs),
        what=f"{name}: {what[0]} ({what[1]})",
        said=said,
        explanation=wording.stances(
            name, what[0], sides(dossier, said, stances), () if ours & theirs else _kinds_of_sides(clashing)
        ),
    )


def _stance(position: Position, *, when: bool) -> str:
    """What a position says; who stands on both sides, of different times, is told with the time."""
    words = f"{span(position.period)}: {position.stance}" if when else position.stance
    return wording.stance(position.verb, words)


def _kinds_of_sides(clashing: list[Position]) -> list[list[str]]:
    """Of which kinds of evidence each side is, in the order in which the sides are told."""
    kinds: dict[bool, dict[str, None]] = {}
    for position in clashing:
        kinds.setdefault(position.verb in FOR, {})[position.kind] = None
    return [[*each] for each in kinds.values()]


def _by_era(dossier: Dossier, formulas: Iterable[str]) -> dict[tuple[str, str, str], list[Position]]:
    """The positions on formulas by actor, formula and era."""
    known = set(formulas)
    groups: dict[tuple[str, str, str], list[Position]] = {}
    for position in dossier.positions:
        if position.on in known and position.kind != "recommended":
            for era in dossier.case.era_of(dossier.lasting(position)):
                groups.setdefault((position.actor, position.on, era), []).append(position)
    return groups


def _held_apart(ours: list[Position], theirs: list[Position]) -> list[Position]:
    """The positions for and against that different holders tell, of periods that overlap."""
    found: dict[str, Position] = {}
    for one, firsts in _by(ours, _who_and_when).items():
        for other, seconds in _by(theirs, _who_and_when).items():
            if one[0] != other[0] and one[1].overlaps(other[1]):
                found |= {position.id: position for position in (*firsts, *seconds)}
    return list(found.values())


def _who_and_when(position: Position) -> tuple[str, Period]:
    return position.holder, position.period


def _bounds(dossier: Dossier, scale: Scale, actor: str) -> Iterator[Disagreement]:
    """What a side accepts by one holder while by another it refuses that, or what is better for it.

    It follows from the ranking of the scale; where accepted and refused are one formula, that is told by itself.
    """
    line = _line(dossier, actor)
    ranking = ranking_of(dossier, scale, line)
    ranked = {*scale.formulas} - {group[0] for group in scale.open}
    told = [
        each for each in dossier.positions if each.on in ranked and each.kind in KINDS and speaks(dossier, each, line)
    ]
    for era in dossier.case.eras:
        then = [each for each in told if dossier.lasting(each).overlaps(era.period)]
        clashing = _excluding(ranking, then) if ranking.placed else []
        if clashing:
            yield _of_wants(dossier, f"{actor}-bounds-{scale.id}-{era.id}", actor, (scale.title, era.title), clashing)


def _excluding(ranking: Ranking, positions: list[Position]) -> list[Position]:
    """The positions of different holders of which one accepts what is no better than what another refuses.

    Who refuses something and takes what is worse by the same holder gave it up, and sets no bound by it.
    """

    def says(position: Position) -> tuple[str, str, Period]:
        return position.on, position.holder, position.period

    ours, theirs = (_by((each for each in positions if each.verb in verbs), says) for verbs in (FOR, AGAINST))
    beyond = [
        (one, other)
        for one, other in product(ours, theirs)
        if one[0] != other[0] and one[0] in ranking.worse(other[0]) and one[2].overlaps(other[2])
    ]
    given_up = {other for one, other in beyond if one[1] == other[1]}
    found: dict[str, Position] = {}
    for one, other in beyond:
        if other not in given_up:
            found |= {position.id: position for position in (*ours[one], *theirs[other])}
    return list(found.values())


def _acts(dossier: Dossier) -> Iterator[Disagreement]:
    """Acts of a state against a formula that it is said to follow and that rules such acts out."""
    for formula in (formula for formula in dossier.formulas if formula.rules_out):
        following = [each for each in dossier.positions if each.on == formula.id and each.verb in FOR]
        following = [each for each in following if each.kind in KINDS]
        for actor, positions in _by(following, lambda position: dossier.actor[position.actor].state).items():
            acts = [mention for mention in _acts_of(dossier, actor) if mention.type in formula.rules_out]
            pairs = [pair for pair in product(positions, acts) if _against(dossier, *pair)]
            if pairs:
                what = f"{dossier.actor[actor].name()}: {formula.title}"
                yield _of_acts(dossier, f"{actor}-{formula.id}-acts", what, pairs)


def _of_acts(dossier: Dossier, about: str, what: str, pairs: list[tuple[Position, Mention]]) -> Disagreement:
    """The disagreement of acts with positions: apparent where the positions are only declared, not what was done."""
    positions, acts = ({each.id: each for each in side} for side in zip(*pairs, strict=True))
    real = any(position.kind != "declared" for position in positions.values())
    names = voices(dossier, [*positions.values(), *acts.values()])
    said = [(names[each.id], each.stance) for each in positions.values()]
    told = [(names[each.id], getattr(dossier.by_id[each.event], "summary", "")) for each in acts.values()]
    return clash(
        dossier,
        about,
        "contradiction" if real else "interpretation",
        real=real,
        what=what,
        said=dict.fromkeys(positions, "follows") | dict.fromkeys(acts, "acts"),
        explanation=wording.acts(said, told, may_share=not real),
    )


def _acts_of(dossier: Dossier, actor: str) -> Iterator[Mention]:
    """The reports of what a state did towards the other one of the dyad, its offices and bodies included."""
    others = [each for each in dossier.case.dyad if actor not in _line(dossier, each)]
    towards = {each for other in others for each in _line(dossier, other)}
    for event in dossier.events:
        for mention in event.mentions:
            sources, targets = (
                {each.partition("/")[0] for each in side} for side in (mention.sources, mention.targets)
            )
            if mention.happened in DONE and actor in sources and targets & towards:
                yield mention


def _against(dossier: Dossier, position: Position, act: Mention) -> bool:
    """Whether an act that another holder tells falls into the time of a position of who spoke for the state then."""
    held = dossier.lasting(position)
    within = act.period.within(held) or (act.happened == "ongoing" and held.within(act.period))
    return position.holder != act.holder and within and dossier.actor[position.actor].speaks_in(held)


def _line(dossier: Dossier, actor: str) -> tuple[str, ...]:
    return lineage(actor, {each.id: each.succeeds for each in dossier.actors if each.succeeds})


def _by(positions: Iterable[Position], key: Callable[[Position], Key]) -> dict[Key, list[Position]]:
    groups: dict[Key, list[Position]] = {}
    for position in positions:
        groups.setdefault(key(position), []).append(position)
    return groups
