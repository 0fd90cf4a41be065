"""The chart of the gap as a drawing of its own: its name above it, below it what its columns and signs mean."""

from __future__ import annotations

from hikiwake.dossier import Dossier
from hikiwake.figures import standing_alone
from hikiwake.figures.gap import key
from hikiwake.figures.stacking import stacked
from hikiwake.report.answer.drawn import drawn
from hikiwake.report.answer.modelled import modelled
from hikiwake.report.answer.reached import reached
from hikiwake.report.grounds import Grounds
from hikiwake.wording.clauses.charted import KEY


def gap_alone(dossier: Dossier) -> str:
    """The chart of a dossier as the text of an SVG file; nothing for a case without a scale, eras or its two actors.

    >>> from hikiwake.dossier import Case
    >>> gap_alone(Dossier(Case("t", "q", ("AAA", "BBB"))))
    ''
    """
    grounds = Grounds(dossier)
    ranges = reached(grounds)
    if ranges is None:
        return ""
    chart = drawn(ranges, modelled(grounds, ranges.formula))
    columns = ["; ".join(map(grounds.names.term, group)) for group in ranges.scale.order]
    return standing_alone(stacked([(chart.label, chart.svg("wide")), ("", key(columns, KEY))], chart.label))
