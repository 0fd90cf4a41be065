"""The small words by which a sentence is built: auxiliaries, determiners, prepositions, what opens a clause."""

from __future__ import annotations

BE = frozenset("be is are was were been being am got get gets 're".split())
HAVE = frozenset("has have had having".split())
DO = frozenset("do does did".split())
FUTURE = frozenset("will shall 'll".split())
ADVICE = frozenset("should must ought needs need cannot".split())
POSSIBLE = frozenset("can could may might would".split())
MODALS = FUTURE | ADVICE | POSSIBLE
NEGATIONS = frozenset("not never 't nor neither hardly scarcely n't".split())
DETERMINERS = frozenset(
    """the a an this that these those its their his her our your my any some no every each all both several many few another other more most
    one two three four five six first second third such what whose further new own same former joint""".split()
)
PREPOSITIONS = frozenset(
    """of in on at by for from with to into against over under between among about after before during since until through despite amid
    without within towards toward across along near around as upon per via like including regarding concerning following behind off outside than""".split()
)
ADVERBS = frozenset(
    """also then later soon again already just still even only thus hence therefore however instead once twice now today yesterday subsequently
    eventually finally twice often always yet further together jointly once ever first both all since almost too so itself himself themselves herself
    long likewise here there meanwhile nevertheless nonetheless forcibly formally""".split()
)
SUBJECTS = frozenset("he she it they we who which both i you".split())
RELATIVES = frozenset("which who that whom whose where whereby".split())
CONDITIONS = frozenset("if unless whether lest provided supposing".split())
CLAUSE_ENDS = frozenset(". ; : ! ? ( ) – —".split())
QUOTES = frozenset("\" “ ” ' ‘ ’ « »".split())
JOINERS = frozenset("and or but nor & then".split())
REPORTS = frozenset(
    """said says say stated states told announced announces declared declares noted notes claimed claims insisted added reported reports explained
    argued argues maintained asserted believes believed revealed confirmed promised pledged vowed agreed indicated stressed emphasised emphasized
    hinted recalled warned suggested""".split()
)
DOUBTED = frozenset("allegedly reportedly purportedly supposedly alleged apparently purported so-called suspected".split())


def adverb(word: str) -> bool:
    """Whether a word may stand between the parts of a verb."""
    return word in ADVERBS or (word.endswith("ly") and len(word) > 4 and word not in ("july", "italy", "rally", "ally"))
