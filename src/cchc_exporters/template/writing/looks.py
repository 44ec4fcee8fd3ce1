"""How the cells of a form look: what is fixed, what is worked out, what is filled in."""

from __future__ import annotations

from attrs import evolve
from xlsxwriter import Workbook
from xlsxwriter.format import Format

from cchc_core.forms import FigureKind
from cchc_exporters.template.form.info import InfoKind
from cchc_exporters.template.form.sheets import Input, Role
from cchc_exporters.xlsx.styles import Style

__all__ = ["Looks"]

_NEEDED, _FREE = "#FFF8D6", "#EAF3FB"
_GREY = "#F2F2F2"
_TOLD = '"Còn "#,##0" chỗ chưa khớp";;"Chưa thấy chỗ nào không khớp"'
_MISSING = '"Còn thiếu "#,##0" mục";;"Đã đủ"'
_DAY = "dd/mm/yyyy"
_TEXT = "@"

_STYLES: dict[Role, Style] = {
    Role.KEY: Style(size=8),
    Role.APPENDIX: Style(size=14, bold=True, align="center"),
    Role.TITLE: Style(size=14, bold=True, align="center"),
    Role.TIE: Style(size=13, italic=True, align="center"),
    Role.LEFT: Style(size=12),
    Role.INSTRUCTION: Style(size=12),
    Role.UNIT: Style(size=12, italic=True, align="right"),
    Role.STATUS: Style(size=12, bold=True, number=_TOLD),
    Role.MISSING: Style(size=12, bold=True, number=_MISSING),
    Role.GROUP: Style(size=12, bold=True, border=True, fill=_GREY),
    Role.HEAD: Style(size=11, bold=True, align="center", border=True),
    Role.COLUMN_NUMBER: Style(size=10, italic=True, align="center", border=True),
    Role.LABEL: Style(size=12, border=True),
    Role.TOTAL: Style(size=12, bold=True, border=True),
    Role.CENTER: Style(size=11, align="center", border=True),
    Role.REMARK: Style(size=10, italic=True),
    Role.DERIVED_LABEL: Style(size=12, italic=True, border=True),
    Role.DERIVED: Style(size=12, italic=True, align="right", border=True, number="0.00"),
    Role.CHECK: Style(size=10, valign="top", border=True),
}

_NUMBERS = {
    FigureKind.COUNT: "#,##0",
    FigureKind.MONEY: "#,##0.00",
    FigureKind.SHARE: "0.00",
    FigureKind.OPEN: "General",
}

_FACTS = {
    InfoKind.TEXT: Style(size=12, border=True, number=_TEXT),
    InfoKind.LINES: Style(size=12, border=True, number=_TEXT),
    InfoKind.CHOICE: Style(size=12, border=True, number=_TEXT),
    InfoKind.INTEGER: Style(size=12, border=True, number="0"),
    InfoKind.DATE: Style(size=12, border=True, number=_DAY),
}


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[Style, bool], Format] = {}

    def of(self, role: Role) -> Format:
        """Give the format of what is fixed or worked out; it is locked."""
        return self._format(_STYLES[role], locked=True)

    def of_input(self, asked: Input) -> Format:
        """Give the format of a cell to be filled in: by its colour one sees whether it has to be."""
        if asked.figure is not None:
            is_free = asked.figure.optional or asked.figure.may_be_blank
            style = Style(size=12, bold=asked.is_total, align="right", border=True, number=_NUMBERS[asked.figure.kind])
        else:
            assert asked.kind is not None  # noqa: S101 - what is no figure has a kind
            is_free = not asked.fact.required if asked.fact else asked.kind is InfoKind.INTEGER
            style = _FACTS[asked.kind]
            style = evolve(style, align="center") if asked.fact is None and is_free else style
        return self._format(evolve(style, fill=_FREE if is_free else _NEEDED), locked=False)

    def broken(self) -> Format:
        """Give the format of what does not add up."""
        return self._workbook.add_format({"font_color": "#9C0006", "bg_color": "#FFC7CE", "bold": True})

    def clean(self) -> Format:
        """Give the format of a count that found nothing."""
        return self._workbook.add_format({"font_color": "#006100"})

    def _format(self, style: Style, *, locked: bool) -> Format:
        key = style, locked
        if key not in self._made:
            self._made[key] = self._workbook.add_format(style.properties() | {"locked": locked})
        return self._made[key]
