"""PDFs that are broken, or ask for more than there is, cost one line; the other files of a library are read."""

from __future__ import annotations

import zlib
from pathlib import Path

from hikiwake.documents import Library
from hikiwake.documents.readers import ReadText, apart

TALKS = b"BT /F 12 Tf 10 100 Td (The talks failed.) Tj ET"


def _pdf(page: bytes, filters: bytes = b"") -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R"
        b" /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(page), filters, page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, each) for number, each in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer << /Root 1 0 R /Size 6 >>\n"


def test_pages_that_unfold_without_end_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    page = zlib.compress(zlib.compress(b"\0" * 1_500_000_000, 1), 9)
    (tmp_path / "a.pdf").write_bytes(_pdf(page, b"/Filter [/FlateDecode /FlateDecode]"))
    (tmp_path / "b.pdf").write_bytes(b"no PDF at all")
    (tmp_path / "c.pdf").write_bytes(_pdf(TALKS))
    (tmp_path / "d.txt").write_text("The talks failed.", encoding="utf-8")
    library = Library(tmp_path)
    assert {path.name for path in library.texts} == {"c.pdf", "d.txt"}
    assert [line.count("\n") for line in library.unreadable] == [0, 0]
    assert "bytes of memory" in library.unreadable[0]
    assert "not a PDF" in library.unreadable[1]


def test_one_process_after_another_reads_every_file(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(apart, "AT_ONCE", 2)
    paths = [tmp_path / f"{number}.pdf" for number in range(5)]
    for path in paths:
        path.write_bytes(_pdf(TALKS))
    assert dict(apart.read_apart(paths)) == dict.fromkeys(paths, ReadText("The talks failed."))
