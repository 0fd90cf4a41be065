"""Which outcomes hold, and why: the graph model for conflict resolution.

``read_conflict`` reads a model, ``solve`` finds what is stable for whom, ``coalition_stability`` and
``equilibrium_jumps`` what coalitions change, ``improvement_paths`` and ``move_paths`` how the conflict can evolve.
``why`` gives the reasons, ``levers`` what would have to change, ``inverse`` how many rankings make a state hold,
``survivors``, ``draws`` and ``baseline`` how much rests on how the preferences were put.

The engine knows nothing of a dossier: ``modelling`` and ``settlement`` join the two.
"""

from __future__ import annotations

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
