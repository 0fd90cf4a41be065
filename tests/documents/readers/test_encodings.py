"""A text that does not say its encoding is read as it was written, or refused; never as other letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from hikiwake.documents.readers import ReadText, read_files

WRITTEN = [
    ("latin-1", "Le ministère a protesté à Genève le 3 février 1998. Les négociations ont échoué."),
    ("latin-1", "El ministro protestó mañana en España por las islas Malvinas; años de negociación."),
    ("latin-1", "O ministério protestou; as negociações não avançaram. Ações e condições."),
    ("latin-1", "Ministeriet protesterade på Åland. Förhandlingarna bröts."),
    ("latin-1", "The café was closed."),
    ("cp1252", "The ministry protested – “at once” – and the talks’ end came."),
    ("cp1250", "Ministerstwo zaprotestowało w Łodzi. Rozmowy przerwano, żądania odrzucono."),
    ("iso8859_2", "Ministerstvo protestovalo v květnu. Jednání byla přerušena, řekl mluvčí."),
    ("cp1254", "Bakanlık görüşmelerin kesildiğini açıkladı; İstanbul’da şartlar değişti."),
    ("cp1251", "Министерство заявило протест 21 марта 2022 года."),
    ("cp1251", "МИД"),
    ("koi8-r", "Министерство заявило протест в апреле 2010 года. Стороны договорились."),
    ("koi8-r", "протест в апреле"),
    ("koi8-r", "протокол"),
    ("cp866", "протокол"),
    ("cp1251", "договор 1956 года"),
    ("cp866", "Переговоры о границе были прерваны."),
    ("cp1253", "Το υπουργείο διαμαρτυρήθηκε και οι συνομιλίες διακόπηκαν."),
    ("cp1255", "משרד החוץ מחה על ההחלטה והשיחות נפסקו."),
    ("cp1256", "احتجت وزارة الخارجية على القرار وتوقفت المحادثات."),
    ("cp932", "①外務省は抗議した。㈱北洋は漁業交渉を続けた。"),
    ("cp932", "北方領土"),
    ("euc_jp", "外務省は平成28年12月15日に抗議した。北方領土の交渉は続いた。"),
    ("iso2022_jp", "外務省は抗議した。"),
    ("gb18030", "外交部"),
    ("cp1255", "משרד החוץ"),
    ("gb18030", "外交部于2010年9月7日提出抗议。谈判中断了。"),
    ("big5", "外交部於2010年9月7日提出抗議。談判中斷了。"),
    ("euc_kr", "외교부는 2010년 9월 7일 항의했다. 협상은 중단되었다."),
    ("utf-16-le", "The harbour council met in June 1999. Talks went on."),
    ("utf-16-be", "Министерство заявило протест."),
]


def read(path: Path, content: bytes) -> ReadText:
    """The text of a file with some bytes."""
    path.write_bytes(content)
    return next(text for _, text in read_files([path]))


@pytest.mark.parametrize(("encoding", "text"), WRITTEN)
def test_a_text_is_read_as_it_was_written(tmp_path: Path, encoding: str, text: str) -> None:
    """With a note that names an encoding in which these very words are these very bytes."""
    told = read(tmp_path / "a.txt", text.encode(encoding))
    assert told.text == text
    assert [note.partition("read as ")[0] for note in told.notes] == ["not UTF-8: "]
    assert text.encode(told.notes[0].partition("read as ")[2]) == text.encode(encoding)


@pytest.mark.parametrize(
    "content", [b"abc\0\0def", b"Talks\0 ended.", bytes(range(1, 256)) * 3, b"\xe0\xe1\xf5\xff\xfe\xe3\xe8" * 5]
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    """No NUL is stored in a text, and no letters are made of what has none."""
    assert read(tmp_path / "a.txt", content).fault
