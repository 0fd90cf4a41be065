"""The page of a scenario says so on its face, cites the record's own digest, and never takes the page's place."""

from __future__ import annotations

from pathlib import Path

import pytest

import hikiwake as hw
from hikiwake.dossier.folder.onefile import DIGITS, record_digest
from hikiwake.errors import StorageError
from hikiwake.modelling.scenarios import Scenario, assumption
from hikiwake.report.scenario import scenario_page
from tests.built_in import japan_russia

CASE = japan_russia().from_documents(["gandhi-2024"])
ONE = Scenario("half", "<Half>", "2001-2012", (assumption("add position JPN accepts three_islands"),))


def test_the_page_stands_under_a_stripe_and_apart_from_the_page_of_the_record(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    text = scenario_page(CASE, ONE, path).path.read_text(encoding="utf-8")
    assert "<strong>Under assumptions.</strong> Under the assumptions of “&lt;Half&gt;”" in text
    assert record_digest(CASE)[:DIGITS] in text
    assert "<Half>" not in text
    assert "data-edition" not in text.split("</body>")[0].split("<script>")[0]
    scenario_page(CASE, ONE, path)  # its own place is taken again
    with pytest.raises(StorageError):
        hw.report(CASE, path)
