"""Area 4: reform of the civil service."""

from __future__ import annotations

from cchc_core.catalogue.rules import ARE_009, ARE_010, ARE_011, ARE_012, ARE_013, FIG_001
from cchc_core.catalogue.sources import CV725_2021
from cchc_core.forms import Figure, Level, Record, bound, count, form, identity, ratio
from cchc_core.law import InForce

__all__ = ["CivilService"]


@form(
    "civil_service",
    number="II.4",
    title="Cải cách chế độ công vụ",
    source=CV725_2021.at("đề cương báo cáo, phần II.4"),
    in_force=InForce(start=CV725_2021.issued),
    nonnegative=FIG_001,
)
class CivilService(Record):
    """Civil servants, public service units and their employees, downsizing, training, inspection of duty."""

    quota: Figure[int] = count("Biên chế công chức được giao", unit="biên chế", level=Level.DISTRICT)
    present: Figure[int] = count("Công chức có mặt", unit="người", level=Level.DISTRICT)
    masters: Figure[int] = count("Công chức trình độ thạc sỹ", unit="người", level=Level.DISTRICT)
    bachelors: Figure[int] = count("Công chức trình độ đại học", unit="người", level=Level.DISTRICT)
    elementary: Figure[int] = count("Công chức trình độ sơ cấp", unit="người", level=Level.DISTRICT)
    leaders: Figure[int] = count("Công chức lãnh đạo, quản lý", unit="người", level=Level.DISTRICT)
    service_units: Figure[int] = count("Đơn vị sự nghiệp công lập", unit="đơn vị", level=Level.DISTRICT)
    service_units_education: Figure[int] = count(
        "Đơn vị sự nghiệp giáo dục và đào tạo", unit="đơn vị", level=Level.DISTRICT
    )
    service_units_other: Figure[int] = count("Đơn vị sự nghiệp khác", unit="đơn vị", level=Level.DISTRICT)
    employees_quota: Figure[int] = count("Biên chế viên chức được giao", unit="biên chế", level=Level.DISTRICT)
    employees_present: Figure[int] = count("Viên chức có mặt", unit="người", level=Level.DISTRICT)
    employees_masters: Figure[int] = count("Viên chức trình độ thạc sỹ", unit="người", level=Level.DISTRICT)
    employees_bachelors: Figure[int] = count("Viên chức trình độ đại học", unit="người", level=Level.DISTRICT)
    employees_college: Figure[int] = count("Viên chức trình độ cao đẳng", unit="người", level=Level.DISTRICT)
    employees_intermediate: Figure[int] = count("Viên chức trình độ trung cấp", unit="người", level=Level.DISTRICT)
    employees_leaders: Figure[int] = count("Viên chức lãnh đạo, quản lý", unit="người", level=Level.DISTRICT)
    reduction_plan_2030: Figure[int] = count(
        "Biên chế viên chức dự kiến giảm đến năm 2030", unit="biên chế", level=Level.DISTRICT
    )
    downsized: Figure[int] = count("Người tinh giản biên chế trong kỳ", unit="người", level=Level.TOTAL)
    downsized_nq02: Figure[int] = count("Tinh giản theo Nghị quyết số 02/2018/NQ-HĐND", unit="người", level=Level.TOTAL)
    downsized_nd108: Figure[int] = count("Tinh giản theo Nghị định số 108/2014/NĐ-CP", unit="người", level=Level.TOTAL)
    trained_chairs: Figure[int] = count("Chủ tịch UBND xã được đào tạo, bồi dưỡng", unit="người", level=Level.COMMUNE)
    trained_vice_chairs: Figure[int] = count(
        "Phó Chủ tịch UBND xã được đào tạo, bồi dưỡng", unit="người", level=Level.COMMUNE
    )
    trained_culture_officers: Figure[int] = count(
        "Công chức Văn hóa - Xã hội được đào tạo, bồi dưỡng", unit="người", level=Level.COMMUNE
    )
    state_management_classes: Figure[int] = count(
        "Lớp quản lý nhà nước ngạch chuyên viên", unit="lớp", level=Level.TOTAL
    )
    state_management_trainees: Figure[int] = count(
        "Học viên lớp quản lý nhà nước ngạch chuyên viên", unit="người", level=Level.TOTAL
    )
    reform_trainees: Figure[int] = count(
        "Học viên tập huấn nghiệp vụ cải cách hành chính", unit="người", level=Level.COMMUNE
    )
    education_managers_evaluated: Figure[int] = count(
        "Viên chức quản lý giáo dục được đánh giá", unit="người", level=Level.DISTRICT
    )
    rotated: Figure[int] = count("Người được chuyển đổi vị trí công tác", unit="người", level=Level.TOTAL)
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

    quota_use = ratio("Tỷ lệ công chức có mặt so với biên chế", present / quota)
    employees_quota_use = ratio("Tỷ lệ viên chức có mặt so với biên chế", employees_present / employees_quota)
    reduction_plan_share = ratio("Tỷ lệ biên chế viên chức dự kiến giảm", reduction_plan_2030 / employees_quota)
