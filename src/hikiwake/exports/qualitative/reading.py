"""Reading a project or a codebook that another program wrote. The file is hostile: bounded, without entities, no path
of it is followed, and what is not read is told."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hikiwake.dossier.folder.packed.archives import LARGEST_ARCHIVE, refuse_unfit_archive
from hikiwake.exports.qualitative.project import Code, Coding, Note, Project, Selection, Source
from hikiwake.storage.incoming import UnreadError, content_of
from hikiwake.storage.zips import BROKEN

LARGEST_XML = 50_000_000  # bytes
LONGEST_TEXT = 5_000_000  # characters of one source
MOST_CODES = 20_000
MOST_SELECTIONS = 200_000
_OTHERS = ("PictureSource", "AudioSource", "VideoSource")


def read_project(path: Path) -> Project:
    """The project in a ``.qdpx`` file, or the codes in a ``.qdc`` one. Raises ``UnreadError``."""
    if path.suffix.lower() == ".qdc":
        root = parsed(content_of(path, LARGEST_XML))
        if _tag(root) != "CodeBook":
            raise UnreadError(f"<{_tag(root)}>", "<CodeBook>, of a REFI-QDA codebook")
        return Project(path.stem, root.get("origin", ""), codes=tuple(_codes(root)))
    content_of(path, LARGEST_ARCHIVE)
    try:
        with zipfile.ZipFile(path) as archive:
            refuse_unfit_archive(archive)
            return _project(archive)
    except BROKEN as error:
        raise UnreadError(f"no archive that can be read ({error})", "a project (.qdpx) of REFI-QDA") from None


def parsed(content: bytes) -> Any:
    """XML without any declaration of a document type. Raises ``UnreadError``."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    if len(content) > LARGEST_XML:
        raise UnreadError(f"{len(content):,} bytes of XML", f"at most {LARGEST_XML:,}")
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadError(f"no XML ({error})", "XML as REFI-QDA has it", getattr(error, "lineno", 0) or 0) from None
    if root.getroottree().docinfo.doctype:
        raise UnreadError("a declaration of a document type", "XML without one")
    return root


def _project(archive: zipfile.ZipFile) -> Project:
    names = [name for name in archive.namelist() if name.lower().endswith(".qde")]
    if not names:
        raise UnreadError("no project.qde in the archive", "a project (.qdpx) of REFI-QDA")
    root = parsed(archive.read(min(names, key=lambda name: (name.count("/"), name))))
    if _tag(root) != "Project":
        raise UnreadError(f"<{_tag(root)}>", "<Project>, of a REFI-QDA project")
    reader = _Reader(archive)
    return Project(
        root.get("name", ""),
        root.get("origin", ""),
        tuple((each.get("guid", ""), each.get("name", "")) for each in _inside(root, "Users", "User")),
        tuple(code for book in _named(root, "CodeBook") for code in _codes(book)),
        tuple(reader.sources(root)),
        tuple(reader.notes(root)),
        _said(root, "Description"),
        tuple(reader.left_out),
    )


def _codes(book: Any) -> Iterator[Code]:
    """All codes of a codebook, each after the one it is part of."""
    waiting = [(each, "") for each in reversed([*_inside(book, "Codes", "Code")])]
    count = 0
    while waiting:
        node, within = waiting.pop()
        guid, name = _guid(node.get("guid")), " ".join(node.get("name", "").split())
        count += 1
        if count > MOST_CODES:
            raise UnreadError(f"more than {MOST_CODES:,} codes", "fewer")
        if guid:
            yield Code(guid, name or guid, _said(node, "Description"), node.get("isCodable") != "false", within)
        waiting += [(each, guid) for each in reversed([*_named(node, "Code")])]


@dataclass
class _Reader:
    """Reads sources and notes of a project from its archive; ``left_out`` says what was not read."""

    archive: zipfile.ZipFile
    left_out: list[str] = field(default_factory=list)
    count: int = 0

    def sources(self, root: Any) -> Iterator[Source]:
        """The texts of the project; of a PDF the text that stands for it."""
        for part in _named(root, "Sources"):
            for node in part:
                kind, name = _tag(node), node.get("name", "")
                if kind == "TextSource":
                    yield self._source(node, name)
                elif kind == "PDFSource":
                    found = [*_named(node, "Representation")]
                    yield from (self._source(each, name) for each in found)
                    marked = len([*_named(node, "PDFSelection")])
                    if marked or not found:
                        self.left_out.append(
                            f"{name}: {marked} selections on pages of a PDF; only those of its text are read"
                        )
                elif kind in _OTHERS:
                    self.left_out.append(f"{name}: a {kind}; only texts are read")

    def _source(self, node: Any, name: str) -> Source:
        whole = len([*_named(node, "Coding")])
        if whole:
            self.left_out.append(f"{name}: {whole} codes on the text as a whole; only those of passages are read")
        selections = tuple(self._selections(node, name))
        return Source(_guid(node.get("guid")), name, self._text(node), _said(node, "Description"), selections)

    def _selections(self, node: Any, name: str) -> Iterator[Selection]:
        for each in _named(node, "PlainTextSelection"):
            start, end = _number(each.get("startPosition")), _number(each.get("endPosition"))
            self.count += 1
            if self.count > MOST_SELECTIONS:
                raise UnreadError(f"more than {MOST_SELECTIONS:,} selections", "fewer; split the project")
            if not 0 <= start < end:
                said = f"{each.get('startPosition')} to {each.get('endPosition')}"
                self.left_out.append(f"{name}: a selection from {said}; expected a start before its end")
                continue
            codings = [*_named(each, "Coding")]
            notes = [ref for part in (each, *codings) for ref in _named(part, "NoteRef")]
            yield Selection(
                _guid(each.get("guid")),
                start,
                end,
                tuple(_coding(coding, each) for coding in codings),
                each.get("name", ""),
                _said(each, "Description"),
                tuple(_guid(ref.get("targetGUID")) for ref in notes),
            )

    def notes(self, root: Any) -> Iterator[Note]:
        """The notes of the project that have a text."""
        for node in _inside(root, "Notes", "Note"):
            text = self._text(node) or _said(node, "Description")
            if text:
                yield Note(_guid(node.get("guid")), node.get("name", ""), text, _guid(node.get("creatingUser")))

    def _text(self, node: Any) -> str | None:
        """The text of a source: in the XML, or a file of the archive; never a file elsewhere."""
        own = next(iter(_named(node, "PlainTextContent")), None)
        if own is not None:
            return _whole(own)
        place = node.get("plainTextPath", "")
        scheme, _, name = place.partition("://")
        name = name.strip("/")
        found = [part for part in self.archive.infolist() if _base(part.filename) == _base(name) and name]
        if scheme != "internal" or not found or "/" in name:
            return None
        try:
            text = self.archive.read(found[0]).decode("utf-8")
        except UnicodeDecodeError as error:
            raise UnreadError(f"{found[0].filename}, not UTF-8 at byte {error.start}", "texts in UTF-8") from None
        if len(text) > LONGEST_TEXT or "\x00" in text:
            raise UnreadError(f"{found[0].filename}, {len(text):,} characters", f"at most {LONGEST_TEXT:,}, and no NUL")
        return text


def _coding(node: Any, selection: Any) -> Coding:
    code = next((_guid(ref.get("targetGUID")) for ref in _named(node, "CodeRef")), "")
    return Coding(code, _guid(node.get("creatingUser") or selection.get("creatingUser")))


def _base(name: str) -> str:
    return name.rpartition("/")[2].casefold()


def _guid(value: str | None) -> str:
    """An id as it is compared: without braces, in small letters."""
    return (value or "").strip().strip("{}").casefold()


def _number(value: str | None) -> int:
    told = (value or "").strip()
    return int(told) if told.isdecimal() and len(told) < 12 else -1


def _tag(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _named(node: Any, tag: str) -> Iterator[Any]:
    """The children of a kind, under whatever version of the namespace."""
    return (each for each in node if _tag(each) == tag)


def _inside(node: Any, outer: str, inner: str) -> Iterator[Any]:
    return (each for part in _named(node, outer) for each in _named(part, inner))


def _said(node: Any, tag: str) -> str:
    return next((_whole(each) for each in _named(node, tag)), "")


def _whole(node: Any) -> str:
    return "".join(node.itertext(with_tail=False)) if len(node) else node.text or ""
