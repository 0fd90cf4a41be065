"""Web annotations: where each passage stands and who cites it; words only whole, and only as many as may be shown."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from hikiwake.documents import Library, text_hash
from hikiwake.dossier import Dossier
from hikiwake.exports import export
from hikiwake.exports.web_annotations import AROUND, collection
from hikiwake.workbench import Span
from hikiwake.workbench.texts import passage_of
from tests.built_in import japan_russia
from tests.synthetic import skerries

LONG = "word " * 40
TEXT = f"Before it. 𠮷 spoke 😀 of peace.\r\n{LONG}\r\nAfter it.\r\n"


def case(tmp_path: Path) -> tuple[Dossier, Library]:
    """A case whose first document has a short and a long passage in a text that is at hand."""
    dossier = skerries().dossier()
    first = dossier.documents[0]
    (tmp_path / "texts").mkdir(exist_ok=True)
    (tmp_path / "texts" / "a.txt").write_bytes(TEXT.encode())
    short = (TEXT.index("𠮷"), TEXT.index("peace.") + 6)
    long = (TEXT.index("word"), TEXT.index("word") + len(LONG.rstrip()))
    cited = [each for each in dossier.passages if each.document == first.id]
    places = {cited[0].id: short, cited[1].id: long}
    passages = tuple(
        passage_of(Span(first.id, *places[each.id]), TEXT, each.id) if each.id in places else each
        for each in dossier.passages
    )
    held = replace(first, sha256=text_hash(TEXT), characters=len(TEXT))
    return replace(dossier, documents=(held, *dossier.documents[1:]), passages=passages), Library(tmp_path / "texts")


def quoted(told: dict[str, Any]) -> list[dict[str, Any]]:
    """The selectors by words of a collection."""
    found = [item["target"]["selector"] for item in told["first"]["items"]]
    each = [one for some in found for one in (some if isinstance(some, list) else [some])]
    return [one for one in each if one["type"] == "TextQuoteSelector"]


def test_places_are_code_points_of_the_stored_text(tmp_path: Path) -> None:
    dossier, library = case(tmp_path)
    told = collection(dossier, library, "full")
    first = told["first"]["items"][0]
    place, words = first["target"]["selector"]
    assert TEXT[place["start"] : place["end"]] == words["exact"] == "𠮷 spoke 😀 of peace."
    assert words["prefix"] == TEXT[max(0, place["start"] - AROUND) : place["start"]]
    assert first["target"]["source"]["id"].startswith("ni:///sha-256;")
    assert {body["purpose"] for body in first["body"]} >= {"tagging", "describing"}


def test_words_are_as_many_as_asked_and_never_cut(tmp_path: Path) -> None:
    dossier, library = case(tmp_path)
    assert quoted(collection(dossier, None, "full")) == []
    assert quoted(collection(dossier, library, "none")) == []
    assert quoted(collection(dossier, library, "short")) == [
        {"type": "TextQuoteSelector", "exact": "𠮷 spoke 😀 of peace."}
    ]
    assert [each["exact"] for each in quoted(collection(dossier, library, "full"))][1] == LONG.rstrip()


def test_every_cited_passage_is_an_annotation_with_those_who_cite_it(tmp_path: Path) -> None:
    dossier = japan_russia()
    file = export(dossier, tmp_path / "a.jsonld", "annotations").files[0]
    told = json.loads(file.read_text("utf-8"))
    cited = {passage for entry in dossier.entries for passage in entry.passages}
    assert (
        told["total"]
        == len(cited)
        == len(told["first"]["items"])
        == len({each["id"] for each in told["first"]["items"]})
    )
    entries = {body["entry"] for item in told["first"]["items"] for body in item["body"]}
    assert entries == {entry.id for entry in dossier.entries if entry.passages}
