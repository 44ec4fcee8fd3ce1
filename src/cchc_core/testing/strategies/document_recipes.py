"""One small way to break each rule on the document: its period, its marks, what it cites."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from attrs import evolve

from cchc_core.catalogue import Direction
from cchc_core.report import Citation, IssuerLevel, PrintedTitle, Report, StatedDay, Variant, programmes_of
from cchc_core.testing.extra import DrawFn, st
from cchc_core.testing.strategies.bases import ERAS, draw_base, number, workday
from cchc_core.testing.strategies.documents import REGISTER, periods_between
from cchc_core.testing.strategies.records import FIRST_DAY

__all__ = ["DOCUMENT_RECIPES"]

_MARKS: tuple[tuple[str, str, object], ...] = (
    ("document", "number", ""),
    ("document", "symbol", ""),
    ("document", "date", None),
    ("document", "recipients", ()),
    ("agency", "place", ""),
    ("signatory", "name", ""),
    ("signatory", "position", ""),
    ("signatory", "on_behalf_of", ""),
)
"""The parts that a document must have, and what it is without them."""


def _plan(day: date, **other: Any) -> Citation:
    """Give a plan that is cited as it should be, but for what is given."""
    cited = Citation(
        type="Kế hoạch",
        number="05",
        symbol="KH-UBND",
        date=day,
        issuer="UBND huyện Mẫu",
        level=IssuerLevel.DISTRICT,
    )
    return evolve(cited, **other)


def _citing(draw: DrawFn, cited: Callable[[date], tuple[Citation, ...]]) -> Report:
    """Draw a report that cites nothing but what is given for a Monday within its period, or before."""
    report = draw_base(draw)
    return report.revise(citations=cited(workday(draw, report.period.end)))


def _per_005(draw: DrawFn) -> Report:
    report = draw_base(draw)
    start = report.period.start - timedelta(days=draw(st.integers(1, 9)))
    return report.revise(period=evolve(report.period, start=start))


def _cit_001(draw: DrawFn) -> Report:
    years = draw(st.integers(1, 9))
    return _citing(draw, lambda day: (_plan(day, type="Quyết định", symbol="QĐ-UBND", year=day.year - years),))


def _cit_002(draw: DrawFn) -> Report:
    days = draw(st.integers(1, 4))
    return _citing(draw, lambda day: (_plan(day + timedelta(days)), _plan(day, number="06")))


def _cit_003(draw: DrawFn) -> Report:
    variant = Variant(section="II.1", notation=f"{number(draw, 6):02d}/KH-UBND")
    return _citing(draw, lambda day: (_plan(day, variants=(variant,)),))


def _cit_004(draw: DrawFn) -> Report:
    missing: dict[str, Any] = draw(
        st.sampled_from(({"number": ""}, {"symbol": ""}, {"type": ""}, {"issuer": ""}, {"date": None}))
    )
    return _citing(draw, lambda day: (_plan(day, **missing),))


def _cit_005(draw: DrawFn) -> Report:
    symbol = draw(st.sampled_from(("QĐ-UBND", "KH- UBND")))
    return _citing(draw, lambda day: (_plan(day, symbol=symbol),))


def _cit_006(draw: DrawFn) -> Report:
    """A document of the week after the report; as one of the tasks ahead it may be younger than the period."""
    report = draw_base(draw)
    issued = report.document.date or report.period.end
    monday = issued + timedelta(days=7 * draw(st.integers(1, 9)) - issued.weekday())
    return report.revise(citations=(_plan(monday, sections=("III",)),))


def _decree(number: str, year: int, day: date) -> Citation:
    return _plan(
        day, type="Nghị định", number=number, year=year, symbol="NĐ-CP", issuer="Chính phủ", level=IssuerLevel.CENTRAL
    )


def _cit_007(draw: DrawFn) -> Report:
    """The one known document that was repealed; it is dated on a Saturday, which CIT-006 lists."""
    report = draw_base(draw, periods_between(date(2021, 8, 15), ERAS[0][1]))
    return report.revise(citations=(_decree("16", 2015, date(2015, 2, 14)),))


def _cit_008(draw: DrawFn) -> Report:
    weeks = draw(st.integers(1, 20))
    return draw_base(draw, citations=(_decree("61", 2018, date(2018, 4, 23) + timedelta(weeks=weeks)),))


def _cit_009(draw: DrawFn) -> Report:
    days = draw(st.integers(1, 4))

    def cited(day: date) -> tuple[Citation, ...]:
        later = day + timedelta(days)
        amended = _plan(later, type="Quyết định", symbol="QĐ-UBND", number="12", year=later.year)
        subject = f"sửa đổi Quyết định số {amended.notation}"
        return amended, _plan(day, type="Quyết định", symbol="QĐ-UBND", subject=subject)

    return _citing(draw, cited)


def _doc_002(draw: DrawFn) -> Report:
    report = draw_base(draw)
    areas = programmes_of(report.period.year, report.period.end)[0].areas
    titles = [PrintedTitle(section=f"II.{each}", title=area.title) for each, area in enumerate(areas, 1)]
    del titles[draw(st.integers(0, len(titles) - 1))]
    return report.revise(titles=tuple(titles))


def _doc_003(draw: DrawFn) -> Report:
    report = draw_base(draw)
    part, mark, nothing = draw(st.sampled_from(_MARKS))
    return report.revise(**{part: evolve(getattr(report, part), **{mark: nothing})})


def _doc_004(draw: DrawFn) -> Report:
    report = draw_base(draw)
    day = report.period.end + timedelta(days=draw(st.integers(1, 30)))
    return report.revise(stated_days=(StatedDay(day=day, subject="số liệu", section="I.1"),))


def _doc_008(draw: DrawFn) -> Report:
    """A code that is another's in `REGISTER`, or nobody's."""
    report = draw_base(draw)
    codes = ["00009", *(each.code for each in REGISTER.agencies if each.name != report.agency.name)]
    return report.revise(agency=evolve(report.agency, code=draw(st.sampled_from(codes))))


def _doc_007(draw: DrawFn) -> Report:
    """Figures of a period that ended before there was the form."""
    report = draw_base(draw, periods_between(date(2020, 1, 1), FIRST_DAY - timedelta(days=1)), without=_SECTIONS)
    return report.revise(direction=Direction(tasks_done=number(draw, 0)))


_SECTIONS = (
    "direction",
    "institutions",
    "procedures",
    "organisation",
    "civil_service",
    "public_finance",
    "digital_government",
)

DOCUMENT_RECIPES: Mapping[str, Callable[[DrawFn], Report]] = {
    "PER-005": _per_005,
    "CIT-001": _cit_001,
    "CIT-002": _cit_002,
    "CIT-003": _cit_003,
    "CIT-004": _cit_004,
    "CIT-005": _cit_005,
    "CIT-006": _cit_006,
    "CIT-007": _cit_007,
    "CIT-008": _cit_008,
    "CIT-009": _cit_009,
    "DOC-002": _doc_002,
    "DOC-003": _doc_003,
    "DOC-004": _doc_004,
    "DOC-007": _doc_007,
    "DOC-008": _doc_008,
}
"""Recipes by the code of the rule."""
