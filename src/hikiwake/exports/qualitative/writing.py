"""A project as a file: its codes as XML (``.qdc``), or all of it as XML with its texts in an archive (``.qdpx``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hikiwake.exports.archives import zipped
from hikiwake.exports.qualitative.project import Coding, Note, Project, Selection, Source, guid_of
from hikiwake.exports.texts import utf8

PROJECT, CODEBOOK = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"


def codebook(project: Project) -> bytes:
    """The codes of a project as a codebook."""
    root = _element("CodeBook", CODEBOOK, origin=project.origin)
    _codes(root, project)
    return _xml(root)


def packed(project: Project) -> bytes:
    """The whole project as an archive; the texts that it has lie in it as UTF-8 with line feeds."""
    texts = ((f"sources/{each.guid}.txt", each.text.encode("utf-8", "replace")) for each in _with_texts(project))
    return zipped([("project.qde", _xml(_project(project))), *texts])


def _with_texts(project: Project) -> Iterator[Any]:
    return (each for each in project.sources if each.text is not None)


def _project(project: Project) -> Any:
    root = _element("Project", PROJECT, name=project.name, origin=project.origin)
    if project.users:
        users = _under(root, "Users")
        for guid, name in project.users:
            _under(users, "User", guid=guid, name=name)
    if project.codes:
        _codes(_under(root, "CodeBook"), project)
    if project.sources:
        sources = _under(root, "Sources")
        for source in project.sources:
            _source(sources, source)
    if project.notes:
        notes = _under(root, "Notes")
        for note in project.notes:
            _note(notes, note)
    if project.description:
        _text(root, "Description", project.description)
    return root


def _codes(parent: Any, project: Project) -> None:
    """The codes, each inside the one that it is part of."""
    nodes: dict[str, Any] = {"": _under(parent, "Codes")}
    for code in project.codes:
        codable = "true" if code.codable else "false"
        node = _under(nodes[code.within], "Code", guid=code.guid, name=code.name, isCodable=codable)
        if code.description:
            _text(node, "Description", code.description)
        nodes[code.guid] = node


def _source(parent: Any, source: Source) -> None:
    place = f"internal://{source.guid}.txt" if source.text is not None else f"relative:///{source.guid}.txt"
    node = _under(parent, "TextSource", guid=source.guid, name=source.name, plainTextPath=place)
    if source.description:
        _text(node, "Description", source.description)
    for selection in source.selections:
        _selection(node, selection)


def _selection(parent: Any, selection: Selection) -> None:
    places = {"startPosition": str(selection.start), "endPosition": str(selection.end)}
    node = _under(parent, "PlainTextSelection", guid=selection.guid, name=selection.name, **places)
    if selection.memo:
        _text(node, "Description", selection.memo)
    for number, coding in enumerate(selection.codings):
        _coding(node, coding, guid_of("coding", selection.guid, coding.code, str(number)))
    for note in selection.notes:
        _under(node, "NoteRef", targetGUID=note)


def _coding(parent: Any, coding: Coding, guid: str) -> None:
    node = _under(parent, "Coding", guid=guid, **({"creatingUser": coding.user} if coding.user else {}))
    _under(node, "CodeRef", targetGUID=coding.code)


def _note(parent: Any, note: Note) -> None:
    by = {"creatingUser": note.user} if note.user else {}
    node = _under(parent, "Note", guid=note.guid, name=note.name, **by)
    _text(node, "PlainTextContent", note.text)


def _element(tag: str, space: str, **said: str) -> Any:
    from lxml import etree

    node = etree.Element(f"{{{space}}}{tag}", nsmap={None: space})
    _say(node, said)
    return node


def _under(parent: Any, tag: str, **said: str) -> Any:
    from lxml import etree

    space = parent.tag.partition("}")[0]
    node = etree.SubElement(parent, f"{space}}}{tag}")
    _say(node, said)
    return node


def _say(node: Any, said: dict[str, str]) -> None:
    for name, value in said.items():
        node.set(name, _clean(value))


def _text(parent: Any, tag: str, text: str) -> None:
    _under(parent, tag).text = _clean(text)


def _clean(text: str) -> str:
    """A text without what XML cannot hold."""
    return utf8(text).decode("utf-8")


def _xml(root: Any) -> bytes:
    from lxml import etree

    content: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return content + b"\n"
