"""What is fuzzed: each reader with inputs that are right, and the ways in which they are changed."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable
from pathlib import Path

import hikiwake as hw
from hikiwake.conflict.files.gmcr import imported
from hikiwake.conflict.files.reading import conflict_from
from hikiwake.conflict.model.statements import parse
from hikiwake.documents.bibliography.files import READERS, read_bibliography
from hikiwake.dossier.folder.checking import check_case
from hikiwake.dossier.folder.onefile import json_text
from hikiwake.exports import FORMATS, export
from tests.skerries_model import modelled
from tests.synthetic import skerries
from tools.fuzz_files import file_readers
from tools.fuzz_given import given_readers

ROOT = Path(__file__).resolve().parents[1]
CASE = ("case.toml", "documents.toml", "actors.csv", "passages.csv", "events.csv", "mentions.csv", "claims.csv",
        "readings.csv", "positions.csv", "formulas.csv", "drivers.csv", "doubts.csv", "conflicts")  # fmt: skip
PIECES = [b"\x00", b"\xff", b'"', b"'", b";", b",", b"[", b"]", b"=", b"\n", b"\r", b"9" * 5000, b"\xed\xa0\x80", b"-1",
          b"nan", b"[" * 2000, b"{" * 2000, b"\x1b[31m", b"true", b"1999-99-99", b"\xef\xbb\xbf", b"..", b"  ", b"{}",
          b"1e999", b"0000", b"(" * 500, b"not " * 500, b"\\", b"@", b"#", b" and ",
          "é\u0301".encode(), "日本".encode(), "\u202e".encode(), b"null",
          b".a" * 500, b'"""', b"\t", b"--", b"//"]  # fmt: skip
BIBTEX = b"""@string{sharpe = "Sharpe"}
@book{kimura2000, author = {Kimura, Hiroshi and {Institute of the North} and {\\"U}nal, A., Jr},
  title = {{Islands} \\& all}, publisher = sharpe # { Press}, year = 2000, month = mar,
  note = "a {b} c", crossref = {whole},
  url = {example.org/a_b}}
@comment{nothing} @inproceedings{p, xdata = {x}, date = {1995/1997~}, title = T} @xdata{x, year = 1990}
@proceedings{whole, title = {Whole}, editor = {von der Land, A. and others}, year = {1999}}
"""
RIS = b"""TY  - BOOK
AU  - Kimura, Hiroshi, Jr
A2  - Institute of the North
TI  - Islands
PY  - 2000/03/04/spring
N1  - a note
 that goes on
UR  - example.org/a
ER  -\x20
TY  - JOUR
T1  - Other
Y1  - 1999
ER  -\x20
"""
CSL = b"""[{"id": "a", "type": "book", "title": "T",
 "author": [{"family": "Kimura", "given": "H."}, {"literal": "Office"}],
 "issued": {"date-parts": [[1999, 3, 4], [2000]], "circa": true, "season": 2},
 "URL": "example.org/a", "note": null},
 {"title": ["x"], "issued": {"raw": "1995"},
 "editor": [{"family": "Land", "non-dropping-particle": "von der", "suffix": "Jr"}]}]
"""
GMCR = b"""{"decisionMakers": [{"name": "A", "options": [0, 1], "preferences": [[[0, "N"]], {"members": [[[1, "Y"]]]}],
 "preferenceRanking": [1, [2, 3]]}, {"name": "B", "options": [2], "preferences": []}], "coalitions": [[0, 1]],
 "options": [{"name": "Go", "permittedDirection": "both"}, {"name": "Stay", "permittedDirection": "fwd"},
 {"name": "See"}],
 "infeasibles": [[[0, "Y"], [1, "Y"]]], "useManualPreferenceRanking": false}
"""
TEXT = """Mr. A. Smith agreed.13 The U.S. President did not.² “No!” he said… 日本は答えた。「はい」。

# Title
- a
1. b
| t | u |
[1] See example.org/.\f"""
QUESTIONS = (
    b"When was the strait closed, and by whom?",
    "What did 南国 say in Mar. 2022?".encode(),
    b'"two plus two" 21.03.2022',
)
PERIODS = (b"1956-10-19", b"1956/1960", b"2022-02-24/", b"0001")
STATEMENTS = (b"not a and (b or c) if d iff e", b"a", b"((a)) or not (b)")

Read = Callable[[Path, bytes], object]


def readers(folder: Path) -> dict[str, tuple[list[bytes], Read]]:
    """Each reader by name: inputs that are right, and what is done with a changed one."""
    case = folder / "case"
    hw.save(modelled(), case)
    found: dict[str, tuple[list[bytes], Read]] = {}
    for name in CASE:
        file = next((case / name).iterdir()) if name == "conflicts" else case / name
        found[name] = [file.read_bytes()], _in_case(case, file, file.read_bytes())
    found["case.json"] = [json_text(hw.load(case)).encode()], _json_case
    models = [file.read_bytes() for file in sorted((ROOT / "examples").glob("*.toml"))]
    found["conflict"] = models, lambda _, text: conflict_from(text.decode("utf-8", "replace"))
    found["gmcr"] = [GMCR], lambda _, text: imported(text.decode("utf-8", "replace"))
    for ending, seed in {".bib": BIBTEX, ".ris": RIS, ".json": CSL}.items():
        assert ending in READERS
        found[f"bibliography{ending}"] = [seed, seed * 3], _bibliography(ending)
    dossier = skerries().dossier()
    found["text"] = [TEXT.encode(), TEXT.encode() * 5], lambda place, text: _searched(place, dossier, "t.txt", text)
    found["pdf"] = [pdf("Norland closed the strait.")], lambda place, text: _searched(place, dossier, "t.pdf", text)
    found["question"] = list(QUESTIONS), lambda _, text: hw.search(dossier, text.decode("utf-8", "replace"))
    found["period"] = list(PERIODS), lambda _, text: _period(text.decode("utf-8", "replace"))
    found |= file_readers(folder)
    found |= given_readers(folder)
    found["statement"] = list(STATEMENTS), lambda _, text: parse(text.decode("utf-8", "replace"))
    return found


def _in_case(case: Path, file: Path, right: bytes) -> Read:
    """Check a case with one file changed; where it has no fault, everything else must do as well."""

    def read(place: Path, content: bytes) -> None:
        file.write_bytes(content)
        try:
            if not check_case(case).faults:
                _everything(place, hw.load(case))
        finally:
            file.write_bytes(right)

    return read


def _everything(place: Path, dossier: hw.Dossier) -> None:
    hw.search(dossier, "When was the strait closed?")
    hw.report(dossier, place / "page.html", force=True)
    for name in ("csv", "json"):
        assert name in FORMATS
        export(dossier, place / f"out-{name}", name, replacing=True)


def _json_case(place: Path, content: bytes) -> None:
    file = place / "one.json"
    file.write_bytes(content)
    if not check_case(file).faults:
        hw.save(hw.load(file), place / "from-json", force=True)


def _bibliography(ending: str) -> Read:
    def read(place: Path, content: bytes) -> object:
        file = place / f"one{ending}"
        file.write_bytes(content)
        return read_bibliography(file)

    return read


def _searched(place: Path, dossier: hw.Dossier, name: str, content: bytes) -> object:
    library = place / name.replace(".", "-")
    library.mkdir(exist_ok=True)
    (library / name).write_bytes(content)
    return hw.search(dossier, "When was the strait closed?", library)


def _period(text: str) -> None:
    try:
        hw.Period.parse(text)
    except ValueError as error:  # what `Period.parse` says it raises
        if not str(error):
            raise


def pdf(line: str) -> bytes:
    """A PDF of one page with one line."""
    page = zlib.compress(f"BT /F1 12 Tf 72 720 Td ({line}) Tj ET".encode())
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(page), page),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s\nendobj\n" % each for each in enumerate(objects, 1))
    return body + b"trailer<</Root 1 0 R/Size 6>>\n%%EOF\n"


def changed(right: bytes, chance: random.Random) -> bytes:
    """An input with up to four places cut, doubled, repeated or replaced."""
    for _ in range(chance.randint(1, 4)):
        place, length = chance.randrange(len(right) + 1), chance.choice((0, 1, 1, 5, 40, 400))
        part = right[place : place + length]
        match chance.randrange(6):
            case 0:
                piece = part * chance.choice((2, 3, 1000 if length < 50 else 20))
            case 1:
                lines = right.split(b"\n")
                chance.shuffle(lines)
                right = b"\n".join(lines)
                continue
            case 2:
                other = chance.randrange(len(right) + 1)
                piece = right[other : other + chance.choice((1, 10, 100))]
            case 3:
                piece = bytes(chance.randrange(256) for _ in range(chance.choice((1, 4))))
            case _:
                piece = chance.choice(PIECES)
        right = right[:place] + piece + right[place + length :]
    return right
