"""The coastlines that the program brings along."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

_NAME = re.compile(r"[a-z0-9_]+")


def coastline(name: str) -> dict[str, Any]:
    """A coastline that the program brings along, as GeoJSON; nothing where the case names none.

    >>> coastline("../errors")
    {}
    """
    if not _NAME.fullmatch(name):
        return {}
    file = files("hikiwake.figures").joinpath("geography", f"{name}.geojson")
    if not file.is_file():
        return {}
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found
