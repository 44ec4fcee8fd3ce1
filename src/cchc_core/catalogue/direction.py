"""Section I: direction and management of administrative reform."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from cchc_core.catalogue.rules import ARE_001, ARE_002, ARE_003, ARE_017, ARE_019, ARE_027, ARE_028, FIG_001
from cchc_core.catalogue.shares import INDICATOR_SHARE
from cchc_core.catalogue.sources import CV725_2021
from cchc_core.forms import (
    Figure,
    Level,
    LineGroup,
    OpenBound,
    Record,
    bound,
    count,
    form,
    identity,
    open_bound,
    ratio,
    share,
)
from cchc_core.law import InForce

__all__ = ["Direction"]

_LAST_SURVEY_METHOD = 2


@form(
    "direction",
    number="I",
    title="Công tác chỉ đạo, điều hành cải cách hành chính",
    source=CV725_2021.at("đề cương báo cáo, phần I"),
    in_force=InForce(start=CV725_2021.issued),
    nonnegative=FIG_001,
    percentages=ARE_017,
    lines=LineGroup(
        "1",
        {
            "1.1": "Thực hiện kế hoạch cải cách hành chính",
            "1.2": "Kiểm tra công tác cải cách hành chính",
            "1.3": "Thực hiện nhiệm vụ được cấp trên giao",
            "1.4": "Khảo sát mức độ hài lòng của người dân, tổ chức",
            "1.5": "Đối thoại, sáng kiến, tuyên truyền",
        },
    ),
)
class Direction(Record):
    """Plans, emulation, initiatives, inspection and communication."""

    tasks_planned: Figure[int] = count(
        "Nhiệm vụ trọng tâm trong kế hoạch của huyện", line="1.1.1.1", unit="nhiệm vụ", level=Level.DISTRICT
    )
    tasks_done: Figure[int] = count("Nhiệm vụ đã hoàn thành", line="1.1.1.2", unit="nhiệm vụ", level=Level.DISTRICT)
    plan_completion_printed: Figure[Decimal] = share("Tỷ lệ hoàn thành kế hoạch", level=Level.DISTRICT, optional=True)
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
        "Sáng kiến được công nhận phạm vi ảnh hưởng", line="1.5.2", unit="sáng kiến", level=Level.DISTRICT
    )
    initiatives_proposed: Figure[int] = count(
        "Sáng kiến đề nghị cấp tỉnh công nhận", unit="sáng kiến", level=Level.PROVINCE
    )
    planned_inspections: Figure[int] = count("Cuộc kiểm tra theo kế hoạch", unit="cuộc", level=Level.DISTRICT)
    planned_communes: Figure[int] = count(
        "Xã được kiểm tra theo kế hoạch", line="1.2.3", unit="xã", level=Level.DISTRICT
    )
    planned_departments: Figure[int] = count(
        "Phòng chuyên môn được kiểm tra theo kế hoạch", line="1.2.1", unit="phòng", level=Level.DISTRICT
    )
    unannounced_inspections: Figure[int] = count("Cuộc kiểm tra đột xuất", unit="cuộc", level=Level.DISTRICT)
    unannounced_communes: Figure[int] = count(
        "Xã, thị trấn được kiểm tra đột xuất", line="1.2.4", unit="xã, thị trấn", level=Level.DISTRICT
    )
    communes_inspected_by_province: Figure[int] = count("Xã được Sở Nội vụ kiểm tra", unit="xã", level=Level.PROVINCE)
    districts_inspected: Figure[int] = count(
        "Đơn vị cấp huyện được kiểm tra", line="1.2.2", unit="đơn vị", level=Level.DISTRICT
    )
    issues_found: Figure[int] = count(
        "Vấn đề phát hiện qua kiểm tra cần xử lý", line="1.2.5.1", unit="vấn đề", level=Level.TOTAL
    )
    issues_settled: Figure[int] = count(
        "Vấn đề phát hiện qua kiểm tra đã xử lý", line="1.2.5.2", unit="vấn đề", level=Level.TOTAL
    )
    issues_settled_share_printed: Figure[Decimal] = share(
        "Tỷ lệ xử lý vấn đề phát hiện qua kiểm tra", level=Level.TOTAL, optional=True
    )
    assigned: Figure[int] = count("Nhiệm vụ được cấp trên giao", line="1.3.1", unit="nhiệm vụ", level=Level.TOTAL)
    assigned_done_on_time: Figure[int] = count(
        "Nhiệm vụ được giao đã hoàn thành đúng hạn", line="1.3.2", unit="nhiệm vụ", level=Level.TOTAL
    )
    assigned_done_late: Figure[int] = count(
        "Nhiệm vụ được giao đã hoàn thành nhưng quá hạn", line="1.3.3", unit="nhiệm vụ", level=Level.TOTAL
    )
    assigned_overdue: Figure[int] = count(
        "Nhiệm vụ được giao quá hạn chưa hoàn thành", line="1.3.4", unit="nhiệm vụ", level=Level.TOTAL
    )
    assigned_not_due: Figure[int] = count(
        "Nhiệm vụ được giao chưa đến hạn",
        unit="nhiệm vụ",
        level=Level.TOTAL,
        optional=True,
        note="Để trống khi không có nhiệm vụ nào chưa đến hạn.",
    )
    survey_forms: Figure[int] = count("Phiếu khảo sát mức độ hài lòng", line="1.4.1", unit="phiếu", level=Level.TOTAL)
    survey_method: Figure[int] = count(
        "Hình thức khảo sát mức độ hài lòng",
        line="1.4.2",
        unit="mã (0, 1, 2)",
        level=Level.TOTAL,
        note="Ghi mã 0, 1 hoặc 2 theo hướng dẫn của biểu.",
    )
    dialogue: Figure[int] = count(
        "Tổ chức đối thoại với người dân, doanh nghiệp",
        line="1.5.1",
        unit="mã (0, 1)",
        level=Level.TOTAL,
        note="Không tổ chức ghi 0, có tổ chức ghi 1.",
    )
    media_items: Figure[OpenBound] = open_bound(
        "Tin, bài tuyên truyền", line="1.5.3", unit="tin, bài", level=Level.DISTRICT
    )

    plan_by_state = identity(ARE_001, tasks_planned == tasks_done + tasks_ongoing)
    tasks_by_level = identity(ARE_002, tasks_all == tasks_all_district + tasks_all_commune)
    district_tasks_agree = identity(ARE_002, tasks_all_district == tasks_planned)
    proposed_within_recognised = bound(ARE_019, initiatives_proposed <= initiatives_recognised)
    assigned_by_outcome = identity(
        ARE_027, assigned == assigned_done_on_time + assigned_done_late + assigned_overdue + assigned_not_due
    )
    survey_method_is_a_code = bound(ARE_028, survey_method <= _LAST_SURVEY_METHOD)
    dialogue_is_a_code = bound(ARE_028, dialogue <= 1)

    plan_completion = ratio(
        "Tỷ lệ hoàn thành kế hoạch",
        tasks_done / tasks_planned,
        line="1.1.1",
        reported=plan_completion_printed,
        rules=INDICATOR_SHARE,
    )
    issues_settled_share = ratio(
        "Tỷ lệ xử lý vấn đề phát hiện qua kiểm tra",
        issues_settled / issues_found,
        line="1.2.5",
        reported=issues_settled_share_printed,
        rules=evolve(INDICATOR_SHARE, part=ARE_003),
    )
