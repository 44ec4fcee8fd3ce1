"""From a job to the officer's workbook with comments, colours and a sheet of findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from cchc_core.checks import entries_of, marks_of
from cchc_core.plugins import AnnotateJob
from cchc_core.words import LANGUAGES, say
from cchc_exporters.template.annotate.book import Book
from cchc_exporters.template.annotate.findings_sheet import findings_xml, listed_xml
from cchc_exporters.template.annotate.notes import BEGIN, Notes
from cchc_exporters.template.form.sheets import cell_at
from cchc_exporters.template.reading.guard import Guarded
from cchc_exporters.xlsx.findings import FINDINGS, WIDTHS, finding_heads, finding_rows
from cchc_exporters.xlsx.listing import HEAD_ROW, Item
from cchc_exporters.xlsx.marks import Marks
from cchc_exporters.xlsx.styles import Style
from cchc_exporters.xlsx.told import summary_of

__all__ = ["POSSIBLE", "WRONG", "annotate"]

_MEMORY = "_cchc_ghi_chu"
"""A sheet nobody sees, which knows the grounds that cells had before they were coloured."""

_REMEMBERED = len(("sheet", "cell", "ground"))
WRONG, POSSIBLE = "#F4B084", "#FFD966"
"""Stronger than the colours of the appendix, which the cells of a form that are to be filled in nearly have already."""

_STRONGER = {Style().broken().fill: WRONG, Style().to_cross_check().fill: POSSIBLE}


@frozen(kw_only=True)
class _Mark:
    """What one cell is given."""

    colour: str
    comment: str


def annotate(job: AnnotateJob) -> bytes:
    """Write what was found into the workbook it was found in; everything else stays as it is.

    What an earlier time wrote is taken out first, so that a workbook may be annotated again and again.

    Args:
        job: The workbook, what was read from it, and what was found.

    Raises:
        ReadError: If the file is no workbook, or one that is not read.
    """
    Guarded(job.content)
    book = Book(job.content)
    places = _places(job.reading.cells)
    sheet = _own_sheet(book)
    commented = [name for name in book.names if book.has_comments(name, BEGIN)]
    remembered = _cleared(book, commented)
    grounds = _marked(book, _marks(job))
    for name in commented:
        Notes(book.sheet(name)).tidy()
    _tell(book, job, sheet, places)
    if grounds or remembered:
        book.put(_MEMORY, listed_xml([[*key, fill] for key, fill in grounds.items()]), hidden=True)
    return book.parts.content()


def _places(cells: Mapping[str, str]) -> dict[str, tuple[str, int, int]]:
    """Give sheet, row and column of everything that was read, by its path."""
    return {path: (sheet, *cell_at(cell)) for path, (sheet, cell) in _named(cells)}


def _named(cells: Mapping[str, str]) -> Iterable[tuple[str, tuple[str, str]]]:
    for path, named in cells.items():
        sheet, _, cell = named.rpartition("!")
        yield path, (sheet, cell)


def _own_sheet(book: Book) -> str:
    """Give the name of our sheet; another one of that name is left alone."""
    titles = {say("sheet.findings", lang) for lang in LANGUAGES}
    number = 1
    name = FINDINGS
    while name in book.names and not any(text in titles for row in book.rows(name)[:1] for text in row):
        number += 1
        name = f"{FINDINGS} ({number})"
    return name


def _cleared(book: Book, commented: Sequence[str]) -> bool:
    """Take out the comments and colours of an earlier time; tell whether it remembered any grounds."""
    for name in commented:
        Notes(book.sheet(name)).clear()
    remembered = _MEMORY in book.names
    rows = book.rows(_MEMORY) if remembered else []
    for name, cell, fill in (row for row in rows if len(row) == _REMEMBERED):
        if name in book.names:
            sheet = book.sheet(name)
            look = sheet.look(cell)
            if _is_ours(book.looks.fill_of(look)):
                sheet.set_look(cell, book.looks.with_fill(look, fill))
    return remembered


def _is_ours(fill: str) -> bool:
    return any(f'rgb="FF{colour.removeprefix("#")}"' in fill for colour in (WRONG, POSSIBLE))


def _marks(job: AnnotateJob) -> dict[tuple[str, str], _Mark]:
    """Say which cells are marked and what is told there, by sheet and cell."""
    found = marks_of(job.result)
    words = Marks(job.result, job.lang)
    numbers: dict[str, list[int]] = {}
    for number, entry in enumerate(found.entries, 1):
        for path in dict.fromkeys((*entry.wrong, *entry.possible, *(each.place.path for each in entry.findings))):
            if path in job.reading.cells:
                numbers.setdefault(path, []).append(number)
    marked: dict[tuple[str, str], _Mark] = {}
    for path, (sheet, cell) in _named(job.reading.cells):
        if path in numbers:
            colour = WRONG if path in found.wrong else POSSIBLE
            marked[sheet, cell] = _Mark(colour=colour, comment=words.told(numbers[path]))
    return marked


def _marked(book: Book, marks: Mapping[tuple[str, str], _Mark]) -> dict[tuple[str, str], str]:
    """Colour the cells and comment on them; give the grounds that they had."""
    grounds: dict[tuple[str, str], str] = {}
    told: dict[str, dict[str, str]] = {}
    for (name, cell), mark in marks.items():
        sheet = book.sheet(name)
        look = sheet.look(cell)
        grounds[name, cell] = book.looks.fill_of(look)
        sheet.set_look(cell, book.looks.filled(look, mark.colour))
        told.setdefault(name, {})[cell] = mark.comment
    for name, comments in told.items():
        Notes(book.sheet(name)).write(comments)
    return grounds


def _tell(book: Book, job: AnnotateJob, sheet: str, places: Mapping[str, tuple[str, int, int]]) -> None:
    """Write the sheet of findings."""
    lang = job.lang
    rows = [[_stronger(item) for item in row] for row in finding_rows(entries_of(job.result), places, lang, {})]
    title, summary = say("sheet.findings", lang), summary_of(job.result, lang)
    book.put(sheet, findings_xml(book.looks, title, summary, finding_heads(lang), WIDTHS, rows))
    head = HEAD_ROW + 1
    quoted = f"'{sheet}'"
    last = chr(ord("A") + len(WIDTHS) - 1)
    table = f"{quoted}!$A${head}:${last}${HEAD_ROW + 1 + len(rows)}"
    book.name_area(sheet, "_xlnm.Print_Titles", f"{quoted}!${head}:${head}" if rows else "")
    book.name_area(sheet, "_xlnm._FilterDatabase", table if rows else "", hidden=True)


def _stronger(item: Item) -> Item:
    """Give a cell of the list the colour that the marked cell has here."""
    fill = item.style.fill
    return evolve(item, style=evolve(item.style, fill=_STRONGER[fill])) if fill in _STRONGER else item
