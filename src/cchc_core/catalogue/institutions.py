"""Area 1: reform of institutions, that is, of legal documents."""

from __future__ import annotations

from decimal import Decimal

from cchc_core.catalogue.rules import ARE_005, ARE_006, ARE_017, ARE_023, FIG_001
from cchc_core.catalogue.shares import INDICATOR_SHARE
from cchc_core.catalogue.sources import CV725_2021
from cchc_core.forms import Figure, Level, LineGroup, Record, bound, count, form, identity, ratio, share
from cchc_core.law import InForce

__all__ = ["Institutions"]


@form(
    "institutions",
    number="II.1",
    title="Cải cách thể chế",
    source=CV725_2021.at("đề cương báo cáo, phần II.1"),
    in_force=InForce(start=CV725_2021.issued),
    nonnegative=FIG_001,
    percentages=ARE_017,
    lines=LineGroup(
        "2",
        {
            "2.1": "Ban hành văn bản quy phạm pháp luật",
            "2.2": "Kiểm tra văn bản quy phạm pháp luật",
            "2.3": "Rà soát văn bản quy phạm pháp luật",
        },
    ),
)
class Institutions(Record):
    """Legal normative documents issued, repealed and reviewed; administrative documents reviewed."""

    issued: Figure[int] = count(
        "Văn bản quy phạm pháp luật đã ban hành", line="2.1.1", unit="văn bản", level=Level.TOTAL
    )
    issued_province: Figure[int] = count(
        "Văn bản quy phạm pháp luật cấp tỉnh ban hành",
        line="2.1.2",
        unit="văn bản",
        level=Level.PROVINCE,
        optional=True,
    )
    issued_district: Figure[int] = count(
        "Văn bản quy phạm pháp luật cấp huyện ban hành",
        line="2.1.3",
        unit="văn bản",
        level=Level.DISTRICT,
        optional=True,
    )
    repealed: Figure[int] = count(
        "Nghị quyết quy phạm pháp luật bị bãi bỏ toàn bộ", unit="văn bản", level=Level.DISTRICT
    )
    issued_commune: Figure[int] = count(
        "Văn bản quy phạm pháp luật cấp xã ban hành", line="2.1.4", unit="văn bản", level=Level.COMMUNE
    )
    inspected: Figure[int] = count(
        "Văn bản đã kiểm tra theo thẩm quyền", line="2.2.1", unit="văn bản", level=Level.TOTAL
    )
    unlawful: Figure[int] = count(
        "Văn bản trái pháp luật phát hiện qua kiểm tra", line="2.2.2.1", unit="văn bản", level=Level.TOTAL
    )
    unlawful_handled: Figure[int] = count(
        "Văn bản trái pháp luật đã xử lý", line="2.2.2.2", unit="văn bản", level=Level.TOTAL
    )
    unlawful_handled_share_printed: Figure[Decimal] = share(
        "Tỷ lệ xử lý văn bản trái pháp luật", level=Level.TOTAL, optional=True
    )
    to_review: Figure[int] = count(
        "Văn bản quy phạm pháp luật phải rà soát", line="2.3.1.1", unit="văn bản", level=Level.TOTAL
    )
    reviewed: Figure[int] = count(
        "Văn bản quy phạm pháp luật đã rà soát", line="2.3.1.2", unit="văn bản", level=Level.TOTAL
    )
    reviewed_share_printed: Figure[Decimal] = share(
        "Tỷ lệ rà soát văn bản quy phạm pháp luật", level=Level.TOTAL, optional=True
    )
    reviewed_district: Figure[int] = count(
        "Văn bản quy phạm pháp luật cấp huyện đã rà soát", unit="văn bản", level=Level.DISTRICT
    )
    reviewed_commune: Figure[int] = count(
        "Văn bản quy phạm pháp luật cấp xã đã rà soát", unit="văn bản", level=Level.COMMUNE
    )
    review_proposed: Figure[int] = count(
        "Văn bản kiến nghị xử lý sau rà soát", line="2.3.2.1", unit="văn bản", level=Level.TOTAL
    )
    review_handled: Figure[int] = count(
        "Văn bản đã xử lý sau rà soát", line="2.3.2.2", unit="văn bản", level=Level.TOTAL
    )
    review_handled_share_printed: Figure[Decimal] = share(
        "Tỷ lệ xử lý văn bản sau rà soát", level=Level.TOTAL, optional=True
    )
    admin_reviewed: Figure[int] = count(
        "Văn bản hành chính thông thường đã rà soát", unit="văn bản", level=Level.DISTRICT
    )
    admin_resolutions: Figure[int] = count("Nghị quyết đã rà soát", unit="văn bản", level=Level.DISTRICT)
    admin_decisions: Figure[int] = count("Quyết định đã rà soát", unit="văn bản", level=Level.DISTRICT)
    admin_directives: Figure[int] = count("Chỉ thị đã rà soát", unit="văn bản", level=Level.DISTRICT)

    issued_by_level = identity(ARE_005, issued == issued_province + issued_district + issued_commune)
    reviewed_by_level = identity(ARE_005, reviewed == reviewed_district + reviewed_commune)
    admin_by_type = identity(ARE_006, admin_reviewed == admin_resolutions + admin_decisions + admin_directives)
    unlawful_within_inspected = bound(ARE_023, unlawful <= inspected)
    proposed_within_reviewed = bound(ARE_023, review_proposed <= reviewed)

    unlawful_handled_share = ratio(
        "Tỷ lệ xử lý văn bản trái pháp luật",
        unlawful_handled / unlawful,
        line="2.2.2",
        reported=unlawful_handled_share_printed,
        rules=INDICATOR_SHARE,
    )
    reviewed_share = ratio(
        "Tỷ lệ rà soát văn bản quy phạm pháp luật",
        reviewed / to_review,
        line="2.3.1",
        reported=reviewed_share_printed,
        rules=INDICATOR_SHARE,
    )
    review_handled_share = ratio(
        "Tỷ lệ xử lý văn bản sau rà soát",
        review_handled / review_proposed,
        line="2.3.2",
        reported=review_handled_share_printed,
        rules=INDICATOR_SHARE,
    )
