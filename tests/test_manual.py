"""The manual is true and complete: its examples run, and every command, public name and page is in it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import typer

import hikiwake
from hikiwake import cli
from hikiwake.vocabulary import event_types
from tests.pages import code_of, run_page

ROOT = Path(__file__).resolve().parent.parent
MANUAL = ROOT / "docs" / "manual"
PAGES = [ROOT / "README.md", *sorted(MANUAL.glob("*.md"))]


def commands(app: typer.Typer, above: str = "hikiwake") -> Iterator[str]:
    """Every command of a program as a user types it, those of groups included."""
    for command in app.registered_commands:
        function = command.callback.__name__ if command.callback else ""
        yield f"{above} {command.name or function.replace('_', '-')}"
    for group in app.registered_groups:
        if group.typer_instance is not None:
            yield from commands(group.typer_instance, f"{above} {group.name or group.typer_instance.info.name}")


def absent(names: Iterable[str], code: str) -> list[str]:
    """The names that do not stand as whole words in what the manual sets in code."""
    return [name for name in names if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", code)]


def unlisted(pages: Iterable[str], contents: str) -> list[str]:
    """The pages to which the table of contents has no link."""
    return [page for page in pages if f"]({page})" not in contents]


def dead_links(page: Path) -> list[str]:
    """The links of a page to files that are not there."""
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    return [target for target in targets if "://" not in target and not (page.parent / target).exists()]


@pytest.fixture(scope="module")
def manual_code() -> str:
    """What all pages of the manual set in code."""
    return "\n".join(code_of(page.read_text(encoding="utf-8")) for page in MANUAL.glob("*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_examples_of_the_page_run(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    faults = run_page(page.read_text(encoding="utf-8"), tmp_path)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_of_the_page_lead_somewhere(page: Path) -> None:
    assert dead_links(page) == []


def test_every_command_is_in_the_manual(manual_code: str) -> None:
    assert absent(commands(cli.app), manual_code) == []


def test_every_public_name_is_in_the_manual(manual_code: str) -> None:
    assert absent(getattr(hikiwake, "__all__", ()), manual_code) == []


def test_every_page_is_in_the_contents() -> None:
    contents = (MANUAL / "README.md").read_text(encoding="utf-8")
    assert unlisted([page.name for page in MANUAL.glob("*.md") if page.name != "README.md"], contents) == []


def test_every_event_type_is_explained_in_the_manual_as_in_the_vocabulary() -> None:
    page = (MANUAL / "record.md").read_text(encoding="utf-8")
    rows = [f"| `{each.id}` | {each.title} | {each.meaning} |" for each in event_types().values()]
    assert "\n".join(rows) in page


def test_undocumented_command_is_found() -> None:
    app, group = typer.Typer(), typer.Typer()
    app.command()(test_every_page_is_in_the_contents)
    app.command("named")(test_every_page_is_in_the_contents)
    group.command("deep")(test_every_page_is_in_the_contents)
    app.add_typer(group, name="group")
    expected = ["hikiwake test-every-page-is-in-the-contents", "hikiwake named", "hikiwake group deep"]
    assert list(commands(app)) == expected
    code = code_of("Say hikiwake named.\n\n```console\n$ hikiwake group deep-sea\n```\n`hikiwake named-otherwise`")
    assert absent(expected, code) == expected
    assert (
        absent(expected, code_of("```console\n$ hikiwake group deep\n```\nor `hikiwake named CASE`.")) == expected[:1]
    )


def test_unlisted_page_and_dead_link_are_found(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("[one](one.md), [two](two.md#part), [away](https://example.org)")
    (tmp_path / "one.md").touch()
    assert unlisted(["one.md", "three.md"], (tmp_path / "README.md").read_text()) == ["three.md"]
    assert dead_links(tmp_path / "README.md") == ["two.md"]
