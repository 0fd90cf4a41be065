"""What most documents name is named by at least two of them, and by more than name the others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from hikiwake.report.findings.on_agreement import turns
from hikiwake.report.grounds import Grounds
from hikiwake.wording.phrases import number
from tests.synthetic import Builder


def named(by: Sequence[int]) -> Grounds:
    """A case whose turns are named by so many documents each."""
    build = Builder()
    for document in range(max(by)):
        build.document(f"document-{document}", f"Institute {document}", "NOR", f"{2000 + document}")
    for turn, documents in enumerate(by):
        for document in range(documents):
            passage = build.say(f"document-{document}", f"Turn {turn}, by {document}.")
            build.event(f"event-{turn}", passage, "1991", "COERCE", f"Turn {turn}.")
            build.add("reading", passage, question="turning_point", side="named", answer="It turned.",
                      about=f"event-{turn}", direction="worse")  # fmt: skip
    return Grounds(build.dossier())


@pytest.mark.parametrize(
    ("by", "most"),
    [
        ([1], []),
        ([1, 1, 1], []),
        ([2], [0]),
        ([2, 1, 1], [0]),
        ([1, 2, 3, 1], [2, 1]),
        ([2, 2, 1], [0, 1]),
        ([3, 2, 2, 2, 2], [0]),  # four are level: none of them is named before the others
        ([2, 2, 2, 2], []),
        ([4, 3, 2, 1], [0, 1, 2]),
        ([2, 2], [0, 1]),
    ],
)
def test_most_documents_name_no_ties_of_one(by: list[int], most: list[int]) -> None:
    found = turns(named(by))
    assert found is not None
    told = [turn for turn in range(len(by)) if f"“Turn {turn}”" in found.sentence]
    assert told == sorted(most)
    assert ("most documents name" in found.sentence.lower()) == bool(most)
    assert "one document)" not in found.sentence
    assert found.figure == str(len(by))
    if not most:
        assert found.sentence.lower().startswith(f"{number(len(by))} turn")
