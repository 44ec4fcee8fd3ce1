"""The lines of the statistical appendix as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core import ND09_2019, Agency, Document, PeriodKind, Report, Tier
from cchc_core.indicators import IndicatorLine, indicator_lines
from reference_pages.marks import code, table, text

__all__ = ["indicators"]


def indicators() -> Iterator[str]:
    """Give every line, as in a report of 2021 that states nothing."""
    agency = Agency(name="", tier=Tier.DISTRICT)
    period = ND09_2019.period(PeriodKind.YEAR, 2021)
    lines = indicator_lines(Report(agency=agency, period=period, document=Document(title="")))
    yield from table(("Line", "Label", "Unit", "Level", "Path", "Wording"), map(_row, lines))


def _row(line: IndicatorLine) -> tuple[str, ...]:
    label = f"**{text(line.label)}**" if line.is_heading else text(line.label)
    level = text(line.level.label) if line.level else ""
    return line.number, label, text(line.unit), level, code(line.path), "verified" if line.verified else "not verified"
