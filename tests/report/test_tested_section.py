"""Drivers held against the timeline, on the page: the links that were tested, and what was counted of each."""

from __future__ import annotations

import hikiwake as hw
from hikiwake.report.grounds import SEED, Grounds
from hikiwake.report.sections.tested import DRAWS, timeline
from hikiwake.wording.clauses.causes import stands
from tests.relation.causes.planted_records import planted

CAUSES = [400, 1010, 2200, 2900, 4100, 4700, 6200, 7000, 8300, 9900]


def test_a_tested_link_tells_its_verdict_its_counts_and_its_acts() -> None:
    dossier = planted(CAUSES, [day + 60 for day in CAUSES])
    (found,) = hw.coincidence(dossier, draws=DRAWS, seed=SEED).tested
    (link,) = timeline(Grounds(dossier)).links
    assert link.title == "Sanctions by Suderland on Norland → Arrests by Norland"
    assert (link.argued, link.holders, link.verdict) == ("more", "Author of one", stands(found.verdict, found.reason))
    assert [each.within for each in link.counts] == ["one year", "two years", "five years"]
    assert link.counts[0].followed == "10 of 10"
    assert [id_ for id_, _ in link.causes] == [f"act-{number:03d}" for number in range(1, 11)]
    assert link.effects == "effects: ten acts (COERCE)"


def test_with_too_few_acts_no_link_is_shown_and_the_reason_is_said() -> None:
    shown = timeline(Grounds(planted(CAUSES[:3], [500])))
    assert shown.links == []
    assert "too few acts" in shown.sentences[-1]
