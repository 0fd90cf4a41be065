"""Imported event data asked by numbered SQL files: one dyad, all dyads, movers, types, issues, publishers."""

from hikiwake.relation.querying.answer import Answer
from hikiwake.relation.querying.asking import Asked, days_between
from hikiwake.relation.querying.imported import ImportedEvents, is_imported
from hikiwake.relation.querying.questions import all_dyads, movers, one_dyad, split

__all__ = [
    "Answer",
    "Asked",
    "ImportedEvents",
    "all_dyads",
    "days_between",
    "is_imported",
    "movers",
    "one_dyad",
    "split",
]
