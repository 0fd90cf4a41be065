"""The built-in cases as tests share them: read once in a process, for a dossier never changes."""

from __future__ import annotations

from functools import cache

from hikiwake.dossier import Dossier, load
from hikiwake.report.grounds import Grounds
from hikiwake.report.page import edition as edition_of


@cache
def japan_russia() -> Dossier:
    """The case of Japan and Russia."""
    return load("japan_russia")


@cache
def caspian_sea() -> Dossier:
    """The case of the Caspian Sea, of five parties."""
    return load("caspian_sea")


@cache
def grounds() -> Grounds:
    """What its page stands on: findings, history and the rest are computed once."""
    return Grounds(japan_russia())


@cache
def edition() -> str:
    """Its page as of today, without earlier editions."""
    return edition_of(japan_russia())
