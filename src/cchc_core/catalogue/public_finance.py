"""Area 5: reform of public finance."""

from __future__ import annotations

from decimal import Decimal

from cchc_core.catalogue.rules import ARE_014, FIG_001
from cchc_core.catalogue.sources import CV725_2021
from cchc_core.forms import Figure, Level, Record, form, identity, money
from cchc_core.law import InForce

__all__ = ["PublicFinance"]


@form(
    "public_finance",
    number="II.5",
    title="Cải cách tài chính công",
    source=CV725_2021.at("đề cương báo cáo, phần II.5"),
    in_force=InForce(start=CV725_2021.issued),
    nonnegative=FIG_001,
)
class PublicFinance(Record):
    """Savings of recurrent spending and the budget for reform, unit: million dong."""

    savings: Figure[Decimal] = money("Tiết kiệm thêm chi thường xuyên", level=Level.TOTAL)
    savings_conference: Figure[Decimal] = money("Tiết kiệm 50% chi hội nghị còn lại", level=Level.TOTAL)
    savings_recurrent: Figure[Decimal] = money("Tiết kiệm thêm 10% chi thường xuyên khác còn lại", level=Level.TOTAL)
    savings_district: Figure[Decimal] = money("Tiết kiệm chi khối huyện", level=Level.DISTRICT)
    savings_commune: Figure[Decimal] = money("Tiết kiệm chi khối xã", level=Level.COMMUNE)
    budget: Figure[Decimal] = money("Kinh phí cho nhiệm vụ cải cách hành chính", level=Level.TOTAL)
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
