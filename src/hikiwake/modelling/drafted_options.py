"""Options that a record suggests for an era: ways to settle that someone wants, and acts that come back.

- A **formula** that a decision maker wants in the era is an act of signing of each of the two sides of the case, for
  both must sign it, where a side is for or against it; what only a third state wants is no option. In a dispute of more
  parties than two those sign it that are for or against it in the era, where they are at least two. One that is carried
  out alone, or in a model without both sides, is one option: of whoever offers it, else of the one that proposes it,
  accepts or supports it, else of the one that demands it. What was only studied or talked about is nobody's wish, and
  neither is what ``check`` would warn of as too little for one.
- A **recurring act** is an option of its only source among the decision makers: an event that goes on through the era,
  or one with several events of its series in it, or several acts of one type about one issue. The most often told come
  first.

Who can do what is for the analyst to say in the end; every option carries the entries that suggest it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hikiwake.conflict.model.statements import parse
from hikiwake.dossier import Dossier, Event, Formula, Position
from hikiwake.modelling.carrying import too_little
from hikiwake.modelling.grounds import Grounds
from hikiwake.wording.grounds import signing

OWNING = (("offers",), ("proposes",), ("accepts", "supports"), ("demands", "conditions"))
WANTING = frozenset(verb for verbs in OWNING for verb in verbs)
REFUSING = frozenset({"opposes", "rejects", "denies"})
TAKING_PART = ("occurred", "ongoing")
ALONE = ("unilateral", "process")  # kinds of formula that one side can carry out
MOST_ACTS = 4
MOST_OPTIONS = 13


@dataclass(frozen=True, slots=True)
class DraftedOption:
    """An option that the record suggests: whose it is, what it is about, and the entries that suggest it.

    issues: of an act, what it is about; empty for a formula
    formula: the id of the formula that it signs or carries out; empty for an act
    wanted_by: of an act its owner, of a formula every decision maker that wants it
    """

    id: str
    title: str
    owner: str
    suggested_by: tuple[str, ...]
    issues: tuple[str, ...] = ()
    formula: str = ""
    wanted_by: tuple[str, ...] = ()


def positions_of(dossier: Dossier, rule: Grounds) -> tuple[Position, ...]:
    """The positions of an actor in the era that can say what it wants: none that is too little for any statement."""
    return tuple(each for each in dossier.positions if rule.carries(each) and _is_enough(rule, each))


def _is_enough(rule: Grounds, entry: Position | Event) -> bool:
    return not any(too_little(rule, entry, parse("act").tree, ""))


def drafted_options(
    dossier: Dossier, rules: Sequence[Grounds]
) -> tuple[tuple[DraftedOption, ...], tuple[DraftedOption, ...]]:
    """The options of an era, decision maker by decision maker, formulas before acts; then those that are left out.

    A model with more options than ``MOST_OPTIONS`` says little: those that fewest entries suggest are left out.
    """
    found = list({option.id: option for option in (*_formulas(dossier, rules), *_acts(dossier, rules))}.values())
    kept = _most_suggested(together(found))
    chosen = tuple(option for rule in rules for option in found if option.owner == rule.actor and option in kept)
    return chosen, tuple(option for option in found if option not in kept)


def together(options: Iterable[DraftedOption]) -> list[tuple[DraftedOption, ...]]:
    """The options that are one thing: the acts of signing one formula; every other option alone."""
    groups: dict[str, list[DraftedOption]] = defaultdict(list)
    for option in options:
        groups[f"formula {option.formula}" if option.formula else option.id].append(option)
    return [tuple(group) for group in groups.values()]


def concluded(options: Iterable[DraftedOption]) -> str:
    """What is said of options that are one thing: that all of them are taken."""
    return " and ".join(option.id for option in options)


def _most_suggested(groups: Iterable[tuple[DraftedOption, ...]]) -> list[DraftedOption]:
    """As many options as a model has, those that most entries suggest; what is one thing stays together."""
    kept: list[DraftedOption] = []
    for group in sorted(groups, key=lambda group: -sum(len(option.suggested_by) for option in group) / len(group)):
        if len(kept) + len(group) <= MOST_OPTIONS:
            kept += group
    return kept


def _formulas(dossier: Dossier, rules: Sequence[Grounds]) -> Iterator[DraftedOption]:
    positions = {rule.actor: positions_of(dossier, rule) for rule in rules}
    for formula in dossier.formulas:
        on = {actor: [each for each in own if each.on == formula.id] for actor, own in positions.items()}
        owner, wanting = _owner(on), tuple(actor for actor in on if any(each.verb in WANTING for each in on[actor]))
        parties = _parties(dossier, formula, rules, on) or ((owner,) if owner else ())
        for party in parties if owner and _is_spoken_of(on, parties) else ():
            suggested = tuple(each.id for each in on[party] if each.verb in WANTING)
            id_ = option_id(formula.id if len(parties) == 1 else f"{formula.id}_{party}")
            title = _title(formula, on[party]) if len(parties) == 1 else signing(formula.title)
            yield DraftedOption(id_, title, party, suggested, (), formula.id, wanting)


def _parties(
    dossier: Dossier, formula: Formula, rules: Sequence[Grounds], on: Mapping[str, Sequence[Position]]
) -> tuple[str, ...]:
    """Who has to sign a formula: the sides of the case; nobody in particular where it is carried out alone."""
    refusing = any(formula.id in scale.refusals for scale in dossier.case.scales)
    if formula.kind in ALONE or refusing:
        return ()
    lines = [dossier.line(side) for side in dossier.case.sides]
    sides = tuple(rule.actor for rule in rules if any(rule.actor in line for line in lines))
    if len(lines) > len(dossier.case.dyad):
        speaking = tuple(side for side in sides if _is_spoken_of(on, [side]))
        return speaking if len(speaking) > 1 else ()
    return sides if all(any(side in line for side in sides) for line in lines) else ()


def _is_spoken_of(on: Mapping[str, Iterable[Position]], parties: Iterable[str]) -> bool:
    """Whether one of those who would sign, or carry out, a formula is for or against it."""
    return any(each.verb in WANTING | REFUSING for party in parties for each in on[party])


def _owner(on: dict[str, list[Position]]) -> str:
    for verbs in OWNING:
        for actor, positions in on.items():
            if any(position.verb in verbs for position in positions):
                return actor
    return ""


def _title(formula: Formula, positions: Iterable[Position]) -> str:
    only_demanded = all(position.verb in OWNING[-1] for position in positions if position.verb in WANTING)
    return f"Press for: {formula.title}" if only_demanded else formula.title


def _acts(dossier: Dossier, rules: Sequence[Grounds]) -> Iterator[DraftedOption]:
    for rule in rules:
        others = [each for each in rules if each.actor != rule.actor]
        own = [event for event in dossier.events if _is_act_of(event, rule, others)]
        groups = sorted(_groups(dossier, own), key=lambda group: -sum(len(event.mentions) for event in group))
        for group in groups[:MOST_ACTS]:
            named = group[0]
            suggested = tuple(event.id for event in group)
            yield DraftedOption(
                _act_id(named), named.summary.rstrip("."), rule.actor, suggested, named.issues, "", (rule.actor,)
            )


def _is_act_of(event: Event, rule: Grounds, others: Iterable[Grounds]) -> bool:
    joint = any(other.includes(source) for other in others for source in event.sources)
    told = bool(event.type) and event.happened in TAKING_PART and rule.carries(event) and _is_enough(rule, event)
    return told and not joint


def _groups(dossier: Dossier, events: Sequence[Event]) -> Iterator[list[Event]]:
    """Events that are one recurring act, the head of the series first: by series, else by type and issue."""
    by_act: dict[str, list[Event]] = defaultdict(list)
    heads = {event.series for event in events}
    for event in events:
        of_series = event.series or (event.id if event.id in heads else "")
        by_act[of_series or f"{event.type} {event.issues[:1]}"].append(event)
    for key, group in by_act.items():
        if len(group) > 1 or group[0].happened == "ongoing":
            head = dossier.by_id.get(key)
            named = [head] if isinstance(head, Event) and head in group else []
            yield [*named, *(event for event in group if event not in named)]


def _act_id(event: Event) -> str:
    return option_id(re.sub(r"^(event-)?[\d-]*(on-)?", "", event.id))


def option_id(text: str) -> str:
    """A text as an option id.

    >>> option_id("2016-11 bal/bastion")
    'o_2016_11_bal_bastion'
    """
    plain = re.sub(r"[^A-Za-z0-9]+", "_", text).strip("_")
    return plain if plain[:1].isalpha() and plain not in {"not", "and", "or", "if", "iff"} else f"o_{plain}"
