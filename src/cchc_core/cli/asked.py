"""An agency and a period as they are written on the command line."""

from __future__ import annotations

import re
import unicodedata

from cchc_core.errors import Fault, ReadError
from cchc_core.report import YEARS, Calendar, Period, PeriodKind, Tier

__all__ = ["PERIODS", "period_asked", "tier_of_name"]

PERIODS = ("2026-M07", "2026-Q3", "2026-H1", "2026-9M", "2026")
"""How a period is written: a month, a quarter, a half-year, nine months, a year."""

_PERIOD = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<kind>M(?=[0-9]{2})|Q(?=[0-9])|H(?=[0-9]))(?P<index>[0-9]{1,2})|-9M)?")
_KINDS = {"M": PeriodKind.MONTH, "Q": PeriodKind.QUARTER, "H": PeriodKind.HALF_YEAR}

_UNIT = re.compile(
    r"\b(?:(?P<commune>[Xx]ã|[Pp]hường|[Tt]hị trấn|[Đđ]ặc khu)|(?P<district>[Tt]hị xã|[Hh]uyện|[Qq]uận)"
    r"|(?P<province>[Tt]ỉnh)|(?P<city>[Tt]hành phố)) (?P<name>\w.*)"
)
_CITIES = re.compile(r"(Hà Nội|Hải Phòng|Đà Nẵng|Hồ Chí Minh|Cần Thơ)\b")
"""Cities that have been of the tier of provinces in every period; others have been of the tier of districts."""


def period_asked(text: str, calendar: Calendar) -> Period:
    """Make the period that a text asks for.

    Args:
        text: The text: one of the ways shown by `PERIODS`.
        calendar: The calendar that gives its days.

    Raises:
        ReadError: If the text is written otherwise, or the year has no such period.

    >>> from cchc_core import ND09_2019
    >>> period_asked("2026-Q3", ND09_2019).describe(), period_asked("2026-9M", ND09_2019).describe()
    ('quý III năm 2026', '9 tháng đầu năm 2026')
    """
    found = _PERIOD.fullmatch(text)
    if found is not None and int(found["year"]) in YEARS:
        kind = PeriodKind.NINE_MONTHS if text.endswith("-9M") else _KINDS.get(found["kind"] or "", PeriodKind.YEAR)
        index = int(found["index"] or 1)
        if 1 <= index <= kind.per_year:
            return calendar.period(kind, int(found["year"]), index)
    raise ReadError([Fault("--period", "not_period", {"found": text, "choices": ", ".join(PERIODS)})])


def tier_of_name(name: str) -> Tier | None:
    """Tell the tier of an agency by the unit that its name begins with; ``None`` if the name does not make it certain.

    >>> tier_of_name("Ủy ban nhân dân xã Định Hóa, tỉnh Thái Nguyên"), tier_of_name("Sở Nội vụ tỉnh Thái Nguyên")
    (<Tier.COMMUNE: 'commune'>, <Tier.PROVINCE: 'province'>)
    >>> tier_of_name("Ủy ban nhân dân thành phố Huế"), tier_of_name("Bảo hiểm xã hội Việt Nam")
    (None, None)
    """
    text = unicodedata.normalize("NFC", name)
    for start in _starts(text):
        found = _UNIT.match(text, start)
        if found is None or not (found["name"][0].isupper() or found["name"][0].isdigit()):
            continue
        if found["city"]:
            return Tier.PROVINCE if _CITIES.match(found["name"]) else None
        return next(tier for tier in Tier if found[tier.value])
    return None


def _starts(text: str) -> list[int]:
    return [match.start() for match in re.finditer(r"\b\w", text)]
