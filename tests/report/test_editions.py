"""Editions: as written by each day and following each document; the page turns to no other."""

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
from hikiwake.report.editions import MOST, choices, followed, moments
from hikiwake.report.sections import SECTIONS
from tests.crowded import crowded
from tests.synthetic import skerries
from tests.written_later import TRACES, WRITTEN, told

PACKED = re.compile(r'<script type="text/plain" data-edition="([^"]*)">([^<]*)</script>')
CONTENT = re.compile(r'<div id="edition">\n(.*?)\n</div>\n<dialog', re.DOTALL)
READ_AS = re.compile(r'<div class="reading".*?</div>\n', re.DOTALL)
STRIPE = re.compile(r'<p class="then".*?</p>\n')
OF_WHICH = re.compile(
    r'<p class="stated">.*?</p>\n|<p class="note digest">.*?</p>\n|<section class="told" id="citing".*?</section>', re.S
)


def unpacked(text: str) -> dict[str, str]:
    """The other editions that a page carries, by address."""
    return {day: gzip.decompress(base64.b64decode(content)).decode("utf-8") for day, content in PACKED.findall(text)}


def content(text: str) -> str:
    """What a page shows of itself, but for the choices of how it is read."""
    found = CONTENT.search(text)
    assert found
    return plain(found[1])


def plain(edition: str) -> str:
    """An edition but for the choices, the line that names it, and of which record and which edition it says it is."""
    return OF_WHICH.sub("", STRIPE.sub("", READ_AS.sub("", edition))).strip()


@pytest.fixture(scope="module")
def whole() -> str:
    return page(told(3))


@pytest.mark.parametrize("count", [1, 2])
def test_an_edition_is_the_page_of_its_day(whole: str, count: int) -> None:
    day = WRITTEN[count - 1]
    assert plain(unpacked(whole)[f"as-written-by={day}"]) == content(page(told(3).as_written_by(day)))


@pytest.mark.parametrize("document", [document.id for document in told(3).documents])
def test_an_edition_follows_its_document_alone(whole: str, document: str) -> None:
    edition = plain(unpacked(whole)[f"following={document}"])
    assert edition == content(page(told(3).following(document)))
    others = [traces for each, traces in zip(told(3).documents, TRACES, strict=True) if each.id != document]
    named = edition.replace("Tredland", "")  # who acts is the frame of the case
    assert [trace for traces in others for trace in traces if trace in named] == []


def test_every_day_but_the_last_has_an_edition_and_every_document(whole: str) -> None:
    days, documents = [f"as-written-by={day}" for day in WRITTEN[:2]], [document.id for document in told(3).documents]
    assert [each.address for each in choices(told(3))] == [*days, *(f"following={each}" for each in documents)]
    assert list(unpacked(whole)) == [each.address for each in choices(told(3))]


@pytest.mark.parametrize("count", [1, 2])
def test_no_later_document_shows_through_in_an_edition(whole: str, count: int) -> None:
    edition = plain(unpacked(whole)[f"as-written-by={WRITTEN[count - 1]}"])
    edition = edition.replace("Tredland", "")  # who acts is the frame of the case
    assert [trace for later in TRACES[count:] for trace in later if trace in edition] == []


def test_an_edition_says_which_it_is_and_leads_back(whole: str) -> None:
    for each in choices(told(3)):
        edition = unpacked(whole)[each.address]
        assert each.leaves_out in edition and each.title in each.leaves_out
        assert f'<option value="{each.value}" selected>' in edition
        assert '<option value="">today</option>' in edition and '<option value="">everybody</option>' in edition
    assert 'class="then"' not in whole and " selected>" not in whole


def test_a_page_of_one_moment_offers_no_choice() -> None:
    text = page(told(1))
    assert not unpacked(text) and not re.search("as-written-by|following", text.partition("<script>")[0])


def test_the_steps_of_a_page_are_known_beforehand() -> None:
    made: list[str] = []
    page(told(2), step=made.append)
    assert len(made) == steps(told(2)) == 4 * len(SECTIONS)  # today, the first day, following either


def test_very_many_events_or_documents_are_not_packed() -> None:
    assert choices(crowded(MANY)) == []
    assert len(followed(_of_many_documents())) < 20
    assert len(moments(_of_many_documents())) == MOST


def _of_many_documents() -> Dossier:
    dossier = skerries().dossier()
    first = dossier.documents[0]
    days = [Period.parse(str(1900 + n), "written") for n in range(20)]
    return replace(dossier, documents=tuple(replace(first, id=f"d{n}", written=day) for n, day in enumerate(days)))
