"""The page: one self-contained HTML file in which every line can be followed to the passage that supports it.

The room can itself be called, so that ``hikiwake.report(dossier, path)`` is the same whether or not it was imported.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from hikiwake.report.page import page
from hikiwake.report.writing import Written, report

__all__ = ["Written", "page", "report"]


class _Room(ModuleType):
    """This module, which stands for its one main function when it is called."""

    def __call__(self, *arguments: Any, **named: Any) -> Written:
        return report(*arguments, **named)


sys.modules[__name__].__class__ = _Room
