"""A case folder and its workbench, taken together for one change."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from hikiwake.dossier.folder.cases import CaseInHand


@dataclass(frozen=True, slots=True)
class Hand:
    """A case folder and its workbench, both taken for a change."""

    case: CaseInHand
    connection: sqlite3.Connection
