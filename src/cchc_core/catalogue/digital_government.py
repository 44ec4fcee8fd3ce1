"""Area 6: electronic and digital government."""

from __future__ import annotations

from decimal import Decimal

from cchc_core.catalogue.rules import ARE_017, ARE_022, FIG_001
from cchc_core.catalogue.sources import CV725_2021
from cchc_core.forms import Figure, Level, OpenBound, Record, count, form, identity, open_bound, share
from cchc_core.law import InForce

__all__ = ["DigitalGovernment"]


@form(
    "digital_government",
    number="II.6",
    title="Xây dựng, phát triển chính quyền điện tử, chính quyền số",
    source=CV725_2021.at("đề cương báo cáo, phần II.6"),
    in_force=InForce(start=CV725_2021.issued),
    nonnegative=FIG_001,
    percentages=ARE_017,
)
class DigitalGovernment(Record):
    """Electronic documents, official mail, and quality management by ISO 9001:2015."""

    document_system_units: Figure[int] = count(
        "Cơ quan, đơn vị dùng hệ thống quản lý văn bản", unit="đơn vị", level=Level.TOTAL
    )
    document_system_district: Figure[int] = count(
        "Cơ quan, đơn vị thuộc huyện dùng hệ thống quản lý văn bản", unit="đơn vị", level=Level.DISTRICT
    )
    document_system_communes: Figure[int] = count(
        "Xã, thị trấn dùng hệ thống quản lý văn bản", unit="xã, thị trấn", level=Level.COMMUNE
    )
    exchanged_online: Figure[Decimal] = share("Tỷ lệ văn bản trao đổi qua mạng", level=Level.TOTAL)
    digitised: Figure[Decimal] = share("Tỷ lệ văn bản đi, đến được số hóa", level=Level.TOTAL)
    official_mail_use: Figure[OpenBound] = open_bound(
        "Tỷ lệ cán bộ, công chức thường xuyên dùng thư công vụ", unit="%", level=Level.TOTAL
    )
    iso_departments: Figure[Decimal] = share("Tỷ lệ phòng chuyên môn áp dụng ISO 9001:2015", level=Level.DISTRICT)
    iso_guidelines: Figure[int] = count("Hướng dẫn trong tài liệu ISO", unit="hướng dẫn", level=Level.DISTRICT)

    units_by_level = identity(ARE_022, document_system_units == document_system_district + document_system_communes)
