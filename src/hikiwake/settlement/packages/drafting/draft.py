"""A package file drafted from the record of an era: what it says with its grounds, what it does not as intervals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property

from hikiwake.actors import Actor
from hikiwake.conflict.model.statements import Statement
from hikiwake.dossier import Dossier, Position
from hikiwake.dossier.speaking import ACCEPTING, REFUSING
from hikiwake.errors import ModelError
from hikiwake.modelling.case_models import CaseModel, case_models
from hikiwake.modelling.drafted_makers import acting, makers
from hikiwake.modelling.grounds import Grounds
from hikiwake.settlement.packages.drafting.linking import links
from hikiwake.settlement.packages.drafting.matters import LeftOut, Matter, matters
from hikiwake.settlement.packages.drafting.text import draft_text
from hikiwake.settlement.packages.drafting.told import NONE, REFUSED, Told, of_parts, of_side, told_on
from hikiwake.settlement.packages.negotiation import (
    Issue,
    Negotiation,
    Order,
    Part,
    Party,
    Range,
    Ratification,
    Stake,
    Tabled,
    Voice,
)
from hikiwake.wording.packages import drafting as wording

ONE = Range(Fraction(1), Fraction(1))
UNKNOWN = Range(Fraction(-1), Fraction(1))


@dataclass(frozen=True)
class PackageDraft:
    """A drafted package file; ``sentences`` say what of the record is not in it, and what the record does not say."""

    negotiation: Negotiation
    sentences: tuple[str, ...] = field(default=())

    @property
    def text(self) -> str:
        """The draft as a package file, with what is open about it as comments."""
        return draft_text(self.negotiation, self.sentences)


def draft(dossier: Dossier, era: str, parties: Sequence[str] = ()) -> PackageDraft:
    """Draft the packages of an era from the record.

    parties: ids of the actors that would sign; without them the sides of the case. Raises ``ModelError`` for an era
    or an actor that the case does not have, and where the record of the era has nothing to negotiate.

    >>> import hikiwake as hw
    >>> drafted = draft(hw.load("japan_russia"), "1956-1959")
    >>> [issue.alternatives for issue in drafted.negotiation.issues]
    [('none', 'two_1956_formula')]
    """
    sides = [acting(dossier, rule) for rule in makers(dossier, era, parties or dossier.case.sides)]
    others = [rule for rule in makers(dossier, era, ()) if not any(side.includes(rule.actor) for side in sides)]
    spoken = [of_side(dossier, side) for side in sides]
    parts = [of_parts(dossier, side) for side in sides]
    every = [each for own in (*spoken, *(one for inside in parts for one in inside.values())) for each in own]
    found, left_out = matters(dossier, sides, spoken, every)
    if not found:
        raise ModelError(wording.nothing(era, [dossier.actor[side.actor].name() for side in sides]))
    drawn = _Drawn(dossier, era, found)
    signing = tuple(drawn.party(side, own, inside) for side, own, inside in zip(sides, spoken, parts, strict=True))
    negotiation = Negotiation(
        issues=tuple(map(_issue, found)), parties=signing, status_quo=(0,) * len(found),
        title=dossier.era(era).title, conflict=drawn.model, states=tuple(drawn.states()),
        links=links(dossier, found, every), tabled=tuple(drawn.tabled(every)),
    )  # fmt: skip
    return PackageDraft(negotiation, tuple(_open(drawn, others, parts, signing, left_out, every)))


def _issue(matter: Matter) -> Issue:
    titles = (wording.NO_AGREEMENT, *matter.titles)
    return Issue(matter.id, (matter.without, *matter.alternatives), matter.title, titles)


@dataclass(frozen=True)
class _Drawn:
    """What is drafted of the issues of an era."""

    dossier: Dossier
    era: str
    matters: tuple[Matter, ...]

    @cached_property
    def models(self) -> tuple[CaseModel, ...]:
        """The era's models; none where a model is at fault or unfinished."""
        try:
            return case_models(self.dossier, self.era)
        except ModelError:
            return ()

    @property
    def model(self) -> str:
        """The name of the era's model; nothing where there is none."""
        return next((model.name for model in self.models), "")

    def party(self, side: Grounds, own: Sequence[Position], inside: dict[str, tuple[Position, ...]]) -> Party:
        """A side with its constituencies; all of these have to accept, for the record does not say who ratifies."""
        voices = [self._voice(side, self.dossier.actor[actor], told) for actor, told in inside.items()]
        telling = tuple(voice for voice in voices if voice.grounds)
        count = len(telling)
        rule = Ratification((Fraction(1),) * count, Fraction(count))
        voice = self._voice(side, self.dossier.actor[side.actor], own)
        return Party(replace(voice, level=(0,) * len(self.matters)), telling, rule)

    def _voice(self, side: Grounds, actor: Actor, positions: Sequence[Position]) -> Voice:
        told = [self._told(side, matter, [each for each in positions if each.on in matter.on])
                for matter in self.matters]  # fmt: skip
        particular = {(matter.id, alternative): one.grounds
                      for matter, own in zip(self.matters, told, strict=True)
                      for alternative, one in zip(matter.alternatives, own, strict=True) if one.grounds}  # fmt: skip
        by_issue: dict[str, tuple[str, ...]] = {}
        for (issue, _), ids in particular.items():
            by_issue[issue] = tuple(dict.fromkeys((*by_issue.get(issue, ()), *ids)))
        stakes = tuple(Stake(ONE, self._order(side, matter, own))
                       for matter, own in zip(self.matters, told, strict=True))  # fmt: skip
        return Voice(actor.name(), stakes, NONE, "raw", by_issue, particular)

    def _told(self, side: Grounds, matter: Matter, positions: Sequence[Position]) -> list[Told]:
        if matter.wanted_by:
            return _on_wishes(matter, side, positions)
        ranking = matter.ranking(self.dossier, side)
        return told_on(ranking, positions, matter.alternatives, len(self.matters))

    def _order(self, side: Grounds, matter: Matter, told: Sequence[Told]) -> tuple[Range, ...] | Order:
        between = (NONE, *(one.between for one in told))
        ranking = matter.ranking(self.dossier, side)
        if not ranking.placed:
            return between
        places = {alternative: place for place, alternative in enumerate(matter.alternatives, 1)}
        groups = [tuple(places[each] for each in group if each in places) for group in ranking.scale.order]
        kept = [group for group in groups if group][:: ranking.direction]
        return Order(tuple(kept), 0, between) if len(kept) > 1 else between

    def states(self) -> Iterator[tuple[Part, Statement]]:
        """To which states of the era's model an alternative belongs: those of the settlement of its formula."""
        for model in self.models[:1]:
            when = {one.formula: one.when for one in model.conflict.settlements}
            for at, matter in enumerate(self.matters):
                yield from ((((at, place),), when[each]) for place, each in enumerate(matter.alternatives, 1)
                            if each in when)  # fmt: skip

    def tabled(self, positions: Sequence[Position]) -> Iterator[Tabled]:
        """Every formula alone, with the positions on it."""
        for at, matter in enumerate(self.matters):
            for place, each in enumerate(matter.alternatives, 1):
                if not matter.wanted_by:
                    alone = tuple(place if other == at else 0 for other in range(len(self.matters)))
                    ids = tuple(one.id for one in positions if one.on == each)
                    yield Tabled(matter.titles[place - 1], alone, ids)


def _on_wishes(matter: Matter, side: Grounds, positions: Sequence[Position]) -> list[Told]:
    """Of an issue of the case: what a side wants it takes over no agreement, and what the other wants it does not."""
    ids = tuple(each.id for each in positions if each.verb in (*ACCEPTING, *REFUSING))
    if not ids:
        return [Told(UNKNOWN) for _ in matter.wanted_by]
    wanted, refused = Range(Fraction(0), Fraction(1)), Range(Fraction(-1), REFUSED)
    return [Told(wanted if side.includes(actor) else refused, ids) for actor in matter.wanted_by]


def _open(
    drawn: _Drawn, others: Sequence[Grounds], parts: Sequence[dict[str, tuple[Position, ...]]],
    parties: Sequence[Party], left_out: LeftOut, every: Sequence[Position],
) -> Iterator[str]:  # fmt: skip
    """What is not in the draft, and what the record does not say."""
    dossier, on = drawn.dossier, frozenset().union(*(matter.on for matter in drawn.matters))
    if left_out.too_many:
        yield wording.too_many(left_out.too_many)
    if left_out.opposed:
        yield wording.opposed(left_out.opposed)
    talked = {each.on for each in every} - on - {one.id for one in left_out.formulas}
    if idle := [each.title for each in dossier.formulas if each.id in talked]:
        yield wording.only_talked_of(idle)
    known = {voice.name for party in parties for voice in party.constituencies}
    names = [dossier.actor[actor].name() for own in parts for actor in own]
    if silent := [name for name in names if name not in known]:
        yield wording.no_voice(silent)
    yield from _third(dossier, others, on)
    if not drawn.model:
        yield wording.no_model(drawn.era)
    yield wording.not_said(known=bool(known))


def _third(dossier: Dossier, others: Sequence[Grounds], on: frozenset[str]) -> Iterator[str]:
    for rule in others:
        if told := [each.id for each in of_side(dossier, rule) if each.on in on]:
            yield wording.third(dossier.actor[rule.actor].name(), told)
