"""What is at fault in a model leads to where it is mended: from the list of models, and inside the form."""

from __future__ import annotations

import html
import re

import pytest

from tests.desk.conftest import Asked
from tests.skerries_model import TEXT

FORM = "/models/form?name=1990-1994"
FAULTS = (  # what makes a model faulty, and the field in which it is mended
    ('says = "close"', 'says = "clsoe"', "says", "clsoe"),
    ('outcome = "NYNY"\n', "", "end", ""),
    ('grounds = ["position-003"]', "grounds = []", "row", ""),
    ('actor = "SUD"', 'actor = "SUT"', "actor", "SUT"),
    ('id = "give_half"', 'id = "give half"', "id", "give half"),
    ('when = "not give_half"', 'when = "not giv"', "when", "not giv"),
    ('formula = "half"', 'formula = "hlaf"', "formula", "hlaf"),
    ('era = "1990-1994"', 'era = "1790"', "era", ""),
    ("about = 1", 'about = "one"', "about", "one"),
)


@pytest.mark.parametrize(("before", "after", "cell", "value"), FAULTS)
def test_a_fault_leads_to_the_field_where_it_is_mended(
    skerries: Asked, before: str, after: str, cell: str, value: str
) -> None:
    file = skerries.opened.folder / "conflicts" / "1990-1994.toml"
    assert before in TEXT
    file.write_text(TEXT.replace(before, after), encoding="utf-8")
    said = re.findall(r'<li>(?:<b>fault:</b> )?<a href="([^"#]+)#([^"]+)">', skerries.see("/models"))
    address, at = next((html.unescape(where), at) for where, at in said if at.partition("-")[0] == cell)
    page = skerries.see(address)
    assert f'<li><a href="#{at}">' in page, "the form has the same list"
    target = re.search(rf'<(\w+) [^>]*id="{at}"[^>]*>', page)
    assert target and target[1] in ("input", "select", "li"), at
    if target[1] == "input":
        assert f'value="{value}"' in target[0]


def test_a_fault_of_a_rival_reading_leads_to_it_and_one_without_a_field_to_the_text(skerries: Asked) -> None:
    file = skerries.opened.folder / "conflicts" / "1990-1994.toml"
    variant = TEXT.rindex("not accept")
    file.write_text(f"{TEXT[:variant]}not acecpt{TEXT[variant + 10 :]}", encoding="utf-8")
    address = re.search(r'<b>fault:</b> <a href="([^"#]+)#(says-\d+)">', skerries.see("/models"))
    assert address and "reading=north-1996" in address[1]
    assert f'id="{address[2]}" name="says:{address[2][5:]}" value="not acecpt"' in skerries.see(
        html.unescape(address[1])
    )
    for text in (f'titel = "A"\n{TEXT}', "title = "):
        file.write_text(text, encoding="utf-8")
        assert '<b>fault:</b> <a href="/models/text?name=1990-1994">' in skerries.see("/models")


def test_what_has_to_be_mended_is_not_folded_away(skerries: Asked) -> None:
    folded = r"<details( open)?><summary>2 options"
    assert re.findall(folded, skerries.see(FORM)) == ["", ""]
    file = skerries.opened.folder / "conflicts" / "1990-1994.toml"
    file.write_text(TEXT.replace('id = "accept"', 'id = "ac cept"'), encoding="utf-8")
    assert re.findall(folded, skerries.see(FORM)) == ["", " open"]
