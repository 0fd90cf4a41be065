"""The small words by which a sentence is built: auxiliaries, determiners, prepositions, what opens a clause."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as running text.

    >>> sorted(listed("b a"))
    ['a', 'b']
    """
    return frozenset(words.split())


BE = listed("be is are was were been being am got get gets 're")
HAVE = listed("has have had having")
DO = listed("do does did")
FUTURE = listed("will shall 'll")
ADVICE = listed("should must ought needs need cannot")
POSSIBLE = listed("can could may might would")
MODALS = FUTURE | ADVICE | POSSIBLE
NEGATIONS = listed("not never 't nor neither hardly scarcely n't")
DETERMINERS = listed(
    """the a an this that these those its their his her our your my any some no every each all both several many few
    another other more most one two three four five six first second third such what whose further new own same
    former joint"""
)
PREPOSITIONS = listed(
    """of in on at by for from with to into against over under between among about after before during since until
    through despite amid without within towards toward across along near around as upon per via like including
    regarding concerning following behind off outside than"""
)
ADVERBS = listed(
    """also then later soon again already just still even only thus hence therefore however instead once twice now
    today yesterday subsequently eventually finally twice often always yet further together jointly once ever first
    both all since almost too so itself himself themselves herself long likewise here there meanwhile nevertheless
    nonetheless forcibly formally"""
)
SUBJECTS = listed("he she it they we who which both i you")
RELATIVES = listed("which who that whom whose where whereby")
CONDITIONS = listed("if unless whether lest provided supposing")
CLAUSE_ENDS = listed(". ; : ! ? ( ) – —")
QUOTES = frozenset("\"“”'‘’«»")
JOINERS = listed("and or but nor & then")
REPORTS = listed(
    """said says say stated states told announced announces declared declares noted notes claimed claims insisted added
    reported reports explained argued argues maintained asserted believes believed revealed confirmed promised
    pledged vowed agreed indicated stressed emphasised emphasized hinted recalled warned suggested"""
)
DOUBTED = listed("""allegedly reportedly purportedly supposedly alleged apparently purported so-called suspected""")


def adverb(word: str) -> bool:
    """Whether a word may stand between the parts of a verb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in ("july", "italy", "rally", "ally"))
