"""``hypotheses.toml``: what is wrong is told with its place, what is right is carried everywhere, kept as written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.dossier import Dossier
from hikiwake.dossier.competing import Analysis, Cell, Evidence, Hypothesis, Judgement
from hikiwake.dossier.folder.analyses.adding import add_analysis
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.folder.onefile import json_bytes
from tests.synthetic import skerries

TEXT = """\
# The editor's own words.
[[analyses]]
id = "who"  # short
title = "Who refused?"
question = "why_failed"

[[analyses.hypotheses]]
id = "south"
text = "Suderland"  # by its answer
readings = ["refusal"]

[[analyses.hypotheses]]
id = "both"
text = "Both"

[[analyses.evidence]]
id = "event-talks"
credibility = "high"

# a letter of the time
[[analyses.evidence]]
id = "letter"
text = "A letter."
source = "An archive"

[[analyses.judgements]]
analyst = "case editor"
evidence = "event-talks"
cells = { both = "I", south = "C" }
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    hw.save(skerries().dossier(), tmp_path / "case")
    (tmp_path / "case" / "hypotheses.toml").write_text(TEXT)
    return tmp_path / "case"


def test_a_file_is_read_as_what_it_says(case: Path) -> None:
    (found,) = hw.load(case).analyses
    assert [each.id for each in found.hypotheses] == ["south", "both"]
    assert found.evidence == (
        Evidence("event-talks", credibility="high"),
        Evidence("letter", "A letter.", "An archive"),
    )
    assert found.judgements == (Judgement("case editor", "event-talks", (Cell("south", "C"), Cell("both", "I"))),)
    assert found.open_cells("case editor") == (("letter", "south"), ("letter", "both"))


FAULTS = [
    ('both = "I"', 'both = "X"', ":28", "analyses[1].judgements[1].cells", "one of CC, C, N, I, II"),
    ('"high"', '"very high"', ":17", "evidence[1].credibility", "one of high, medium, low"),
    ("credibility =", "credible =", ":17", "evidence[1]", "a key that"),
    ('id = "event-talks"', 'id = "event-talk"', ":28", "who.judgements.evidence", "one of the analysis's evidence"),
    ('text = "A letter."\nsource = "An archive"', "", ":22", "who.evidence.id", "one of the case's entries"),
    ('source = "An archive"', "", ":22", "who.evidence.source", "a source beside the text of letter"),
    (
        '["refusal"]',
        '["refusing"]',
        ":8",
        "who.hypotheses.readings",
        "a side that a reading of the question why_failed",
    ),
    ('"why_failed"', '"why_fail"', ":5", "who.question", "one of the case's questions"),
    ('both = "I"', 'neither = "I"', ":29", "who.judgements.cells", "one of the analysis's hypotheses: south, both"),
    ('id = "both"', 'id = "south"', ":8", "who.hypotheses.id", "an id used once"),
    ('text = "Both"', 'text = " "', ":13", "hypotheses[2].text", "some words in quotes"),
    ('text = "Both"', "text = 3", ":13", "hypotheses[2].text", "a value of the type"),
    ("[[analyses]]", "[analyses]", "", "", ""),
    ('title = "Who refused?"', "", ":3", "analyses[1]", ""),
]


@pytest.mark.parametrize(("right", "wrong", "line", "column", "expected"), FAULTS)
def test_a_fault_is_told_with_its_place(
    case: Path, right: str, wrong: str, line: str, column: str, expected: str
) -> None:
    assert right in TEXT
    (case / "hypotheses.toml").write_text(TEXT.replace(right, wrong, 1))
    told = [str(fault) for fault in check_case(case).faults]
    assert told
    assert told[0].startswith(f"hypotheses.toml{line}")
    assert column in told[0]
    assert expected in told[0]
    with pytest.raises(hw.HikiwakeError, match=r"hypotheses\.toml"):
        hw.load(case)


def test_too_much_is_refused_before_it_is_counted(case: Path) -> None:
    more = "".join(f'[[analyses.evidence]]\nid = "e{n}"\ntext = "x"\nsource = "y"\n' for n in range(101))
    (case / "hypotheses.toml").write_text(TEXT + more)
    assert "at most" in str(check_case(case).faults[0]) or "length" in str(check_case(case).faults[0])


def test_open_cells_are_a_warning(case: Path) -> None:
    (warned,) = [each for each in check_case(case).warnings if each.file == "hypotheses.toml"]
    assert "2 not judged by case editor, first letter with south" in warned.found


def test_a_change_keeps_comments_and_order(case: Path) -> None:
    dossier = hw.load(case)
    (one,) = dossier.analyses
    judged = replace(one.judgements[0], cells=(Cell("south", "CC", "It says so."), one.judgements[0].cells[1]))
    more = replace(one, evidence=(*one.evidence, Evidence("claim-001")),
                   judgements=(judged, Judgement("case editor", "letter", (Cell("south", "N"),))))  # fmt: skip
    saved = hw.save(replace(dossier, analyses=(more,)), case)
    text = (case / "hypotheses.toml").read_text()
    kept = (
        "# The editor's own words.",
        "# short",
        "# by its answer",
        "# a letter of the time",
        'both = "I", south = "CC"',
    )
    assert [each for each in kept if each not in text] == []
    assert hw.load(case) == saved
    assert hw.load(case).analyses == (more,)


def test_what_has_not_changed_stays_byte_for_byte(case: Path) -> None:
    hw.save(hw.load(case), case)
    assert (case / "hypotheses.toml").read_text() == TEXT


def test_the_file_goes_with_the_last_analysis_and_never_unasked(case: Path) -> None:
    with pytest.raises(hw.HikiwakeError, match=r"was not read from|not in what is written"):
        hw.save(skerries().dossier(), case)
    assert (case / "hypotheses.toml").read_text() == TEXT
    hw.save(replace(hw.load(case), analyses=()), case)
    assert not (case / "hypotheses.toml").exists()


def test_one_json_file_and_a_copy_carry_it(case: Path, tmp_path: Path) -> None:
    dossier = hw.load(case)
    file = tmp_path / "case.json"
    file.write_bytes(json_bytes(dossier, file))
    assert hw.load(file) == dossier
    assert hw.save(hw.load(file), tmp_path / "copy") == dossier
    file.write_text(file.read_text().replace('"credibility": "high"', '"credibility": "so so"'))
    assert "analyses[1].evidence[1].credibility" in str(check_case(file).faults[0])


def test_a_selection_leaves_it_out(case: Path) -> None:
    assert hw.load(case).select(documents=["north-1996"]).analyses == ()


def weighed(*evidence: Evidence, readings: tuple[str, ...] = (), text: str = "Both") -> Dossier:
    one = Analysis(
        "who", "Who refused?", "why_failed",
        hypotheses=(Hypothesis("south", "Suderland", readings), Hypothesis("both", text), Hypothesis("none", "Nobody")),
        evidence=evidence,
        judgements=tuple(Judgement("A", each.id, (Cell("south", "C", "South 1997 says so."),)) for each in evidence),
    )  # fmt: skip
    return replace(skerries().dossier(), analyses=(one,))


def test_as_of_a_day_only_evidence_is_left_that_was_known_as_it_is_now() -> None:
    dossier = weighed(Evidence("event-talks"), Evidence("event-strait-closed"), Evidence("event-visit"),
                      Evidence("letter", "A letter.", "An archive"), readings=("refusal",))  # fmt: skip
    (then,) = dossier.as_written_by("1996").analyses
    assert [each.id for each in then.evidence] == ["event-talks"]
    assert [each.evidence for each in then.judgements] == ["event-talks"]
    assert [each.id for each in then.hypotheses] == ["south", "both", "none"]
    assert dossier.as_written_by("1997").analyses == dossier.analyses


def test_as_of_a_day_words_that_name_a_later_document_fall() -> None:
    dossier = weighed(Evidence("event-talks", note="south-1997 has it too."), text="As south-1997 has it")
    (then,) = dossier.as_written_by("1996").analyses
    assert [each.id for each in then.hypotheses] == ["south", "none"]
    assert then.evidence[0].note == ""


def test_as_of_a_day_on_which_nothing_was_known_there_is_no_analysis() -> None:
    assert weighed(Evidence("event-visit")).as_written_by("1996").analyses == ()


def test_an_analysis_is_added_at_the_end_and_never_over_another(case: Path) -> None:
    added = TEXT.replace('id = "who"', 'id = "again"')
    add_analysis(case, added)
    assert (case / "hypotheses.toml").read_text().startswith(TEXT.rstrip())
    assert [each.id for each in hw.load(case).analyses] == ["who", "again"]
    with pytest.raises(hw.HikiwakeError, match="an analysis of this id is there already"):
        add_analysis(case, added)
    with pytest.raises(hw.HikiwakeError, match="give a case folder of your own"):
        add_analysis("japan_russia", added)
