"""How heavy the page is and how it scrolls: the built-in case and one of very many events, in the same run.

python bench/page.py [EVENTS]

Needs Chromium and the packages of requirements/test.txt. Printed are the size of the file, seconds to make it,
milliseconds from the request to the end of the load event, and of the frames drawn while the whole page is scrolled
through by the wheel the median, the 95th percentile and the longest, in milliseconds.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import time
from pathlib import Path
from tempfile import mkdtemp

from playwright.sync_api import Browser, sync_playwright

import hikiwake as hw
from hikiwake.dossier import Dossier

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

WATCH = """
() => { window.frames_ = []; let last = performance.now();
  const step = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(step); };
  requestAnimationFrame(step); }
"""
LOADED = "() => performance.getEntriesByType('navigation')[0].loadEventEnd"
TURNS, NOTCH = 60, 400  # of the wheel, and pixels of each


def measure(browser: Browser, path: Path) -> tuple[float, list[float]]:
    """Milliseconds to load, and the lengths of the frames while the page is scrolled through."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(path.as_uri(), wait_until="load")
        page.wait_for_timeout(500)
        loaded = float(page.evaluate(LOADED))
        page.evaluate("document.querySelectorAll('#timeline details').forEach(each => { each.open = true; })")
        page.mouse.move(600, 500)
        page.evaluate(WATCH)
        for _ in range(TURNS):
            page.mouse.wheel(0, NOTCH)
            page.wait_for_timeout(40)
        return loaded, [float(each) for each in page.evaluate("window.frames_")]


def row(browser: Browser, name: str, dossier: Dossier, folder: Path) -> str:
    """One case as a line of the table."""
    started = time.perf_counter()
    written = hw.report(dossier, folder / f"{name}.html")
    made = time.perf_counter() - started
    loaded, frames = measure(browser, written.path)
    late = statistics.quantiles(frames, n=20)[-1]
    return (
        f"{name:<12} {len(dossier.events):>7,} {written.size / 1e6:>7.2f} {made:>7.2f} {loaded:>8.0f} "
        f"{statistics.median(frames):>8.1f} {late:>8.1f} {max(frames):>8.1f}"
    )


def main(events: int) -> None:
    """Measure both pages and print the table."""
    from tests.crowded import crowded

    program = shutil.which(os.environ.get("HIKIWAKE_CHROMIUM") or "chromium")
    folder = Path(mkdtemp())
    cases = {"built-in": hw.load("japan_russia"), "very many": crowded(events)}
    print(f"{'case':<12} {'events':>7} {'MB':>7} {'make s':>7} {'load ms':>8} {'median':>8} {'95 %':>8} {'longest':>8}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for name, dossier in cases.items():
            print(row(browser, name, dossier, folder))
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
