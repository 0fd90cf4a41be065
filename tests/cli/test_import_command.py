"""The command that takes event data in: what it says, and what it refuses."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from hikiwake import cli

TABLE = "source,event,target,date\nJapan,Consult,Russia,2014-01-02\nJapan,Consult,Russia\n"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Run the command beside a table; gives its exit code and what it said on both streams."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "table.csv").write_text(TABLE)

    def run(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["hikiwake", "import", *arguments, "--into", "data"])
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capfd.readouterr()
        return int(end.value.code or 0), out, err

    return run


def test_says_what_became_of_every_row(run) -> None:  # type: ignore[no-untyped-def]
    code, out, err = run("icews-reduced", "table.csv")
    assert (code, err) == (0, "")
    assert "2 rows: 1 stored, 1 set aside (found 3 fields, expected 4: 1)" in " ".join(out.split())


def test_prints_one_record_for_each_file(run) -> None:  # type: ignore[no-untyped-def]
    code, out, err = run("icews-reduced", "table.csv", "--json")
    (file,) = json.loads(out)
    assert (code, err, file["name"], file["rows"], file["aside"]) == (0, "", "table.csv", 2, 1)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("icew", "table.csv"), "did you mean 'icews'"),
        (("icews", "table.csv"), "take it in as icews-reduced"),
        (("icews", "nowhere.csv"), "nowhere.csv: found no such file"),
        (("plain", "table.csv"), "expected --map date=COLUMN"),
        (("plain", "table.csv", "--map", "date=when"), "found 4 columns"),
        (("icews-reduced", "table.csv", "--map", "date=when"), "a map is for the layout plain"),
        (("icews-reduced", "table.csv", "--names", "table.csv"), "expected name and code"),
        (("icews-reduced", "table.csv", "--duplicates", "some"), "expected one of keep, first"),
    ],
)
def test_what_cannot_be_taken_in_is_told_once(arguments: tuple[str, ...], told: str, run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    for more in ((), ("--json",)):
        code, out, err = run(*arguments, *more)
        assert (code, out) == (2, "")
        assert err.count(told) == 1
        assert "Traceback" not in err
    assert not (tmp_path / "data" / "events").exists()
