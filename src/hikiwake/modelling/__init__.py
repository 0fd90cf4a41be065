"""From the record to a model: grounds, drafts, the conflicts of a case, their checking, and what came of them."""

from hikiwake.modelling.case_models import CaseModel, case_models
from hikiwake.modelling.checking import ConflictCheck, check_conflicts
from hikiwake.modelling.compared import History
from hikiwake.modelling.drafting import Draft, draft
from hikiwake.modelling.history import history
from hikiwake.modelling.loading import conflict, conflict_file

__all__ = [
    "CaseModel",
    "ConflictCheck",
    "Draft",
    "History",
    "case_models",
    "check_conflicts",
    "conflict",
    "conflict_file",
    "draft",
    "history",
]
