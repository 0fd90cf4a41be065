"""How a dossier and what is computed from it show themselves in a notebook: small tables in HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def rows(heads: Sequence[str], cells: Iterable[Sequence[object]]) -> str:
    """A table in HTML with a header line; every cell is escaped.

    >>> rows(["who"], [["A <b>"]])
    '<table><thead><tr><th>who</th></tr></thead><tbody><tr><td>A &lt;b&gt;</td></tr></tbody></table>'
    """
    head = "".join(f"<th>{escape(each)}</th>" for each in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in row) + "</tr>" for row in cells)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
