"""The command `read --coder llm`: what it would cost is said first, and it goes on where it ended."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hikiwake.cli import app
from hikiwake.errors import HikiwakeError
from hikiwake.workbench import Workbench
from tests.coding.llm.fake import Fake, found, serving
from tests.coding.llm.test_coder import SIGNED, TEXT


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    """An endpoint that the environment names."""
    with serving() as served:
        monkeypatch.setenv("HIKIWAKE_LLM_URL", served.url)
        monkeypatch.setenv("HIKIWAKE_LLM_MODEL", "m")
        monkeypatch.setenv("HIKIWAKE_LLM_KEY", "sk-secret-key")
        monkeypatch.setenv("HIKIWAKE_LLM_PRICES", "1,2")
        served.answers = [found(SIGNED, {**SIGNED, "quote": "not there"})]
        yield served


def read(case: Path, *more: str) -> tuple[str, str]:
    """What the command says on both streams."""
    (case.parent / "talks.txt").write_text(TEXT, encoding="utf-8")
    words = ["read", str(case.parent / "talks.txt"), "--into", str(case), "--coder", "llm", *more]
    told = CliRunner().invoke(app, words, catch_exceptions=False)
    assert told.exit_code == 0
    return told.stdout, told.stderr


def test_nothing_is_asked_without_yes(fake: Fake, tmp_path: Path) -> None:
    _, said = read(tmp_path / "water")
    assert "tokens, about 0.00 by your prices" in said and "not asked" in said
    assert not fake.asked


def test_the_answers_are_proposals_of_that_coder_and_refusals_are_counted(fake: Fake, tmp_path: Path) -> None:
    out, said = read(tmp_path / "water", "--yes")
    assert "1 proposal" in out
    assert "refused 1: a quotation that is not in the document" in said
    with Workbench(tmp_path / "water") as workbench:
        (kept,) = workbench.proposals()
        assert kept.coder == "llm"
    again, said = read(tmp_path / "water", "--yes")
    assert len(fake.asked) == 1
    assert "1 of them answered already" in said and "1 proposal" not in again
    assert all(b"sk-secret-key" not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.usefixtures("fake")
def test_a_run_that_stopped_at_the_cap_goes_on(tmp_path: Path) -> None:
    _, said = read(tmp_path / "water", "--yes", "--most-tokens", "10")
    assert "stopped: the cap of 10 tokens" in said
    read(tmp_path / "water", "--yes")
    with Workbench(tmp_path / "water") as workbench:
        assert len(workbench.proposals()) == 1


def test_without_an_endpoint_nothing_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HIKIWAKE_LLM_URL", raising=False)
    with pytest.raises(HikiwakeError, match="HIKIWAKE_LLM_URL"):
        read(tmp_path / "water", "--yes")
    assert not (tmp_path / "water").exists()


@pytest.mark.usefixtures("fake")
def test_both_coders_of_one_document_can_be_compared(tmp_path: Path) -> None:
    read(tmp_path / "water", "--yes")
    CliRunner().invoke(
        app, ["read", str(tmp_path / "talks.txt"), "--into", str(tmp_path / "water")], catch_exceptions=False
    )
    with Workbench(tmp_path / "water") as workbench:
        assert {name for each in workbench.proposals() for name in each.coder.split("; ")} == {"llm", "rules"}
    told = CliRunner().invoke(
        app, ["agreement", str(tmp_path / "water"), "rules", "llm", "--json"], catch_exceptions=False
    )
    assert {row["variable"] for row in json.loads(told.stdout)} == {"spans", "type", "status", "actors"}
