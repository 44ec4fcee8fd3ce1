"""A form of someone else's, with a line, a table and a name of its own, as a plugin may bring it."""

from __future__ import annotations

from decimal import Decimal

from cchc_core.forms import ByField, Figure, Record, by_field, count, form, money
from cchc_core.law import Instrument
from cchc_core.report import Report
from cchc_core.rules import Rule, RuleKind
from cchc_core.testing.conformance.samples.numbered import empty_report, filled
from cchc_core.words import Text

__all__ = ["annexed_report"]

_SOURCE = Instrument(notation="Văn bản số 00/2000/VB-MAU").at("mẫu 1")
_BECAUSE = Text("số liệu đếm được", "what is stated is counted")
_NONNEGATIVE = Rule(
    code="MAU-001",
    kind=RuleKind.RANGE,
    statement=Text("Số liệu không âm", "A figure is not negative"),
    because=_BECAUSE,
)
_SUM = Rule(
    code="MAU-002",
    kind=RuleKind.IDENTITY,
    statement=Text("Tổng số bằng tổng các dòng", "The total is the sum of the rows"),
    because=_BECAUSE,
)


@form("conformance_visits", title="Lượt tiếp công dân", source=_SOURCE, nonnegative=_NONNEGATIVE)
class _VisitRow(Record):
    """Visitors of one field of activity."""

    visits: Figure[int] = count("Lượt tiếp", unit="lượt")
    letters: Figure[int] = count("Đơn thư", unit="đơn")


@form("conformance_annex", title="Tiếp công dân và hiến máu", source=_SOURCE, nonnegative=_NONNEGATIVE)
class _Annex(Record):
    """What no form of the catalogue asks for."""

    blood_units: Figure[int] = count("Đơn vị máu hiến", unit="đơn vị")
    donations: Figure[Decimal] = money("Tiền quyên góp")
    visits: ByField[_VisitRow] = by_field(_VisitRow, "Lượt tiếp công dân theo lĩnh vực", sums=(_SUM,))


def annexed_report() -> Report:
    """Give a report that states nothing but an annex, of a form that no catalogue has."""
    numbers = iter(range(900, 1000))
    return empty_report().revise(annexes=(filled(_Annex, numbers),))
