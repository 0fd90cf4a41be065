"""Texts as bytes that every program reads: UTF-8 without characters that are none."""

from __future__ import annotations

import re

_NONE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def utf8(text: str) -> bytes:
    """A text for people and other programs: a replacement sign for control characters and lone surrogates.

    >>> utf8("a\\x07b\\ud800").decode()
    'a\ufffdb\ufffd'
    """
    return _NONE.sub("\ufffd", text).encode("utf-8")
