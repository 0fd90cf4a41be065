"""Arguments held against a planted timeline: what is followed, what is not, and what cannot be said."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from typer.testing import CliRunner

import hikiwake as hw
from hikiwake.cli import app
from hikiwake.errors import HikiwakeError
from hikiwake.relation.causes import Coincidence
from hikiwake.wording.clauses.causes import REASONS
from tests.built_in import japan_russia
from tests.relation.causes.planted_records import DAYS, days, planted

CAUSES = [400 + int(gap) for gap in np.cumsum(np.random.default_rng(5).integers(500, 1300, size=13))]
FOLLOWING = [day + 60 for day in CAUSES]
APART = [day - 100 for day in CAUSES]  # each effect stands shortly before a cause, none within a year after one
DRAWS = 199


def verdict(found: Coincidence) -> tuple[str, str]:
    (row,) = found
    return row.verdict, row.reason


def test_a_cause_that_is_followed_is_in_line() -> None:
    found = hw.coincidence(planted(CAUSES, FOLLOWING), [0.5], draws=DRAWS)
    assert verdict(found) == ("in line", "")
    (window,) = found.tested[0].windows
    assert (window.causes, window.followed, window.preceded) == (13, 13, 0)
    assert window.by_chance < 6 and window.p <= 0.01
    assert "never says that the cause did this" in found.sentences[2]


def test_a_cause_that_is_not_followed_is_against() -> None:
    found = hw.coincidence(planted(CAUSES, APART), [0.5], draws=DRAWS)
    assert verdict(found) == ("against", "")
    (window,) = found.tested[0].windows
    assert (window.followed, window.preceded) == (0, 13)


def test_less_is_the_mirror_of_more_and_no_change_is_neither() -> None:
    argued = tuple(("sanctions", "arrests", sign, "") for sign in "+-0")
    followed = [row.verdict for row in hw.coincidence(planted(CAUSES, FOLLOWING, drivers=argued), [0.5], draws=DRAWS)]
    assert followed == ["in line", "against", "against"]
    never_after = [day - before for day in CAUSES for before in (60, 190, 300)]
    apart = [row.verdict for row in hw.coincidence(planted(CAUSES, never_after, drivers=argued), [0.5], draws=DRAWS)]
    assert apart[:2] == ["against", "in line"]


def test_worse_relations_are_told_by_acts_of_conflict() -> None:
    found = hw.coincidence(
        planted(CAUSES, FOLLOWING, drivers=(("sanctions", "relations", "-", ""),)), [0.5], draws=DRAWS
    )
    assert verdict(found) == ("in line", "")
    assert found.tested[0].less and found.tested[0].effect_told == "conflict"
    assert not {*found.tested[0].cause_ids} & {*found.tested[0].effect_ids}


def test_too_few_is_no_verdict() -> None:
    assert verdict(hw.coincidence(planted(CAUSES[:4], FOLLOWING), draws=DRAWS)) == ("untestable", "few")
    assert verdict(hw.coincidence(planted(CAUSES, FOLLOWING[:4]), draws=DRAWS)) == ("untestable", "few")


@pytest.mark.parametrize(
    ("argued", "why"),
    [
        (("fear", "trust", "+", ""), "general"),
        (("fear", "arrests", "+", ""), "cause"),
        (("sanctions", "fear", "+", ""), "effect"),
        (("sanctions", "sanctions", "+", ""), "same"),
        (("sanctions", "arrests", "+", "expected"), "expected"),
        (("sanctions", "arrests", "+", "meant"), "meant"),
    ],
)
def test_each_reason_is_told(argued: tuple[str, str, str, str], why: str) -> None:
    found = hw.coincidence(planted(CAUSES, FOLLOWING, drivers=(argued,)), draws=DRAWS)
    assert verdict(found) == ("untestable", why)
    assert REASONS[why] in found.sentences[-1]


def test_no_act_on_a_side_is_told() -> None:
    assert verdict(hw.coincidence(planted([], FOLLOWING), draws=DRAWS)) == ("untestable", "no cause")
    assert verdict(hw.coincidence(planted(CAUSES, []), draws=DRAWS)) == ("untestable", "no effect")


def test_what_has_nothing_to_do_with_each_other_is_seldom_in_line() -> None:
    """Over the windows together a link is in line no oftener than the level: here of 30 at most five."""
    found = [
        hw.coincidence(planted([*map(int, days(seed, 9))], [*map(int, days(500 + seed, 9))]), draws=79)
        for seed in range(30)
    ]
    assert sum(row.verdict == "in line" for each in found for row in each) <= 5
    assert {row.verdict for each in found for row in each} >= {"untestable"}


def test_the_same_seed_gives_the_same_and_another_nearly() -> None:
    dossier = planted(CAUSES, [*map(int, days(3, 14))])
    one, again, other = (hw.coincidence(dossier, seed=seed, draws=499) for seed in (0, 0, 1))
    assert one.as_record() == again.as_record()
    for here, there in zip(one.tested[0].windows, other.tested[0].windows, strict=True):
        low, high = here.p_interval
        assert low - 0.05 <= there.p <= high + 0.05


def test_a_window_or_a_number_of_draws_that_is_none_is_refused() -> None:
    for windows in ([], [0], [-1], [float("nan")]):
        with pytest.raises(HikiwakeError, match="no years above 0"):
            hw.coincidence(planted(CAUSES, FOLLOWING), windows)
    with pytest.raises(HikiwakeError, match="below 19"):
        hw.coincidence(planted(CAUSES, FOLLOWING), draws=5)


def test_an_empty_record_has_no_arguments() -> None:
    dossier = planted(CAUSES, FOLLOWING)
    nothing = hw.coincidence(replace(dossier, drivers=(), events=()))
    assert len(nothing) == 0 and nothing.tested == ()


def test_every_argument_of_the_case_has_a_verdict_or_a_reason() -> None:
    found = hw.coincidence(japan_russia(), draws=99)
    assert len(found) == len(found.dossier.drivers)
    for row in found:
        assert (row.verdict == "untestable") == bool(row.reason)
    for link in found.tested:
        assert all(window.causes >= found.at_least for window in link.windows)


def test_the_command_prints_one_json_value() -> None:
    told = CliRunner().invoke(
        app, ["drivers", "--test", "--within", "2", "--draws", "39", "--json"], catch_exceptions=False
    )
    value = json.loads(told.stdout)
    assert value["windows"] == [2.0]
    assert {"verdict", "reason", "windows", "cause_ids", "effect_ids"} <= set(value["links"][0])
    assert len(value["arguments"]) == len(japan_russia().drivers)
    assert np.isclose(value["by_chance"], value["tested"] * 0.05)


def test_a_window_that_is_no_number_is_told() -> None:
    told = CliRunner().invoke(app, ["drivers", "--test", "--within", "soon"])
    assert told.exit_code != 0


def test_days_lie_in_the_record() -> None:
    assert days(1, 50, bursts=3, late=True).max() < DAYS
