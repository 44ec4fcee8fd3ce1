"""Charts under the tables of dossiers: of each row one bar, whose parts are drawn by exact arithmetic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from cchc_core import DossierRow, form_of
from cchc_core.prose import Printer, Shown, TableSaid, one_line
from cchc_core.tables import TableRow
from cchc_core.words import Language, say

__all__ = ["Bar", "Chart", "Part", "charts_of"]

_MOST_ROWS = 30
"""A table of more rows is not drawn; nobody can compare so many bars."""
_WHOLE = 100_000
_LEAST = 500
"""Half a percent is drawn of any part that is not nothing."""
_DRAWN = (
    ("page.chart_resolved", ("resolved_early", "resolved_on_time", "resolved_late")),
    ("page.chart_received", ("received_online", "received_in_person")),
)


@frozen(kw_only=True)
class Part:
    """One part of a bar.

    Args:
        label: What it is.
        shown: Its number, exactly.
        start: Where it begins, in percent of the bar.
        width: How long it is, in percent of the bar.
    """

    label: str
    shown: Shown
    start: str
    width: str


@frozen(kw_only=True)
class Bar:
    """A row of the table as a bar."""

    label: str
    parts: tuple[Part, ...]

    @property
    def told(self) -> str:
        """What the bar shows, for who cannot see it."""
        return "; ".join(f"{part.label}: {part.shown.text}" for part in self.parts)


@frozen(kw_only=True)
class Chart:
    """Bars of the same parts under one title."""

    title: str
    bars: tuple[Bar, ...]

    @property
    def legend(self) -> tuple[str, ...]:
        """What the parts are, in their order."""
        return tuple(part.label for part in self.bars[0].parts)


def charts_of(said: TableSaid, printer: Printer, lang: Language, numbers: Iterator[int]) -> tuple[Chart, ...]:
    """Draw a table of dossiers; nothing of other tables, of long ones, and of rows that leave a part blank.

    Args:
        said: The table.
        printer: Shows its figures.
        lang: Language of the titles.
        numbers: Gives the numbers of the charts.
    """
    table = said.table
    if table.form is not form_of(DossierRow) or len(table.rows) > _MOST_ROWS:
        return ()
    drawn = ((title, tuple(_bars(table.rows, names, printer))) for title, names in _DRAWN)
    return tuple(
        Chart(
            title=say("page.chart", lang, number=next(numbers), title=say(title, lang), table=said.grids[0].name),
            bars=bars,
        )
        for title, bars in drawn
        if bars
    )


def _bars(rows: Sequence[TableRow], names: Sequence[str], printer: Printer) -> Iterator[Bar]:
    figures = [form_of(DossierRow).figures[name] for name in names]
    for row in rows:
        values = [value for figure in figures if isinstance(value := row.value_of(figure), int)]
        if len(values) < len(figures) or min(values) < 0 or not any(values):
            continue
        parts, start = [], 0
        for figure, value, length in zip(figures, values, _lengths(values), strict=True):
            shown = printer.figure(row.path_of(figure), value, figure.unit)
            label = one_line(figure.header)
            parts.append(Part(label=label, shown=shown, start=_percent(start), width=_percent(length)))
            start += length
        yield Bar(label=one_line(row.label), parts=tuple(parts))


def _lengths(values: Sequence[int]) -> list[int]:
    """Share a bar out in whole steps; what is not nothing gets the least there is, at the cost of the longest."""
    total = sum(values)
    lengths = [max(value * _WHOLE // total, _LEAST) if value else 0 for value in values]
    longest = lengths.index(max(lengths))
    lengths[longest] += _WHOLE - sum(lengths)
    return lengths


def _percent(length: int) -> str:
    return f"{length // 1000}.{length % 1000:03d}%"
