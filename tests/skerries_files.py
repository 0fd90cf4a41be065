"""Five small files about the dispute that does not exist, each of another kind, as somebody has them in a folder."""

from __future__ import annotations

from tests.written_pdfs import written_pdf

LETTER = """A letter of the ministry of Norland, 5 May 1995

Norland and Suderland agreed on shared lighthouses in June 1990. In March 1991 Norland closed the strait to ships.
On 4 July 1992 Norland offered half of the Skerries to Suderland. Suderland rejected the offer in August 1992.
Norland insists on its sovereignty over the Skerries.
"""
NOTE = """# A note of the bureau of Suderland, March 1996

In May 1991 Suderland protested against the closing of the strait. Suderland demands all of the Skerries.
In September 1993 Norland and Suderland signed a treaty on fishing.
Suderland would accept half of the Skerries if Norland opened the strait.
"""
REPORT = """<!doctype html>
<html lang="en"><head><title>The Skerries: a report</title><meta name="author" content="An institute of the coast">
<meta name="date" content="1997-02-01"></head><body><article><h1>The Skerries: a report</h1>
<p>Norland and Suderland held talks in 1992 and in 1993. In January 1994 Norland imposed sanctions on Suderland.</p>
<p>Suderland accused Norland of breaking the treaty in February 1994. Trade between both reached 40 million crowns
in 1994.</p><p>Suderland threatened Norland with a blockade on 3 March 1994.</p></article></body></html>
"""
MESSAGE = """From: The fishing union <union@example.org>
Date: Mon, 06 Mar 1995 10:00:00 +0000
Subject: The strait
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

In April 1994 Norland reopened the strait. Norland and Suderland resumed talks in May 1994.
Suderland released twelve fishermen of Norland on 9 June 1994. The union supports shared fishing at the Skerries.
"""
PAPER = (
    "A paper on the Skerries, 1998",
    "",
    "In November 1994 Norland proposed a joint zone around the Skerries.",
    "Suderland welcomed the proposal in December 1994.",
    "In 1995 Norland sent aid to Suderland.",
    "Norland promised Suderland a share of the catch in 1996.",
)


def files() -> dict[str, bytes]:
    """Each file by its name."""
    texts = {"letter.txt": LETTER, "note.md": NOTE, "report.html": REPORT, "message.eml": MESSAGE}
    return {name: text.encode() for name, text in texts.items()} | {"paper.pdf": written_pdf([PAPER])}
