"""The first sheet: how to fill the form in, whether anything does not add up yet, and the facts of the report."""

from __future__ import annotations

from collections.abc import Sequence

from cchc_exporters.template.form.headings import period_formula
from cchc_exporters.template.form.info import InfoField, fields_of
from cchc_exporters.template.form.sheets import Cell, Formula, Input, Role, SheetBuilder, cell_name, quoted
from cchc_exporters.template.form.spec import TemplateSpec
from cchc_exporters.template.form.wording import INSTRUCTIONS

__all__ = ["add_overview", "lay_out_facts"]

_KEY, _LABEL, _VALUE, _MESSAGE = range(4)
_WIDTHS = (24, 32, 52, 46)
_TITLE = "Biểu mẫu báo cáo cải cách hành chính"
_LINE = 19
_TALL = {"document.recipients": 5, "document.appendices": 2, "document.title": 2, "period.calendar": 2}
_FACTS = "Mục bắt buộc, đánh dấu (*)"
_WHOLE = "Cả biểu mẫu"


def lay_out_facts(sheet: SheetBuilder, spec: TemplateSpec, others: Sequence[str]) -> None:
    """Lay the first sheet out; what is found on the others is added once they are laid out.

    Args:
        sheet: The sheet.
        spec: What the form holds.
        others: Names of the other sheets.
    """
    sheet.widths = _WIDTHS
    sheet.text(_LABEL, _TITLE.upper(), Role.TITLE, last=_MESSAGE)
    sheet.heights[sheet.row] = 26
    sheet.row += 1
    period = sheet.row
    sheet.row += 1
    for text in INSTRUCTIONS:
        sheet.text(_LABEL, text, Role.INSTRUCTION, last=_MESSAGE)
        sheet.heights[sheet.row] = _LINE
        sheet.row += 1
    sheet.row += 1
    sheet.text(_LABEL, "Kiểm tra", Role.GROUP, last=_MESSAGE)
    for text in ("", _FACTS, *others, _WHOLE):
        if text:
            sheet.text(_LABEL, text, Role.LABEL)
        sheet.heights[sheet.row] = _LINE
        sheet.row += 1
    group = ""
    for each in fields_of(spec):
        if each.group != group:
            group = each.group
            sheet.row += 1
            sheet.text(_LABEL, group, Role.GROUP, last=_MESSAGE)
            sheet.heights[sheet.row] = _LINE
            sheet.row += 1
        _fact(sheet, each)
    below = sheet.row
    sheet.row = period
    sheet.formula(_LABEL, period_formula(sheet), last=_MESSAGE)
    sheet.row = below


def add_overview(facts: SheetBuilder, told: Sequence[tuple[str, Cell]]) -> None:
    """Add what is still missing, and how many check cells say something.

    Args:
        facts: The first sheet.
        told: Each other sheet, and the cell of it that says how many of its check cells say something.
    """
    rows = {each.text: row for (row, column), each in facts.fixed.items() if column == _LABEL}
    facts.formulas[rows[_FACTS], _VALUE] = _missing(facts)
    cells = [f"{quoted(name)}!{cell_name(cell)}" for name, cell in told]
    for (name, _), cell in zip(told, cells, strict=True):
        facts.formulas[rows[name], _VALUE] = _count(cell, (name,))
    facts.formulas[rows[_WHOLE], _VALUE] = _count("+".join(cells), tuple(name for name, _ in told))


def _fact(sheet: SheetBuilder, fact: InfoField) -> None:
    sheet.text(_KEY, fact.path, Role.KEY)
    sheet.text(_LABEL, f"{fact.label} (*)" if fact.required else fact.label, Role.LABEL)
    sheet.input(_VALUE, Input(path=fact.path, fact=fact, kind=fact.kind))
    sheet.text(_MESSAGE, fact.message, Role.REMARK)
    lines = max(_TALL.get(fact.path, 1), 1 + len(fact.label) // _WIDTHS[_LABEL], 1 + len(fact.message) // 55)
    sheet.heights[sheet.row] = max(_LINE, 16 * lines + 3)
    sheet.row += 1


def _missing(facts: SheetBuilder) -> Formula:
    needed = {each.path: cell for cell, each in facts.inputs.items() if each.fact and each.fact.required}
    count = "+".join(f'({cell_name(cell)}="")' for cell in needed.values())
    return Formula(f"={count}", Role.MISSING, lambda filled: sum(filled.facts.get(path, "") == "" for path in needed))


def _count(expression: str, sheets: tuple[str, ...]) -> Formula:
    return Formula(f"={expression}", Role.STATUS, lambda filled: sum(filled.told.get(name, 0) for name in sheets))
