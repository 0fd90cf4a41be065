"""The page of a case under the assumptions of a scenario: the same page, under a stripe that says what is assumed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hikiwake.documents import Library
from hikiwake.dossier import Dossier
from hikiwake.dossier.folder.onefile import record_digest
from hikiwake.modelling.scenarios import Scenario, suppose
from hikiwake.report.grounds import ReadAs
from hikiwake.report.page import Step, page
from hikiwake.report.whose import PAGE
from hikiwake.report.writing import Written, placed, prepared
from hikiwake.settlement.scenarios.comparing import assumed_words
from hikiwake.wording.clauses.scenarios import stripe


def scenario_page(
    dossier: Dossier,
    scenario: Scenario,
    path: Path | str,
    library: Library | Path | str | None = None,
    quotes: str = "short",
    step: Step | None = None,
    *,
    force: bool = False,
) -> Written:
    """Write the page of a case as it would be under a scenario; never in place of the page of the record.

    What stands at the path is replaced where it is the page of a scenario of the same case, or with ``force``. Raises
    what ``report`` raises, and ``ModelError`` where the assumptions cannot be made in the case.
    """
    held = prepared(dossier, Path(path), library)
    under = stripe(scenario.title, assumed_words(dossier, scenario))
    supposed = suppose(dossier, scenario)
    titled = replace(supposed, case=replace(supposed.case, title=f"{dossier.case.title}: {scenario.title}"))
    text = page(titled, held, quotes, step, ReadAs(under, record_digest(dossier))).encode("utf-8")
    return placed(titled, Path(path), text, PAGE, force=force)
