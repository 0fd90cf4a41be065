"""Where an action may lead back to: an address inside the desk, never another server."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

LONGEST = 4_000
_PATH = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")


def inner(address: str) -> str:
    """An address that stays inside the desk, as it was given; empty for any other.

    >>> inner("/review?status=open#one"), inner("//elsewhere.example"), inner("https://elsewhere.example/")
    ('/review?status=open#one', '', '')
    """
    if len(address) > LONGEST or not _PATH.fullmatch(address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return "" if parts.scheme or parts.netloc else address
