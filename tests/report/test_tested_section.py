"""Drivers held against the timeline, on the page: the links that were tested, and what was counted of each."""

from __future__ import annotations

import json
from dataclasses import replace

from typer.testing import CliRunner

import hikiwake as hw
from hikiwake.cli import app
from hikiwake.report.grounds import SEED, Grounds
from hikiwake.report.sections.tested import timeline
from hikiwake.wording.clauses.causes import chance, stands
from tests.built_in import japan_russia
from tests.relation.causes.planted_records import planted

CAUSES = [400, 1010, 2200, 2900, 4100, 4700, 6200, 7000, 8300, 9900]


def test_a_tested_link_tells_its_verdict_its_counts_and_its_acts() -> None:
    dossier = planted(CAUSES, [day + 60 for day in CAUSES])
    (found,) = hw.coincidence(dossier, seed=SEED).tested
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


def test_the_page_shows_what_the_command_and_python_give() -> None:
    shown = timeline(Grounds(japan_russia()))
    told = json.loads(CliRunner().invoke(app, ["drivers", "japan_russia", "--test", "--format", "json"]).stdout)
    found = hw.coincidence(japan_russia())
    assert told == found.as_record()
    assert len(found.tested) == len(shown.links) == told["tested"] > 0
    for link, each in zip(shown.links, found.tested, strict=True):
        assert link.verdict == stands(each.verdict, each.reason)
        assert [count.p for count in link.counts] == [chance(one.p, *one.p_interval) for one in each.windows]
    assert shown.untold == [(each["title"], each["note"]) for each in told["untold"]]


def test_what_no_act_tells_is_shown_with_the_reason_that_the_case_gives() -> None:
    dossier = planted(CAUSES, CAUSES, drivers=(("fear", "arrests", "+", ""), ("sanctions", "trust", "+", "")))
    assert timeline(Grounds(dossier)).untold == []
    noted = tuple(replace(each, note=f"No act: {each.id}.") for each in dossier.case.variables)
    shown = timeline(Grounds(replace(dossier, case=replace(dossier.case, variables=noted))))
    assert shown.untold == [("Fear of sanctions in Norland", "No act: fear.")]
