"""What holds and what is reached, in words: equilibria, extensions, shares, paths. Names, numbers and texts come in."""

from __future__ import annotations

from collections.abc import Sequence

from hikiwake.wording.moves import NAMES, listing, state

MOST_NAMED = 5


def named(states: Sequence[tuple[int, str]]) -> str:
    """States by number and notation, at most five of them.

    >>> named([(1, "N"), (2, "Y")])
    'state 1 (N) and state 2 (Y)'
    """
    words = [state(number, text) for number, text in states[:MOST_NAMED]]
    return listing([*words, f"{len(states) - MOST_NAMED:,} more"] if len(states) > MOST_NAMED else words)


def equilibria(concept: str, states: Sequence[tuple[int, str]]) -> str:
    """The equilibria of a concept.

    >>> equilibria("SEQ", [])
    'SEQ: no state is an equilibrium.'
    """
    if not states:
        return f"{concept}: no state is an equilibrium."
    return f"{concept}: {_are(len(states), 'an equilibrium', 'equilibria', named(states))}."


def of_coalitions(concept: str, states: Sequence[tuple[int, str]]) -> str:
    """What is stable for every coalition.

    >>> of_coalitions("SEQ", [(1, "N")])
    'SEQ: state 1 (N) is stable for every coalition.'
    """
    if not states:
        return f"{concept}: no state is stable for every coalition."
    return f"{concept}: {_are(len(states), 'stable', 'stable', named(states))} for every coalition."


def in_extensions(concept: str, always: Sequence[tuple[int, str]], sometimes: Sequence[tuple[int, str]]) -> str:
    """What holds whatever is unknown, and what only by some extensions.

    >>> in_extensions("SEQ", [(1, "N")], [(2, "Y")])
    'SEQ: state 1 (N) is an equilibrium in every extension. Only in some: state 2 (Y).'
    """
    sure = f"{_are(len(always), 'an equilibrium', 'equilibria', named(always))}" if always else "no state is one"
    only = f" Only in some: {named(sometimes)}." if sometimes else ""
    return f"{concept}: {sure} in every extension.{only}"


def share(concept: str, states: Sequence[tuple[int, str, float]], drawn: str) -> str:
    """The states that are equilibria most often, with their shares of the draws.

    >>> share("SEQ", [(1, "N", 0.25)], "1,000 draws")
    'SEQ: of 1,000 draws state 1 (N) is an equilibrium in 25.0 %.'
    """
    told = [f"{state(number, text)} is an equilibrium in {100 * part:.1f} %" for number, text, part in states]
    return f"{concept}: of {drawn} {listing(told) if told else 'no state is an equilibrium in any'}."


def drawn(count: int, random: bool, seed: int) -> str:
    """What was drawn.

    >>> drawn(1000, True, 0)
    '1,000 random orders (seed 0)'
    """
    return f"{count:,} {'random orders' if random else 'draws of uncertain order'} (seed {seed})"


def survival(concept: str, number: int, text: str, survived: int, tried: int) -> str:
    """How many single changes an equilibrium survives.

    >>> survival("SEQ", 1, "N", 3, 4)
    'SEQ: state 1 (N) stays an equilibrium under 3 of 4 single changes.'
    """
    return f"{concept}: {state(number, text)} stays an equilibrium under {survived} of {tried} single changes."


def among_rankings(concept: str, count: int, rankings: int) -> str:
    """Under how many rankings a state is an equilibrium.

    >>> among_rankings("SEQ", 1, 4)
    'SEQ: an equilibrium under 1 of 4 rankings (25.0 %).'
    """
    return f"{concept}: an equilibrium under {count:,} of {rankings:,} rankings ({100 * count / rankings:.1f} %)."


def reached(number: int, text: str, by: str, count: int, of: int) -> str:
    """How much is reached.

    >>> reached(1, "NN", "moves", 1, 4)
    'From state 1 (NN) by moves: 1 of 4 states is reached.'
    """
    return f"From {state(number, text)} by {by}: {count:,} of {of:,} states {'is' if count == 1 else 'are'} reached."


def joint(coalition: Sequence[str], origin: int, target: int, text: str, concept: str) -> str:
    """A joint move; with a concept it is an equilibrium jump.

    >>> joint(["A", "B"], 1, 4, "YY", "nash")
    'Equilibrium jump (Nash): A and B together from state 1 to state 4 (YY).'
    """
    kind = f"Equilibrium jump ({NAMES[concept]})" if concept else "Joint move"
    return f"{kind}: {listing(coalition)} together from state {origin} to {state(target, text)}."


def left_out(count: int) -> str:
    """Equilibria whose joint moves were not looked for."""
    return f"Joint moves from {count:,} more equilibria that are reached were not looked for."


def out_of_reach(concept: str, numbers: Sequence[int]) -> str:
    """The equilibria that are not reached.

    >>> out_of_reach("SEQ", [3])
    'Out of reach among the SEQ equilibria: 3'
    """
    return f"Out of reach among the {concept} equilibria: {', '.join(map(str, numbers))}"


def step(number: int, name: str, origin: int, target: int, text: str) -> str:
    """One step of a path.

    >>> step(1, "A", 1, 2, "Y")
    '1. A moves from 1 to 2 (Y).'
    """
    return f"{number}. {name} moves from {origin} to {target} ({text})."


def first_move(names: Sequence[str]) -> str:
    """Who has to begin, or can.

    >>> first_move(["A"])
    'The first move must be by A.'
    """
    return f"The first move {'must' if len(names) == 1 else 'can'} be by {listing(names, 'or')}."


def no_path(target: int) -> str:
    """That there is no path.

    >>> no_path(2)
    'No legal path leads to state 2.'
    """
    return f"No legal path leads to state {target}."


def _are(count: int, one: str, many: str, words: str) -> str:
    return f"{words} {f'is {one}' if count == 1 else f'are {many}'}"
