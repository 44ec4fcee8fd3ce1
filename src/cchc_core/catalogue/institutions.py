"""Area 1: reform of institutions, that is, of legal documents."""

from __future__ import annotations

from cchc_core.catalogue.rules import ARE_005, ARE_006, FIG_001
from cchc_core.catalogue.sources import CV725_2021
from cchc_core.forms import Figure, Level, Record, count, form, identity
from cchc_core.law import InForce

__all__ = ["Institutions"]


@form(
    "institutions",
    number="II.1",
    title="Cải cách thể chế",
    source=CV725_2021.at("đề cương báo cáo, phần II.1"),
    in_force=InForce(start=CV725_2021.issued),
    nonnegative=FIG_001,
)
class Institutions(Record):
    """Legal normative documents issued, repealed and reviewed; administrative documents reviewed."""

    issued_district: Figure[int] = count(
        "Văn bản quy phạm pháp luật cấp huyện ban hành", unit="văn bản", level=Level.DISTRICT
    )
    repealed: Figure[int] = count(
        "Nghị quyết quy phạm pháp luật bị bãi bỏ toàn bộ", unit="văn bản", level=Level.DISTRICT
    )
    issued_commune: Figure[int] = count(
        "Văn bản quy phạm pháp luật cấp xã ban hành", unit="văn bản", level=Level.COMMUNE
    )
    reviewed: Figure[int] = count("Văn bản quy phạm pháp luật đã rà soát", unit="văn bản", level=Level.TOTAL)
    reviewed_district: Figure[int] = count(
        "Văn bản quy phạm pháp luật cấp huyện đã rà soát", unit="văn bản", level=Level.DISTRICT
    )
    reviewed_commune: Figure[int] = count(
        "Văn bản quy phạm pháp luật cấp xã đã rà soát", unit="văn bản", level=Level.COMMUNE
    )
    admin_reviewed: Figure[int] = count(
        "Văn bản hành chính thông thường đã rà soát", unit="văn bản", level=Level.DISTRICT
    )
    admin_resolutions: Figure[int] = count("Nghị quyết đã rà soát", unit="văn bản", level=Level.DISTRICT)
    admin_decisions: Figure[int] = count("Quyết định đã rà soát", unit="văn bản", level=Level.DISTRICT)
    admin_directives: Figure[int] = count("Chỉ thị đã rà soát", unit="văn bản", level=Level.DISTRICT)

    reviewed_by_level = identity(ARE_005, reviewed == reviewed_district + reviewed_commune)
    admin_by_type = identity(ARE_006, admin_reviewed == admin_resolutions + admin_decisions + admin_directives)
