"""Words in Markdown."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~$^])")


def escaped(text: str) -> str:
    """A text in one line, in which Markdown sees no markup.

    >>> escaped("a *b* [c]")
    'a \\\\*b\\\\* \\\\[c\\\\]'
    """
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
