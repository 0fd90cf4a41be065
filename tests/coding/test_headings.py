"""A heading is no act: not in a text, a Markdown file, a Word document or a web page; a sentence under it is one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from hikiwake.coding import explain, propose
from hikiwake.coding.statements.skipping import headings
from hikiwake.documents.readers.plain import read_plain
from hikiwake.documents.readers.webpage import read_webpage
from hikiwake.documents.readers.word import read_word

HEADINGS = (
    "Talks on the fisheries agreement",
    "Visit of the Norwegian prime minister to Sweden",
    "2. Sweden rejects the plan",
)
TOLD = "Norway and Sweden signed a treaty on fish on 12 June 1999."


def plain(heading: str) -> str:
    """A text with empty lines."""
    return read_plain(f"{heading}\n\n{TOLD}\n".encode()).text


def markdown(heading: str) -> str:
    """A Markdown file."""
    return read_plain(f"# On Reefs\n\n## {heading}\n\n{TOLD}\n".encode()).text


def underlined(heading: str) -> str:
    """A Markdown file whose headings are underlined."""
    return read_plain(f"{heading}\n{'-' * len(heading)}\n\n{TOLD}\n".encode()).text


def webpage(heading: str) -> str:
    """A web page."""
    return read_webpage(f"<html><body><h1>{heading}</h1><p>{TOLD}</p></body></html>".encode()).text


def word(heading: str) -> str:
    """A Word document."""
    name = "http" + "://schemas.openxmlformats.org"
    main = f"{name}/wordprocessingml/2006/main"
    style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
    body = f"<w:p>{style}<w:r><w:t>{heading}</w:t></w:r></w:p><w:p><w:r><w:t>{TOLD}</w:t></w:r></w:p>"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{name}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{name}/package/2006/relationships"><Relationship Id="a" '
        f'Type="{name}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{main}"><w:body>{body}</w:body></w:document>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        for part, text in parts.items():
            packed.writestr(part, text)
    return read_word(file.getvalue()).text


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("kind", [plain, markdown, underlined, webpage, word])
def test_a_heading_is_no_act_in_any_kind_of_file(kind: Callable[[str], str], heading: str) -> None:
    text = kind(heading)
    assert heading in text and TOLD in text
    made = propose("a", text, dyad=("NOR", "SWE"))
    assert [each.type for each in made if each.kind == "event"] == ["SUPPORT"]
    assert all(span.start >= text.index(TOLD) for each in made for span in each.passages)
    place = text.index(heading)
    assert "heading" in explain("a", text, None, place, place + len(heading)).reasons[0].why


@pytest.mark.parametrize(
    "line",
    [
        "Sweden rejected the plan of Norway.",
        "# Sweden rejected the plan of Norway.",
        "12 June 1999: Sweden rejected the plan of Norway",
        "- Sweden rejected the plan of Norway",
        "Sweden rejected the plan of Norway!",
        "“Sweden rejected the plan of Norway.”",
    ],
)
def test_a_line_that_is_a_sentence_or_dated_or_in_a_list_is_read(line: str) -> None:
    text = f"{line}\n\n{TOLD}\n"
    assert "REJECT" in [each.type for each in propose("a", text, dyad=("NOR", "SWE"))]


def test_what_stands_over_nothing_is_no_heading() -> None:
    assert [each.type for each in propose("a", "Norway attacked Sweden")] == ["ASSAULT"]
    assert headings(f"{TOLD}\n\nNorway attacked Sweden") == {}
    assert headings(f"One\n\n## Two\n\n{TOLD}") == {0: False, 1: True}
