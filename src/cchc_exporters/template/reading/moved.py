"""What became of a sheet whose rows, columns or labels are not where the form has them: moved, added, taken out.

A figure may stand under the wrong label then, so nothing of such a sheet is read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from itertools import pairwise

from attrs import frozen

from cchc_core.errors import Fault
from cchc_exporters.template.form.sheets import cell_name, column_name
from cchc_exporters.template.reading.cells import Row, Value
from cchc_exporters.template.reading.formulas_in import SheetFormulas, skeleton
from cchc_exporters.template.reading.plan import Plan

__all__ = ["faults_of_places", "keys_of", "shifted_cells"]

_KEYS = 0
_MOST_LABELS = 20


class What(Enum):
    """What happened to a row or column."""

    ADDED = "added"
    GONE = "gone"
    MOVED = "moved"


_ROWS = {What.ADDED: "row_added", What.GONE: "row_gone", What.MOVED: "row_moved"}
_COLUMNS = {What.ADDED: "column_added", What.GONE: "column_gone", What.MOVED: "column_moved"}
_NAMELESS_ROWS = {What.ADDED: "rows_added", What.GONE: "rows_gone"}
_NAMELESS_COLUMNS = {What.ADDED: "columns_added", What.GONE: "columns_gone"}


@frozen
class Change:
    """One row or column that is not where it was.

    Args:
        what: What happened to it.
        key: Its key; empty if it has none.
        place: Where it stands now, or stood; counts from zero.
        before: Where it stood before, if it moved.
        number: How many there are of it.
    """

    what: What
    key: str
    place: int
    before: int = 0
    number: int = 1


def keys_of(rows: Sequence[Row]) -> dict[int, str]:
    """Give the keys in the hidden first column, by row."""
    return {number: str(row[_KEYS]) for number, row in enumerate(rows) if row and row[_KEYS] != ""}


def faults_of_places(plan: Plan, rows: Sequence[Row]) -> list[Fault]:
    """Say what became of a sheet: of its rows, else of its columns, else of its labels."""
    sheet = plan.sheet
    expected = {row: str(each.text) for (row, column), each in sheet.fixed.items() if column == _KEYS and each.text}
    found = keys_of(rows)
    if not set(expected.values()) & set(found.values()):
        return [Fault(f"{sheet.name}!A:A", "sheet_without_keys")]
    return (
        [_fault_of_row(plan, change) for change in _changes(expected, found)]
        or [_fault_of_column(plan, change) for change in _changes(*_columns(plan, rows))]
        or list(_faults_of_labels(plan, rows))
    )


def shifted_cells(plan: Plan, formulas: SheetFormulas, wrong: Sequence[str]) -> list[Fault]:
    """Say where cells were pushed aside: a formula of the form stands elsewhere in its row or column.

    Only part of a row or column moves then, so that keys and labels stay where they are, and figures do not.

    Args:
        plan: What the sheet is to hold.
        formulas: What formulas it holds.
        wrong: Cells that do not hold their formula.
    """
    own = {cell_name(cell): skeleton(each.text) for cell, each in plan.sheet.formulas.items()}
    strays: dict[str, list[str]] = {}
    for cell in formulas.cells:
        written = formulas.at(cell)
        found = skeleton(written.text) if written else ""
        if found and own.get(cell) != found:
            strays.setdefault(found, []).append(cell)
    return [
        Fault(f"{plan.sheet.name}!{other}", "cells_shifted", {"cell": cell})
        for cell in wrong
        for other in strays.get(own[cell], ())
        if _in_line(cell, other)
    ]


def _in_line(first: str, second: str) -> bool:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return first.lstrip(letters) == second.lstrip(letters) or first.rstrip("0123456789") == second.rstrip("0123456789")


def _changes(expected: Mapping[int, str], found: Mapping[int, str]) -> list[Change]:
    """Say what happened between what was expected and what was found, in the order in which it was found."""
    places = {key: place for place, key in expected.items()}
    known = [(places[key], place) for place, key in found.items() if key in places]
    in_order = _longest_rising(known)
    kept = {expected[place]: now for place, now in in_order}
    changes: list[Change] = []
    for place, key in found.items():
        if key not in kept and key in places:
            kept[key] = place
            changes.append(Change(What.MOVED, key, place, places[key]))
        elif kept.get(key) != place:
            changes.append(Change(What.ADDED, key, place))
    changes += [Change(What.GONE, key, place) for place, key in expected.items() if key not in kept]
    loose = set(expected) - {place for place, _ in in_order}
    new = set(found) - {place for _, place in in_order}
    for (before, found_before), (after, found_after) in pairwise([(-1, -1), *in_order]):
        wanted = after - before - sum(before < place < after for place in loose)
        there = found_after - found_before - sum(found_before < place < found_after for place in new)
        if there > wanted:
            changes.append(Change(What.ADDED, "", found_after - (there - wanted), number=there - wanted))
        elif there < wanted:
            changes.append(Change(What.GONE, "", after - (wanted - there), number=wanted - there))
    return sorted(changes, key=lambda change: change.place)


def _longest_rising(items: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the most items whose first numbers rise: those that did not move."""
    ends: list[int] = []
    chains: list[list[tuple[int, int]]] = []
    for item in items:
        length = bisect_left(ends, item[0])
        if ends[length : length + 1] == [item[0]]:
            continue
        chain = [*(chains[length - 1] if length else ()), item]
        ends[length:] = [item[0], *ends[length + 1 :]]
        chains[length:] = [chain, *chains[length + 1 :]]
    return chains[-1] if chains else []


def _columns(plan: Plan, rows: Sequence[Row]) -> tuple[dict[int, str], dict[int, str]]:
    """Give what names each column as expected and as found: the hidden row of names, or the texts in it."""
    sheet = plan.sheet
    if sheet.key_row is not None:
        row = rows[sheet.key_row] if sheet.key_row < len(rows) else []
        expected = {column: str(each.text) for (line, column), each in sheet.fixed.items() if line == sheet.key_row}
        return expected, {column: str(value) for column, value in enumerate(row) if value != ""}
    texts: dict[int, dict[int, Value]] = {}
    for (line, column), each in sheet.fixed.items():
        if each.text != "":
            texts.setdefault(column, {})[line] = each.text
    names = {column: column_name(column) for column in sorted(texts)}
    found: dict[int, str] = {}
    for column in range(len(rows[0])):
        like = {name: _likeness(texts[other], rows, column) for other, name in names.items()}
        best = max(like, key=lambda name: (like[name], name == column_name(column)))
        if 2 * like[best] > 1:
            found[column] = best
    return names, found


def _likeness(texts: Mapping[int, Value], rows: Sequence[Row], column: int) -> float:
    """Tell how much of the texts of a column stands in another one."""
    same = sum(line < len(rows) and rows[line][column] == text for line, text in texts.items())
    return same / len(texts)


def _faults_of_labels(plan: Plan, rows: Sequence[Row]) -> Iterator[Fault]:
    taken = plan.take(rows).fixed
    wrong = [item for item in zip(plan.fixed, plan.texts, taken, strict=True) if item[1] != item[2]]
    for cell, text, found in wrong[:_MOST_LABELS]:
        facts = {"expected": str(text), "found": str(found)}
        yield Fault(f"{plan.sheet.name}!{cell_name(cell)}", "label_changed" if found != "" else "label_gone", facts)


def _fault_of_row(plan: Plan, change: Change) -> Fault:
    path = f"{plan.sheet.name}!{change.place + 1}:{change.place + change.number}"
    facts = {"before": str(change.before + 1), "number": str(change.number), "label": _label_of(plan, change)}
    return Fault(path, _ROWS[change.what] if change.key else _NAMELESS_ROWS[change.what], facts)


def _fault_of_column(plan: Plan, change: Change) -> Fault:
    last = column_name(change.place + change.number - 1)
    path = f"{plan.sheet.name}!{column_name(change.place)}:{last}"
    facts = {"before": column_name(change.before), "number": str(change.number), "label": change.key}
    return Fault(path, _COLUMNS[change.what] if change.key else _NAMELESS_COLUMNS[change.what], facts)


def _label_of(plan: Plan, change: Change) -> str:
    """Name a row by the text that stands beside its key, or by its key."""
    rows = (row for (row, column), each in plan.sheet.fixed.items() if column == _KEYS and each.text == change.key)
    row = next(rows, -1)
    texts = [
        str(each.text)
        for (line, column), each in sorted(plan.sheet.fixed.items(), key=lambda item: item[0])
        if line == row and column > _KEYS
    ]
    return next((text for text in texts if any(map(str.isalpha, text))), change.key)
