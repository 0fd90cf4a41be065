"""Archives: files in one zip, the same bytes for the same files; and the whole case in one, without any text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator

from hikiwake.documents import Library
from hikiwake.dossier import Dossier
from hikiwake.exports import casefolder

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that an archive can say: nothing tells when it was made


def files(dossier: Dossier, _: Library | None = None) -> Iterator[tuple[str, bytes]]:
    """The archive of the case folder, which loads as the same dossier."""
    yield "case.zip", zipped(casefolder.files(dossier))


def zipped(contents: Iterable[tuple[str, bytes]]) -> bytes:
    """Files in an archive, in their order.

    >>> zipped([("a.txt", b"a")]) == zipped([("a.txt", b"a")])
    True
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in contents:
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    return target.getvalue()
