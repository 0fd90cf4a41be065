"""Earlier editions: each is the page of the dossier as written by its day, and the page turns to no other."""

from __future__ import annotations

import base64
import gzip
import re
from dataclasses import replace

import pytest

from hikiwake.dossier import Dossier
from hikiwake.figures.timeline import MANY
from hikiwake.periods import Period
from hikiwake.report import page, steps
from hikiwake.report.editions import MOST, moments
from hikiwake.report.sections import SECTIONS
from tests.crowded import crowded
from tests.synthetic import skerries
from tests.written_later import TRACES, WRITTEN, told

PACKED = re.compile(r'<script type="text/plain" data-edition="([^"]*)">([^<]*)</script>')
CONTENT = re.compile(r'<div id="edition">\n(.*?)\n</div>\n<dialog', re.DOTALL)
TURN = re.compile(r'<p class="turn">.*?</p>\n', re.DOTALL)
STRIPE = re.compile(r'<p class="then".*?</p>\n')


def unpacked(text: str) -> dict[str, str]:
    """The earlier editions that a page carries, by day."""
    return {day: gzip.decompress(base64.b64decode(content)).decode("utf-8") for day, content in PACKED.findall(text)}


def content(text: str) -> str:
    """What a page shows of itself, but for the choice of a day."""
    found = CONTENT.search(text)
    assert found
    return plain(found[1])


def plain(edition: str) -> str:
    """An edition but for the choice of a day and the line that names it."""
    return STRIPE.sub("", TURN.sub("", edition)).strip()


@pytest.fixture(scope="module")
def whole() -> str:
    return page(told(3))


@pytest.mark.parametrize("count", [1, 2])
def test_an_edition_is_the_page_of_its_day(whole: str, count: int) -> None:
    assert plain(unpacked(whole)[WRITTEN[count - 1]]) == content(page(told(3).as_written_by(WRITTEN[count - 1])))


def test_every_day_but_the_last_has_an_edition(whole: str) -> None:
    assert list(unpacked(whole)) == [each.day for each in moments(told(3))] == list(WRITTEN[:2])


@pytest.mark.parametrize("count", [1, 2])
def test_no_later_document_shows_through_in_an_edition(whole: str, count: int) -> None:
    edition = plain(unpacked(whole)[WRITTEN[count - 1]]).replace("Tredland", "")  # who acts is the frame of the case
    assert [trace for later in TRACES[count:] for trace in later if trace in edition] == []


def test_an_edition_says_which_it_is_and_leads_back(whole: str) -> None:
    for each in moments(told(3)):
        edition = unpacked(whole)[each.day]
        assert f"As written by {each.title}: nothing that was written later" in edition
        assert f'<option value="{each.day}" selected>' in edition and '<option value="">today</option>' in edition
    assert 'class="then"' not in whole and " selected>" not in whole


def test_a_page_of_one_moment_offers_no_choice() -> None:
    text = page(told(1))
    assert not unpacked(text) and "data-turn" not in text.partition("<script>")[0]


def test_the_steps_of_a_page_are_known_beforehand() -> None:
    made: list[str] = []
    page(told(2), step=made.append)
    assert len(made) == steps(told(2)) == 2 * len(SECTIONS)


def test_very_many_events_or_documents_are_not_packed() -> None:
    assert moments(crowded(MANY)) == []
    assert len(moments(_of_many_documents())) == MOST


def _of_many_documents() -> Dossier:
    dossier = skerries().dossier()
    first = dossier.documents[0]
    days = [Period.parse(str(1900 + n), "written") for n in range(20)]
    return replace(dossier, documents=tuple(replace(first, id=f"d{n}", written=day) for n, day in enumerate(days)))
