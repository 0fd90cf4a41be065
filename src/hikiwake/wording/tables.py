"""How results show themselves in a notebook: small tables and paragraphs in HTML, in which everything is escaped.

And what no text that people are shown may hold: signs that control a terminal, break a line or turn its direction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice
from typing import NamedTuple

MOST_ROWS = 20
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$^])")
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    r"""A text with a replacement sign for each sign that acts without being seen.

    >>> harmless("turned \u202e round") == "turned \ufffd round"
    True
    """
    return UNSEEN.sub("\ufffd", text)


def in_markdown(text: str) -> str:
    """A text in one line, in which Markdown sees no markup.

    >>> in_markdown("a *b* [c]")
    'a \\\\*b\\\\* \\\\[c\\\\]'
    """
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


class Link(NamedTuple):
    """Words that lead to an address on the web, where they have one."""

    text: str
    address: str


def table(head: Sequence[str], rows: Iterable[Iterable[object]], caption: str = "") -> str:
    """A table in HTML of at most 20 rows; a last line says how many more there are.

    >>> table(["who"], [["A <b>"]])
    '<table><thead><tr><th>who</th></tr></thead><tbody><tr><td>A &lt;b&gt;</td></tr></tbody></table>'
    """
    left = iter(rows)
    shown = "".join(_row(row) for row in islice(left, MOST_ROWS))
    more = sum(1 for _ in left)
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    title = f"<caption>{escape(caption)}</caption>" if caption else ""
    rest = f"<p>and {more:,} more</p>" if more else ""
    return f"<table>{title}<thead><tr>{top}</tr></thead><tbody>{shown}</tbody></table>{rest}"


def _row(cells: Iterable[object]) -> str:
    return f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in cells)}</tr>"


def _cell(cell: object) -> str:
    if isinstance(cell, Link):
        leads = cell.address.startswith(("https://", "http://"))
        return f'<a href="{escape(cell.address)}">{escape(cell.text)}</a>' if leads else escape(cell.text)
    if isinstance(cell, tuple | list):
        return ", ".join(_cell(each) for each in cell)
    return escape(harmless(str(cell)))


def paragraphs(sentences: Sequence[str]) -> str:
    """Sentences as paragraphs in HTML, at most 20 of them.

    >>> paragraphs(["A < B."])
    '<p>A &lt; B.</p>'
    """
    rest = f"<p>and {len(sentences) - MOST_ROWS:,} more</p>" if len(sentences) > MOST_ROWS else ""
    return "".join(f"<p>{escape(harmless(sentence))}</p>" for sentence in sentences[:MOST_ROWS]) + rest
