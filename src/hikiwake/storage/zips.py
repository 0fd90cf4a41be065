"""What reading a zip archive may raise, whichever part of it is broken: its table, a name, what is packed in it."""

from __future__ import annotations

import lzma
import zipfile
import zlib

BROKEN: tuple[type[Exception], ...] = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError,
    KeyError,
)  # fmt: skip
