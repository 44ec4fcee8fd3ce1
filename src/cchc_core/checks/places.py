"""Where something stands in a report, and the figures that take part in a relation."""

from __future__ import annotations

from attrs import frozen

from cchc_core.engine import Exact
from cchc_core.forms import Level

__all__ = ["Operand", "Place"]


@frozen(kw_only=True)
class Place:
    """Where in a report something stands.

    Args:
        path: Path in the JSON file, e.g. ``procedures.online.total.received``.
        form: Key of the form.
        number: Number of the form as printed, if it has one.
        title: Vietnamese title of the table, or of the form.
        row: Label of the row, empty outside tables.
        level: Level of the row, in a table by level and at the total of any table.
        figure: Name of the figure, empty for a whole record.
        label: Vietnamese label of the figure.
        header: Shorter label, as at the head of its column.
        column: Column number of the figure, if it has one.
        cell: Sheet and cell it was read from, e.g. ``Phụ lục II!H12``; empty if it came from no workbook.
    """

    path: str
    form: str
    number: str = ""
    title: str = ""
    row: str = ""
    level: Level | None = None
    figure: str = ""
    label: str = ""
    header: str = ""
    column: int | None = None
    cell: str = ""


@frozen(kw_only=True)
class Operand:
    """One figure in a relation.

    Args:
        place: Where it stands.
        coefficient: What its term is multiplied by.
        value: Its value, ``None`` for a blank counted as nothing.
        worked_out_by: Code of the rule that gave the value of a blank; empty for a reported value.
        term: Which term of its side it stands in, from 0; figures multiplied with one another share one.
    """

    place: Place
    coefficient: int
    value: Exact | None
    worked_out_by: str = ""
    term: int = 0
