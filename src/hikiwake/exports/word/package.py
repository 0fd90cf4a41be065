"""A brief as a Word file: the parts of an Office Open XML package in one archive, the same bytes for the same brief."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from hikiwake.exports.word.body import document, footnotes, settings
from hikiwake.exports.word.elements import Element, element, worded, written
from hikiwake.exports.word.styles import styles
from hikiwake.report.brief.content import Brief

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPES = "application/vnd.openxmlformats-officedocument"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_WORD = ("document", "styles", "footnotes", "settings")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive can tell


def word_file(brief: Brief) -> bytes:
    """The bytes of the Word file; nothing is compressed, so that no version of a library changes them."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relationships(),
        "docProps/core.xml": _core(brief),
        "docProps/app.xml": _application(brief),
        "word/_rels/document.xml.rels": _document_relationships(),
        "word/document.xml": document(brief),
        "word/styles.xml": styles(),
        "word/footnotes.xml": footnotes(brief.notes),
        "word/settings.xml": settings(),
    }
    return _archive({name: written(root) for name, root in parts.items()})


def _archive(parts: Mapping[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, content)
    return kept.getvalue()


def _content_types() -> Element:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    main = {f"/word/{name}.xml": f"{_TYPES}.wordprocessingml.{name}{'.main' * (name == 'document')}+xml"
            for name in _WORD}  # fmt: skip
    named = {**main, "/docProps/core.xml": _CORE, "/docProps/app.xml": f"{_TYPES}.extended-properties+xml"}
    told = [
        *(element("Default", {"Extension": end, "ContentType": kind}) for end, kind in defaults.items()),
        *(element("Override", {"PartName": name, "ContentType": kind}) for name, kind in named.items()),
    ]
    return element("Types", {"xmlns": f"{_PACKAGE}/content-types"}, told)


def _package_relationships() -> Element:
    return _relationships({
        "word/document.xml": f"{_OFFICE}/relationships/officeDocument",
        "docProps/core.xml": f"{_PACKAGE}/relationships/metadata/core-properties",
        "docProps/app.xml": f"{_OFFICE}/relationships/extended-properties",
    })  # fmt: skip


def _document_relationships() -> Element:
    return _relationships({f"{name}.xml": f"{_OFFICE}/relationships/{name}" for name in _WORD[1:]})


def _relationships(targets: Mapping[str, str]) -> Element:
    told = [element("Relationship", {"Id": f"rId{number}", "Type": kind, "Target": target})
            for number, (target, kind) in enumerate(targets.items(), 1)]  # fmt: skip
    return element("Relationships", {"xmlns": f"{_PACKAGE}/relationships"}, told)


def _core(brief: Brief) -> Element:
    spaces = {"xmlns:cp": f"{_PACKAGE}/metadata/core-properties", "xmlns:dc": "http://purl.org/dc/elements/1.1/"}
    told = [worded("dc:title", brief.title), worded("dc:creator", "hikiwake"), worded("dc:language", "en-GB")]
    return element("cp:coreProperties", spaces, told)


def _application(brief: Brief) -> Element:
    """By what the file was made; a program that changes it puts its own name here, and so it is not replaced."""
    made = worded("Application", f"hikiwake {brief.mark}")
    return element("Properties", {"xmlns": f"{_OFFICE}/extended-properties"}, [made])
