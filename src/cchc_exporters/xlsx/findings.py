"""The sheet "Phát hiện": every finding in words, linked to the figure and to the rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve
from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from cchc_core import Severity
from cchc_core.checks import Entry
from cchc_core.plugins import ExportJob
from cchc_core.words import Language, say
from cchc_exporters.xlsx.grid import Addresses
from cchc_exporters.xlsx.listing import CENTER, TEXT, Item, Listing
from cchc_exporters.xlsx.rulebook import RULES, rule_rows
from cchc_exporters.xlsx.styles import Formats, Style
from cchc_exporters.xlsx.told import Told, summary_of, told_rows

__all__ = [
    "COLUMNS",
    "FINDINGS",
    "SEVERITY_COLOURS",
    "WIDTHS",
    "Places",
    "finding_heads",
    "finding_rows",
    "write_findings",
]

Places = Mapping[str, tuple[str, int, int]]

FINDINGS = "Phát hiện"
"""Name of the sheet, in either language."""

COLUMNS = ("number", "severity", "rule", "place", "cell", "broken", "story", "suspect", "cell", "basis")
"""Its columns, by the keys of their heads."""

WIDTHS = (5, 9, 10, 25, 14, 34, 38, 20, 14, 25)
SEVERITY_COLOURS: Mapping[Severity, str] = {
    Severity.ERROR: "#F8CBAD",
    Severity.WARNING: "#FFE699",
    Severity.INFO: "#DDEBF7",
}
_SEVERITIES = {severity: evolve(CENTER, fill=colour) for severity, colour in SEVERITY_COLOURS.items()}
_WRONG, _POSSIBLE = TEXT.broken(), TEXT.to_cross_check()
_WRONG_CELL, _POSSIBLE_CELL = CENTER.broken(), CENTER.to_cross_check()
_STORY_WIDTH = WIDTHS[COLUMNS.index("story")]


def write_findings(
    workbook: Workbook, formats: Formats, addresses: Addresses, job: ExportJob, entries: Sequence[Entry]
) -> None:
    """Add the sheet to a workbook.

    Args:
        workbook: The workbook.
        formats: Its formats.
        addresses: Where figures stand in it.
        job: The report and what was found in it.
        entries: What there is to tell of it.
    """
    lang = job.lang
    rows = finding_rows(entries, addresses.places, lang, rule_rows(job.result))
    listing = Listing(workbook, formats, FINDINGS, finding_heads(lang), WIDTHS)
    listing.write(say("sheet.findings", lang), summary_of(job.result, lang), rows)


def finding_heads(lang: Language) -> list[str]:
    """Give the heads of the columns."""
    return [say(f"sheet.{key}", lang) for key in COLUMNS]


def finding_rows(
    entries: Sequence[Entry], places: Places, lang: Language, rules: Mapping[str, int]
) -> list[list[Item]]:
    """Give the rows, for whatever workbook they go into.

    Args:
        entries: What there is to tell.
        places: Sheet, row and column of what the workbook holds, by path.
        lang: Language of the words.
        rules: Row of each rule on the sheet of rules, by code; nothing if there is no such sheet.
    """
    return [_items(told, places, rules, lang) for told in told_rows(entries, lang, _STORY_WIDTH)]


def _items(told: Told, places: Places, rules: Mapping[str, int], lang: Language) -> list[Item]:
    suspect = told.suspect
    text, cell = (_WRONG, _WRONG_CELL) if suspect.must_be_wrong else (_POSSIBLE, _POSSIBLE_CELL)
    severity = say(f"severity.{told.severity.value}", lang).upper()
    return [
        Item(text=told.number, style=CENTER),
        Item(text=severity, style=_SEVERITIES[told.severity]),
        Item(text=told.code, style=CENTER, link=_link(RULES, rules[told.code], 0) if told.code in rules else ""),
        Item(text=told.place),
        _cell(told.path, places, CENTER),
        Item(text=told.broken),
        Item(text=told.story),
        Item(text=suspect.text, style=text if suspect.path else TEXT),
        _cell(suspect.path, places, cell if suspect.path else CENTER),
        Item(text=told.basis),
    ]


def _cell(path: str, places: Places, style: Style) -> Item:
    """Name the cell of what stands at a path, with a link to it; nothing where it stands in no cell."""
    if path not in places:
        return Item(style=style)
    sheet, row, column = places[path]
    return Item(text=f"{sheet}!{xl_rowcol_to_cell(row, column)}", style=style, link=_link(sheet, row, column))


def _link(sheet: str, row: int, column: int) -> str:
    return f"{quote_sheetname(sheet)}!{xl_rowcol_to_cell(row, column)}"
