"""What the desk offers to make for others, and what each file holds."""

from __future__ import annotations

Offer = tuple[str, str, str]  # what is asked for, its name, what it holds

TO_READ: tuple[Offer, ...] = (
    ("page", "The page", "One HTML file that needs nothing else."),
    ("brief", "The brief", "6 to 8 pages for print, as HTML."),
    ("brief-word", "The brief for Word", "The same with real footnotes."),
    ("markdown", "Notes", "Each entry with its places, as Markdown."),
)
THE_CASE: tuple[Offer, ...] = (
    ("zip", "The case without texts", "The case folder in one archive; it opens as a case."),
    ("xlsx", "A workbook", "A sheet for each table; edited, it can be taken back here."),
    ("json", "One JSON file", "The case for other programs; it opens as a case."),
)
FOR_PROGRAMS: tuple[Offer, ...] = (
    ("qdpx", "A project (.qdpx)", "Codes, passages and notes for programs of qualitative analysis (REFI-QDA 1.5)."),
    ("qdc", "A codebook (.qdc)", "The codes alone (REFI-QDA 1.5)."),
    ("annotations", "Web annotations", "Each passage with what is said of it, as JSON-LD (W3C)."),
    ("bibtex", "BibTeX", "The documents."),
    ("ris", "RIS", "The documents."),
    ("csl", "CSL-JSON", "The documents."),
    ("graphml", "GraphML", "Who acted towards whom; what is argued to move what."),
    ("gexf", "GEXF", "The same with time spans."),
    ("svg", "Figures", "Every drawing of the page as SVG."),
)
OFFERED = (("To read", TO_READ), ("The case itself", THE_CASE), ("For other programs", FOR_PROGRAMS))
