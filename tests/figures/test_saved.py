"""A figure as a thing of its own: it shows itself in a notebook, and is saved as SVG or PNG."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

import hikiwake as hw
from hikiwake.exports.figures import figures
from hikiwake.figures import Figure
from hikiwake.wording import settlements as wording
from tests.skerries_model import modelled

CASE = modelled()


def test_a_notebook_shows_the_drawing_itself() -> None:
    drawn = hw.figure(CASE)
    shown = drawn._repr_svg_()
    assert shown
    assert shown.startswith("<svg")
    assert drawn.endswith(shown)
    assert repr(drawn).startswith("Figure('How far each side would go")
    assert "706 ×" in repr(drawn)
    assert Figure("")._repr_svg_() is None


def test_every_figure_of_a_dossier_has_a_name() -> None:
    made = figures(CASE)
    assert {"timeline", "drivers", "range", "gap"} <= {*made}
    assert {name: hw.figure(CASE, name) for name in made} == made
    assert hw.figure(CASE) == made["gap"]
    assert {type(each) for each in made.values()} == {Figure}


def test_a_name_that_nobody_has_is_told_with_those_that_there_are() -> None:
    with pytest.raises(hw.HikiwakeError, match="'timelin': the dossier has no such figure; did you mean 'timeline'"):
        hw.figure(CASE, "timelin")
    with pytest.raises(hw.HikiwakeError, match="BargainingRanges has one figure"):
        hw.figure(hw.bargaining_range(CASE), "gap")


def test_the_chart_of_the_gap_says_what_its_columns_and_signs_mean() -> None:
    root = ElementTree.fromstring(hw.figure(CASE))
    said = [text.strip() for text in root.itertext() if text.strip()]
    (scale,) = CASE.case.scales
    titles = {formula.id: formula.title for formula in CASE.formulas}
    for number, group in enumerate(scale.order, 1):
        assert said[said.index("; ".join(titles[id_] for id_ in group)) - 1] == str(number)
    assert f"How far each side would go, era by era: {scale.title}" in said
    assert {"both accept", "by some accounts", "refuses to talk"} <= {*said}
    assert not root.findall(".//*[@href]")


def test_the_table_of_settlements_has_a_sign_for_every_finding() -> None:
    found = hw.findings(CASE, draws=5)
    root = ElementTree.fromstring(hw.figure(found))
    space = "{http://www.w3.org/2000/svg}"
    signs = [
        each.get("class", "").split()[1] for each in root.iter(f"{space}g") if each.get("class", "").startswith("look ")
    ]
    for look in {each.look for each in found}:
        assert signs.count(look) >= sum(each.look == look for each in found) + 1  # and one in the key
    said = {text.strip() for text in root.itertext()}
    assert {each.title for each in found} | {each.era for each in found} <= said
    assert wording.LARGE in said


def test_many_long_names_of_columns_stand_one_below_another() -> None:
    from hikiwake.figures.gap import LONGEST, key

    heights = [
        ElementTree.fromstring(key(["a" * length] * 8, "abcde")).get("viewBox", "") for length in (3, LONGEST + 1)
    ]
    low, high = (float(each.split()[3]) for each in heights)
    assert low < high


def test_a_case_without_a_scale_has_no_chart_of_the_gap(tmp_path: Path) -> None:
    bare = hw.figure(replace(CASE, case=replace(CASE.case, scales=())))
    assert not bare
    assert repr(bare) == "Figure of nothing"
    with pytest.raises(hw.HikiwakeError, match="nothing to draw"):
        bare.save(tmp_path / "gap.svg")


def test_a_figure_is_saved_as_svg_and_as_png(tmp_path: Path) -> None:
    drawn = hw.figure(CASE)
    assert drawn.save(tmp_path / "gap.svg").read_text(encoding="utf-8") == drawn
    assert drawn.save(str(tmp_path / "gap.PNG")).read_bytes().startswith(b"\x89PNG")
    with pytest.raises(hw.HikiwakeError, match="something is there already"):
        drawn.save(tmp_path / "gap.svg")
    drawn.save(tmp_path / "gap.svg", force=True)
    with pytest.raises(hw.HikiwakeError, match=r"gap\.pdf: a figure is saved as SVG or PNG"):
        drawn.save(tmp_path / "gap.pdf")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gap.PNG", "gap.svg"]
