"""Texts that grow: what a library may hold, readable or not, and what is done with it.

``INPUTS`` maps a name to a function that makes the step to be timed for a size, and the first size.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

import hikiwake as hw
from hikiwake.conflict import conflict_from, parse
from hikiwake.documents import Passage, digest, words
from hikiwake.documents.finding import Finder
from hikiwake.documents.segmentation import sentences
from hikiwake.errors import HikiwakeError
from hikiwake.storage.toml import toml
from tests.synthetic import skerries

Step = Callable[[], object]
PROSE = "Norland closed the strait to shipping in March 1991, and word {} was heard of it. "


def _refused(read: Callable[[str], object], text: str) -> Step:
    def step() -> None:
        try:
            read(text)
        except HikiwakeError:
            return

    return step


def _finding(size: int) -> Step:
    text = " ".join(f"word{number}" for number in range(size))
    wanted = [Passage(str(n), "d", 0, 1, None, n, digest("gone")) for n in range(25, 125, 5)]
    return lambda: (len(words(text)), Finder(text).found(wanted))


def _searching(text: str) -> Step:
    folder = Path(mkdtemp(prefix="hikiwake-growth-"))
    (folder / "text.txt").write_text(text, encoding="utf-8")
    dossier = skerries().dossier()
    return lambda: hw.search(dossier, "When was the strait closed?", folder)


def _model(size: int) -> str:
    says = ", ".join('{ says = "a or not b" }' for _ in range(size))
    makers = '[[decision_makers]]\nname = "A"\noptions = [{ id = "a" }, { id = "b" }]\n'
    return f"{makers}[preferences.A]\nstatements = [{says}]\n"


def _options(size: int) -> str:
    options = ", ".join(f'{{ id = "o{number}" }}' for number in range(size))
    return f'[[decision_makers]]\nname = "A"\noptions = [{options}]\n[preferences.A]\nstatements = []\n'


INPUTS: dict[str, tuple[Callable[[int], Step], int]] = {
    "text without full stops": (lambda n: lambda: sentences("eight words in a line without any stop\n" * n), 500),
    "lines of blanks": (lambda n: lambda: sentences(" " * n + "\nA."), 1_000_000),
    "end marks": (lambda n: lambda: sentences("." * n), 500_000),
    "end marks and blanks": (lambda n: lambda: sentences(". " * n), 20_000),
    "opening signs": (lambda n: lambda: sentences('A. ("' * n), 20_000),
    "footnote marks": (lambda n: lambda: sentences("A.[1]" * n), 20_000),
    "statement of terms": (lambda n: _refused(parse, " and ".join(["a"] * n)), 500),
    "statement of blanks": (lambda n: _refused(parse, "a" + " " * n), 3_000),
    "statement nested": (lambda n: _refused(parse, "(" * n + "a" + ")" * n), 5_000),
    "TOML, dotted keys": (lambda n: _refused(toml, "a" + ".a" * n + " = 1"), 100_000),
    "TOML, brackets": (lambda n: _refused(toml, "a = " + "[" * n), 100_000),
    "TOML, keys": (lambda n: _refused(toml, "".join(f"a{each}.b = 1\n" for each in range(n))), 1_000),
    "TOML, open text": (lambda n: _refused(toml, 'a = """' + '\\"' * n), 50_000),
    "statements of a model": (lambda n: _refused(conflict_from, _model(n)), 50),
    "options of a model": (lambda n: _refused(conflict_from, _options(n)), 100),
    "passages in another edition": (_finding, 2_000),
    "search in prose": (lambda n: _searching("".join(map(PROSE.format, range(n)))), 500),
    "search in lines of one letter": (lambda n: _searching("a\n" * n), 1_000),
    "search in one line": (lambda n: _searching("strait " * n), 5_000),
    "search in what is no word": (lambda n: _searching("a" + "\u00ad—.,;\x02" * n), 2_000),
    "search, a long question": (lambda n: lambda: hw.search(skerries().dossier(), "strait closed " * n), 20),
}
