"""Every template uses only the names of its context's dataclass, uses each of them, and each has a docstring."""

from __future__ import annotations

import ast
import inspect
import textwrap
from dataclasses import fields, replace
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from jinja2 import UndefinedError, meta

from hikiwake.figures.drawing import templates as drawings
from hikiwake.report.brief.page import Frame as BriefFrame
from hikiwake.report.grounds import Grounds
from hikiwake.report.page import Content, Frame, environment
from hikiwake.report.sections import SECTIONS, Section
from tests.built_in import grounds
from tests.synthetic import skerries

ROOM = Path(str(files("hikiwake.report"))) / "templates"
SHARED = {"told_of", "lead"}  # given to every section
SHOWN: dict[str, type] = {section.template: section.shows for section in SECTIONS} | {
    "page.html": Frame,
    "content.html": Content,
    "brief.html": BriefFrame,
}
PIECES = ("pieces.html", "turned.html", "tested.html", "beside.html", "panel.html")  # others give them what they show
CASES = {"small": Grounds(skerries().dossier()), "built-in": grounds()}


def names_of(template: str) -> set[str]:
    """The names that a template takes from outside."""
    made = environment()
    tree = made.parse((ROOM / template).read_text(encoding="utf-8"))
    return meta.find_undeclared_variables(tree) - {*made.globals}


@pytest.mark.parametrize("template", SHOWN)
def test_template_uses_the_names_of_its_dataclass_and_no_other(template: str) -> None:
    own = {field.name for field in fields(SHOWN[template])}
    assert names_of(template) - SHARED == own - SHARED


def test_a_name_that_nobody_gave_is_found() -> None:
    """The check above sees a stray name, and rendering it fails."""
    made = environment()
    stray = made.from_string("{{ lead }}{{ nobody }}")
    assert meta.find_undeclared_variables(made.parse("{{ lead }}{{ nobody }}")) == {"lead", "nobody"}
    with pytest.raises(UndefinedError):
        stray.render(lead="x")
    with pytest.raises(UndefinedError):
        drawings().from_string("{{ nobody }}").render()


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_every_field_has_a_docstring(shown: type) -> None:
    (body,) = (
        node.body
        for node in ast.parse(textwrap.dedent(inspect.getsource(shown))).body
        if isinstance(node, ast.ClassDef)
    )
    told = {
        before.target.id
        for before, after in pairwise(body)
        if isinstance(before, ast.AnnAssign)
        and isinstance(before.target, ast.Name)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
    }
    assert told == {field.name for field in fields(shown)}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.id)
def test_every_section_is_rendered_from_its_dataclass(section: Section, name: str) -> None:
    shown = section.context(CASES[name])
    if shown is not None:
        assert type(shown) is section.shows
        assert replace(section, context=lambda _: shown).render(CASES[name], environment())


def test_every_template_belongs_to_a_section() -> None:
    written = {str(file.relative_to(ROOM)) for file in ROOM.rglob("*.html")}
    assert written == {*SHOWN, *PIECES}
