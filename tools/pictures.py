"""The pictures of the README and the manual, made by the program itself: the first screen, and the chart of the gap.

python tools/pictures.py

Writes docs/pictures/first-screen.png, for which it needs Chromium and the packages of requirements/test.txt, and
docs/pictures/gap.svg. The picture of the screen carries a digest of what it shows: the words and drawings of the first
screen and the rules of the style sheet that bear on them. tests/test_pictures.py compares it, without a browser.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import hikiwake as hw
from hikiwake.figures import style
from hikiwake.report.grounds import Grounds
from hikiwake.report.page import bundle, environment
from hikiwake.report.sections import PARTS, SECTIONS

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.png import in_few_colours, text_in

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
SCREEN, GAP = FOLDER / "first-screen.png", FOLDER / "gap.svg"
CASE = "japan_russia"
WIDTH, HEIGHT = 1280, 800
STYLES = ("page.css", "answer.css")
AROUND = {"masthead", "question", "summary", "bar", "sections", "reading", "part", "part-answer", "answer"}
MADE_OF = "made-of"  # the keyword of the digest among the texts of the picture


def first_screen() -> str:
    """What the first screen is made of: title, question, the names of the parts, the answer, and the rules for them.

    Without where its links lead and what only those hear who do not see it.
    """
    grounds = Grounds(hw.load(CASE))
    case = grounds.dossier.case
    told = next(each for each in SECTIONS if each.id == "answer").render(grounds, environment()) or ""
    seen = re.sub(r' (?:href|aria-label)="[^"]*"', "", told)
    return "\n".join((case.title, case.question, case.summary, *(part.nav for part in PARTS), seen, *rules(seen)))


def rules(shown: str) -> Iterator[str]:
    """The rules of the style sheet of which every class and id stands on the first screen, and those that name none.

    Without rules for other screens, for print, for the dark, and for what is under a pointer or has the focus.
    """
    known = {word for words in re.findall(r'(?:class|id)="([^"]*)"', shown) for word in words.split()} | AROUND
    sheet = re.sub(r"/\*.*?\*/", "", style() + bundle("styles", STYLES), flags=re.S)
    sheet = re.sub(r"@[^{]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", "", sheet)
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        if {*re.findall(r"[.#]([a-z][\w-]*)", selectors)} <= known and not re.search(":hover|:focus", selectors):
            yield f"{' '.join(selectors.split())} {{{' '.join(body.split())}}}"


def digest() -> str:
    """The digest of what the first screen is made of."""
    return hashlib.sha256(first_screen().encode("utf-8")).hexdigest()


def made_of() -> str:
    """The digest of what the picture was made of that lies there."""
    return text_in(SCREEN.read_bytes(), MADE_OF)


def gap() -> str:
    """The chart of the gap as the text of an SVG file."""
    return str(hw.figure(hw.load(CASE), "gap"))


def photographed() -> bytes:
    """The first screen of the page as a PNG picture, in light colours."""
    from playwright.sync_api import sync_playwright

    program = shutil.which(os.environ.get("HIKIWAKE_CHROMIUM") or "chromium")
    path = hw.report(hw.load(CASE), Path(mkdtemp()) / "report.html").path
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(path.as_uri(), wait_until="load")
        page.wait_for_timeout(500)
        picture: bytes = page.screenshot()
        browser.close()
    return picture


def main() -> None:
    """Make both pictures, and say where they are."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    GAP.write_text(gap(), encoding="utf-8")
    SCREEN.write_bytes(in_few_colours(photographed(), MADE_OF, digest()))
    for made in (SCREEN, GAP):
        print(f"{made}: {made.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
