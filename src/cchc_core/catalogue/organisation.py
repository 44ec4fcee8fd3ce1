"""Area 3: reform of the organisation of the state apparatus."""

from __future__ import annotations

from cchc_core.catalogue.rules import ARE_020, FIG_001
from cchc_core.catalogue.sources import CV725_2021
from cchc_core.forms import Figure, Level, LineGroup, Record, count, form, identity
from cchc_core.law import InForce

__all__ = ["Organisation"]


@form(
    "organisation",
    number="II.3",
    title="Cải cách tổ chức bộ máy hành chính nhà nước",
    source=CV725_2021.at("đề cương báo cáo, phần II.3"),
    in_force=InForce(start=CV725_2021.issued),
    nonnegative=FIG_001,
    lines=LineGroup(
        "4",
        {
            "4.1": "Cơ quan, tổ chức hành chính",
            "4.2": "Đơn vị sự nghiệp công lập",
            "4.3": "Biên chế công chức",
            "4.4": "Số người làm việc trong đơn vị sự nghiệp công lập",
        },
    ),
)
class Organisation(Record):
    """Agencies, villages, commune staff and part-time staff."""

    agencies: Figure[int] = count(
        "Cơ quan chuyên môn thuộc Ủy ban nhân dân", line="4.1.1", unit="cơ quan", level=Level.TOTAL
    )
    sub_departments: Figure[int] = count(
        "Chi cục thuộc cơ quan chuyên môn cấp tỉnh", line="4.1.2", unit="chi cục", level=Level.PROVINCE
    )
    divisions: Figure[int] = count(
        "Phòng thuộc cơ quan chuyên môn và chi cục", line="4.1.3", unit="phòng", level=Level.TOTAL
    )
    villages_renamed: Figure[int] = count(
        "Xóm, tổ dân phố đề nghị đổi tên", unit="xóm, tổ dân phố", level=Level.VILLAGE
    )
    hamlets_renamed: Figure[int] = count("Xóm đề nghị đổi tên", unit="xóm", level=Level.VILLAGE)
    groups_renamed: Figure[int] = count("Tổ dân phố đề nghị đổi tên", unit="tổ dân phố", level=Level.VILLAGE)
    villages_merged: Figure[int] = count("Xóm phải sáp nhập", unit="xóm", level=Level.VILLAGE)
    temporary_quota: Figure[int] = count("Biên chế cấp xã được tạm giao thêm", unit="biên chế", level=Level.COMMUNE)
    commune_staff_reduced: Figure[int] = count("Công chức cấp xã giảm", unit="người", level=Level.COMMUNE)
    nonspecialist_quota_type1: Figure[int] = count(
        "Định mức người hoạt động không chuyên trách một xã loại 1", unit="người/xã", level=Level.COMMUNE
    )
    nonspecialist_quota_other: Figure[int] = count(
        "Định mức người hoạt động không chuyên trách một đơn vị còn lại", unit="người/xã", level=Level.COMMUNE
    )
    communes_type1: Figure[int] = count("Xã là đơn vị hành chính loại 1", unit="xã", level=Level.COMMUNE)
    nonspecialist_commune: Figure[int] = count(
        "Người hoạt động không chuyên trách ở cấp xã", unit="người", level=Level.COMMUNE
    )
    nonspecialist_village: Figure[int] = count(
        "Người hoạt động không chuyên trách ở xóm, tổ dân phố", unit="người", level=Level.VILLAGE
    )

    renamed_by_kind = identity(ARE_020, villages_renamed == hamlets_renamed + groups_renamed)
