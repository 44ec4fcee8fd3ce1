"""Area 5: reform of public finance."""

from __future__ import annotations

from decimal import Decimal

from cchc_core.catalogue.rules import ARE_014, ARE_017, FIG_001
from cchc_core.catalogue.shares import INDICATOR_SHARE
from cchc_core.catalogue.sources import CV725_2021
from cchc_core.forms import Figure, Level, LineGroup, Record, count, form, identity, money, ratio, share
from cchc_core.law import InForce

__all__ = ["PublicFinance"]


@form(
    "public_finance",
    number="II.5",
    title="Cải cách tài chính công",
    source=CV725_2021.at("đề cương báo cáo, phần II.5"),
    in_force=InForce(start=CV725_2021.issued),
    nonnegative=FIG_001,
    percentages=ARE_017,
    lines=LineGroup(
        "6",
        {
            "6.1": "Giải ngân vốn đầu tư công",
            "6.2": "Tự chủ tài chính của đơn vị sự nghiệp công lập",
            "6.3": "Tiết kiệm chi và kinh phí cải cách hành chính",
        },
    ),
)
class PublicFinance(Record):
    """Public investment, autonomy of service units, savings, the budget for reform; money in million dong."""

    investment_planned: Figure[Decimal] = money("Kế hoạch vốn đầu tư công được giao", line="6.1.1.1", level=Level.TOTAL)
    investment_disbursed: Figure[Decimal] = money("Vốn đầu tư công đã giải ngân", line="6.1.1.2", level=Level.TOTAL)
    investment_disbursed_share_printed: Figure[Decimal] = share(
        "Tỷ lệ giải ngân vốn đầu tư công", level=Level.TOTAL, optional=True
    )
    autonomy_full: Figure[int] = count(
        "Đơn vị sự nghiệp tự bảo đảm chi thường xuyên và chi đầu tư",
        line="6.2.2",
        unit="đơn vị",
        level=Level.TOTAL,
    )
    autonomy_recurrent: Figure[int] = count(
        "Đơn vị sự nghiệp tự bảo đảm chi thường xuyên", line="6.2.3", unit="đơn vị", level=Level.TOTAL
    )
    autonomy_partial: Figure[int] = count(
        "Đơn vị sự nghiệp tự bảo đảm một phần chi thường xuyên", line="6.2.4", unit="đơn vị", level=Level.TOTAL
    )
    autonomy_none: Figure[int] = count(
        "Đơn vị sự nghiệp do ngân sách nhà nước bảo đảm chi thường xuyên",
        line="6.2.5",
        unit="đơn vị",
        level=Level.TOTAL,
    )
    savings: Figure[Decimal] = money("Tiết kiệm thêm chi thường xuyên", line="6.3.1", level=Level.TOTAL)
    savings_conference: Figure[Decimal] = money("Tiết kiệm 50% chi hội nghị còn lại", level=Level.TOTAL)
    savings_recurrent: Figure[Decimal] = money("Tiết kiệm thêm 10% chi thường xuyên khác còn lại", level=Level.TOTAL)
    savings_district: Figure[Decimal] = money("Tiết kiệm chi khối huyện", level=Level.DISTRICT)
    savings_commune: Figure[Decimal] = money("Tiết kiệm chi khối xã", level=Level.COMMUNE)
    budget: Figure[Decimal] = money("Kinh phí cho nhiệm vụ cải cách hành chính", line="6.3.2", level=Level.TOTAL)
    budget_website: Figure[Decimal] = money("Duy trì trang thông tin điện tử", level=Level.TOTAL)
    budget_it: Figure[Decimal] = money("Ứng dụng công nghệ thông tin, phòng họp không giấy tờ", level=Level.TOTAL)
    budget_videoconference: Figure[Decimal] = money("Hệ thống giao ban trực tuyến", level=Level.TOTAL)
    budget_onestop: Figure[Decimal] = money("Sửa chữa, nâng cấp Bộ phận một cửa cấp xã", level=Level.TOTAL)
    budget_other: Figure[Decimal] = money("Nhiệm vụ cải cách hành chính khác", level=Level.TOTAL)

    savings_by_kind = identity(ARE_014, savings == savings_conference + savings_recurrent)
    savings_by_level = identity(ARE_014, savings == savings_district + savings_commune)
    budget_by_item = identity(
        ARE_014,
        budget == budget_website + budget_it + budget_videoconference + budget_onestop + budget_other,
    )

    investment_disbursed_share = ratio(
        "Tỷ lệ giải ngân vốn đầu tư công",
        investment_disbursed / investment_planned,
        line="6.1.1",
        reported=investment_disbursed_share_printed,
        rules=INDICATOR_SHARE,
    )
