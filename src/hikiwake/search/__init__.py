"""Full-text search over the library's passages and over the entries: a question in plain words, and what answers it."""

from hikiwake.search.result import Hit, NothingFound, NotInTheDocuments, Place, SearchResult
from hikiwake.search.searching import Search, search

__all__ = ["Hit", "NotInTheDocuments", "NothingFound", "Place", "Search", "SearchResult", "search"]
