"""Section I: direction and management of administrative reform."""

from __future__ import annotations

from cchc_core.catalogue.rules import ARE_001, ARE_002, ARE_019, FIG_001
from cchc_core.catalogue.sources import CV725_2021
from cchc_core.forms import Figure, Level, OpenBound, Record, bound, count, form, identity, open_bound, ratio
from cchc_core.law import InForce

__all__ = ["Direction"]


@form(
    "direction",
    number="I",
    title="Công tác chỉ đạo, điều hành cải cách hành chính",
    source=CV725_2021.at("đề cương báo cáo, phần I"),
    in_force=InForce(start=CV725_2021.issued),
    nonnegative=FIG_001,
)
class Direction(Record):
    """Plans, emulation, initiatives, inspection and communication."""

    tasks_planned: Figure[int] = count(
        "Nhiệm vụ trọng tâm trong kế hoạch của huyện", unit="nhiệm vụ", level=Level.DISTRICT
    )
    tasks_done: Figure[int] = count("Nhiệm vụ đã hoàn thành", unit="nhiệm vụ", level=Level.DISTRICT)
    tasks_ongoing: Figure[int] = count("Nhiệm vụ đang triển khai", unit="nhiệm vụ", level=Level.DISTRICT)
    tasks_all: Figure[int] = count("Nhiệm vụ đề ra trong tất cả kế hoạch", unit="nhiệm vụ", level=Level.TOTAL)
    tasks_all_district: Figure[int] = count(
        "Nhiệm vụ đề ra trong kế hoạch của huyện", unit="nhiệm vụ", level=Level.DISTRICT
    )
    tasks_all_commune: Figure[int] = count(
        "Nhiệm vụ đề ra trong kế hoạch của cấp xã", unit="nhiệm vụ", level=Level.COMMUNE
    )
    collectives_rewarded: Figure[int] = count("Tập thể được khen thưởng hằng năm", unit="tập thể", level=Level.DISTRICT)
    individuals_rewarded: Figure[int] = count("Cá nhân được khen thưởng hằng năm", unit="cá nhân", level=Level.DISTRICT)
    initiatives_recognised: Figure[int] = count(
        "Sáng kiến được công nhận phạm vi ảnh hưởng", unit="sáng kiến", level=Level.DISTRICT
    )
    initiatives_proposed: Figure[int] = count(
        "Sáng kiến đề nghị cấp tỉnh công nhận", unit="sáng kiến", level=Level.PROVINCE
    )
    planned_inspections: Figure[int] = count("Cuộc kiểm tra theo kế hoạch", unit="cuộc", level=Level.DISTRICT)
    planned_communes: Figure[int] = count("Xã được kiểm tra theo kế hoạch", unit="xã", level=Level.DISTRICT)
    planned_departments: Figure[int] = count(
        "Phòng chuyên môn được kiểm tra theo kế hoạch", unit="phòng", level=Level.DISTRICT
    )
    unannounced_inspections: Figure[int] = count("Cuộc kiểm tra đột xuất", unit="cuộc", level=Level.DISTRICT)
    unannounced_communes: Figure[int] = count(
        "Xã, thị trấn được kiểm tra đột xuất", unit="xã, thị trấn", level=Level.DISTRICT
    )
    communes_inspected_by_province: Figure[int] = count("Xã được Sở Nội vụ kiểm tra", unit="xã", level=Level.PROVINCE)
    media_items: Figure[OpenBound] = open_bound("Tin, bài tuyên truyền", unit="tin, bài", level=Level.DISTRICT)

    plan_by_state = identity(ARE_001, tasks_planned == tasks_done + tasks_ongoing)
    tasks_by_level = identity(ARE_002, tasks_all == tasks_all_district + tasks_all_commune)
    district_tasks_agree = identity(ARE_002, tasks_all_district == tasks_planned)
    proposed_within_recognised = bound(ARE_019, initiatives_proposed <= initiatives_recognised)

    plan_completion = ratio("Tỷ lệ hoàn thành kế hoạch", tasks_done / tasks_planned)
