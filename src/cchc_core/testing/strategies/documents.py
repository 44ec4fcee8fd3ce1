"""Strategies of what a report says beside its figures: who reports, on which period, what it cites; all in order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

from attrs import evolve, frozen

from cchc_core.conditions import KNOWN_DOCUMENTS, KnownDocument
from cchc_core.law import Instrument
from cchc_core.report import (
    CALENDARS,
    Agency,
    AgencyRegister,
    Citation,
    Document,
    IssuerLevel,
    Narrative,
    Period,
    PeriodKind,
    PrintedTitle,
    Signatory,
    StatedDay,
    Tier,
    parse_notation,
    programmes_of,
)
from cchc_core.testing.extra import DrawFn, SearchStrategy, st

__all__ = [
    "REGISTER",
    "agencies",
    "citations",
    "documents",
    "draw_citations",
    "draw_document",
    "draw_sayings",
    "periods",
    "periods_between",
    "periods_ending",
    "signatories",
]

_WORKDAYS = 5
_FIRST_DAY = date(2011, 1, 3)
_PLACE = "Mẫu"
_KINDS = {Tier.PROVINCE: ("tỉnh", "001"), Tier.DISTRICT: ("huyện", "01001"), Tier.COMMUNE: ("xã", "00001")}


def _committee(tier: Tier) -> Agency:
    """Give the people's committee of a tier; there is no such place, and its code begins with zeros."""
    kind, code = _KINDS[tier]
    above = list(Tier)[: list(Tier).index(tier)]
    parent = f"Ủy ban nhân dân {_KINDS[above[-1]][0]} {_PLACE}" if above else ""
    return Agency(name=f"Ủy ban nhân dân {kind} {_PLACE}", tier=tier, code=code, parent=parent, place=_PLACE)


REGISTER = AgencyRegister(
    name="mau",
    title="Cơ quan trong các báo cáo được sinh ra để kiểm thử",
    agencies=tuple(_committee(tier) for tier in Tier),
    source=Instrument(notation="Danh mục mẫu").at(""),
)
"""A register of the agencies that are drawn, for those who test with registers; none comes with the library."""

_NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Hoàng Thị Cúc")
_POINTS = (
    "Công tác chỉ đạo, điều hành được triển khai kịp thời.",
    "Một số hồ sơ còn giải quyết quá hạn.",
    "Đẩy mạnh tiếp nhận hồ sơ trực tuyến.",
    "Đề nghị cấp trên bố trí kinh phí.",
)
_SUBJECTS = ("công tác cải cách hành chính", "kiểm soát thủ tục hành chính", "tổ chức lại Bộ phận một cửa")


def periods(first_year: int = 1990, last_year: int = 2100) -> SearchStrategy[Period]:
    """Any period of a calendar that comes with the library, with the days that the calendar gives it.

    Args:
        first_year: The first year reported for.
        last_year: The last.

    >>> from hypothesis import find
    >>> find(periods(2021), lambda period: True).describe()
    'tháng 1 năm 2021'
    """
    kinds = st.sampled_from(PeriodKind)
    indexed = kinds.flatmap(lambda kind: st.tuples(st.just(kind), st.integers(1, kind.per_year)))
    return st.builds(
        lambda calendar, year, each: calendar.period(each[0], year, each[1]),
        st.sampled_from(CALENDARS),
        st.integers(first_year, last_year),
        indexed,
    )


@cache
def periods_ending(first: date, last: date) -> SearchStrategy[Period]:
    """Any period of a calendar that comes with the library whose last day lies between two days.

    Years come first, for they shrink to the period that most reports are of.
    """
    return st.sampled_from(periods_between(first, last))


@cache
def periods_between(first: date, last: date) -> tuple[Period, ...]:
    """Give every period of a calendar that comes with the library whose last day lies between two days."""
    kinds = (PeriodKind.YEAR, *(kind for kind in PeriodKind if kind is not PeriodKind.YEAR))
    found = [
        calendar.period(kind, year, index)
        for calendar in CALENDARS
        for kind in kinds
        for year in range(first.year, last.year + 2)
        for index in range(1, kind.per_year + 1)
    ]
    return tuple(period for period in found if first <= period.end <= last)


def agencies(tiers: Sequence[Tier] = (Tier.DISTRICT, Tier.COMMUNE, Tier.PROVINCE)) -> SearchStrategy[Agency]:
    """Any people's committee with its marks complete, with its code in `REGISTER` or without.

    Args:
        tiers: The tiers it may be of.

    >>> from hypothesis import find
    >>> find(agencies(), lambda agency: agency.code).code
    '01001'
    """
    committees = st.sampled_from([_committee(tier) for tier in tiers])
    return st.builds(
        lambda agency, has_code: agency if has_code else evolve(agency, code=""), committees, st.booleans()
    )


def signatories() -> SearchStrategy[Signatory]:
    """Any who sign for a people's committee."""
    return st.builds(
        Signatory,
        name=st.sampled_from(_NAMES),
        position=st.sampled_from(("CHỦ TỊCH", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH")),
        on_behalf_of=st.just("TM. ỦY BAN NHÂN DÂN"),
    )


@st.composite
def documents(draw: DrawFn) -> Document:
    """Any outer marks of a report, complete: number, date, recipients."""
    return draw_document(draw, draw(periods()))


def draw_document(draw: DrawFn, period: Period) -> Document:
    """Draw the outer marks of a report on a period; it is dated after the period has ended."""
    return Document(
        title=f"Kết quả công tác cải cách hành chính {period.describe()}",
        symbol="BC-UBND",
        number=f"{draw(st.integers(1, 999)):02d}",
        date=period.end + timedelta(days=draw(st.integers(0, 20))),
        recipients=("Sở Nội vụ", "Lưu: VT, NV")[draw(st.integers(0, 1)) :],
    )


@frozen
class _Register:
    """Documents of one kind that one office numbers together."""

    type: str
    symbol: str
    issuer: str
    level: IssuerLevel
    separator: str = "/"
    has_year: bool = False


_REGISTERS = (
    _Register("Kế hoạch", "KH-UBND", "UBND huyện Mẫu", IssuerLevel.DISTRICT),
    _Register("Quyết định", "QĐ-UBND", "UBND tỉnh Mẫu", IssuerLevel.PROVINCE, has_year=True),
    _Register("Quyết định", "QĐ-UBND", "Chủ tịch UBND huyện Mẫu", IssuerLevel.DISTRICT),
    _Register("Công văn", "UBND-NV", "UBND huyện Mẫu", IssuerLevel.DISTRICT),
    _Register("Nghị quyết", "NQ/TU", "Tỉnh ủy Mẫu", IssuerLevel.PROVINCE, separator="-"),
    _Register("Chỉ thị", "CT-UBND", "UBND xã Mẫu", IssuerLevel.COMMUNE),
)
_DECREES = tuple(
    each
    for each in KNOWN_DOCUMENTS
    if each.type == "Nghị định" and each.repealed is None and each.issued.weekday() < _WORKDAYS
)


@st.composite
def citations(draw: DrawFn) -> Citation:
    """Any cited document, complete and written as its type requires; some of them known decrees."""
    return draw_citations(draw, date(2100, 12, 31), fewest=1)[0]


def draw_citations(draw: DrawFn, last: date, fewest: int = 0) -> tuple[Citation, ...]:
    """Draw the documents that a report cites, in the order of their dates, and so of their numbers.

    Args:
        draw: Hypothesis's function.
        last: The last day on which one of them may be issued.
        fewest: How many there are at least.
    """
    days = sorted(_workday_before(draw, last) for _ in range(draw(st.integers(fewest, 4))))
    number = 0
    found = []
    for day in days:
        number += draw(st.integers(1, 40))
        found.append(_cited(draw, draw(st.sampled_from(_REGISTERS)), number, day))
    issued = [each for each in _DECREES if each.issued <= last]
    chosen = draw(st.integers(0, 2)) and draw(st.integers(0, len(issued)))
    return (*found, *(_known(each) for each in issued[chosen - 1 : chosen + 1] if chosen))


def _workday_before(draw: DrawFn, last: date) -> date:
    """Draw a day from Monday to Friday; documents are rarely issued on others."""
    monday = last - timedelta(days=last.weekday() + 7)
    weeks = draw(st.integers(0, (monday - _FIRST_DAY).days // 7))
    return monday - timedelta(weeks=weeks, days=-draw(st.integers(0, _WORKDAYS - 1)))


def _cited(draw: DrawFn, register: _Register, number: int, day: date) -> Citation:
    return Citation(
        type=register.type,
        number=f"{number:02d}",
        year=day.year if register.has_year else None,
        separator=register.separator,
        symbol=register.symbol,
        date=day,
        issuer=register.issuer,
        level=register.level,
        subject=draw(st.sampled_from(_SUBJECTS)),
        sections=("I.1",)[: draw(st.integers(0, 1))],
    )


def _known(known: KnownDocument) -> Citation:
    number, year, separator, symbol = parse_notation(known.notation)
    return Citation(
        type=known.type,
        number=number,
        year=year,
        separator=separator,
        symbol=symbol,
        date=known.issued,
        issuer="Chính phủ",
        level=IssuerLevel.CENTRAL,
    )


def draw_sayings(draw: DrawFn, period: Period) -> dict[str, Any]:
    """Draw whatever else a report on a period says: its narrative, the titles of its areas, days it counts up to."""
    programmes = programmes_of(period.year, period.end)
    titles = tuple(
        PrintedTitle(section=f"II.{number}", title=area.title)
        for programme in programmes[: draw(st.integers(0, 1))]
        for number, area in enumerate(programme.areas, 1)
    )
    days = (period.end - period.start).days
    stated = tuple(
        StatedDay(day=period.start + timedelta(days=draw(st.integers(0, days))), subject=_SUBJECTS[0], section="I.1")
        for _ in range(draw(st.integers(0, 2)))
    )
    points = st.lists(st.sampled_from(_POINTS), max_size=2).map(tuple)
    narrative = st.builds(Narrative, strengths=points, limitations=points, orientation=points, proposals=points)
    return {"titles": titles, "stated_days": stated, "narrative": draw(st.just(Narrative()) | narrative)}
