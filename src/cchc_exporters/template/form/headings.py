"""Lines at the head of every sheet that repeat what the first sheet says: who reports, to whom, on which period."""

from __future__ import annotations

from cchc_core.numbers import Number
from cchc_core.report import PeriodKind
from cchc_exporters.template.form.info import fields_of
from cchc_exporters.template.form.sheets import Filled, Formula, Role, SheetBuilder, cell_name, quoted

__all__ = ["addressee_line", "agency_line", "period_formula", "period_line"]

_OPEN = "…"
_AGENCY, _ADDRESSEE, _PERIOD = "Đơn vị báo cáo: ", "Đơn vị nhận báo cáo: ", "Kỳ báo cáo: "
_ROMAN = ("I", "II", "III", "IV")
_HALVES = ("6 tháng đầu", "6 tháng cuối")


def agency_line(facts: SheetBuilder) -> Formula:
    """Give the line that names who reports."""
    return _line(facts, "agency.name", _AGENCY, Role.LEFT)


def addressee_line(facts: SheetBuilder) -> Formula:
    """Give the line that names to whom."""
    return _line(facts, "document.addressee", _ADDRESSEE, Role.LEFT)


def period_line(facts: SheetBuilder) -> Formula:
    """Give the line that repeats the period, as the first sheet names it."""
    cell, formula = next((cell, each) for cell, each in facts.formulas.items() if each.role is Role.TIE)
    return Formula(f"={quoted(facts.name)}!{cell_name(cell)}", Role.TIE, formula.shown)


def period_formula(facts: SheetBuilder) -> Formula:
    """Give the formula that names the period from its kind, year and number."""
    kind, year, index = (_cell(facts, f"period.{name}") for name in ("kind", "year", "index"))
    names = next(each for each in fields_of(None) if each.path == "period.kind").choices
    quarter = f'"quý "&{_chosen(index, _ROMAN)}&" "'
    half = f'{_chosen(index, _HALVES, otherwise="6 tháng " + _OPEN)}&" "'
    month = f'"tháng "&IF({index}="","{_OPEN}",{index})&" "'
    part = (
        f'IF({kind}="{names[PeriodKind.MONTH]}",{month},IF({kind}="{names[PeriodKind.QUARTER]}",{quarter},'
        f'IF({kind}="{names[PeriodKind.HALF_YEAR]}",{half},'
        f'IF({kind}="{names[PeriodKind.NINE_MONTHS]}","9 tháng đầu ",""))))'
    )
    text = f'="{_PERIOD}"&IF(OR({kind}="",{year}=""),"{_OPEN}",{part}&"năm "&{year})'
    return Formula(text, Role.TIE, _period)


def _period(filled: Filled) -> str:
    kind, year, index = (filled.facts.get(f"period.{name}") for name in ("kind", "year", "index"))
    if kind is None or year is None:
        return _PERIOD + _OPEN
    part = {
        PeriodKind.MONTH: f"tháng {_OPEN if index is None else index} ",
        PeriodKind.QUARTER: f"quý {_at(index, _ROMAN)} ",
        PeriodKind.HALF_YEAR: f"{_at(index, _HALVES, otherwise='6 tháng ' + _OPEN)} ",
        PeriodKind.NINE_MONTHS: "9 tháng đầu ",
    }
    return f"{_PERIOD}{part.get(kind, '')}năm {year}"  # type: ignore[call-overload]  # the kind is one, or none of them


def _line(facts: SheetBuilder, path: str, before: str, role: Role) -> Formula:
    cell = f"{quoted(facts.name)}!{_cell(facts, path)}"

    def shown(filled: Filled) -> str | Number:
        return f"{before}{filled.facts.get(path, '') or _OPEN}"

    return Formula(f'="{before}"&IF({cell}="","{_OPEN}",{cell})', role, shown)


def _cell(facts: SheetBuilder, path: str) -> str:
    return next(cell_name(cell) for cell, each in facts.inputs.items() if each.path == path)


def _chosen(index: str, names: tuple[str, ...], otherwise: str = _OPEN) -> str:
    conditions = ",".join(f"{index}={number}" for number in range(1, len(names) + 1))
    texts = ",".join(f'"{name}"' for name in names)
    return f'IF(OR({conditions}),CHOOSE({index},{texts}),"{otherwise}")'


def _at(index: object, names: tuple[str, ...], otherwise: str = _OPEN) -> str:
    return names[index - 1] if isinstance(index, int) and 1 <= index <= len(names) else otherwise
