"""A page says of which case it is, and takes no other's place without being asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hikiwake.dossier import Dossier
from hikiwake.errors import StorageError
from hikiwake.report import report
from hikiwake.report.whose import PAGE, made, mark
from tests.report.hostile import hostile
from tests.synthetic import skerries


def named(title: str) -> Dossier:
    """The small case under another title."""
    whole = skerries().dossier()
    return replace(whole, case=replace(whole.case, title=title))


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The page of the small case."""
    return report(skerries().dossier(), tmp_path / "report.html").path


def test_a_page_says_of_which_case_it_is(written: Path) -> None:
    found = made(written.read_bytes())
    assert found == (PAGE, mark(skerries().dossier().case), "The Skerries")


def test_a_case_that_has_changed_replaces_its_own_page(written: Path) -> None:
    whole = skerries().dossier()
    report(replace(whole, positions=whole.positions[:1]), written)
    assert made(written.read_bytes()) == (PAGE, mark(whole.case), "The Skerries")


def test_the_page_of_another_case_stays_and_is_named(written: Path) -> None:
    before = written.read_bytes()
    with pytest.raises(StorageError, match="the page of another case, “The Skerries”, stands there; give another path"):
        report(named("The Shoals"), written)
    assert written.read_bytes() == before
    report(named("The Shoals"), written, force=True)
    assert "<title>The Shoals</title>" in written.read_text(encoding="utf-8")


def test_a_page_that_does_not_say_of_which_case_it_is_stays(written: Path) -> None:
    head, _, rest = written.read_text(encoding="utf-8").partition('<meta name="hikiwake-case"')
    earlier = head + rest.partition(">\n")[2]
    written.write_text(earlier, encoding="utf-8")
    with pytest.raises(StorageError, match="a page of an earlier version, “The Skerries”, that does not say"):
        report(skerries().dossier(), written)
    assert written.read_text(encoding="utf-8") == earlier


def test_what_is_no_page_stays(tmp_path: Path) -> None:
    for content in (b"", b"mine", b'<title>x</title><p title="hikiwake">', b"PK hikiwake brief 0123"):
        assert made(content) is None
        (tmp_path / "mine").write_bytes(content)
        with pytest.raises(StorageError, match="something is there already"):
            report(skerries().dossier(), tmp_path / "mine")


def test_a_hostile_title_neither_forges_a_mark_nor_hides_one(tmp_path: Path) -> None:
    forged = f'"><meta name="hikiwake-case" content="page {mark(skerries().dossier().case)}">'
    report(named(forged), tmp_path / "a.html")
    with pytest.raises(StorageError, match="of another case"):
        report(skerries().dossier(), tmp_path / "a.html")
    report(hostile(), tmp_path / "b.html")
    report(hostile(), tmp_path / "b.html")
