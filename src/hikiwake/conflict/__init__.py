"""Which outcomes hold, and why: the graph model for conflict resolution.

``read_conflict`` reads a model, ``solve`` finds what is stable for whom, ``coalition_stability`` and
``equilibrium_jumps`` what coalitions change, ``improvement_paths`` and ``move_paths`` how the conflict can evolve.
``why`` gives the reasons, ``levers`` what would have to change, ``inverse`` how many rankings make a state hold,
``survivors``, ``draws`` and ``baseline`` how much rests on how the preferences were put.

The engine knows nothing of a dossier: ``modelling`` and ``settlement`` join the two.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hikiwake.conflict.changing.asking import Question, answered, questions
    from hikiwake.conflict.changing.inverse import Inverse, Window, inverse
    from hikiwake.conflict.changing.levers import Lever, Levers, levers
    from hikiwake.conflict.changing.robustness import Shares, Survival, baseline, draws, survivors
    from hikiwake.conflict.concepts.definitions import CONCEPTS, Concept
    from hikiwake.conflict.explaining.why import Why, why
    from hikiwake.conflict.files.gmcr import read_gmcr
    from hikiwake.conflict.files.reading import conflict_from, read_conflict, read_conflict_in_case, write_conflict
    from hikiwake.conflict.model.changes import Candidate, changed
    from hikiwake.conflict.model.checks import check
    from hikiwake.conflict.model.conflict import (
        Conflict,
        DecisionMaker,
        ForbiddenMove,
        Option,
        Preference,
        PreferenceStatement,
        Ranking,
        Settlement,
        Statements,
        Variant,
        Weights,
    )
    from hikiwake.conflict.model.statements import Statement, parse
    from hikiwake.conflict.model.states import States, states_of
    from hikiwake.conflict.solving.evolving import EvolutionTable, JointMove, evolve
    from hikiwake.conflict.solving.paths import Evolution, NoPath, Path, Step, improvement_paths, move_paths
    from hikiwake.conflict.solving.stability import Stability, solve
    from hikiwake.conflict.solving.together import CoalitionStability, Jump, coalition_stability, equilibrium_jumps
    from hikiwake.conflict.solving.unknown import UnknownStability, solve_unknown

_HOMES = {
    "changing.asking": ("Question", "answered", "questions"),
    "changing.inverse": ("Inverse", "Window", "inverse"),
    "changing.levers": ("Lever", "Levers", "levers"),
    "changing.robustness": ("Shares", "Survival", "baseline", "draws", "survivors"),
    "concepts.definitions": ("CONCEPTS", "Concept"),
    "explaining.why": ("Why", "why"),
    "files.gmcr": ("read_gmcr",),
    "files.reading": ("conflict_from", "read_conflict", "read_conflict_in_case", "write_conflict"),
    "model.changes": ("Candidate", "changed"),
    "model.checks": ("check",),
    "model.conflict": (
        "Conflict",
        "DecisionMaker",
        "ForbiddenMove",
        "Option",
        "Preference",
        "PreferenceStatement",
        "Ranking",
        "Settlement",
        "Statements",
        "Variant",
        "Weights",
    ),
    "model.statements": ("Statement", "parse"),
    "model.states": ("States", "states_of"),
    "solving.evolving": ("EvolutionTable", "JointMove", "evolve"),
    "solving.paths": ("Evolution", "NoPath", "Path", "Step", "improvement_paths", "move_paths"),
    "solving.stability": ("Stability", "solve"),
    "solving.together": ("CoalitionStability", "Jump", "coalition_stability", "equilibrium_jumps"),
    "solving.unknown": ("UnknownStability", "solve_unknown"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "CONCEPTS",
    "Candidate",
    "CoalitionStability",
    "Concept",
    "Conflict",
    "DecisionMaker",
    "Evolution",
    "EvolutionTable",
    "ForbiddenMove",
    "Inverse",
    "JointMove",
    "Jump",
    "Lever",
    "Levers",
    "NoPath",
    "Option",
    "Path",
    "Preference",
    "PreferenceStatement",
    "Question",
    "Ranking",
    "Settlement",
    "Shares",
    "Stability",
    "Statement",
    "Statements",
    "States",
    "Step",
    "Survival",
    "UnknownStability",
    "Variant",
    "Weights",
    "Why",
    "Window",
    "answered",
    "baseline",
    "changed",
    "check",
    "coalition_stability",
    "conflict_from",
    "draws",
    "equilibrium_jumps",
    "evolve",
    "improvement_paths",
    "inverse",
    "levers",
    "move_paths",
    "parse",
    "questions",
    "read_conflict",
    "read_conflict_in_case",
    "read_gmcr",
    "solve",
    "solve_unknown",
    "states_of",
    "survivors",
    "why",
    "write_conflict",
]


def __getattr__(name: str) -> Any:
    """Fetch a public name from its file when it is first used; asking for the concepts alone stays quick."""
    if name not in _HOME:
        raise AttributeError(f"module 'hikiwake.conflict' has no attribute {name!r}")
    return getattr(import_module(f"hikiwake.conflict.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
