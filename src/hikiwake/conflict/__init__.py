"""Which outcomes hold, and why: the graph model for conflict resolution.

``read_conflict`` reads a model, ``solve`` finds what is stable for whom, ``coalition_stability`` and
``equilibrium_jumps`` what coalitions change, ``improvement_paths`` and ``move_paths`` how the conflict can evolve.
"""

from hikiwake.conflict.checks import check
from hikiwake.conflict.concepts import CONCEPTS, Concept
from hikiwake.conflict.files import conflict_from, read_conflict, read_conflict_in_case, write_conflict
from hikiwake.conflict.model import (
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
from hikiwake.conflict.paths import Evolution, NoPath, Path, Step, improvement_paths, move_paths
from hikiwake.conflict.stability import Stability, solve
from hikiwake.conflict.statements import Statement, parse
from hikiwake.conflict.states import States, states_of
from hikiwake.conflict.together import CoalitionStability, Jump, coalition_stability, equilibrium_jumps

__all__ = [
    "CONCEPTS",
    "CoalitionStability",
    "Concept",
    "Conflict",
    "DecisionMaker",
    "Evolution",
    "ForbiddenMove",
    "Jump",
    "NoPath",
    "Option",
    "Path",
    "Preference",
    "PreferenceStatement",
    "Ranking",
    "Settlement",
    "Stability",
    "Statement",
    "Statements",
    "States",
    "Step",
    "Variant",
    "Weights",
    "check",
    "coalition_stability",
    "conflict_from",
    "equilibrium_jumps",
    "improvement_paths",
    "move_paths",
    "parse",
    "read_conflict",
    "read_conflict_in_case",
    "solve",
    "states_of",
    "write_conflict",
]
