"""A case of more parties than two, and a case that carries its own texts: what the frame says, and what is at fault."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.dossier import Dossier, own_library
from hikiwake.dossier.case import Scale
from hikiwake.dossier.folder.checking import check_case
from hikiwake.modelling.drafted_makers import makers
from hikiwake.modelling.drafted_options import drafted_options
from hikiwake.relation.authors import named_turns
from hikiwake.report.findings import on_record
from hikiwake.report.grounds import Grounds
from hikiwake.report.heard import sentences
from tests.synthetic import skerries

FIVE = hw.load("caspian_sea")
THREE = ("NOR", "SUD", "TRD")


@pytest.fixture(scope="module")
def two() -> Dossier:
    """The Skerries, as they are: a dispute of two, with a third state in the record."""
    return skerries().dossier()


@pytest.fixture(scope="module")
def three(two: Dossier) -> Dossier:
    """The same with the third state among its parties."""
    return replace(two, case=replace(two.case, parties=THREE))


def test_the_sides_are_the_parties_or_the_two_of_the_dyad(two: Dossier, three: Dossier) -> None:
    assert (two.case.sides, three.case.sides) == (two.case.dyad, THREE)


def test_parties_come_back(three: Dossier, tmp_path: Path) -> None:
    hw.save(three, tmp_path / "case")
    assert hw.load(tmp_path / "case") == three


@pytest.mark.parametrize(
    ("parties", "found"),
    [('["NOR", "TRD"]', "parties"), ('["NOR", "SUD", "NOR"]', "parties"), ('"NOR"', "parties"),
     ('["NOR", "SUD", "XXX"]', "XXX")],
)  # fmt: skip
def test_parties_that_are_none_are_a_fault(two: Dossier, tmp_path: Path, parties: str, found: str) -> None:
    """Without one of the dyad, with one twice, no list, or somebody whom the case does not know."""
    hw.save(two, tmp_path / "case")
    frame = tmp_path / "case" / "case.toml"
    frame.write_text(f"parties = {parties}\n{frame.read_text(encoding='utf-8')}", encoding="utf-8")
    faults = check_case(tmp_path / "case").faults
    assert [fault.column for fault in faults] == ["parties"] and found in str(faults[0])


def test_all_parties_are_heard_or_not(two: Dossier, three: Dossier) -> None:
    """Of a party without a document it is said that others tell of it; of a third state that is none it is not."""
    assert any("Tredland" in said for said in sentences(Grounds(three)))
    assert not any("Tredland" in said for said in sentences(Grounds(two)) if "wanted is told" in said)


def test_what_is_thin_is_told_of_every_party(two: Dossier, three: Dossier) -> None:
    told = [on_record.thin(Grounds(each)) for each in (two, three)]
    assert told[0] and told[1] and "Tredland" not in told[0].sentence and "Tredland" in told[1].sentence


def test_a_scale_is_about_those_it_ranks_for(two: Dossier) -> None:
    """The dyad as it stands, whichever of it ranks; else the actor and the one against it."""
    case = two.case
    own, other = (Scale("a", "A", actor, (("half",),)) for actor in case.dyad)
    assert case.pair(own) == case.pair(other) == case.dyad
    assert case.pair(Scale("a", "A", "TRD", (("half",),), against="NOR")) == ("TRD", "NOR")


def test_turning_points_of_others_are_not_those_of_the_dyad(two: Dossier, three: Dossier) -> None:
    """In a dispute of three, a turn that an act of one of the two brings about with others is none of the two."""
    turns = [each for each in named_turns(two) if each.about in two.by_id]
    assert turns
    event = next(each for each in two.events if each.id == turns[0].about)
    among_others = replace(event, sources=("TRD",), targets=("NOR",))
    events = tuple(among_others if each.id == event.id else each for each in two.events)
    told = {each.about for each in named_turns(replace(two, events=events))}
    left = {each.about for each in named_turns(replace(three, events=events))}
    assert event.id in told and event.id not in left


def test_a_case_carries_texts_only_where_it_says_so(tmp_path: Path) -> None:
    """A folder that lies there by chance is not read; one that is named is, and no other place can be named."""
    made = skerries()
    hw.save(made.dossier(), tmp_path / "case")
    made.library(tmp_path / "case" / "texts")
    assert own_library(hw.load(tmp_path / "case")) is None
    frame = tmp_path / "case" / "case.toml"
    plain = frame.read_text(encoding="utf-8")
    frame.write_text(f'texts = "texts"\n{plain}', encoding="utf-8")
    library = own_library(hw.load(tmp_path / "case"))
    assert library and len(library.texts) == len(made.documents)
    frame.write_text(f'texts = "../outside"\n{plain}', encoding="utf-8")
    assert [fault.column for fault in check_case(tmp_path / "case").faults] == ["texts"]


def test_every_party_is_in_a_draft(two: Dossier, three: Dossier) -> None:
    """Also one of which the era tells nothing; of two parties a third state is in it only where it wants something."""
    era = two.case.eras[0].id
    assert "TRD" not in [each.actor for each in makers(two, era, ())]
    assert [each.actor for each in makers(three, era, ())] == [*THREE]


def test_in_a_draft_those_sign_that_speak_of_a_formula() -> None:
    """Of five parties those for or against it in the era; not the two of the dyad whatever they say."""
    options, left_out = drafted_options(FIVE, makers(FIVE, "1998-2007", ()))
    signing: dict[str, list[str]] = {}
    for each in (*options, *left_out):
        signing.setdefault(each.formula, []).append(each.owner)
    assert signing["lines_in_the_north"] == ["AZE", "KAZ", "RUS"]
    assert signing["bed_divided_water_shared"] == ["AZE", "IRN", "KAZ", "RUS", "TKM"]
    assert signing["national_sectors"] == ["AZE"]
