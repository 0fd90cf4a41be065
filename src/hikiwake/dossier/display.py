"""How a dossier shows itself in a notebook: what it is about and how much it holds."""

from __future__ import annotations

from collections.abc import Mapping

from hikiwake.wording.tables import table


def summary(title: str, question: str, counted: Mapping[str, int]) -> str:
    """A small table in HTML: the title, the question, and the number of entries of each kind.

    >>> summary("A <b>", "Who?", {"events": 2000})[:54]
    '<table><caption>A &lt;b&gt;: Who?</caption><thead><tr>'
    """
    return table(tuple(counted), [[f"{count:,}" for count in counted.values()]], f"{title}: {question}")
