"""The map in the docstring of the desk is true, and every view keeps what views promise."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from starlette.routing import Route

import hikiwake.desk as room
from hikiwake.desk.app import ROUTES, application
from hikiwake.desk.desks import Desk

SOURCE = Path(str(files("hikiwake.desk")))


def test_every_file_that_the_map_names_is_there() -> None:
    named = re.findall(r"^``([\w./]+)``", room.__doc__ or "", re.M)
    assert len(named) > 8
    assert [name for name in named if not (SOURCE / name).exists()] == []


def test_every_folder_and_file_of_the_room_is_on_the_map() -> None:
    parts = {path.name for path in SOURCE.iterdir() if path.name not in ("__init__.py", "__pycache__")}
    told = room.__doc__ or ""
    assert [name for name in sorted(parts) if f"``{name}" not in told] == []


def test_no_two_routes_answer_the_same() -> None:
    found = [(route.path, method) for route in ROUTES for method in route.methods or ()]
    assert len(found) == len(set(found))


def test_what_changes_anything_is_sent_by_post_alone() -> None:
    posted = {route.path for route in ROUTES if route.methods == {"POST"}}
    assert {"/open", "/new", "/review/accept", "/documents/add"} <= posted
    assert all(route.methods in ({"POST"}, {"GET", "HEAD"}) for route in ROUTES)


@pytest.mark.parametrize("template", sorted(path.name for path in (SOURCE / "templates" / "desk").glob("*.html")))
def test_no_template_holds_a_script_a_style_or_an_act(template: str) -> None:
    text = (SOURCE / "templates" / "desk" / template).read_text(encoding="utf-8")
    assert not re.search(r"<style|style=|\son\w+=|<script(?! src=)|javascript:", text)


def test_the_application_takes_all_routes(tmp_path: Path) -> None:
    app = application(Desk(tmp_path))
    assert [route.path for route in app.routes if isinstance(route, Route)] == [route.path for route in ROUTES]
