"""What a drafted decision maker wants: a statement for and one against each option or formula, with grounds and place.

A statement says no more than its grounds do, or it is marked ``inferred`` with the reason: where these are acts, which
tell what somebody did and not what it wanted; where they are only what it is seen to expect or fear (positions of the
kind ``perceived``); and where an act is refused of which only the issue is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hikiwake.conflict.model.conflict import PreferenceStatement
from hikiwake.conflict.model.statements import parse
from hikiwake.dossier import Dossier, Event, Position
from hikiwake.modelling.carrying import only_talked_of, too_little
from hikiwake.modelling.drafted_options import REFUSING, WANTING, DraftedOption, concluded, positions_of
from hikiwake.modelling.grounds import Grounds, weight
from hikiwake.wording import grounds as wording

MOST_PLACES = 2
Signing = tuple[DraftedOption, ...]  # the acts of signing one formula, or one other option


def wants(dossier: Dossier, rule: Grounds, options: Signing) -> Iterator[PreferenceStatement]:
    """What a decision maker wants of an option or of a formula, for and against, each with its grounds.

    Whoever wants a formula wants it signed by all; whoever refuses it does not sign, or, where its own act is not asked
    for, is against its being signed by all. Whoever refuses what another's act is about is taken to be against the act;
    nothing is made of other positions on the same issue, for they may want something else of it.
    """
    positions = positions_of(dossier, rule)
    own = [option for option in options if option.owner == rule.actor]
    grounds_for = [each.id for each in positions if _is_on(each, options[0]) and each.verb in WANTING]
    against = [each.id for each in positions if _concerns(each, options[0], rule) and each.verb in REFUSING]
    for option in own:
        grounds_for = list(dict.fromkeys((*grounds_for, *option.suggested_by)))
    refused = concluded(own or options)
    refusal = f"not {refused}" if " " not in refused else f"not ({refused})"
    akin = not options[0].formula
    for says, grounds, by_issue in ((concluded(options), grounds_for, False), (refusal, against, akin)):
        if grounds:
            yield PreferenceStatement(parse(says), tuple(grounds), inferred=_inferred(dossier, grounds, by_issue))


def _is_on(position: Position, option: DraftedOption) -> bool:
    """Whether a position is on the formula that an option signs, or carries out."""
    return bool(option.formula) and position.on == option.formula


def _concerns(position: Position, option: DraftedOption, rule: Grounds) -> bool:
    """A position on the formula, or on what another's act is about."""
    return _is_on(position, option) or (option.owner != rule.actor and position.on in option.issues[:1])


def _inferred(dossier: Dossier, grounds: Sequence[str], by_issue: bool) -> str:
    """Why a statement is more than its grounds, or nothing where one of them says that it is wanted."""
    entries = [dossier.by_id[id_] for id_ in grounds]
    acts = any(isinstance(each, Event) for each in entries)
    kinds = {each.kind for each in entries if isinstance(each, Position)}
    if by_issue or kinds <= {"perceived"}:
        return wording.taken_for_a_wish(acts, bool(kinds), by_issue)
    return ""


def no_wishes(dossier: Dossier, rule: Grounds, era: str, options: Iterable[DraftedOption]) -> Iterator[str]:
    """The positions on formulas of which no wish is made, each with the reason, in words.

    options: those found in the record of the era
    """
    formulas, found = {formula.id for formula in dossier.formulas}, {option.formula for option in options}
    for each in dossier.positions:
        if each.on in formulas and rule.carries(each):
            reasons = (*too_little(rule, each, parse("act").tree, era), *only_talked_of(rule, [each.id]))
            unmoved = each.verb in WANTING and each.on not in found
            yield from reasons[:1] or [wording.by_no_side(each.id)] * unmoved


def with_places(dossier: Dossier, statements: Sequence[PreferenceStatement]) -> tuple[PreferenceStatement, ...]:
    """Statements in order of the weight of their grounds, each with how far its place is uncertain."""
    weighed = {one: weight(dossier, one.grounds) for one in statements}
    order = sorted(statements, key=lambda one: (weighed[one], len(one.grounds)), reverse=True)
    alike = [sum(weighed[other].strength == weighed[one].strength for other in order) for one in order]
    return tuple(replace(one, about=min(MOST_PLACES, count - 1)) for one, count in zip(order, alike, strict=True))
