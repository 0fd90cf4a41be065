"""The second built-in case: its passages stand in its own texts, and its models say what its README says."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.documents import Library
from hikiwake.dossier import built_in, case_folder, own_library
from hikiwake.dossier.folder.checking import check_case
from hikiwake.modelling.checking import check_conflicts
from hikiwake.report.page import edition
from hikiwake.settlement.packages.drafting.draft import draft

NAME = "caspian_sea"
FIVE = ("AZE", "IRN", "KAZ", "RUS", "TKM")
MODELS = {  # by the README: the verdict by the record as a whole, and who refuses
    ("1991-1998", "condominium"): ("neither", ("Azerbaijan",)),
    ("1991-1998", "lines_in_the_north"): ("neither", ("Russia",)),
    ("1991-1998", "act_alone"): ("alone", ()),
    ("1998-2007", "lines_in_the_north"): ("agreed", ()),
    ("1998-2007", "bed_divided_water_shared"): ("neither", ("Iran", "Turkmenistan")),
    ("1998-2007", "equal_fifths"): ("neither", ("Azerbaijan", "Turkmenistan")),
    ("1998-2007", "act_alone"): ("alone", ()),
    ("2007-2018", "convention_2018"): ("agreed", ()),
}


@cache
def case() -> hw.Dossier:
    """The case, read once."""
    return hw.load(NAME)


@pytest.fixture(scope="module")
def page() -> str:
    """What its page says, with every passage in full."""
    return edition(case(), own_library(case()), "full")


def test_both_cases_come_with_the_program() -> None:
    """The shelf, the errors and the completion ask for these."""
    assert built_in() == (NAME, "japan_russia")


def test_nothing_is_wrong_and_every_passage_stands_in_the_texts_that_the_case_carries() -> None:
    """Without a library named: the case's own texts are looked into; no model rests on too little."""
    report = check_case(NAME)
    assert not report.faults and not report.warnings
    assert not check_conflicts(case()).faults and not check_conflicts(case()).warnings
    library = own_library(case())
    assert isinstance(library, Library)
    found = {each.id: library.edition(each, []) for each in case().documents}
    assert all(one is not None and one.same for one in found.values())
    assert not [each.id for each in case().passages if not (one := found[each.document]) or not one.quote(each)]


def test_a_passage_that_does_not_stand_there_is_a_fault(tmp_path: Path) -> None:
    """The test above can fail."""
    hw.save(case(), tmp_path / "mine")
    (tmp_path / "mine" / "texts").mkdir()
    for text in (case_folder(NAME) / "texts").iterdir():
        (tmp_path / "mine" / "texts" / text.name).write_text(
            text.read_text(encoding="utf-8").replace("Ashgabat", "Baku")
        )
    assert any(fault.file == "passages.csv" for fault in check_case(tmp_path / "mine").faults)


def test_the_texts_say_what_they_are() -> None:
    """Each text itself, its bibliography, and the line under the title of the case."""
    texts = [path.read_text(encoding="utf-8") for path in (case_folder(NAME) / "texts").iterdir()]
    assert len(texts) == 4
    assert all("Written in November 2026 for the program hikiwake" in text and "a role and no person" in text
               for text in texts)  # fmt: skip
    assert all("written for this program" in each.publisher for each in case().documents)
    assert "written for this program" in case().case.summary


def test_no_document_is_older_than_what_it_is_held_against() -> None:
    """All were written after the convention: nothing here was forecast, and history says so of every reading."""
    assert all(each.written.start.year == 2026 for each in case().documents)
    assert not [row.era for row in hw.history(case(), orders=5).compared if row.written_before]


def test_the_models_say_what_the_readme_says() -> None:
    """Verdicts and refusals by the record as a whole."""
    found = [each for each in hw.findings(case(), draws=20) if not each.variant]
    told = {(each.era, each.settlement): (each.verdict, tuple(name for name, _ in each.refused_by)) for each in found}
    assert told == MODELS


def test_held_against_history() -> None:
    """The first two outcomes are left open by the record, the third holds; by the journalist it does not."""
    rows = {(row.era, row.variant): row for row in hw.history(case(), orders=5).compared}
    assert {key: (row.holds, row.holds_somewhere) for key, row in rows.items()} == {
        ("1991-1998", ""): (False, True),
        ("1998-2007", ""): (False, True),
        ("2007-2018", ""): (True, True),
        ("2007-2018", "journalist-2026"): (False, False),
    }
    assert rows["2007-2018", "journalist-2026"].leaves == ("Iran",)


def test_what_changed_between_the_models() -> None:
    """Russia refuses lines in the north in the first model, and in the second signs them; fifths never had a taker."""
    on = [each for each in case().positions if each.on == "lines_in_the_north" and each.actor == "RUS"]
    assert {each.verb for each in on if each.period.last.year == 1998 and each.period.start.year < 1998} == {"rejects"}
    assert {each.verb for each in on if each.period.start.year == 1998} == {"accepts"}
    assert {each.actor for each in case().positions if each.on == "equal_fifths" and each.verb == "rejects"} == (
        {*FIVE} - {"IRN"})  # fmt: skip


def test_the_range_is_told_of_those_whom_a_scale_ranks() -> None:
    """Of Iran and Azerbaijan nothing is shared in the years in which Russia and Azerbaijan share the lines."""
    rows = {(row.scale, row.era): row for row in hw.bargaining_range(case())}
    iran, russia = rows["order", "1998-2007"], rows["order_of_russia_and_azerbaijan", "1998-2007"]
    assert (iran.between, iran.overlap) == (("IRN", "AZE"), "none")
    assert (russia.between, russia.overlap, russia.shared) == (("RUS", "AZE"), "open", ("bed_divided_water_shared",))


def test_sources_disagree_as_published_ones_do() -> None:
    """The facts on which published accounts differ, told by four voices."""
    real = {each.what for each in hw.disagreements(case()).real}
    assert {"Kazakhstan's share of the bed", "Share that Iran asked for in April 2002",
            "Survey ships sent away in July 2001"} <= real  # fmt: skip
    assert any(what.startswith("A joint statement is signed at Ashgabat") for what in real)


def test_the_page_says_whose_texts_these_are_and_who_is_not_heard(page: str) -> None:
    """And of whom the range is told, and who signs what would hold."""
    for said in (
        "None is from Russia or Turkmenistan.",
        "two of five parties; what all would sign only the models say.",
        "(1998–2007, by Azerbaijan, Kazakhstan and Russia; not on the scale)",
        "best for Russia",
        "open (Azerbaijan, Iran, Kazakhstan, Russia and Turkmenistan)",  # one title, five owners
    ):
        assert said in page, said
    assert "of the land" not in page


def test_nothing_on_the_page_has_the_place_of_another(page: str) -> None:
    """A formula that stands on two scales is listed once."""
    ids = Counter(re.findall(r'<(?:li|section|details|tr|article|div|h\d)[^>]*\sid="([^"]+)"', page))
    assert [id_ for id_, count in ids.items() if count > 1] == []


def test_the_evidence_on_why_iran_signed_decides_nothing() -> None:
    """Three answers tie, and the two pieces of evidence on which that hangs are told."""
    found = hw.hypotheses(case())
    assert {row.place for row in found} == {1} and len(found) == 3
    assert {each for row in found.changes if row.kind == "evidence" for each in row.evidence} == {
        "event-2014-09-astrakhan", "event-2018-iran-not-ratified"}  # fmt: skip


def test_the_convention_is_the_package_that_all_five_may_accept() -> None:
    """At the middle of what is told; fifths and lines on the whole bed fall on those who refuse them."""
    found = hw.packages(case_folder(NAME) / "packages" / "2007-2018.toml", draws=20)
    said = " ".join(found.sentences)
    assert "all five parties accept three of 18 packages" in said
    assert "Azerbaijan and Turkmenistan do not" in said and "Iran does not" in said


def test_what_is_inferred_of_a_package_is_told_where_it_is_inferred_alone(page: str) -> None:
    """A line with one neighbour says nothing of fifths; that both refuse lines in the south is told as inferred."""
    note = "a line with Kazakhstan alone is not yet lines on the whole bed"
    assert page.count(note) == 1
    assert "Turkmenistan refuses it, as inferred from" in page and "Iran refuses it, as inferred from" in page


def test_a_draft_of_packages_is_of_all_five() -> None:
    """No party signs nothing because it is none of the two of the dyad."""
    drafted = draft(case(), "2007-2018")
    names = [case().actor[id_].name() for id_ in FIVE]
    assert [each.voice.name for each in drafted.negotiation.parties] == names
