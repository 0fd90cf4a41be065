"""The words of the review at the desk: its filters, its orders, its keys."""

from __future__ import annotations

FACETS = {
    "status": "Status",
    "kind": "Kind",
    "document": "Document",
    "sure": "Confidence",
    "again": "In the record",
}
SURE = {"high": "0.75 and more", "middle": "0.50 to 0.75", "low": "under 0.50"}
AGAIN = {"yes": "the like is there", "no": "nothing like it"}
ORDERS = {"": "as in the texts", "again": "what the record has", "surest": "the surest", "unsure": "the least sure"}
SHARES = {"": "all", "half": "half of them", "quarter": "a quarter", "sixteenth": "a sixteenth"}
KEYS = (
    ("j", "Next"),
    ("k", "Previous"),
    ("a", "Accept"),
    ("r", "Reject"),
    ("e", "Edit"),
    ("m", "Merge"),
    ("s", "Split"),
    ("t", "Two types"),
    ("n", "Memo"),
    ("w", "What it would change"),
    ("1", "The review stands"),
    ("2", "Follow the second coder"),
    ("u", "Undo"),
    ("U", "Do again"),
)
"""The keys as they are at first, each with what it does; a browser may keep others."""

VARIABLES = {
    "accepted": "Accepted or rejected",
    "type": "Type of act",
    "status": "Whether it happened",
    "time": "When",
    "actors": "Actors",
    "cells": "What is no event",
}


def agreement(alpha: float | None, units: int) -> str:
    """How far two coders agree on one thing.

    >>> agreement(0.8123, 40), agreement(None, 3), agreement(None, 0)
    ('0.81', 'all the same', 'none to compare')
    """
    if alpha is not None:
        return f"{alpha:.2f}"
    return "all the same" if units else "none to compare"


def settled(chosen: str, coder: str, who: str, at: str, status: str) -> str:
    """How a difference was settled, and what lost.

    >>> settled("first", "two", "an editor", "2026-01-02T03:04:05+00:00", "rejected")
    'an editor settled it on 2026-01-02 for the review; kept beside it: two rejected it'
    """
    loser = f"{coder} {status} it" if chosen == "first" else f"the review had {status} it"
    winner = "the review" if chosen == "first" else coder
    return f"{who} settled it on {at[:10]} for {winner}; kept beside it: {loser}"
