"""What a decision on a proposal would change in the results, one sentence for each result."""

from __future__ import annotations

from hikiwake.wording.entering.decisions import shortened
from hikiwake.wording.phrases import tally

NOTHING = "Nothing that is computed would change."
USED_BY_NOTHING = "No result that is computed here uses it."
OWN = "Accepted as it is"
UNFIT = "It cannot be accepted as it is"


def as_mention(what: str, id_: str) -> str:
    """Under what the changes stand of a proposal that becomes one more report of an event.

    >>> as_mention("The two sides agree on gauges.", "event-1")
    'Merged into “The two sides agree on gauges.” (event-1), of which it would be one more mention'
    """
    return f"Merged into “{shortened(what)}” ({id_}), of which it would be one more mention"


def clash(change: str, what: str, kind: str, *, real: bool) -> str:
    """A disagreement that comes, goes or becomes another.

    >>> clash("more", "When was it?", "different_period", real=False)
    'One disagreement more: “When was it?” (different period, apparent)'
    """
    heads = {"more": "One disagreement more", "less": "One disagreement less", "other": "A disagreement told otherwise"}
    return f"{heads[change]}: “{shortened(what)}” ({kind.replace('_', ' ')}, {'real' if real else 'apparent'})"


def value(first: str, second: str, when: str, before: tuple[float, int], after: tuple[float, int]) -> str:
    """A value of the relation that would be another; each with how many acts are told for the period.

    >>> value("Upland", "Lowland", "2013", (0.0, 0), (6.0, 1))
    'Upland and Lowland, 2013: 6.0 (1 act), nothing before'
    >>> value("Upland", "Lowland", "2013", (2.0, 1), (4.0, 2))
    'Upland and Lowland, 2013: from 2.0 (1 act) to 4.0 (2 acts)'
    >>> value("Upland", "Lowland", "2013", (-0.7, 1), (-0.01, 2))
    'Upland and Lowland, 2013: from -0.7 (1 act) to 0.0 (2 acts)'
    """
    told = [f"{round(number, 1) + 0.0:.1f} ({tally(acts, 'act')})" for number, acts in (before, after)]
    line = f"{told[1]}, nothing before" if not before[1] else f"from {told[0]} to {told[1]}"
    return f"{first} and {second}, {when}: {line}"


def more_values(count: int) -> str:
    """That there are further values.

    >>> more_values(2)
    'and 2 more periods'
    """
    return f"and {tally(count, 'more period')}"


def bargaining(scale: str, era: str, before: str, after: str) -> str:
    """A bargaining range that would be another.

    >>> bargaining("The islands", "1991-2000", "open", "open")
    'The bargaining range on “The islands”, 1991-2000: open as before, by other accounts'
    """
    told = f"{after} as before, by other accounts" if before == after else f"from {before} to {after}"
    return f"The bargaining range on “{scale}”, {era}: {told}"


def answers(question: str, before: int, after: int) -> str:
    """How many different answers a question has.

    >>> answers("Was it binding?", 1, 2)
    'Answers to “Was it binding?”: 2 in place of 1'
    """
    return f"Answers to “{shortened(question)}”: {after} in place of {before}"


def named_in(names: list[str]) -> str:
    """Models and hypotheses that name an entry.

    >>> named_in(["the model dam", "the hypotheses why"])
    'Named by the model dam, the hypotheses why'
    """
    return f"Named by {', '.join(names)}"


def alike(kind: str) -> str:
    """That the record has something of the same subject already.

    >>> alike("claim")
    'the record has the same measure'
    """
    same = {
        "event": "such an act of that year",
        "claim": "the same measure",
        "reading": "the same question",
        "position": "the same actor on the same matter",
        "driver": "the same cause and effect",
    }
    return f"the record has {same.get(kind, 'the like')}"


def in_disagreement(what: str) -> str:
    """That an entry is part of a disagreement.

    >>> in_disagreement("When was it?")
    'Part of the disagreement “When was it?”'
    """
    return f"Part of the disagreement “{shortened(what)}”"


def model(id_: str) -> str:
    """What a model is called."""
    return f"the model {id_}"


def hypotheses(id_: str) -> str:
    """What an analysis of competing hypotheses is called."""
    return f"the hypotheses {id_}"
