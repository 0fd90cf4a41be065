"""Which outcomes hold, and why: the graph model for conflict resolution.

``read_conflict`` reads a model, ``solve`` finds what is stable for whom, ``coalition_stability`` and
``equilibrium_jumps`` what coalitions change, ``improvement_paths`` and ``move_paths`` how the conflict can evolve.
``why`` gives the reasons, ``levers`` what would have to change, ``inverse`` how many rankings make a state hold,
``survivors``, ``draws`` and ``baseline`` how much rests on how the preferences were put. For the models of a case,
``draft`` makes a first one from the record, ``findings`` says what could be agreed, ``history`` what came of it.
"""

from __future__ import annotations

import sys
from pathlib import Path as FilePath
from types import ModuleType

from hikiwake.conflict.changes import Candidate, changed
from hikiwake.conflict.checks import check
from hikiwake.conflict.concepts import CONCEPTS, Concept
from hikiwake.conflict.drafting import Draft, draft
from hikiwake.conflict.files import conflict_from, read_conflict, read_conflict_in_case, write_conflict
from hikiwake.conflict.findings import Finding, Findings, findings
from hikiwake.conflict.gmcr import read_gmcr
from hikiwake.conflict.history import History, history
from hikiwake.conflict.inverse import Inverse, Window, inverse
from hikiwake.conflict.levers import Lever, Levers, levers
from hikiwake.conflict.loading import conflict, conflict_file
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
from hikiwake.conflict.robustness import Shares, Survival, baseline, draws, survivors
from hikiwake.conflict.stability import Stability, solve
from hikiwake.conflict.statements import Statement, parse
from hikiwake.conflict.states import States, states_of
from hikiwake.conflict.together import CoalitionStability, Jump, coalition_stability, equilibrium_jumps
from hikiwake.conflict.why import Why, why

__all__ = [
    "CONCEPTS",
    "Candidate",
    "CoalitionStability",
    "Concept",
    "Conflict",
    "DecisionMaker",
    "Draft",
    "Evolution",
    "Finding",
    "Findings",
    "ForbiddenMove",
    "History",
    "Inverse",
    "Jump",
    "Lever",
    "Levers",
    "NoPath",
    "Option",
    "Path",
    "Preference",
    "PreferenceStatement",
    "Ranking",
    "Settlement",
    "Shares",
    "Stability",
    "Statement",
    "Statements",
    "States",
    "Step",
    "Survival",
    "Variant",
    "Weights",
    "Why",
    "Window",
    "baseline",
    "changed",
    "check",
    "coalition_stability",
    "conflict",
    "conflict_file",
    "conflict_from",
    "draft",
    "draws",
    "equilibrium_jumps",
    "findings",
    "history",
    "improvement_paths",
    "inverse",
    "levers",
    "move_paths",
    "parse",
    "read_conflict",
    "read_conflict_in_case",
    "read_gmcr",
    "solve",
    "states_of",
    "survivors",
    "why",
    "write_conflict",
]


class _Room(ModuleType):
    """This module, which stands for its one main function when it is called: ``hikiwake.conflict(path)``."""

    def __call__(self, name: str | FilePath) -> Conflict:
        return conflict(name)


sys.modules[__name__].__class__ = _Room
