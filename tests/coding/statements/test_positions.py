"""Sentences that say what an actor wants are proposed as positions; sentences that only tell facts are not."""

from __future__ import annotations

import pytest

from hikiwake.coding.actors import named
from hikiwake.coding.statements import propose
from hikiwake.coding.times import times
from hikiwake.periods import Period
from hikiwake.workbench import Proposal


def positions(text: str, written: Period | None = None) -> list[Proposal]:
    """The positions proposed for a text."""
    dated = times(text, written)
    return [each for each in propose("a", text, written, named(text, dated), dated) if each.kind == "position"]


def cells(text: str) -> dict[str, str]:
    """The cells of the one position of a text."""
    (found,) = positions(text)
    return dict(found.cells)


STATED = (
    "Athens maintains that the islands have a full continental shelf.",
    "Turkey does not recognise the jurisdiction of the Court in this matter.",
    "For Ankara, any extension of Greek territorial waters to twelve miles would be a cause for war.",
    "The Argentine government has never dropped its claim.",
    "London says that there can be no talks on sovereignty unless the islanders so wish.",
    "Islanders overwhelmingly prefer to remain British.",
    "India considers Kashmir an integral part of its territory and regards the question as a bilateral one.",
    "Pakistan has long called for a plebiscite under the auspices of the United Nations.",
    "Cairo sees the dam as an existential threat.",
    "Ethiopia insists on its right to develop the river and rejects what it calls colonial-era treaties.",
    "Sudan wavered between its two neighbours.",
    "Khartoum would benefit from cheaper electricity and has come round to backing the dam.",
    "Manila refuses to trade its rights for investment.",
    "Beijing has signalled that it will not accept the ruling.",
    "Hanoi wants a binding code of conduct.",
    "Azerbaijan argued that the sea bed should be divided along a median line.",
    "Tehran demanded an equal fifth of the Caspian.",
    "Turkmenistan was ready to build the pipeline without waiting for the others.",
    "Moscow fears that a pipeline would break its hold on the gas trade.",
    "The Bolivian constitution declares access to the sea an imprescriptible right.",
    "Chile holds that the 1904 treaty settled the matter for good.",
    "Guyana wants the Court to confirm the award of 1899.",
    "Caracas denies that the Court has jurisdiction.",
    "The Serbian leadership cannot accept independence but is prepared to grant wide autonomy.",
    "Pristina demands full recognition before anything else.",
    "Armenia's new government showed itself open to a corridor under its own control.",
    "Public opinion in Georgia is firmly against recognising the breakaway regions.",
    "Spain would settle for joint sovereignty.",
    "The fishermen want the ban lifted.",
    "Neither side is willing to withdraw first.",
    "Both governments have an interest in keeping the talks alive.",
    "The generals opposed any compromise.",
    "Washington takes no position on sovereignty over the islands.",
    "Tokyo denies that any dispute exists.",
    "Seoul regards Dokdo as its inherent territory and will not go to court.",
    "The Ecuadorean side clung to the Rio Protocol's nullity.",
    "Lima hoped that the guarantors would put pressure on Quito.",
    "Somaliland seeks recognition as a state.",
    "Mogadishu threatened to expel the diplomats of any country that opened an office in Hargeisa.",
    "Cambodia wants the Court to interpret its judgment of 1962.",
    "Thailand has rejected third-party mediation.",
    "Malaysia is reluctant to anger China.",
    "The islanders' council has urged London to hold firm.",
    "Eritrea expects the border to be marked as the commission ruled.",
)


@pytest.mark.parametrize("text", STATED)
def test_a_position_is_proposed(text: str) -> None:
    """Whatever the dispute, with the grounds: rule, trigger, roles, date and status."""
    (found,) = positions(text)
    assert {"rule", "trigger", "roles", "date", "status"} <= dict(found.why).keys()
    assert 0 < found.confidence <= 1
    assert (found.passages[0].start, found.passages[0].end) == (0, len(text))


FACTS = (
    "Do you support a sharing of the fish, or would you prefer a ban?",
    "The disputed islands lie far from the coast.",
    "The claimed area is rich in oil and gas.",
    "The opposing armies stood on the two banks.",
    "This paper explores how the border was drawn.",
    "They settled their dispute, that much is known.",
    "The meeting took place in Geneva in May 1998.",
    "The river is 6,650 kilometres long.",
    "Heavy rain fell on the capital during the night.",
    "The treaty was signed on 12 May 1881 in Buenos Aires.",
    "Two fishing boats collided near the reef.",
    "The delegation arrived on Monday and left on Friday.",
    "The dam holds 74 billion cubic metres of water.",
    "Elections were held in 2003 and the opposition won.",
    "He was born in La Paz and studied law in Paris.",
    "The border runs for 900 kilometres through desert.",
    "Oil was found off the coast in 1976.",
    "The court has fifteen judges.",
    "Trade between the two grew by 12 per cent in 2010.",
    "The strait is only 20 miles wide at its narrowest point.",
    "A ceasefire came into force at midnight.",
    "The war lasted for seventy-four days and cost some 900 lives.",
    "The islands lie 480 kilometres off the mainland.",
    "British troops landed at San Carlos on 21 May.",
    "A new road was opened in the north.",
    "The lake has shrunk since the 1960s.",
    "Fighting broke out again in July.",
    "The minister resigned in March.",
    "Snow covers the glacier all year round.",
    "The ships returned to port.",
    "The map was drawn in 1908 by French officers.",
)


@pytest.mark.parametrize("text", FACTS)
def test_a_plain_fact_is_no_position(text: str) -> None:
    """Nobody wants anything in it."""
    assert not positions(text)


CELLS = [
    ("Peru rejects any talks on the border.", ("PER", "rejects", "strong", "declared")),
    ("Peru does not accept the ruling.", ("PER", "rejects", "moderate", "declared")),
    ("Peru cannot accept the ruling.", ("PER", "rejects", "moderate", "declared")),
    ("Neither Peru nor its allies support the plan.", ("PER", "opposes", "moderate", "declared")),
    ("Lima is firmly against recognising the new border.", ("PER", "rejects", "moderate", "declared")),
    ("For Peru the island is not negotiable.", ("PER", "rejects", "red line", "declared")),
    ("Peru would never accept the ruling.", ("PER", "rejects", "red line", "declared")),
    ("Peru fears a blockade.", ("PER", "opposes", "moderate", "perceived")),
    ("Peru was ready to share the fish.", ("PER", "accepts", "moderate", "declared")),
    ("The plan was opposed by Peru.", ("PER", "opposes", "strong", "declared")),
    ("Peru’s refusal surprised Chile.", ("PER", "rejects", "strong", "declared")),
    ("With Chile’s help Peru wants to open a port.", ("PER", "demands", "moderate", "revealed")),
    ("The Peruvian public opposes the sale.", ("PER/public", "opposes", "strong", "declared")),
    ("Peru and Chile met. Both sides insist on their maps.", ("PER;CHL", "demands", "strong", "declared")),
    ("Peru and Chile reject the plan of the Court.", ("PER;CHL", "rejects", "strong", "declared")),
    ("Peru did not want an open clash at sea.", ("PER", "opposes", "moderate", "revealed")),
    ("Peru should give the fishermen a share.", ("PER", "demands", "moderate", "recommended")),
]


@pytest.mark.parametrize(("text", "expected"), CELLS)
def test_whose_it_is_and_what(text: str, expected: tuple[str, ...]) -> None:
    """Actor, verb, strength and kind; a negation turns the verb."""
    found = cells(text)
    assert tuple(found[column] for column in ("actor", "verb", "strength", "kind")) == expected


def test_a_stance_quotes_a_few_words_only() -> None:
    """It is made from a template: at most six words of the passage stand in it."""
    stance = cells("Peru rejects any talks on the border with its neighbours that others have asked it to hold.")[
        "stance"
    ]
    quoted = stance.partition("“")[2].rstrip("”")
    assert stance.startswith("rejects “") and len(quoted.split()) <= 6


def test_a_position_without_a_time_is_of_the_time_of_writing() -> None:
    """So it never lasts beyond what its document could know."""
    written = Period.parse("2012-05-03", "written")
    (found,) = positions("Peru rejects any talks on the border.", written)
    assert found.period == written
    (dated,) = positions("In 1990 Peru rejected any talks on the border.", written)
    assert dated.period is not None and dated.period.start.year == 1990


def test_what_is_told_in_the_present_is_of_the_time_of_writing() -> None:
    """Also where a date stands before it in the paragraph."""
    written = Period.parse("2012-05-03", "written")
    found = positions("In 1990 a treaty was signed. Peru rejects it. Peru wanted more then.", written)
    assert [each.period.start.year for each in found if each.period] == [2012, 1990]


def test_a_long_sentence_is_cut_around_the_cue() -> None:
    """A passage has at most 300 characters and begins and ends between words."""
    text = (
        "There were "
        + "very long and winding rivers and " * 20
        + "Peru insists on the old border "
        + "and so on " * 30
        + "too."
    )
    (found,) = positions(text)
    passage = text[found.passages[0].start : found.passages[0].end]
    assert len(passage) <= 300 and "insists" in passage
    assert passage == passage.strip() and text[found.passages[0].start - 1] == " "
