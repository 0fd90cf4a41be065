"""How a dossier shows itself in a notebook: what it is about, and how much of each kind it holds."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hikiwake.dossier.dossier import Dossier

_COUNTED = ("documents", "actors", "events", "claims", "readings", "positions", "formulas", "drivers", "doubts")


def summary(dossier: Dossier) -> str:
    """A small table in HTML: the title, the question, and the number of entries of each kind.

    >>> from hikiwake.dossier import Case, Dossier
    >>> summary(Dossier(Case("A <b>", "Who?", ("AAA", "BBB"))))[:59]
    '<table><caption>A &lt;b&gt;<br><i>Who?</i></caption><thead>'
    """
    heads = "".join(f"<th>{kind}</th>" for kind in _COUNTED)
    cells = "".join(f"<td>{len(getattr(dossier, kind)):,}</td>" for kind in _COUNTED)
    caption = f"{escape(dossier.case.title)}<br><i>{escape(dossier.case.question)}</i>"
    return f"<table><caption>{caption}</caption><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"
