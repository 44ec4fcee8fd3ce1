"""Rules on the reporting period: PER."""

from __future__ import annotations

from cchc_core.catalogue.sources import ND09_2019
from cchc_core.rules import Rule, RuleKind
from cchc_core.words import Text

PER_005 = Rule(
    code="PER-005",
    kind=RuleKind.PERIOD,
    statement=Text(
        "Ngày đầu và ngày cuối kỳ đúng với lịch báo cáo của loại kỳ.",
        "The first and last day of the period are those of the calendar for its kind.",
    ),
    because=Text(
        "các kỳ chỉ cộng và so sánh được khi chốt số liệu cùng ngày",
        "periods add up and compare only if their figures are closed on the same days",
    ),
    source=ND09_2019.at("Điều 12"),
    blank=Text(
        "lịch báo cáo chưa biết thì không kiểm tra được",
        "with a calendar that is not known it cannot be checked",
    ),
    example=Text(
        "báo cáo năm 2021 tính từ 01/01/2021 đến 31/12/2021 theo lịch từ ngày 15 đến ngày 14",
        "a report of 2021 from 01/01/2021 to 31/12/2021 by the calendar from the 15th to the 14th",
    ),
)
