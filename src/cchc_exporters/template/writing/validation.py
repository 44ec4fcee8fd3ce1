"""What Excel lets be typed into a cell, and what it says before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from cchc_core.forms import FigureKind, Form, form_of
from cchc_core.report import YEARS, Report
from cchc_exporters.template.form.info import LEVEL_CHOICES, InfoKind
from cchc_exporters.template.form.sheets import Cell, Input, SheetLayout, cell_name
from cchc_exporters.template.form.spec import declared_at
from cchc_exporters.template.writing.messages import MOST_TEXT, MOST_TITLE, message_of, shortened
from cchc_exporters.template.writing.wholes import wholes_of

__all__ = ["Validation", "validations_of"]

_LARGEST = 10**15 - 1
_LONGEST_FORMULA = 255
_FIRST_DAY, _LAST_DAY = date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)
_WRONG = "Chưa đúng"
_ROW_WORDS = {
    "number": ("Số thứ tự", "Số thứ tự in trên biểu; không có thì để trống."),
    "field": ("Lĩnh vực", "Ghi tên lĩnh vực, mỗi lĩnh vực một dòng. Dòng không dùng thì để trống cả dòng."),
    "agency": ("Cơ quan, đơn vị", "Ghi tên cơ quan, mỗi cơ quan một dòng. Dòng không dùng thì để trống cả dòng."),
    "level": ("Cấp", "Chọn cấp của cơ quan trong danh sách."),
}
_YEARS = (YEARS[0], YEARS[-1])
_NUMBERS = {"period.index": (1, 12), "period.year": _YEARS, "document.year": _YEARS}


@frozen(kw_only=True)
class Validation:
    """A validation over cells of one column.

    Args:
        column: The column.
        first: First row.
        last: Last row.
        options: What XlsxWriter is told.
    """

    column: int
    first: int
    last: int
    options: Mapping[str, Any]


def validations_of(sheet: SheetLayout) -> list[Validation]:
    """Give the validations of a sheet, one over all cells of a column that ask for the same."""
    form = form_of(declared_at(sheet.table).record) if sheet.table else None
    made = _Validations(sheet, form)
    runs: list[list[Cell]] = []
    for cell, asked in sorted(sheet.inputs.items(), key=lambda item: (item[0][1], item[0][0])):
        if form is not None and runs and _goes_on(sheet, runs[-1][-1], cell, asked):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return [
        Validation(column=run[0][1], first=run[0][0], last=run[-1][0], options=made.options(sheet.inputs[run[0]]))
        for run in runs
    ]


def _goes_on(sheet: SheetLayout, before: Cell, cell: Cell, asked: Input) -> bool:
    """Tell whether the cell beneath another asks for the same."""
    above = sheet.inputs[before]
    return (before[0] + 1, before[1]) == cell and (above.figure, above.kind) == (asked.figure, asked.kind)


class _Validations:
    """Makes the validations of one sheet."""

    def __init__(self, sheet: SheetLayout, form: Form | None) -> None:
        self._form = form
        self._cells = {each.path: cell_name(cell) for cell, each in sheet.inputs.items()}
        self._labels = {each.path: each.figure.label for each in sheet.inputs.values() if each.figure}
        self._wholes: dict[str, dict[str, list[tuple[str, ...]]]] = {}

    def options(self, asked: Input) -> dict[str, Any]:
        """Give what XlsxWriter is told of a cell."""
        if asked.figure is not None:
            before = asked.path.rpartition(".")[0]
            form = self._form or form_of(form_of(Report).nested[before].record)
            title, text = message_of(asked.figure, form)
            allowed = self._figure(asked.path, asked.figure.kind, before, form)
        elif asked.fact is not None:
            title, text = asked.fact.label, asked.fact.message
            text = f"Bắt buộc. {text}" if asked.fact.required else text
            allowed = _fact(asked)
        else:
            name = asked.path.rpartition(".")[2]
            title, text = _ROW_WORDS[name]
            allowed = _beside(name)
        said = {"input_title": shortened(title, MOST_TITLE), "input_message": shortened(text, MOST_TEXT)}
        said = {key: value for key, value in said.items() if value}
        return {"ignore_blank": True, "error_title": _WRONG, **said, **allowed}

    def _figure(self, path: str, kind: FigureKind, before: str, form: Form) -> dict[str, Any]:
        if kind is FigureKind.OPEN:
            return {"validate": "any"}
        if kind is FigureKind.SHARE:
            return _between("decimal", 0, 100, "Tỷ lệ phải là một số từ 0 đến 100, ví dụ 97,66 (không ghi dấu %).")
        if before not in self._wholes:
            self._wholes[before] = wholes_of(form, before)
        wholes = [each for each in self._wholes[before].get(path, []) if all(one in self._cells for one in each)]
        what = "số nguyên" if kind is FigureKind.COUNT else "số"
        validate = "integer" if kind is FigureKind.COUNT else "decimal"
        limit, named = self._limit(wholes)
        if not named:
            return _between(validate, 0, _LARGEST, f"Phải là {what}, không âm. Không phát sinh thì ghi 0.")
        told = f"Phải là {what}, không âm và không lớn hơn: {'; '.join(named)}. Hãy xem lại số này hoặc số kia."
        return _between(validate, 0, limit, told)

    def _limit(self, wholes: Sequence[tuple[str, ...]]) -> tuple[str, list[str]]:
        """Write the least of the wholes that are filled in, as far as Excel takes the formula."""
        pieces: list[str] = []
        named: list[str] = []
        for whole in wholes:
            cells = [self._cells[path] for path in whole]
            piece = f"IF(COUNT({','.join(cells)})={len(cells)},{'+'.join(cells)},{_LARGEST})"
            if len(f"=MIN({','.join([*pieces, piece])})") <= _LONGEST_FORMULA:
                pieces.append(piece)
                named.append(" + ".join(self._labels[path] for path in whole))
        return (f"=MIN({','.join(pieces)})" if len(pieces) > 1 else f"={''.join(pieces)}"), named


def _fact(asked: Input) -> dict[str, Any]:
    fact = asked.fact
    assert fact is not None  # noqa: S101 - asked by the caller
    if fact.kind is InfoKind.CHOICE:
        chosen = _chosen(list(fact.choices.values()))
        return chosen | {"show_error": False} if fact.is_open else chosen
    if fact.kind is InfoKind.INTEGER:
        low, high = _NUMBERS[fact.path]
        return _between("integer", low, high, f"{fact.label} phải là số nguyên từ {low} đến {high}.")
    if fact.kind is InfoKind.DATE:
        told = f"{fact.label} phải là ngày có thật, ghi ngày/tháng/năm, ví dụ 14/12/2025."
        return _between("date", _FIRST_DAY, _LAST_DAY, told)
    return {"validate": "any"}


def _beside(name: str) -> dict[str, Any]:
    if name == "level":
        return _chosen(list(LEVEL_CHOICES.values()))
    if name == "number":
        return _between("integer", 0, 9999, "Số thứ tự phải là số nguyên, không âm.")
    return {"validate": "any"}


def _chosen(labels: list[str]) -> dict[str, Any]:
    return {"validate": "list", "source": labels, "error_message": "Hãy chọn một dòng trong danh sách."}


def _between(validate: str, low: object, high: object, told: str) -> dict[str, Any]:
    return {
        "validate": validate,
        "criteria": "between",
        "minimum": low,
        "maximum": high,
        "error_message": shortened(told, MOST_TEXT),
    }
