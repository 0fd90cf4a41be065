"""A dossier whose every text tries to break out of the page: what a hostile document or editor could put in."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from hikiwake.dossier import Dossier
from tests.synthetic import skerries

SCRIPT = "</script><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
FORMULA = "=HYPERLINK(\"javascript:document.title='owned'\")"
PATH = "../../../../etc/passwd"
TEXTS = {"summary", "answer", "stance", "reason", "title", "includes", "subject", "holder", "group", "unit", "wording"}


def hostile() -> Dossier:
    """The small synthetic case with every free text replaced by markup, a path and a spreadsheet formula."""
    calm = skerries().dossier()
    documents = tuple(
        replace(each, title=SCRIPT, author=SCRIPT, file=PATH, institution=FORMULA, address=f"javascript:{SCRIPT}")
        for each in calm.documents
    )
    case = replace(calm.case, title=SCRIPT, question=FORMULA, summary=SCRIPT, map=PATH, editor=SCRIPT)
    case = replace(case, questions=tuple(map(spoilt, case.questions)), eras=tuple(map(spoilt, case.eras)))
    case = replace(case, tables=tuple(map(spoilt, case.tables)), measures=tuple(map(spoilt, case.measures)))
    kinds = ("events", "claims", "readings", "positions", "formulas", "drivers", "doubts")
    entries: dict[str, Any] = {kind: tuple(map(spoilt, getattr(calm, kind))) for kind in kinds}
    return replace(calm, case=case, documents=documents, **entries)


def spoilt(entry: Any) -> Any:
    """A value with every free text replaced."""
    names = {field.name for field in fields(entry)} & TEXTS
    return replace(entry, **dict.fromkeys(names, f"{SCRIPT} {FORMULA}"))
