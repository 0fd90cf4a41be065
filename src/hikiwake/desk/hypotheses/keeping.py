"""Changes of an analysis: each is one decision of the workbench, so that it is logged and can be taken back."""

from __future__ import annotations

from collections.abc import Callable

import tomli_w

from hikiwake.desk.opened import NoneSuchError, OpenCase
from hikiwake.dossier import Dossier
from hikiwake.dossier.competing import Analysis
from hikiwake.dossier.folder.analyses.file import analyses_table
from hikiwake.workbench.by_hand import rewritten

KIND = "analyses"


def analysis_of(dossier: Dossier, id_: str) -> Analysis:
    """An analysis by its id. Raises ``NoneSuchError`` where the case has none of it."""
    found = next((each for each in dossier.analyses if each.id == id_), None)
    if found is None:
        raise NoneSuchError(f"{id_}: no analysis of the case")
    return found


def text_of(analysis: Analysis) -> str:
    """An analysis as it stands in its file."""
    return tomli_w.dumps(analyses_table((analysis,)))


def change(opened: OpenCase, id_: str, changed: Callable[[Analysis], Analysis], who: str) -> None:
    """Change an analysis as it is now. Raises ``HikiwakeError`` for what it cannot be: nothing is changed then."""

    def after(dossier: Dossier) -> Dossier:
        now = analysis_of(dossier, id_)
        return rewritten(dossier, KIND, id_, text_of(changed(now)))

    with opened.workbench() as bench:
        bench.rewrite("change", after, who)
