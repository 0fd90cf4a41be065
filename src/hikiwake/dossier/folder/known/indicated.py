"""Whether what a case says of the acts that tell its variables can be followed: types, actors and issues that are."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from hikiwake.dossier.case import PAIRS, Variable
from hikiwake.dossier.folder.faults import Fault
from hikiwake.vocabulary import event_types
from hikiwake.vocabulary.indicators import CLASSES
from hikiwake.wording.terminal.near import did_you_mean


def indicated(variables: tuple[Variable, ...], known: Mapping[str, Container[str]]) -> Iterator[Fault]:
    """The faults in the acts of variables; known: the ids of a case by what they are ids of."""
    for variable in variables:
        yield from _named(variable, known)
        for key, found, expected in _joined(variable):
            yield Fault("case.toml", 0, f"variables.{variable.id}.{key}", found, expected)


def _named(variable: Variable, known: Mapping[str, Container[str]]) -> Iterator[Fault]:
    """Types, actors and issues that there are not, and words without a letter."""
    types = (*event_types(), *CLASSES)
    refers = dict.fromkeys(("by", "towards", *PAIRS), "actors") | {"issues": "issues"}
    for key in ("acts", "less", *refers):
        for each in getattr(variable, key):
            if key in refers and each not in known[refers[key]]:
                ids = known[refers[key]]
                likely = did_you_mean(each, sorted(ids)) if isinstance(ids, set) else ""
                expected = f"one of the case's {refers[key]}{likely}"
            elif key not in refers and each not in types:
                expected = f"one of {', '.join(types)}{did_you_mean(each, types)}"
            else:
                continue
            yield Fault("case.toml", 0, f"variables.{variable.id}.{key}", each, expected)
    if any(not any(map(str.isalnum, each)) for each in variable.words):
        place = f"variables.{variable.id}.words"
        yield Fault("case.toml", 0, place, "a text without a letter", "words that a summary of an act has")


def _joined(variable: Variable) -> Iterator[tuple[str, str, str]]:
    """What does not go together: the key, what was found, what was expected."""
    rest = [key for key in ("less", "by", "towards", *PAIRS, "issues") if getattr(variable, key)]
    if rest and not variable.told:
        yield rest[0], "no acts and no words", 'acts, as ["CONSULT"], or words of their summaries'
    if both := sorted({*variable.acts} & {*variable.less}):
        yield "less", both[0], "types that are not among the acts"
    if variable.less and not variable.acts:
        yield "less", variable.less[0], "acts beside it, which tell more of the variable"
    for key in PAIRS:
        pair = getattr(variable, key)
        if pair and len({*pair}) != 2:
            yield key, ", ".join(pair), f'two actors, as {key} = ["AAA", "BBB"]'
    named = [key for key in PAIRS if getattr(variable, key)]
    if len(named) == 2 or (named and (variable.by or variable.towards)):
        yield (
            named[0],
            ", ".join(getattr(variable, named[0])),
            "one way to say whose acts: by and towards, or between, or together",
        )
