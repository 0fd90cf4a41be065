"""Who wrote it: a person with family name, given names, particle and suffix, or a body whose name is one piece.

A family name written in Chinese, Japanese or Korean letters stands first. ``et al.`` is an author of its own: OTHERS.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_PARTICLE_WORDS = "al bin da das de del della den der di do dos du el ibn la le ten ter und van vom von y zu zum zur"
PARTICLES = frozenset(_PARTICLE_WORDS.split())
SUFFIX = re.compile(r"(?:jr|sr|jnr|snr|esq|ph\.?d|m\.?d|i{2,3}|iv|vi{1,3}|[2-9](?:nd|rd|th))\.?", re.IGNORECASE)
COMPANY = re.compile(r"(?:inc|ltd|llc|llp|plc|gmbh|corp|co|s\.?a|a\.?g)\.?", re.IGNORECASE)
_BODY_WORDS = """
    academy agency assembly association bank board bureau cabinet center centre commission committee company consortium
    corporation council delegation department division embassy federation foundation fund government group institut
    institute institution international laboratory league ministry nations network office organisation organization
    parliament party press programme secretariat senate service society trust union united university watch world
"""
_BODY = frozenset(_BODY_WORDS.split())
_JOINING = frozenset(("of", "for", "the", "and", "on", "&", "für", "des"))
_OTHER_WORDS = (
    "others", "et al", "et alii", "et autres", "und andere", "u a", "e altri", "y otros", "e outros", "m fl",
    "и др", "и другие", "та ін", "ほか", "他", "等", "외", "وآخرون",
)  # fmt: skip
_OTHERS = re.compile(rf"(?:(?:and|&)\s+)?(?:{'|'.join(_OTHER_WORDS).replace(' ', '[. ]+')})\.?", re.IGNORECASE)
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True)
class Author:
    """A person (``family`` and what belongs to it) or a body (``literal``), said in the usual order by ``str``.

    >>> str(Author(family="Beethoven", given="Ludwig", particle="van"))
    'Ludwig van Beethoven'
    >>> str(Author(family="King", given="Martin Luther", suffix="Jr."))
    'Martin Luther King, Jr.'
    """

    literal: str = ""
    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        """The name as it is said."""
        if self.literal:
            return self.literal
        parts = (self.surname, self.given) if _EAST_ASIAN.search(self.family) else (self.given, self.surname)
        return " ".join(filter(None, parts)) + (f", {self.suffix}" if self.suffix else "")

    @property
    def surname(self) -> str:
        """The particle and the family name, or the body's name."""
        return self.literal or " ".join(filter(None, (self.particle, self.family)))


OTHERS = Author(literal="et al.")


def body(name: str) -> Author:
    """A body by its name; ``others`` and ``et al.`` are those who are not named."""
    plain = re.sub(r",(?:\s*,)+", ",", " ".join(name.split())).strip(" ,")
    return OTHERS if _OTHERS.fullmatch(plain) else Author(literal=plain)


def person(family: str, given: str = "", particle: str = "", suffix: str = "") -> Author:
    """A person by the parts of the name; a suffix in the family name and a particle that is none are put right."""
    family, given, particle, suffix = (" ".join(part.split()).strip(" ,") for part in (family, given, particle, suffix))
    if not family:
        family, given = given, ""
    if not suffix:
        family, suffix = _without_suffix(family)
    if not suffix and " " in given and len(family) > 1 and SUFFIX.fullmatch(family):
        (given, _, family), suffix = given.rpartition(" "), family
    if particle.endswith(("'", "’", "-")):
        family, particle = particle + family, ""
    if not particle or not particle[0].islower():
        family, particle = " ".join(filter(None, (particle, family))), ""
    if not given and not particle and (not family or _OTHERS.fullmatch(family)):
        return body(family)
    return Author("", family, given, particle, suffix)


def _without_suffix(family: str) -> tuple[str, str]:
    name, _, last = family.replace(",", " ").rpartition(" ")
    return (name.strip(), last) if name.strip() and len(last) > 1 and SUFFIX.fullmatch(last) else (family, "")


def sorted_name(text: str) -> Author:
    """A name as bibliographies sort it: ``Family, Given``, ``Family, Given, Jr.``, or a body without a comma."""
    name = _without_others(text)
    if ",," in name:
        return body(name.replace(",,", ","))
    parts = [part.strip() for part in name.split(",") if part.strip()]
    if len(parts) < 2 or COMPANY.fullmatch(parts[-1]) or (len(parts[0].split()) > 1 and is_body(parts[0])):
        return body(name)
    suffix = next((part for part in parts[1:] if SUFFIX.fullmatch(part)), "")
    given = " ".join(part for part in parts[1:] if part != suffix)
    if not given:
        return replaced_suffix(parts[0], suffix)
    particle, family = split_particle(parts[0])
    return person(family, given, particle, suffix)


def _without_others(text: str) -> str:
    """A name without ``et al.`` at its end."""
    words = text.replace(".", "").split()[-2:]
    kept = " ".join(text.split()[:-2]).strip(" ,") if [word.casefold() for word in words] == ["et", "al"] else ""
    return kept or text.strip()


def replaced_suffix(name: str, suffix: str) -> Author:
    """A name in the order in which it is said, with its suffix."""
    found = said_name(name)
    return Author("", found.family or name, found.given, found.particle, suffix)


def split_particle(family: str) -> tuple[str, str]:
    """The leading words in lower case, and the family name after them."""
    words = family.split()
    last = next((place for place, word in enumerate(words) if not word[0].islower()), len(words) - 1)
    return " ".join(words[:last]), " ".join(words[last:])


def is_body(text: str) -> bool:
    """Whether words are such as stand in the names of bodies and not in those of persons.

    >>> is_body("World Bank"), is_body("Ministry of Foreign Affairs"), is_body("Hiroshi Kimura")
    (True, True, False)
    """
    words = [word.casefold().strip(".,") for word in text.split()]
    return len(words) > 1 and any(word in _BODY or word in _JOINING for word in words)


def said_name(text: str) -> Author:
    """A name in the order in which it is said; what is no plain name of a person is a body.

    >>> said_name("James D.J. Brown").family, said_name("World Bank").literal
    ('Brown', 'World Bank')
    """
    plain = _without_others(text)
    name, comma, suffix = plain.rpartition(",")
    if comma and SUFFIX.fullmatch(suffix.strip()) and (found := family_and_given(name.strip())):
        particle, family = split_particle(found[0])
        return person(family, found[1], particle, suffix)
    found = family_and_given(plain)
    if found is None:
        return body(text)
    particle, family = split_particle(found[0])
    return person(family, found[1], particle)


def family_and_given(author: str) -> tuple[str, str] | None:
    """A person's family name and given names, or ``None`` for a body, or for words that are no plain name.

    >>> family_and_given("James D.J. Brown")
    ('Brown', 'James D.J.')
    >>> family_and_given("Ministry of Foreign Affairs") is None
    True
    """
    words = author.split()
    if not 2 <= len(words) <= 6 or " ".join(words) != author or not author.isprintable() or is_body(author):
        return None
    if len(words) == 2 and all(_EAST_ASIAN.match(word) for word in words):
        return words[0], words[1]
    if sum(word not in PARTICLES for word in words) > 4:
        return None
    if not all(word[0].isupper() or word in PARTICLES for word in words) or set(author) & set(',;{}()&"/\\0123456789'):
        return None
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    return " ".join(words[first:]), " ".join(words[:first])


def joined(authors: Iterable[Author]) -> str:
    """Authors in one line: ``Ann Okta; World Bank``, and ``Ann Okta et al.``"""
    named = list(authors)
    text = "; ".join(str(author) for author in named if author != OTHERS)
    return f"{text} {OTHERS}".strip() if OTHERS in named else text


def apart(text: str) -> tuple[Author, ...]:
    """The authors of one line, as a case has them."""
    names = [name.strip() for name in text.split(";") if name.strip()]
    open_end = bool(names) and names[-1].endswith(" et al.")
    if open_end:
        names[-1] = names[-1].removesuffix(" et al.")
    return (*map(said_name, names), *((OTHERS,) if open_end else ()))
