"""What an entry may say: every kind of remark planted among decoys that differ from it in one point."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import hikiwake as hw
from hikiwake.documents import Library
from hikiwake.dossier import Dossier, Era, Question
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.folder.onefile import json_bytes
from hikiwake.dossier.scrutiny import Heard, Remark, heard, remarks
from hikiwake.periods import Period
from tests.synthetic import Builder, skerries

AUTHOR = "Institute of the North"
IN_1992 = Period.parse("1992", "context")


def written(day: str = "1996-02-01/1996-03-15") -> Builder:
    """One document of the institute."""
    build = Builder()
    build.document("north", AUTHOR, "NOR", day)
    return build


def found(build: Builder, folder: Path | None = None) -> list[Remark]:
    """The remarks on a case; with a folder, its texts are at hand."""
    dossier = build.dossier()
    texts: dict[str, Heard] = {}
    for document in dossier.documents if folder else ():
        held = Library(build.library(folder)).edition(document, dossier.passages)  # type: ignore[arg-type]
        assert held is not None
        texts.update(heard(document, held, [each for each in dossier.passages if each.document == document.id]))
    return list(remarks(replace(dossier, case=replace(dossier.case, scales=())), texts))


def test_the_small_case_says_what_it_knows_but_for_one_time(tmp_path: Path) -> None:
    """Norland "would rather keep everything as it is", since when is not told."""
    assert found(skerries()) == []
    assert [(each.id, each.column) for each in found(skerries(), tmp_path)] == [("position-004", "basis")]


@pytest.mark.parametrize(
    ("period", "column"),
    [
        (Period(date(1990, 1, 1), date(1996, 3, 16), "range"), "end"),
        (Period(date(1990, 1, 1), date(1999, 12, 31), "approximate"), "end"),
        (Period(date(1996, 3, 16), date(1996, 3, 16), "day"), "start"),
        (Period(date(1996, 4, 1), date(1996, 4, 30), "month"), "start"),
        (Period(date(1997, 1, 1), date(1997, 12, 31), "year"), "start"),
        (Period(date(1996, 8, 1), None), "start"),
        (Period(date(1990, 1, 1), date(1996, 3, 15), "range"), ""),
        (Period(date(1996, 3, 1), date(1996, 3, 31), "month"), ""),
        (Period(date(1996, 1, 1), date(1996, 12, 31), "year"), ""),
        (Period(date(1990, 1, 1), date(1996, 12, 31), "approximate"), ""),
        (Period(date(1996, 3, 1), date(1996, 5, 31), "season"), ""),
        (Period(date(1990, 1, 1), None), ""),  # it was held when the document was written
    ],
)
def test_no_position_outlasts_what_its_document_could_know(period: Period, column: str) -> None:
    build = written()
    build.add("position", build.say("north", "It wants all."), actor="SUD", on="trade", stance="All.", period=period)
    assert [each.column for each in found(build)] == ([column] if column else [])


def test_a_position_of_two_documents_lasts_as_long_as_the_later_knew() -> None:
    build = written()
    build.document("late", AUTHOR, "NOR", "1999")
    build.add("position", build.say("north", "All."), actor="SUD", on="trade", stance="All.",
              period=Period.parse("1990/1998"))  # fmt: skip
    later = build.say("late", "All, still.")
    build.entries["positions"][0] = replace(build.entries["positions"][0], passages=("passage-0001", later))
    assert found(build) == []


@pytest.mark.parametrize(
    ("eras", "marked"),
    [
        (["1990/1994", "1995/"], []),
        (["1990/1994", "1994-12-31/"], ["era-1"]),
        (["1990/1999", "1992/1993", "2000/"], ["era-1"]),
        (["1995/", "1990/1995"], ["era-0"]),  # in order of time, not of the file
        (["1990/", "1995/", "1999/"], ["era-1", "era-2"]),
    ],
)
def test_eras_that_overlap(eras: list[str], marked: list[str]) -> None:
    dossier = written().dossier()
    told = tuple(Era(f"era-{number}", "An era", Period.parse(period)) for number, period in enumerate(eras))
    case = replace(dossier.case, eras=told, scales=())
    assert [each.id for each in remarks(replace(dossier, case=case), {}) if each.kind == "eras"] == marked


@pytest.mark.parametrize(
    ("voice", "marked"), [("NOR", False), ("TRD", False), ("", False), ("NRW", True), ("nor", True)]
)
def test_a_voice_is_an_actor_of_the_case(voice: str, marked: bool) -> None:
    build = Builder()
    build.document("north", AUTHOR, voice, "1996")
    assert [each.found for each in found(build)] == [voice] * marked


SAME = [
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("James D.J. Brown", "James D. J. Brown"),
    ("James D.J. Brown", "James Brown"),
    ("Shinzō Abe", "Shinzo Abe"),
    ("Shinzo Abe", "Abe Shinzo"),
    ("Asahi Shimbun", "Asahi Shinbun"),
    ("The Hindu", "Hindu"),
    ("Dr. Hanna Smith", "Hanna Smith"),
    ("Government of Norland", "Goverment of Norland"),
    ("Institute of Fisheries", "Institute of Fihseries"),
    ("Ministry for Trade", "Ministry of Trade"),
    ("Сергей Лавров", "Сергеи Лавров"),
    ("José Pérez", "Jose Perez"),
]
DIFFERENT = [
    ("Kazuhiko Togo", "Kazuhiro Togo"),  # another letter is another name
    ("Hiroshi Yamazoe", "Hiroshi Yamazaki"),
    ("George W. Bush", "George H. W. Bush"),
    ("J. Smith", "K. Smith"),
    ("Anna Smith", "Smith"),
    ("John Miller", "Jonathan Miller"),
    ("Government of Norland", "Government of Suderland"),
    ("Strategy 2013", "Strategy 2022"),
    ("Programme A1", "Programme A2"),
    ("Ann Lee", "Anne Lee"),  # too short to tell a slip from a name
    ("安倍晋三", "安倍晋太郎"),
    ("ハト", "バト"),
    ("Government of Japan", "Government of Japan (Bluebook)"),
]


@pytest.mark.parametrize(("pair", "one"), [*((pair, True) for pair in SAME), *((pair, False) for pair in DIFFERENT)])
def test_names_that_are_nearly_one(pair: tuple[str, str], one: bool) -> None:
    """The rarer name is marked, once, however often it stands."""
    build = written()
    for holder in (pair[0], pair[0], pair[0], pair[1], pair[1]):
        passage = build.say("north", f"{holder} says so.")
        build.add("driver", passage, cause="trade", effect="trust", sign="+", summary="So.", holder=holder)
    assert [(each.id, each.found) for each in found(build)] == ([("driver-004", pair[1])] if one else [])


def test_a_thousand_bodies_of_like_names_are_told_apart() -> None:
    build = written()
    for number in range(1_000):
        passage = build.say("north", "So it is.")
        build.add("driver", passage, cause="trade", effect="trust", sign="+", summary="So.",
                  holder=f"Council of Village {number}")  # fmt: skip
    assert found(build) == []


IMPUTED = [
    "The premier thinks that the islands are his.",
    "Norland hopes for a way out, and its leaders believe in it.",
    "For the premier's government, the treaty is a prelude; it's the people's wish.",
    "The farmers' view, in the 'seventies at least, was another.".replace("'seventies", "seventies"),
    "首相は島を望む。",
]
QUOTED = [
    "“The islands are ours”, it was heard.",
    'The premier: "ours".',
    "Er rief: „Niemals“.",
    "Il répondit « jamais ».",
    "首相は「島は我々のもの」とした。",
    "『海』である。",
    "It was 'ours' for the premier.",
    "The premier said that the islands were his.",
    "According to the premier, they are his.",
    "As the premier told parliament, they are his.",
    "The premier noted that they were his.",
    "The premier made explicit whose they are.",
    "首相は島を返すと述べた。",
    "По словам премьера, острова наши.",
]


@pytest.mark.parametrize(
    ("sentence", "imputes"), [*((each, True) for each in IMPUTED), *((each, False) for each in QUOTED)]
)
@pytest.mark.parametrize(
    ("what", "values"),
    [
        ("position", {"actor": "NOR", "on": "trade", "stance": "The islands.", "period": IN_1992}),
        ("reading", {"question": "why_failed", "side": "no", "answer": "It failed."}),
        ("driver", {"cause": "trade", "effect": "trust", "sign": "+", "summary": "So it works."}),
    ],
)
def test_what_an_author_imputes_is_held_by_the_author(
    what: str, values: dict[str, Any], sentence: str, imputes: bool, tmp_path: Path
) -> None:
    build = written()
    build.say("north", "It was quiet.")
    passage = build.say("north", sentence)
    build.say("north", "“So be it”, they said.")
    build.add(what, passage, holder="The premier", **values)
    assert [(each.column, each.found) for each in found(build, tmp_path)] == [("holder", "The premier")] * imputes
    assert found(build) == []  # without the texts nothing is said
    build.entries[f"{what}s"][0] = replace(build.entries[f"{what}s"][0], holder=AUTHOR)
    assert found(build, tmp_path) == []


@pytest.mark.parametrize("holder", ["Norland (Strategy 1996)", "Poll of 1995", "海の調査"])
def test_who_names_the_own_text_or_counts_others_is_left(holder: str, tmp_path: Path) -> None:
    build = written()
    build.add("driver", build.say("north", "Trade is good."), cause="trade", effect="trust", sign="+", summary="So.",
              holder=holder)  # fmt: skip
    assert found(build, tmp_path) == []


def test_a_quotation_may_have_begun_before(tmp_path: Path) -> None:
    build = written()
    build.say("north", "“We want peace.")
    first = build.say("north", "We hope for the islands.")
    build.say("north", "And we wait.”")
    second = build.say("north", "The premier hopes for them.")
    for passage in (first, second):
        build.add("driver", passage, cause="trade", effect="trust", sign="+", summary="So.", holder="The premier")
    assert [each.id for each in found(build, tmp_path)] == ["driver-002"]


@pytest.mark.parametrize(
    ("passage", "stance", "lost"),
    [
        ("It gives half unless the strait is closed.", "Gives half.", True),
        ("If trade grows, it gives half.", "Gives half.", True),
        ("It gives half on condition that trade grows.", "Gives half.", True),
        ("It gives half as long as trade grows.", "Gives half.", True),
        ("貿易が増える場合、半分を渡す。", "Gives half.", True),
        ("Если торговля растёт, она отдаст половину.", "Gives half.", True),
        ("If trade grows, it gives half.", "Gives half if trade grows.", False),
        ("If trade grows, it gives half.", "Gives half once trade grows.", False),
        ("It gives half unless the strait is closed.", "Would give half of them.", False),
        ("It acts as if half were given.", "Gives half.", False),
        ("Even if trade falls, it gives half.", "Gives half.", False),
        ("It gives half; the difference is small, the gift big.", "Gives half.", False),
    ],
)
def test_a_condition_is_kept(passage: str, stance: str, lost: bool, tmp_path: Path) -> None:
    build = written()
    said = build.say("north", passage)
    build.add("position", said, actor="NOR", on="trade", stance=stance, period=IN_1992)
    assert [each.column for each in found(build, tmp_path)] == ["stance"] * lost
    build.entries["positions"][0] = replace(build.entries["positions"][0], verb="conditions")
    assert found(build, tmp_path) == []


@pytest.mark.parametrize(
    ("passage", "words", "lost"),
    [
        ("Trade may bring them together.", "Trade brings them together.", True),
        ("It would appear to be impossible.", "It is impossible.", True),
        ("A settlement seems out of reach.", "A settlement is out of reach.", True),
        ("It is thought to be a warning.", "It is a warning.", True),
        ("It is difficult to say that it worked.", "It did not work.", True),
        ("一月に合意するかもしれない。", "They agree.", True),
        ("Возможно, они договорятся.", "They agree.", True),
        ("Trade may bring them together.", "Trade might bring them together.", False),
        ("Trade may bring them together.", "Trade brings them together, which is inferred.", False),
        ("A settlement seems out of reach.", "A settlement can hardly be had.", False),
        ("They met in May.", "They met.", False),  # a month
        ("They met in May, and may meet again.", "They met.", True),
        ("They could not avoid it.", "They could not avoid it.", False),
    ],
)
def test_an_entry_is_as_sure_as_its_passage(passage: str, words: str, lost: bool, tmp_path: Path) -> None:
    build = written()
    said = build.say("north", passage)
    build.add("driver", said, cause="trade", effect="trust", sign="+", summary=words)
    build.add("reading", said, question="why_failed", side="no", answer=words)
    both = [("reading-001", "answer"), ("driver-001", "summary")]
    assert [(each.id, each.column) for each in found(build, tmp_path)] == both * lost
    build.entries["drivers"][0] = replace(build.entries["drivers"][0], kind="expected")
    second = build.say("north", "It was quiet.")
    build.entries["readings"][0] = replace(build.entries["readings"][0], passages=(said, second))
    assert found(build, tmp_path) == []


@pytest.mark.parametrize(
    ("passage", "words", "lost"),
    [
        ("One of the reasons of the trust is trade.", "Trade builds trust.", True),
        ("The rapprochement has a combination of factors: trade and fear.", "Trade brings them together.", True),
        ("They trust each other, not least because they trade.", "Trade builds trust.", True),
        ("They trust each other in part because of trade.", "Trade builds trust.", True),
        ("貿易は信頼の一因である。", "Trade builds trust.", True),
        ("Они доверяют друг другу отчасти из-за торговли.", "Trade builds trust.", True),
        ("One of the reasons of the trust is trade.", "Trade is one reason of trust.", False),
        ("They trust each other in part because of trade.", "Trade helps to build trust.", False),
        ("They trust each other because of trade.", "Trade builds trust.", False),
        ("One of the islands lives by trade.", "Trade builds trust.", False),
    ],
)
def test_one_reason_among_several_is_not_the_only_one(passage: str, words: str, lost: bool, tmp_path: Path) -> None:
    build = written()
    said = build.say("north", passage)
    build.add("driver", said, cause="trade", effect="trust", sign="+", summary=words)
    assert [(each.id, each.column) for each in found(build, tmp_path)] == [("driver-001", "summary")] * lost
    second = build.say("north", "It was quiet.")
    build.entries["drivers"][0] = replace(build.entries["drivers"][0], passages=(said, second))
    assert found(build, tmp_path) == []


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (("yes", "1990/1992"), ("no", "1992/1994"), ["reading-002"]),
        (("no", "1992/1994"), ("yes", "1990/1992"), ["reading-001"]),  # in order of time, not of the file
        (("yes", ""), ("no", "1992"), ["reading-002"]),  # of no time in particular is of every time
        (("yes", "1990/1991"), ("no", "1992"), []),
        (("yes", "1990/1992"), ("yes", "1992"), []),
    ],
)
def test_one_holder_gives_one_answer_to_an_exclusive_question(
    first: tuple[str, str], second: tuple[str, str], told: list[str]
) -> None:
    build = written()
    build.document("late", AUTHOR, "NOR", "1999")
    for side, period in (first, second):
        build.add("reading", build.say("north", "So."), question="exclusive", side=side, answer="So.",
                  as_of=Period.parse(period, "context") if period else None)  # fmt: skip
    case = build.dossier().case

    def remarked(opened: bool) -> list[tuple[str, str]]:
        question = Question("exclusive", "Did it fail?", open=opened)
        dossier = replace(build.dossier(), case=replace(case, questions=(*case.questions, question), scales=()))
        return [(each.id, each.column) for each in remarks(dossier, {})]

    assert remarked(opened=False) == [(id_, "side") for id_ in told]
    assert remarked(opened=True) == []
    rows = build.entries["readings"]
    rows[1] = replace(rows[1], holder="The premier")
    assert remarked(opened=False) == []
    rows[1] = replace(rows[1], holder=AUTHOR, passages=(build.say("late", "So, later."),))
    assert remarked(opened=False) == []  # who writes twice may change his mind


def test_many_answers_of_one_holder_are_read_once() -> None:
    build = written()
    passage = build.say("north", "So.")
    for number in range(3_000):
        build.add("reading", passage, question="exclusive", side=f"side {number}", answer="So.", as_of=None)
    case = build.dossier().case
    question = Question("exclusive", "Did it fail?")
    dossier = replace(build.dossier(), case=replace(case, questions=(question,), scales=()))
    assert len([each for each in remarks(dossier, {}) if each.column == "side"]) == 2_999


@pytest.mark.parametrize(
    ("passage", "basis", "inferred"),
    [
        ("They met on the islands.", "stated", True),
        ("They met on the islands.", "context", False),
        ("They met in 1992.", "stated", False),
        ("They met in March.", "stated", False),
        ("They met that year.", "stated", False),
        ("首相は島で会った。", "stated", True),
        ("二人は平成四年に会った。", "stated", False),
    ],
)
def test_a_time_that_is_inferred_says_so(passage: str, basis: str, inferred: bool, tmp_path: Path) -> None:
    build = written()
    build.event("event-met", build.say("north", passage), "1992", "CONSULT", "They meet.")
    mention = build.mentions["event-met"][0]
    build.mentions["event-met"] = [replace(mention, period=Period.parse("1992", basis))]
    assert [(each.kind, each.column) for each in found(build, tmp_path)] == [("mentions", "basis")] * inferred


def test_the_times_of_readings_and_claims_are_looked_at_too(tmp_path: Path) -> None:
    build = written()
    for passage in (build.say("north", "They met on the islands."), build.say("north", "They met in 1992.")):
        build.add("reading", passage, question="why_failed", side="met", answer="They met.", as_of=Period.parse("1992"))
        build.add("claim", passage, subject="meetings", measure="meetings", value="1", unit="meetings", kind="actual",
                  summary="They met.", as_of=Period.parse("1992"))  # fmt: skip
    marked = [(each.kind, each.id, each.column) for each in found(build, tmp_path)]
    assert marked == [("readings", "reading-001", "basis"), ("claims", "claim-001", "basis")]


def faulty() -> Dossier:
    """A case with a voice that nobody knows and a position that outlasts its document."""
    dossier = skerries().dossier()
    late = replace(dossier.positions[0], period=Period.parse("1992/1999"))
    voiceless = replace(dossier.documents[1], voice="SOU")
    return replace(dossier, positions=(late, *dossier.positions[1:]), documents=(dossier.documents[0], voiceless))


def test_check_tells_the_place_of_each_remark_once_as_a_warning(tmp_path: Path) -> None:
    hw.save(faulty(), tmp_path / "case")
    report = check_case(tmp_path / "case")
    assert report.faults == []
    assert [str(each) for each in report.warnings] == [
        "documents.toml, documents.south-1997.voice: found 'SOU', expected one of the case's actors",
        "positions.csv:2, end: found '1999-12-31', expected at most 1996-03-31, when its document was written",
    ]


def test_check_tells_the_same_of_a_case_in_one_file(tmp_path: Path) -> None:
    (tmp_path / "case.json").write_bytes(json_bytes(faulty(), tmp_path / "case.json"))
    report = check_case(tmp_path / "case.json")
    assert [(each.file, each.column) for each in report.warnings] == [
        ("case.json", "documents.south-1997.voice"),
        ("case.json", "positions[1].end"),
    ]
    assert json.loads(json.dumps(report.as_record()))["warnings"][1]["found"] == "1999-12-31"


def test_with_the_library_check_looks_at_the_words(tmp_path: Path) -> None:
    build = skerries()
    build.add("driver", build.say("north-1996", "The premier hopes for trade."), cause="trade", effect="trust",
              sign="+", summary="So.", holder="The premier")  # fmt: skip
    hw.save(build.dossier(), tmp_path / "case")
    assert check_case(tmp_path / "case").warnings == []
    told = check_case(tmp_path / "case", build.library(tmp_path / "texts")).warnings
    assert [(each.file, each.line, each.column) for each in told] == [
        ("drivers.csv", 4, "holder"),
        ("positions.csv", 5, "basis"),
    ]


@pytest.mark.parametrize(
    ("holder", "author", "told"),
    [
        ("unknown", AUTHOR, True),
        ("Unknown", AUTHOR, True),
        ("unknown", "unknown", False),
        (AUTHOR, AUTHOR, False),
        ("unknown", "", False),
    ],
)
def test_a_holder_left_unknown_though_the_author_is_known(holder: str, author: str, told: bool) -> None:
    """Mentions were written before somebody said who wrote the document."""
    build = Builder()
    build.document("north", author, "", "1996")
    passage = build.say("north", "They met in 1992.")
    build.event("event-met", passage, "1992", "CONSULT", "They meet.")
    build.mentions["event-met"] = [replace(build.mentions["event-met"][0], holder=holder)]
    build.add("position", passage, actor="NOR", on="trade", stance="Trade.", period=IN_1992, holder=holder)
    rows = {(each.kind, each.column) for each in found(build) if each.found.casefold() == "unknown"}
    assert rows == ({("mentions", "holder"), ("positions", "holder")} if told else set())


@pytest.mark.parametrize(
    ("called", "remarked"),
    [
        ("seizure", True),
        ("seized", False),
        ("Were  Seized", False),
        ("", False),
        ("seized by", True),
        ("seize", True),
        ("eized", True),
        ("re seized", True),
        ("占領", False),
        ("점령", False),
    ],
)
def test_what_an_act_is_called_stands_in_its_passage(called: str, remarked: bool, tmp_path: Path) -> None:
    """A noun made of its verb, or a part of a word, is not its word; capital letters and a broken line are nothing."""
    build = written()
    passage = build.say("north", "In 1992 the islets were\nseized (島は占領された, 섬을 점령했다).")
    build.event("event-seized", passage, "1992", "ASSAULT", "Taken.", called=called)
    expected = [("mentions", "called", called)] if remarked else []
    assert [(each.kind, each.column, each.found) for each in found(build, tmp_path)] == expected
    assert found(build) == []


@pytest.mark.parametrize(
    ("type_", "targets", "later", "expected"),
    [
        ("MOBILIZE", (), (), [("events", "MOBILIZE"), ("mentions", "MOBILIZE"), ("mentions", "MOBILIZE")]),
        ("MOBILIZE", (), ("SUD",), [("events", "MOBILIZE"), ("mentions", "MOBILIZE")]),
        ("MOBILIZE", ("SUD",), (), []),  # the later report has its event's
        ("", (), (), []),
    ],
)
def test_an_act_towards_nobody_has_no_type(
    type_: str, targets: tuple[str, ...], later: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    """What a state does at home is an event without a type; a mention may leave the party to its event."""
    build = written()
    passage = build.say("north", "In 1992 Norland built ships.")
    for each in (targets, later):
        build.event("event-built", passage, "1992", type_, "Ships are built.", targets=each)
    rows = [each for each in found(build) if each.column == "type"]
    assert [(each.kind, each.found) for each in rows] == expected
