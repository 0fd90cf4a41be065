"""The section of packages: chart and tables say no more than the answers, and each number opens its grounds."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

import hikiwake as hw
from hikiwake.dossier import Dossier
from hikiwake.report.grounds import Grounds
from hikiwake.report.page import environment
from hikiwake.report.sections import SECTIONS
from hikiwake.report.sections.packages import MOST_FILES, context
from tests.synthetic import skerries

SECTION = next(section for section in SECTIONS if section.id == "packages")
FILE = """
title = "Half <each>"
issues = [
  { id = "land", title = "Land", alternatives = ["none", "half"] },
  { id = "fish", title = "Fish & fowl", alternatives = ["none", "shared"] },
]
status_quo = { land = "none", fish = "none" }
[[parties]]
name = "Norland"
weights = { land = 1, fish = 1 }
evaluations = { land = { none = 0, half = [-1, 1] }, fish = { none = 0, shared = [0, 1] } }
grounds = { land = { half = ["position-001"] } }
inferred = { land = "an act is taken for a wish" }
[[parties]]
name = "Suderland"
weights = { land = 1, fish = 1 }
evaluations = { land = { none = 0, half = [-1, -0.01] }, fish = { none = 0, shared = [0, 1] } }
"""
NAMED = (
    FILE
    + """
[[tabled]]
name = "Fish alone"
package = { fish = "shared" }
[[tabled]]
name = "Half alone"
package = { land = "half" }
grounds = ["position-002"]
"""
)


def case(*texts: str) -> Dossier:
    """The Skerries with these package files."""
    return replace(skerries().dossier(), packages=tuple((f"file-{at}", text) for at, text in enumerate(texts)))


@cache
def rendered(*texts: str) -> str:
    """The section of a case with these files, as HTML."""
    return SECTION.render(Grounds(case(*texts)), environment()) or ""


def test_a_case_without_packages_has_no_section() -> None:
    assert context(Grounds(case())) is None


def test_packages_that_have_a_name_are_numbered_in_chart_and_table() -> None:
    shown = context(Grounds(case(NAMED)))
    assert shown is not None
    rows = shown.files[0].rows
    assert [(row.number, row.name, [gain[0] for gain in row.gains]) for row in rows] == [
        (1, "Fish alone", ["yes", "yes"]), (2, "Half alone", ["perhaps", "no"]),
    ]  # fmt: skip
    assert [gain[2] for gain in rows[1].gains] == ["−1 to 1", "−1 to −0.01"]
    for row in rows:
        assert f'href="#{row.id}" aria-label="{row.number}: {row.name}"' in shown.files[0].chart


def test_numbers_open_the_entries_on_which_they_stand() -> None:
    grounds = Grounds(case(NAMED))
    page = SECTION.render(grounds, environment()) or ""
    ids = set(re.findall(r'<t[dr] class="row" id="([^"]+)"', page))
    assert {"packages-1-package-1", "packages-1-package-2", "packages-1-1-1-2"} <= ids
    assert grounds._rests["packages-1-1-1-2"] == ["position-001"]
    assert grounds._rests["packages-1-package-2"] == ["position-002", "position-001"]
    assert set(re.findall(r'href="#(packages-[^"]+)"', page)) <= ids, "no link leads nowhere"
    assert "an act is taken for a wish" in page


def test_without_names_the_best_packages_are_shown() -> None:
    shown = context(Grounds(case(FILE)))
    assert shown is not None
    assert shown.files[0].rows
    assert all(row.name for row in shown.files[0].rows)


def test_what_cannot_be_shown_is_said_and_does_not_stop_the_page() -> None:
    shown = context(Grounds(case("titel = 1", FILE)))
    assert shown is not None
    assert shown.left_out == ["packages/file-0.toml is not shown: it has faults, which `hikiwake check` tells."]
    assert [file.title for file in shown.files] == ["Half <each>"]
    many = context(Grounds(case(*[FILE] * (MOST_FILES + 2))))
    assert many is not None
    assert (len(many.files), len(many.left_out)) == (MOST_FILES, 2)


def test_hostile_words_stay_words() -> None:
    assert "Half <each>" not in rendered(FILE)
    assert "Half &lt;each&gt;" in rendered(FILE)


@pytest.mark.parametrize("era", ["1956-1959", "2016-2018", "2022-"])
def test_the_built_in_section_stands_beside_the_model_and_is_bounded(era: str) -> None:
    found = hw.load("japan_russia")
    alone = replace(found, packages=tuple(each for each in found.packages if each[0] == era))
    shown = context(Grounds(alone))
    assert shown is not None
    (file,) = shown.files
    assert file.era == era
    assert shown.judged
    assert len(SECTION.render(Grounds(alone), environment()) or "") < 40_000
    assert len(file.chart) < 12_000
