"""On which of the options that a settlement leaves open it depends what is said of its form.

A finding judges one form. An option that ``when`` does not name *carries* what is said if the state in which it alone
is the other way, a state of the settlement as well, does away with it: a party then does not lose, or the parties do
not sign. Options that are open in a merged state ("-") carry nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from hikiwake.settlement.judgement import Play, judge_form
from hikiwake.settlement.terms import Form, Ground, Terms


def carrying_a_loss(
    one: Play, terms: Terms, party: int, state: int, better: Iterable[int], of: Iterable[str]
) -> tuple[str, ...]:
    """On which of some options a party's loss depends: without each it does not lose against one of these fallbacks."""
    own, chosen = one.ranks[party], list(better)
    return tuple(option for option, other in _other_ways(terms, state)
                 if option in {*of} and any(own[other] >= own[each] for each in chosen))  # fmt: skip


def carrying_an_agreement(one: Play, terms: Terms, state: int, refusing: frozenset[int]) -> tuple[str, ...]:
    """On which options it depends that a settlement is signed in a form, or that who can do it alone gains by it.

    Only such count as are the other way where things end without it, or where improvements lead on from its form.
    """
    form, text = next(each for each in terms.forms if each.state == state), terms.ground.states.text
    ends = [text(each) for each in {*one.fallbacks, *_onward(one, state)}] if not form.standing else []
    signs = {option: {end[place] for end in ends} for place, option in enumerate(terms.ground.states.options)}
    return tuple(option for option, other in _other_ways(terms, state)
                 if text(other)[terms.ground.states.options.index(option)] in signs[option]
                 and not _wanted(one, terms, replace(form, state=other), refusing))  # fmt: skip


def _onward(one: Play, state: int) -> set[int]:
    """Where improvements lead on from a state, one after another, that nothing deters."""
    seen, todo = {state}, [state]
    while todo:
        fresh = {*one.paying(todo.pop())} - seen
        seen |= fresh
        todo += fresh
    return seen


def _wanted(one: Play, terms: Terms, form: Form, refusing: frozenset[int]) -> bool:
    judged = judge_form(one, terms, form, refusing)
    return bool(judged.gaining) if judged.verdict == "alone" else judged.signed is True


def _other_ways(terms: Terms, state: int) -> Iterator[tuple[str, int]]:
    """Each open option, with the state of the settlement in which it alone is the other way."""
    states = terms.ground.states
    signs = dict(zip(states.options, states.text(state), strict=True))
    for bit, option in enumerate(states.options):
        if option not in terms.settlement.when.options and signs[option] != "-":
            other = _state_of(terms.ground, int(states.members(state)[0]) ^ (1 << bit))
            if other is not None and terms.inside[other]:
                yield option, other


def _state_of(ground: Ground, combination: int) -> int | None:
    """The state of a combination of options; None where it is infeasible."""
    states = ground.states
    place = int(np.searchsorted(states.combinations, combination))
    feasible = place < len(states.combinations) and states.combinations[place] == combination
    return int(states.state_of[place]) if feasible else None
