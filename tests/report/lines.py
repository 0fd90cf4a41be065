"""The lines of the record as a page carries them, read back as the page's own script reads them."""

from __future__ import annotations

import json
import re
from typing import Any

from hikiwake.report.record.packing import FACETS

ISLAND = re.compile(r'<script type="application/json" id="record-lines">(.*?)</script>', re.DOTALL)


def lines_of(page: str) -> list[dict[str, Any]]:
    """Every line with its id, its words and, as words, all that is told by number."""
    found = ISLAND.search(page)
    if not found:
        return []
    told = json.loads(found[1])
    return [_line(told["words"], *line) for line in told["lines"]]


def _line(
    words: list[str], id_: str, said: str, days: list[int], when: int, look: int, series: int, tags: list[int],
    more: list[list[int]], facets: list[list[int]], cited: list[list[int]], doubts: list[str],
) -> dict[str, Any]:  # fmt: skip
    return {
        "id": id_, "said": said, "days": days, "when": words[when], "look": words[look], "series": words[series],
        "tags": [words[each] for each in tags], "more": {words[name]: words[value] for name, value in more},
        "cited": cited, "doubts": doubts,
        **{name: [words[each] for each in values] for name, values in zip(FACETS, facets, strict=True)},
    }  # fmt: skip
