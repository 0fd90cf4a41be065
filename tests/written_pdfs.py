"""PDFs written by hand, for what a page can do to a text: turned pages, turned letters, several pages."""

from __future__ import annotations

from collections.abc import Sequence

_MATRIX = {0: (1, 0, 0, 1), 90: (0, 1, -1, 0), 180: (-1, 0, 0, -1), 270: (0, -1, 1, 0)}
_BEGIN = {0: (72, 720), 90: (72, 72), 180: (540, 72), 270: (540, 720)}
_STEP = {0: (0, -16), 90: (16, 0), 180: (0, 16), 270: (-16, 0)}
WIDTH = 6.4  # points of a letter, about


def written_pdf(pages: Sequence[Sequence[str]], *, rotate: int = 0, turn: int = 0, by_words: bool = False) -> bytes:
    """A PDF with pages of lines: ``rotate`` is the pages' entry, ``turn`` what the letters are turned by themselves."""
    streams = [_stream(lines, turn, by_words) for lines in pages]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(streams)))
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, stream in enumerate(streams):
        head = f"<< /Type /Page /Parent 2 0 R /Rotate {rotate} /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R"
        parts.append(f"{head} /Resources << /Font << /F1 3 0 R >> >> >>".encode())
        parts.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _file(parts)


def _stream(lines: Sequence[str], turn: int, by_words: bool) -> bytes:
    matrix, (x, y), (right, up) = _MATRIX[turn], _BEGIN[turn], _STEP[turn]
    drawn = []
    for number, line in enumerate(lines):
        before = 0.0
        for piece in line.split() if by_words else [line]:
            across = x + number * right + before * matrix[0]
            along = y + number * up + before * matrix[1]
            told = " ".join(map(str, (*matrix, across, along)))
            drawn.append(f"BT /F1 12 Tf {told} Tm ({piece}) Tj ET")
            before += (len(piece) + 1) * WIDTH
    return "\n".join(drawn).encode()


def placed_pdf(pieces: Sequence[tuple[float, float, str]]) -> bytes:
    """A PDF of one page with pieces of text at places (points from the left and from the bottom), in their order."""
    stream = "\n".join(f"BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({piece}) Tj ET" for x, y, piece in pieces).encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R"
        b" /Resources << /Font << /F1 3 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    return _file(parts)


def _file(parts: Sequence[bytes]) -> bytes:
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    count = len(parts) + 1
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (count, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + trailer
