"""Area 4: reform of the civil service."""

from __future__ import annotations

from decimal import Decimal

from cchc_core.catalogue.rules import (
    ARE_009,
    ARE_010,
    ARE_011,
    ARE_012,
    ARE_013,
    ARE_017,
    ARE_023,
    ARE_027,
    FIG_001,
)
from cchc_core.catalogue.shares import INDICATOR_SHARE
from cchc_core.catalogue.sources import CV725_2021
from cchc_core.forms import (
    Figure,
    Level,
    LineGroup,
    Record,
    bound,
    count,
    form,
    identity,
    listed,
    ratio,
    share,
)
from cchc_core.law import InForce

__all__ = ["CivilService"]


@form(
    "civil_service",
    number="II.4",
    title="Cải cách chế độ công vụ",
    source=CV725_2021.at("đề cương báo cáo, phần II.4"),
    in_force=InForce(start=CV725_2021.issued),
    nonnegative=FIG_001,
    percentages=ARE_017,
    lines=LineGroup(
        "5",
        {
            "5.1": "Phê duyệt vị trí việc làm",
            "5.2": "Tuyển dụng",
            "5.3": "Nâng ngạch, bổ nhiệm",
            "5.4": "Kỷ luật cán bộ, công chức, viên chức",
            "5.5": "Đào tạo, bồi dưỡng",
            "5.6": "Chuyển đổi vị trí công tác, đánh giá",
        },
    ),
)
class CivilService(Record):
    """Civil servants, public service units and their employees, downsizing, training, inspection of duty."""

    quota: Figure[int] = count("Biên chế công chức được giao", line="4.3.1", unit="biên chế", level=Level.DISTRICT)
    present: Figure[int] = count("Công chức có mặt", line="4.3.2", unit="người", level=Level.DISTRICT)
    contract_staff: Figure[int] = count(
        "Lao động hợp đồng trong cơ quan hành chính", line="4.3.3", unit="người", level=Level.TOTAL
    )
    quota_base: Figure[int] = count(
        "Biên chế công chức tại mốc so sánh",
        line="4.3.5.1",
        unit="biên chế",
        level=Level.TOTAL,
        note="Số của năm gốc do cơ quan cấp trên hướng dẫn.",
    )
    quota_cut: Figure[int] = count(
        "Biên chế công chức đã giảm so với mốc so sánh", line="4.3.5.2", unit="biên chế", level=Level.TOTAL
    )
    quota_cut_share_printed: Figure[Decimal] = share(
        "Tỷ lệ giảm biên chế công chức so với mốc so sánh", level=Level.TOTAL, optional=True
    )
    masters: Figure[int] = count("Công chức trình độ thạc sỹ", unit="người", level=Level.DISTRICT)
    bachelors: Figure[int] = count("Công chức trình độ đại học", unit="người", level=Level.DISTRICT)
    elementary: Figure[int] = count("Công chức trình độ sơ cấp", unit="người", level=Level.DISTRICT)
    leaders: Figure[int] = count("Công chức lãnh đạo, quản lý", unit="người", level=Level.DISTRICT)
    service_units: Figure[int] = count("Đơn vị sự nghiệp công lập", line="4.2.1", unit="đơn vị", level=Level.DISTRICT)
    service_units_base: Figure[int] = count(
        "Đơn vị sự nghiệp công lập tại mốc so sánh",
        line="4.2.2.1",
        unit="đơn vị",
        level=Level.TOTAL,
        note="Số của năm gốc do cơ quan cấp trên hướng dẫn.",
    )
    service_units_cut: Figure[int] = count(
        "Đơn vị sự nghiệp công lập đã giảm so với mốc so sánh", line="4.2.2.2", unit="đơn vị", level=Level.TOTAL
    )
    service_units_cut_share_printed: Figure[Decimal] = share(
        "Tỷ lệ giảm đơn vị sự nghiệp công lập so với mốc so sánh", level=Level.TOTAL, optional=True
    )
    service_units_education: Figure[int] = count(
        "Đơn vị sự nghiệp giáo dục và đào tạo", unit="đơn vị", level=Level.DISTRICT
    )
    service_units_other: Figure[int] = count("Đơn vị sự nghiệp khác", unit="đơn vị", level=Level.DISTRICT)
    employees_quota: Figure[int] = count(
        "Biên chế viên chức được giao", line="4.4.1", unit="biên chế", level=Level.DISTRICT
    )
    employees_present: Figure[int] = count("Viên chức có mặt", line="4.4.2", unit="người", level=Level.DISTRICT)
    employees_masters: Figure[int] = count("Viên chức trình độ thạc sỹ", unit="người", level=Level.DISTRICT)
    employees_bachelors: Figure[int] = count("Viên chức trình độ đại học", unit="người", level=Level.DISTRICT)
    employees_college: Figure[int] = count("Viên chức trình độ cao đẳng", unit="người", level=Level.DISTRICT)
    employees_intermediate: Figure[int] = count("Viên chức trình độ trung cấp", unit="người", level=Level.DISTRICT)
    employees_leaders: Figure[int] = count("Viên chức lãnh đạo, quản lý", unit="người", level=Level.DISTRICT)
    reduction_plan_2030: Figure[int] = count(
        "Biên chế viên chức dự kiến giảm đến năm 2030", unit="biên chế", level=Level.DISTRICT
    )
    downsized: Figure[int] = count("Người tinh giản biên chế trong kỳ", line="4.3.4", unit="người", level=Level.TOTAL)
    employees_downsized: Figure[int] = count(
        "Viên chức tinh giản biên chế trong kỳ", line="4.4.3", unit="người", level=Level.TOTAL
    )
    downsized_nq02: Figure[int] = count("Tinh giản theo Nghị quyết số 02/2018/NQ-HĐND", unit="người", level=Level.TOTAL)
    downsized_nd108: Figure[int] = count("Tinh giản theo Nghị định số 108/2014/NĐ-CP", unit="người", level=Level.TOTAL)
    trained_chairs: Figure[int] = count(
        "Chủ tịch UBND xã được đào tạo, bồi dưỡng", line="5.5.1", unit="người", level=Level.COMMUNE
    )
    trained_vice_chairs: Figure[int] = count(
        "Phó Chủ tịch UBND xã được đào tạo, bồi dưỡng", line="5.5.2", unit="người", level=Level.COMMUNE
    )
    trained_culture_officers: Figure[int] = count(
        "Công chức Văn hóa - Xã hội được đào tạo, bồi dưỡng", line="5.5.3", unit="người", level=Level.COMMUNE
    )
    state_management_classes: Figure[int] = count(
        "Lớp quản lý nhà nước ngạch chuyên viên", unit="lớp", level=Level.TOTAL
    )
    state_management_trainees: Figure[int] = count(
        "Học viên lớp quản lý nhà nước ngạch chuyên viên", line="5.5.4", unit="người", level=Level.TOTAL
    )
    reform_trainees: Figure[int] = count(
        "Học viên tập huấn nghiệp vụ cải cách hành chính", line="5.5.5", unit="người", level=Level.COMMUNE
    )
    education_managers_evaluated: Figure[int] = count(
        "Viên chức quản lý giáo dục được đánh giá", line="5.6.2", unit="người", level=Level.DISTRICT
    )
    rotated: Figure[int] = count("Người được chuyển đổi vị trí công tác", line="5.6.1", unit="người", level=Level.TOTAL)
    agencies: Figure[int] = count("Cơ quan, tổ chức hành chính", line="5.1.1.1", unit="cơ quan", level=Level.TOTAL)
    agencies_with_positions: Figure[int] = count(
        "Cơ quan, tổ chức hành chính được phê duyệt vị trí việc làm",
        line="5.1.1.2",
        unit="cơ quan",
        level=Level.TOTAL,
    )
    agencies_with_positions_share_printed: Figure[Decimal] = share(
        "Tỷ lệ cơ quan, tổ chức hành chính được phê duyệt vị trí việc làm", level=Level.TOTAL, optional=True
    )
    service_units_with_positions: Figure[int] = count(
        "Đơn vị sự nghiệp công lập được phê duyệt vị trí việc làm",
        line="5.1.2.2",
        unit="đơn vị",
        level=Level.TOTAL,
    )
    service_units_with_positions_share_printed: Figure[Decimal] = share(
        "Tỷ lệ đơn vị sự nghiệp công lập được phê duyệt vị trí việc làm", level=Level.TOTAL, optional=True
    )
    recruited_civil_servants: Figure[int] = count(
        "Công chức được tuyển dụng mới", line="5.2.1", unit="người", level=Level.TOTAL
    )
    recruited_employees: Figure[int] = count(
        "Viên chức được tuyển dụng mới", line="5.2.2", unit="người", level=Level.TOTAL
    )
    recruited_talents: Figure[int] = count(
        "Người được tuyển dụng theo chính sách thu hút", line="5.2.3", unit="người", level=Level.TOTAL
    )
    promoted: Figure[int] = count(
        "Công chức, viên chức nâng ngạch, thăng hạng qua thi hoặc xét",
        line="5.3.1",
        unit="người",
        level=Level.TOTAL,
    )
    appointed_by_contest: Figure[int] = count(
        "Lãnh đạo, quản lý được bổ nhiệm qua thi tuyển", line="5.3.2", unit="người", level=Level.TOTAL
    )
    disciplined: Figure[int] = count("Người bị kỷ luật trong kỳ", line="5.4.1", unit="người", level=Level.TOTAL)
    disciplined_province_leaders: Figure[int] = count(
        "Lãnh đạo, quản lý cấp tỉnh bị kỷ luật",
        line="5.4.2",
        unit="người",
        level=Level.PROVINCE,
        optional=True,
    )
    disciplined_province_others: Figure[int] = count(
        "Người không giữ chức vụ lãnh đạo ở cấp tỉnh bị kỷ luật",
        line="5.4.3",
        unit="người",
        level=Level.PROVINCE,
        optional=True,
    )
    disciplined_district_leaders: Figure[int] = count(
        "Lãnh đạo, quản lý cấp huyện bị kỷ luật",
        line="5.4.4",
        unit="người",
        level=Level.DISTRICT,
        optional=True,
    )
    disciplined_district_others: Figure[int] = count(
        "Người không giữ chức vụ lãnh đạo ở cấp huyện bị kỷ luật",
        line="5.4.5",
        unit="người",
        level=Level.DISTRICT,
        optional=True,
    )
    disciplined_commune_leaders: Figure[int] = count(
        "Lãnh đạo, quản lý cấp xã bị kỷ luật", line="5.4.6", unit="người", level=Level.COMMUNE
    )
    disciplined_commune_others: Figure[int] = count(
        "Người không giữ chức vụ lãnh đạo ở cấp xã bị kỷ luật", line="5.4.7", unit="người", level=Level.COMMUNE
    )
    planned_communes: Figure[int] = count(
        "Xã được kiểm tra công vụ lồng ghép cải cách hành chính", unit="xã", level=Level.DISTRICT
    )
    planned_departments: Figure[int] = count(
        "Cơ quan, đơn vị được kiểm tra công vụ lồng ghép", unit="cơ quan", level=Level.DISTRICT
    )
    unannounced_communes: Figure[int] = count(
        "Xã, thị trấn được kiểm tra công vụ đột xuất", unit="xã, thị trấn", level=Level.DISTRICT
    )

    present_within_quota = bound(ARE_009, present <= quota)
    employees_within_quota = bound(ARE_009, employees_present <= employees_quota)
    present_by_qualification = identity(ARE_010, present == masters + bachelors + elementary)
    employees_by_qualification = identity(
        ARE_010,
        employees_present == employees_masters + employees_bachelors + employees_college + employees_intermediate,
    )
    leaders_within_present = bound(ARE_011, leaders <= present)
    employee_leaders_within_present = bound(ARE_011, employees_leaders <= employees_present)
    evaluated_within_leaders = bound(ARE_011, education_managers_evaluated <= employees_leaders)
    service_units_by_field = identity(ARE_012, service_units == service_units_education + service_units_other)
    downsized_by_basis = identity(ARE_013, downsized == downsized_nq02 + downsized_nd108)
    employees_downsized_within_downsized = bound(ARE_023, employees_downsized <= downsized)
    disciplined_by_level = identity(
        ARE_027,
        disciplined
        == disciplined_province_leaders
        + disciplined_province_others
        + disciplined_district_leaders
        + disciplined_district_others
        + disciplined_commune_leaders
        + disciplined_commune_others,
    )

    service_units_to_approve = listed("5.1.2.1", "Đơn vị sự nghiệp công lập", service_units, level=Level.TOTAL)

    quota_cut_share = ratio(
        "Tỷ lệ giảm biên chế công chức so với mốc so sánh",
        quota_cut / quota_base,
        line="4.3.5",
        reported=quota_cut_share_printed,
        rules=INDICATOR_SHARE,
    )
    service_units_cut_share = ratio(
        "Tỷ lệ giảm đơn vị sự nghiệp công lập so với mốc so sánh",
        service_units_cut / service_units_base,
        line="4.2.2",
        reported=service_units_cut_share_printed,
        rules=INDICATOR_SHARE,
    )
    agencies_with_positions_share = ratio(
        "Tỷ lệ cơ quan, tổ chức hành chính được phê duyệt vị trí việc làm",
        agencies_with_positions / agencies,
        line="5.1.1",
        reported=agencies_with_positions_share_printed,
        rules=INDICATOR_SHARE,
    )
    service_units_with_positions_share = ratio(
        "Tỷ lệ đơn vị sự nghiệp công lập được phê duyệt vị trí việc làm",
        service_units_with_positions / service_units,
        line="5.1.2",
        reported=service_units_with_positions_share_printed,
        rules=INDICATOR_SHARE,
    )
    quota_use = ratio("Tỷ lệ công chức có mặt so với biên chế", present / quota)
    employees_quota_use = ratio("Tỷ lệ viên chức có mặt so với biên chế", employees_present / employees_quota)
    reduction_plan_share = ratio("Tỷ lệ biên chế viên chức dự kiến giảm", reduction_plan_2030 / employees_quota)
