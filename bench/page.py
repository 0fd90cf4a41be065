"""How heavy the page is and how it scrolls: the built-in case and one of very many events, in the same run.

python bench/page.py [EVENTS]

Needs Chromium and the packages of requirements/test.txt. Printed are the size of the file, seconds to make it, how
many elements it has when it is opened, milliseconds from the request to the first paint and to the end of the load
event, how far what is seen jumps by itself (cumulative layout shift), and of the frames drawn while the whole page is
scrolled through by the wheel the median, the 95th percentile and the longest, in milliseconds. The last line is an
empty page in the same browser, by which a machine's own share is known.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import time
from dataclasses import dataclass
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
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
ELEMENTS = "() => document.querySelectorAll('*').length"
SHIFTS = """
window.shift_ = 0;
new PerformanceObserver((list) => {
  for (const each of list.getEntries()) if (!each.hadRecentInput) window.shift_ += each.value;
}).observe({ type: "layout-shift", buffered: true });
"""
NOTCH = 400  # pixels of each turn of the wheel


@dataclass(frozen=True, slots=True)
class Measured:
    """What a page costs: its elements when opened, milliseconds to paint and load, its jumps, and its frames."""

    elements: int
    painted: float
    loaded: float
    shift: float
    frames: list[float]


def measure(browser: Browser, path: Path) -> Measured:
    """Open a page, wait until it is at rest, and scroll through it by the wheel."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.add_init_script(SHIFTS)
        page.goto(path.as_uri(), wait_until="load")
        page.wait_for_timeout(500)
        elements, painted, loaded = (page.evaluate(each) for each in (ELEMENTS, PAINTED, LOADED))
        page.mouse.move(600, 500)
        page.evaluate(WATCH)
        height = int(page.evaluate("document.documentElement.scrollHeight"))
        for _ in range(max(1, height // NOTCH)):
            page.mouse.wheel(0, NOTCH)
            page.wait_for_timeout(40)
        frames = [float(each) for each in page.evaluate("window.frames_")]
        return Measured(int(elements), float(painted), float(loaded), float(page.evaluate("window.shift_")), frames)


def line(name: str, events: int, size: float, made: float, cost: Measured) -> str:
    """One page as a line of the table."""
    late = statistics.quantiles(cost.frames, n=20)[-1]
    return (
        f"{name:<10} {events:>7,} {size / 1e6:>6.2f} {made:>7.2f} {cost.elements:>9,} {cost.painted:>6.0f} "
        f"{cost.loaded:>6.0f} {cost.shift:>6.3f} {statistics.median(cost.frames):>7.1f} {late:>7.1f} "
        f"{max(cost.frames):>8.1f}"
    )


def row(browser: Browser, name: str, dossier: Dossier, folder: Path) -> str:
    """One case as a line of the table."""
    started = time.perf_counter()
    written = hw.report(dossier, folder / f"{name}.html")
    made = time.perf_counter() - started
    return line(name, len(dossier.events), written.size, made, measure(browser, written.path))


def main(events: int) -> None:
    """Measure both pages and print the table."""
    from tests.crowded import crowded

    program = shutil.which(os.environ.get("HIKIWAKE_CHROMIUM") or "chromium")
    folder = Path(mkdtemp())
    cases = {"built-in": hw.load("japan_russia"), "very many": crowded(events)}
    (folder / "empty.html").write_text("<!doctype html><title>Empty</title><p>Empty.</p>", encoding="utf-8")
    print(
        f"{'case':<10} {'events':>7} {'MB':>6} {'make s':>7} {'elements':>9} {'paint':>6} {'load':>6} {'shift':>6} "
        f"{'median':>7} {'95 %':>7} {'longest':>8}"
    )
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        for name, dossier in cases.items():
            print(row(browser, name, dossier, folder))
        print(line("empty", 0, 0, 0, measure(browser, folder / "empty.html")))
        browser.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
