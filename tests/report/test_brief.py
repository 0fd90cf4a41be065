"""The brief: what the results say, every clause with its grounds, what is missing said, and nothing hostile in it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

import hikiwake as hw
from hikiwake.documents import Library
from hikiwake.dossier import Dossier
from hikiwake.errors import HikiwakeError, StorageError
from hikiwake.report.answer.section import context
from hikiwake.report.brief import Brief, brief_of, brief_page
from hikiwake.report.brief.content import Chart, Clause, Heading, Paragraph, Table
from hikiwake.report.grounds import Grounds
from hikiwake.report.whose import BRIEF, made, mark
from hikiwake.wording.clauses import answer
from hikiwake.wording.clauses import brief as wording
from tests.built_in import grounds, japan_russia
from tests.report.hostile import SCRIPT, hostile
from tests.skerries_model import modelled
from tests.synthetic import skerries

PLACE = re.compile(r"characters ([\d,]+)–([\d,]+)")


def briefly(dossier: Dossier, library: Library | None = None, quotes: str = "short") -> Brief:
    return brief_of(Grounds(dossier, library, quotes))


def clauses(brief: Brief) -> list[Clause]:
    """All clauses in the order in which they are read."""
    found: list[Clause] = []
    for block in brief.blocks:
        if isinstance(block, Paragraph):
            found += block.clauses
        if isinstance(block, Table):
            found += [clause for row in block.rows for cell in row for clause in cell]
    return found


def texts(brief: Brief) -> list[str]:
    return [block.text for block in brief.blocks if isinstance(block, Heading | Paragraph)]


def between(brief: Brief, first: str, last: str) -> list[object]:
    """The blocks between two headings."""
    headings = [block.text if isinstance(block, Heading) else "" for block in brief.blocks]
    return list(brief.blocks[headings.index(first) + 1 : headings.index(last)])


def test_notes_are_numbered_in_the_order_in_which_they_are_read(built_in_brief: Brief) -> None:
    numbers = [each.note for each in clauses(built_in_brief) if each.note]
    assert numbers == [note.number for note in built_in_brief.notes] == list(range(1, len(numbers) + 1))


def test_every_place_in_a_note_is_a_passage_of_that_document(built_in_brief: Brief) -> None:
    dossier = japan_russia()
    known = {(dossier.document[each.document].label, each.start, each.end) for each in dossier.passages}
    places = 0
    for note in built_in_brief.notes:
        for part in note.text.split("; "):
            label = part.split(", characters")[0]
            for start, end in PLACE.findall(part):
                places += 1
                assert (label, int(start.replace(",", "")), int(end.replace(",", ""))) in known
    assert places > len(built_in_brief.notes)


def test_the_note_on_an_era_has_places_of_positions_of_that_era(built_in_brief: Brief) -> None:
    dossier = japan_russia()
    row = next(row for row in hw.bargaining_range(dossier) if row.scale == "land" and row.shared)
    told = {(passage.start, passage.end) for bound in row.bounds for id_ in bound.positions
            for passage in map(dossier.passage.__getitem__, dossier.by_id[id_].passages)}  # fmt: skip
    clause = next(each for each in clauses(built_in_brief) if each.text == f"{row.era[:4]}–{row.era[-2:]}")
    note = built_in_brief.notes[clause.note - 1]
    found = [(int(start.replace(",", "")), int(end.replace(",", ""))) for start, end in PLACE.findall(note.text)]
    assert found and {*found} <= told


def test_the_answer_is_that_of_the_page(built_in_brief: Brief) -> None:
    shown = context(grounds())
    assert shown
    told = texts(built_in_brief)
    assert told[0] == hw.load("japan_russia").case.summary
    assert told[1] == shown.headline and told[2] == shown.voices
    for each in shown.paragraphs:
        said = " ".join("".join(text for text, _ in clause) for clause in each.clauses)
        assert told[told.index(each.question) + 1] == said


def test_every_clause_of_answer_and_eras_has_a_note_unless_it_only_counts(built_in_brief: Brief) -> None:
    eras = between(built_in_brief, wording.IN_THE_WAY, wording.MATRIX)
    assert eras and all(isinstance(each, Paragraph) for each in eras)
    for each in eras:
        assert [clause for clause in each.clauses if not clause.note and not clause.strong] == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["small", "built-in"])
def test_every_sentence_of_the_answer_has_a_note(built_in_brief: Brief, name: str) -> None:
    dossier = modelled() if name == "small" else japan_russia()
    shown = context(Grounds(dossier))
    assert shown
    brief = briefly(dossier) if name == "small" else built_in_brief
    blocks = [each for each in between(brief, wording.ANSWER, wording.CHART) if isinstance(each, Paragraph)]
    for paragraph, block in zip(shown.paragraphs, blocks, strict=True):
        opened = [len({id_ for _, id_ in clause if id_}) for clause in paragraph.clauses]
        assert all(opened), paragraph
        assert sum(bool(each.note) for each in block.clauses) == sum(opened)


def test_the_table_has_rows_also_where_one_era_alone_has_a_model() -> None:
    (table,) = [each for each in between(briefly(modelled()), wording.MATRIX, wording.OTHERWISE)
                if isinstance(each, Table)]  # fmt: skip
    assert [row[0][0].text for row in table.rows] == [row[0] for row in hw.findings(modelled()).matrix[1]]


def test_no_paragraph_is_told_twice(built_in_brief: Brief) -> None:
    told = Counter(each for each in texts(built_in_brief) if len(each.split()) > 6)
    assert [each for each, times in told.items() if times > 1] == []


def test_disagreements_are_real_ones_between_documents(built_in_brief: Brief) -> None:
    real = {each.explanation for each in hw.disagreements(japan_russia()) if each.real and each.across}
    items = [each for each in between(built_in_brief, wording.OTHERWISE, wording.TURNS)
             if isinstance(each, Paragraph) and each.look == "item"]  # fmt: skip
    told = {each.clauses[1].text.strip() for each in items}
    assert len(told) == len(items) > 3 and told <= real
    left = len(real) - len(told)
    assert wording.more_disagreements(left) in texts(built_in_brief)


def test_red_lines_are_those_of_both_sides_and_of_nobodys_advice(built_in_brief: Brief) -> None:
    dossier = japan_russia()
    stances = {each.stance.rstrip(".") for each in dossier.positions if each.strength == "red line"
               and each.kind != "recommended" and dossier.actor[each.actor].state in ("JPN", "RUS", "SUN")}  # fmt: skip
    lines = [each.text for each in between(built_in_brief, wording.RED_LINES, wording.SOURCES)
             if isinstance(each, Paragraph) and each.look == "item"]  # fmt: skip
    assert lines and all(any(line.rstrip(".").endswith(stance) for stance in stances) for line in lines)


def test_the_table_has_the_signs_of_the_findings(built_in_brief: Brief) -> None:
    _, rows = hw.findings(japan_russia()).matrix
    (table,) = [each for each in between(built_in_brief, wording.MATRIX, wording.OTHERWISE) if isinstance(each, Table)]
    told = [tuple(cell[0].text for cell in row) for row in table.rows]
    assert told and set(told) <= set(rows)
    left = [row[0] for row in rows if row not in told]
    assert wording.left_out(left) in texts(built_in_brief)
    assert not any("●" in sign for title, *signs in rows if title in left for sign in signs)


@pytest.mark.parametrize(
    ("dossier", "missing", "there"),
    [
        (skerries().dossier(), [wording.NO_MODELS], [wording.NO_CHART]),
        (modelled(), [], [wording.NO_MODELS, wording.NO_CHART]),
        (replace(modelled(), case=replace(modelled().case, scales=())), [wording.NO_CHART], [wording.NO_MODELS]),
        (replace(modelled(), readings=(), positions=(), conflicts=()), [wording.NO_TURN, wording.NO_RED_LINE], []),
        (hw.Dossier(skerries().dossier().case), [wording.NO_SOURCE, wording.NO_DISAGREEMENT, answer.NO_DOCUMENTS], []),
    ],
    ids=["no model", "both", "no scale", "no positions", "empty"],
)
def test_what_is_missing_is_said(dossier: Dossier, missing: list[str], there: list[str]) -> None:
    told = " ".join(texts(briefly(dossier)))
    assert [each for each in missing if each not in told] == []
    assert [each for each in there if each in told] == []
    assert brief_page(briefly(dossier)).endswith("</html>")


def test_words_of_the_documents_are_shown_where_they_may_be(tmp_path: Path) -> None:
    build = skerries()
    library = Library(build.library(tmp_path))
    for quotes in ("short", "full"):
        quoted = [words for note in briefly(modelled(), library, quotes).notes
                  for words in re.findall("“([^”]*)”", note.text)]  # fmt: skip
        assert quoted and all(0 < len(words.split()) <= 25 for words in quoted)
        stored = " ".join(" ".join(build.texts.values()).split())
        assert all(words.rstrip("…") in stored for words in quoted)
    assert not any("“" in note.text for note in briefly(modelled(), library, "none").notes)
    assert not any("“" in note.text for note in briefly(modelled()).notes)


def test_the_page_has_each_note_with_a_way_there_and_back(built_in_brief: Brief) -> None:
    root = html.fromstring(brief_page(built_in_brief))
    ids = Counter(root.xpath("//@id"))
    assert max(ids.values()) == 1
    links = [link[1:] for link in root.xpath("//a/@href") if link.startswith("#")]
    assert links and set(links) <= set(ids)
    for note in built_in_brief.notes:
        assert {f"note-{note.number}", f"told-{note.number}"} <= set(links)


def test_the_page_asks_for_nothing_and_holds_the_chart(built_in_brief: Brief) -> None:
    text = brief_page(built_in_brief)
    root = html.fromstring(text)
    assert root.xpath("//script | //link | //img | //iframe") == []
    assert "default-src 'none'" in root.xpath("//meta[@http-equiv]/@content")[0]
    (chart,) = [block for block in built_in_brief.blocks if isinstance(block, Chart)]
    assert text.count('class="row-of ') == len(chart.rows)
    assert root.xpath("//@style") == []  # the policy would not let it act


def test_texts_that_try_to_break_out_stay_texts() -> None:
    whole = replace(hostile(), conflicts=modelled().conflicts)
    text = brief_page(briefly(whole))
    assert SCRIPT not in text and "<script" not in text and "<img" not in text
    assert "document.title" in text
    turned = replace(whole, case=replace(whole.case, title="a\u202eb\x07c"))
    assert not {"\u202e", "\x07"} & set(brief_page(briefly(turned)))


def test_the_same_case_gives_the_same_bytes() -> None:
    assert brief_page(briefly(modelled())) == brief_page(briefly(modelled()))


def test_a_brief_replaces_only_a_brief_of_its_case(tmp_path: Path) -> None:
    own, other = modelled(), replace(modelled(), case=replace(modelled().case, title="The Shoals"))
    for name in ("brief.html", "brief.docx"):
        path = tmp_path / name
        hw.brief(own, path)
        assert (found := made(path.read_bytes())) and (found.kind, found.case) == (BRIEF, mark(own.case))
        before = path.read_bytes()
        hw.brief(own, path)
        assert path.read_bytes() == before
        with pytest.raises(StorageError, match="the brief of another case"):
            hw.brief(other, path)
        with pytest.raises(HikiwakeError, match=r"the brief of this case stands there|the page is HTML"):
            hw.report(own, path)
        assert path.read_bytes() == before
    hw.report(own, tmp_path / "report.html")
    with pytest.raises(StorageError, match="the page of this case stands there"):
        hw.brief(own, tmp_path / "report.html")


@pytest.mark.parametrize(("name", "hint"), [("brief.pdf", "print the former to PDF"), ("brief", "html or .docx")])
def test_another_ending_is_refused_before_anything_is_made(tmp_path: Path, name: str, hint: str) -> None:
    with pytest.raises(hw.HikiwakeError, match=hint):
        hw.brief(modelled(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []
