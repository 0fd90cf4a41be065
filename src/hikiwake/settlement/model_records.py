"""Findings and history as plain values, ready for JSON: the same on the command line and in Python."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from hikiwake.conflict.model.changes import OnStatements, kind
from hikiwake.conflict.model.conflict import Conflict, Statements
from hikiwake.modelling.history import NoModel
from hikiwake.settlement.findings_wording import change_words, no_model_words

if TYPE_CHECKING:
    from hikiwake.modelling.history import Comparison
    from hikiwake.settlement.findings import Finding


def finding_record(finding: Finding) -> dict[str, Any]:
    """A finding as plain values."""
    return {
        "era": finding.era,
        "settlement": finding.settlement,
        "title": finding.title,
        "variant": finding.variant,
        "concept": finding.concept,
        "concepts": list(finding.concepts),
        "state": finding.state,
        "holds": finding.holds,
        "agreed": finding.agreed,
        "reachable": finding.reachable,
        "parties": list(finding.parties),
        "first_movers": list(finding.first_movers),
        "would_break": [list(group) for group in finding.would_break],
        "undo": list(finding.undo),
        "untold": [{"decision_maker": name, "option": option} for name, option in finding.untold],
        "blocked_by": [asdict(one) for one in finding.blocked_by],
        "levers": [
            {
                "changes": [_change(finding.conflict, change) for change in one.changes],
                "cost": one.cost,
                "state": one.state,
            }
            for one in finding.levers
        ],
        "share_of_draws": finding.share_of_draws,
        "share_agreed": finding.share_agreed,
        "sentence": finding.sentence,
    }


def _change(conflict: Conflict, change: OnStatements) -> dict[str, Any]:
    preference = conflict.decision_maker(change.decision_maker).preference
    number = getattr(change, "statement", None)
    says = preference.statements[number - 1].says.text if isinstance(preference, Statements) and number else ""
    record = {"kind": kind(change), "decision_maker": change.decision_maker, "statement": says}
    rank = {"rank": change.rank} if hasattr(change, "rank") else {}
    return {**record, **rank, "words": change_words(conflict, change)}


def history_record(row: Comparison | NoModel) -> dict[str, Any]:
    """A row of the table against history as plain values; an era without a model has no variant and no verdicts."""
    missing = [asdict(one) for one in row.missing]
    if isinstance(row, NoModel):
        return {"era": row.era, "model": False, "too_thin": row.thin, "silent": list(row.silent), "missing": missing,
                "sentence": no_model_words(row)}  # fmt: skip
    return {
        "era": row.era,
        "model": True,
        "variant": row.variant,
        "status_quo": row.status_quo,
        "outcome": row.outcome,
        "states": row.states,
        "verdicts": {one.concept: {"holds": one.holds, "share_of_states": one.share_of_states, "baseline": one.baseline}
                     for one in row.verdicts},
        "reachable": row.reachable,
        "reachable_by_moves": row.reachable_by_moves,
        "leaves": list(row.leaves),
        "nothing_changes": row.nothing_changes,
        "options_changed": row.changed,
        "written_before": row.written_before,
        "missing": missing,
    }  # fmt: skip
