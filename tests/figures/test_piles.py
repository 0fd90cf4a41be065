"""Very many events: piles count every event once, the records hold every row, and the page stays light."""

from __future__ import annotations

from collections import Counter

import pytest

from hikiwake.dossier import Dossier
from hikiwake.figures.marks import direction_of_event
from hikiwake.figures.stretches import stretches
from hikiwake.figures.timeline import MANY
from hikiwake.figures.timeline.piles import piles
from hikiwake.report import page
from tests.crowded import crowded
from tests.synthetic import skerries

LIGHT = 400  # bytes an event, of which a page of twenty thousand has 8 MB


@pytest.fixture(scope="module")
def many() -> Dossier:
    return crowded(MANY)


@pytest.mark.parametrize("length", [1120.0, 1500.0])
def test_piles_count_every_event_once(many: Dossier, length: float) -> None:
    chart = piles(stretches(many), length)
    counted: Counter[str] = Counter()
    for pane in chart.panes:
        for pile in pane.piles:
            counted[pile.way] += int(pile.words.split(" ")[0].replace(",", ""))
            assert pane.along - 0.1 <= pile.along <= pane.along + pane.length
            assert pile.first <= pile.last
    assert counted == Counter(direction_of_event(event) for event in many.events)


def test_every_event_lies_in_the_days_of_one_pile(many: Dossier) -> None:
    spans = {(pile.way, pile.first, pile.last) for pane in piles(stretches(many), 1120.0).panes for pile in pane.piles}
    for event in many.events:
        day, way = event.period.start.toordinal(), direction_of_event(event)
        assert sum(first <= day <= last for each, first, last in spans if each == way) == 1, event.id


def test_highest_pile_reaches_the_edge_and_none_beyond(many: Dossier) -> None:
    chart = piles(stretches(many), 1120.0)
    tops = [(pile.away, pile.away + pile.height) for pane in chart.panes for pile in pane.piles]
    assert min(top for top, _ in tops) >= -chart.above
    assert max(foot for _, foot in tops) <= chart.below


def test_small_case_has_its_marks() -> None:
    text = page(skerries().dossier())
    assert 'class="pile' not in text


def test_a_page_of_very_many_events_is_light() -> None:
    assert len(page(crowded(8_000)).encode()) < 8_000 * LIGHT


def test_chart_of_very_many_events_is_exported_too(many: Dossier) -> None:
    from hikiwake.exports.figures import figures

    assert figures(many)["timeline"].count("<rect") > len(piles(stretches(many), 1120.0).panes)
