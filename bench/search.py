"""How fast search is: passages indexed, questions answered, beside a plain scan of the same texts in the same run.

python bench/search.py [PASSAGES] [RUNS]

The passages are made: words as frequent as words of a language are (the n-th about 1/n as often as the first), in
sentences of 8 to 36 words, with names and years among them. Indexing is the full-text index alone, and the whole way
from texts in a library through sentences to the index.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from hikiwake.documents import Library
from hikiwake.dossier import Dossier, load
from hikiwake.search import Search
from hikiwake.search.fulltext import FullText

SENTENCES_OF_A_TEXT = 2_000
SYLLABLES = ("ka", "to", "mir", "sol", "ne", "vor", "ta", "lin", "gra", "shu", "den", "pol", "ist", "ar")
FREQUENT = ("Russia", "Japan", "islands", "treaty", "talks")  # among the commonest words
KNOWN = ("Putin", "Abe", "peace", "sanctions", "missile", "gas", "offer", "transfer", "Shikotan", "systems", "stop")
QUESTIONS = (
    "When did Russia halt the talks?",
    "Which missile systems stand on Iturup?",
    "What did Abe offer Putin in May 2016?",
    "How many islands would be transferred after a peace treaty?",
    "Why do Japanese sanctions not include gas?",
    "What happened on Shikotan in August 2017?",
)


def made_sentences(count: int) -> list[str]:
    """Sentences of made words, a few of them words of the dispute."""
    chance = random.Random(1956)
    vocabulary = ["".join(chance.choices(SYLLABLES, k=1 + number % 4)) + str(number % 7) for number in range(30_000)]
    vocabulary[5:5] = FREQUENT
    for rank, word in enumerate(KNOWN, 1):
        vocabulary.insert(40 * rank, word)
    shares = [1 / (rank + 3) for rank in range(len(vocabulary))]
    drawn = iter(chance.choices(vocabulary, shares, k=count * 22))
    years = [f" in {1950 + number % 75}" if number % 3 == 0 else "" for number in range(count)]
    lengths = [8 + chance.randrange(28) for _ in range(count)]
    return [_sentence(drawn, min(length, 30), year) for length, year in zip(lengths, years, strict=True)]


def _sentence(drawn: Iterator[str], length: int, year: str) -> str:
    words = " ".join(islice(drawn, length))
    return f"{words[:1].upper()}{words[1:]}{year}."


def seconds(work: Callable[[], object], runs: int) -> float:
    """The median time of some work."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def scanned(connection: sqlite3.Connection, question: str) -> list[tuple[str]]:
    """The baseline: every sentence that holds one of the question's longer words, by reading all of them."""
    words = [word.strip("?") for word in question.split() if len(word) > 4]
    held = " + ".join("(text LIKE ?)" for _ in words)
    query = f"SELECT text FROM plain ORDER BY {held} DESC LIMIT 10"
    return connection.execute(query, [f"%{word}%" for word in words]).fetchall()


def library_of(folder: Path, sentences: list[str]) -> Library:
    """The sentences as text files of a library."""
    for number in range(0, len(sentences), SENTENCES_OF_A_TEXT):
        text = " ".join(sentences[number : number + SENTENCES_OF_A_TEXT])
        (folder / f"{number}.txt").write_text(text.replace(". A", ".\n\nA"), encoding="utf-8")
    library = Library(folder)
    if len(library.texts) * SENTENCES_OF_A_TEXT < len(sentences):  # reads the files, which is not what is measured
        raise SystemExit("not every text could be read")
    return library


def main(count: int, runs: int) -> None:
    """Print the medians."""
    sentences = made_sentences(count)
    plain = sqlite3.connect(":memory:")
    plain.execute("CREATE TABLE plain (text)")
    plain.executemany("INSERT INTO plain VALUES (?)", ((sentence,) for sentence in sentences))
    frame = load("japan_russia")
    dossier = Dossier(frame.case, actors=frame.actors)
    with tempfile.TemporaryDirectory() as folder:
        library = library_of(Path(folder), sentences)
        print(f"{count:,} passages, {runs} runs, medians")
        print(f"full-text index alone           {seconds(lambda: FullText(sentences), runs):8.2f} s")
        print(f"texts to sentences to index     {seconds(lambda: Search(dossier, library), runs):8.2f} s")
        search = Search(dossier, library)
    cold = [seconds(partial(search.find, question), 1) for question in QUESTIONS]
    print(f"a question, asked first         {statistics.median(cold) * 1000:8.1f} ms (slowest {max(cold) * 1000:.1f})")
    warm = [seconds(partial(search.find, question), runs) for question in QUESTIONS]
    print(f"a question, asked again         {statistics.median(warm) * 1000:8.1f} ms (slowest {max(warm) * 1000:.1f})")
    slow = [seconds(partial(scanned, plain, question), 1) for question in QUESTIONS]
    print(f"a plain scan (LIKE)             {statistics.median(slow) * 1000:8.1f} ms (slowest {max(slow) * 1000:.1f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000, int(sys.argv[2]) if len(sys.argv) > 2 else 5)
