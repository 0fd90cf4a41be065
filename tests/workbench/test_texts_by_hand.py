"""What is written as a text (title, documents, models, analyses): changed through the workbench, told, taken back."""

from __future__ import annotations

import pytest

from hikiwake.dossier.entering.authored import authored
from hikiwake.dossier.entering.by_hand import MisfitsError
from hikiwake.errors import CaseError
from hikiwake.workbench.by_hand import ChangedError, stand_of
from hikiwake.workbench.reviewing.telling import told
from tests.workbench.conftest import Bench

MODEL = 'title = "Talks"\n'
ANALYSIS = """
[[analyses]]
id = "why"
title = "Why they agreed"
[[analyses.hypotheses]]
id = "need"
text = "They had to."
[[analyses.evidence]]
id = "dry"
text = "The wells were dry."
source = "A visitor"
"""


def text_of(bench: Bench, kind: str, id_: str) -> str | None:
    return authored()[kind].texts(bench.dossier).get(id_)


@pytest.mark.parametrize(
    ("kind", "id_", "text"),
    [
        ("conflicts", "talks", MODEL),
        ("scenarios", "dry", MODEL),
        ("packages", "fund", MODEL),
        ("analyses", "why", ANALYSIS),
        ("case", "case", 'title = "Another title"\nquestion = "Whose?"\ndyad = ["AAA", "BBB"]\n'),
        ("documents", "letter-2015", None),
    ],
)
def test_a_text_is_written_told_and_taken_back(bench: Bench, kind: str, id_: str, text: str | None) -> None:
    before = bench.dossier
    there = text_of(bench, kind, id_)
    said = (there or "").replace("A letter", "A long letter") if text is None else text
    bench.workbench.write(kind, id_, said, stand_of((there,) if there else None), "ann")
    after = bench.dossier
    assert after != before and text_of(bench, kind, id_)
    last = bench.workbench.last
    assert last and last.who == "ann" and (last.what in told(last))
    assert bench.workbench.differences() == ()
    bench.workbench.undo()
    assert bench.dossier == before
    bench.workbench.redo()
    assert bench.dossier == after
    assert next(line.state for line, _ in bench.workbench.history.of(kind, id_)) == "done"


def test_a_text_that_was_changed_meanwhile_is_not_replaced(bench: Bench) -> None:
    bench.workbench.write("conflicts", "talks", MODEL, "")
    with pytest.raises(ChangedError):
        bench.workbench.write("conflicts", "talks", MODEL + 'note = "mine"\n', "")
    assert text_of(bench, "conflicts", "talks") == MODEL
    bench.workbench.write("conflicts", "talks", None, stand_of((MODEL,)))
    assert text_of(bench, "conflicts", "talks") is None


@pytest.mark.parametrize(
    ("kind", "id_", "text", "fault"),
    [
        ("case", "case", 'dyad = ["AAA", "BBB"]\n', CaseError),
        ("case", "case", 'title = "T"\nquestion = "Q"\ndyad = ["AAA", "NOBODY"]\n', MisfitsError),
        ("analyses", "why", ANALYSIS.replace('text = "The wells were dry."\nsource = "A visitor"\n', ""), MisfitsError),
        ("analyses", "why", "[[analyses]\n", CaseError),
        ("claims", "claim-1", "value = 1\n", CaseError),
    ],
)
def test_a_text_with_a_fault_changes_nothing(
    bench: Bench, kind: str, id_: str, text: str, fault: type[CaseError]
) -> None:
    before, lines = bench.dossier, len(bench.workbench.log)
    with pytest.raises(fault):
        bench.workbench.write(kind, id_, text)
    assert bench.dossier == before and len(bench.workbench.log) == lines


def test_a_model_changed_in_the_folder_is_seen_and_taken_in(bench: Bench) -> None:
    bench.workbench.write("conflicts", "talks", MODEL)
    (bench.workbench.folder / "conflicts" / "talks.toml").write_text(MODEL + 'note = "by hand"\n', encoding="utf-8")
    assert [(each.kind, each.id) for each in bench.workbench.differences()] == [("conflicts", "talks")]
    assert [each.id for each in bench.workbench.take_in()] == ["talks"]
    assert bench.workbench.differences() == ()
