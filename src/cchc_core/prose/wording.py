"""What a report says in sentences: the wording of each form, and nothing else.

``{figure}`` prints a figure with its unit, ``{figure:n}`` the bare number, ``{figure:levels}`` adds its
values by level; ``{agency}`` names who reports. What stands in square brackets is left out where a figure in it is blank; a sentence
is left out where a figure outside brackets is. Every figure stands in the tables as well.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

__all__ = ["POINTS", "TABLES", "Say"]


@frozen
class Say:
    """A sentence.

    Args:
        text: Its wording.
        none: What is said instead where all of its figures are zero.
    """

    text: str
    none: str = field(default="", kw_only=True)


_Points = Mapping[str, tuple[Say, ...]]

_DIRECTION: _Points = {
    "Kế hoạch": (
        Say(
            "{agency} đề ra {tasks_planned} trọng tâm[, đã hoàn thành {tasks_done}[ ({plan_completion})]]"
            "[, đang triển khai {tasks_ongoing}]."
        ),
        Say(
            "Tính chung tất cả các kế hoạch có {tasks_all}[, trong đó cấp huyện {tasks_all_district}]"
            "[, cấp xã {tasks_all_commune}]."
        ),
    ),
    "Thi đua, khen thưởng": (Say("Đã khen thưởng {collectives_rewarded}[ và {individuals_rewarded}]."),),
    "Sáng kiến": (
        Say(
            "Đã công nhận phạm vi ảnh hưởng của {initiatives_recognised}"
            "[; đề nghị cấp tỉnh công nhận {initiatives_proposed}].",
            none="Trong kỳ không có sáng kiến được công nhận phạm vi ảnh hưởng.",
        ),
    ),
    "Kiểm tra": (
        Say(
            "Đã tiến hành {planned_inspections} kiểm tra theo kế hoạch"
            "[ tại {planned_communes}[ và {planned_departments} chuyên môn]].",
            none="Trong kỳ không tổ chức kiểm tra theo kế hoạch.",
        ),
        Say(
            "Kiểm tra đột xuất {unannounced_inspections}[ tại {unannounced_communes}].",
            none="Không kiểm tra đột xuất.",
        ),
        Say("Sở Nội vụ đã kiểm tra {communes_inspected_by_province}.", none="Sở Nội vụ không kiểm tra xã nào."),
    ),
    "Thông tin, tuyên truyền": (Say("Đã thực hiện {media_items} tuyên truyền về cải cách hành chính."),),
}

_INSTITUTIONS: _Points = {
    "Ban hành văn bản quy phạm pháp luật": (
        Say(
            "Cấp huyện ban hành {issued_district}[; bãi bỏ toàn bộ {repealed:n} nghị quyết].",
            none="Cấp huyện không ban hành, không bãi bỏ văn bản nào.",
        ),
        Say("Cấp xã ban hành {issued_commune}.", none="Cấp xã không ban hành văn bản nào."),
    ),
    "Rà soát văn bản": (
        Say(
            "Đã rà soát {reviewed} quy phạm pháp luật[, trong đó cấp huyện {reviewed_district}]"
            "[, cấp xã {reviewed_commune}].",
            none="Trong kỳ không có văn bản quy phạm pháp luật được rà soát.",
        ),
        Say(
            "Đã rà soát {admin_reviewed} hành chính thông thường"
            "[, gồm {admin_resolutions:n} nghị quyết, {admin_decisions:n} quyết định, {admin_directives:n} chỉ thị]."
        ),
    ),
}

_PROCEDURES: _Points = {
    "Rà soát, đơn giản hóa thủ tục hành chính": (
        Say("Đã rà soát, đánh giá {reviewed}[; kiến nghị đơn giản hóa {simplification_proposed}]."),
        Say("Cấp xã đề nghị sửa đổi {commune_proposals}.", none="Cấp xã không đề nghị sửa đổi thủ tục nào."),
    ),
    "Công khai thủ tục hành chính": (
        Say("Bộ phận một cửa công khai {total}[ thuộc {fields}]."),
        Say(
            "Có {level_4} trực tuyến mức độ 4[, {level_3} trực tuyến mức độ 3[; hai mức độ này chiếm"
            " {online_procedure_share} số thủ tục công khai]]."
        ),
        Say("Có {interlinked} liên thông[ trên {interlinked_fields}]."),
        Say("Thủ tục của ngành dọc: Công an {vertical_police}[; Bảo hiểm xã hội {vertical_social_insurance}]."),
    ),
    "Khiếu nại về giải quyết thủ tục hành chính": (
        Say(
            "Đã tiếp nhận {complaints_late_return} khiếu nại về chậm trả kết quả.",
            none="Không có đơn khiếu nại về chậm trả kết quả.",
        ),
    ),
    "Bộ phận một cửa cấp xã": (
        Say(
            "Trong số {communes}, có {premises_standard:n} đơn vị có nhà làm việc một cửa đạt chuẩn"
            "[ ({standard_premises_share})][, {premises_ground_floor:n} đơn vị bố trí phòng làm việc tại tầng 1 trụ sở]"
            "[, {premises_none:n} đơn vị chưa có phòng làm việc]."
        ),
        Say(
            "Còn {premises_not_separate:n} đơn vị chưa bố trí được nơi làm việc riêng.",
            none="Không còn đơn vị nào chưa bố trí được nơi làm việc riêng.",
        ),
    ),
    "Hồ sơ thủ tục hành chính": (
        Say("Hồ sơ thuộc cấp xã chiếm {commune_dossier_share} tổng số hồ sơ nhận giải quyết."),
        Say(
            "Có {postal_dossiers} được trả, nhận qua dịch vụ bưu chính công ích.",
            none="Không có hồ sơ trả, nhận qua dịch vụ bưu chính công ích.",
        ),
    ),
}

_ORGANISATION: _Points = {
    "Xóm, tổ dân phố": (
        Say(
            "Đề nghị đổi tên {villages_renamed}[, gồm {hamlets_renamed} và {groups_renamed}].",
            none="Không có xóm, tổ dân phố đề nghị đổi tên.",
        ),
        Say("Số xóm phải sáp nhập là {villages_merged}.", none="Không có xóm phải sáp nhập."),
    ),
    "Cán bộ, công chức cấp xã": (
        Say("Tạm giao thêm {temporary_quota}."),
        Say("Số công chức giảm là {commune_staff_reduced}.", none="Số công chức không giảm."),
    ),
    "Người hoạt động không chuyên trách": (
        Say("Ở cấp xã có {nonspecialist_commune}[, ở xóm, tổ dân phố có {nonspecialist_village}]."),
        Say(
            "Định mức là {nonspecialist_quota_other:n} người một đơn vị"
            "[, riêng xã loại 1 ({communes_type1}) là {nonspecialist_quota_type1:n} người]."
        ),
    ),
}

_CIVIL_SERVICE: _Points = {
    "Công chức": (
        Say(
            "Được giao {quota}[, có mặt {present}[ ({quota_use})]][, trong đó {leaders} giữ chức vụ lãnh đạo, quản lý]."
        ),
        Say("Về trình độ: thạc sỹ {masters}[, đại học {bachelors}][, sơ cấp {elementary}]."),
    ),
    "Đơn vị sự nghiệp công lập": (
        Say(
            "Có {service_units}[, gồm {service_units_education} giáo dục và đào tạo"
            " và {service_units_other} thuộc lĩnh vực khác]."
        ),
    ),
    "Viên chức": (
        Say(
            "Được giao {employees_quota}[, có mặt {employees_present}[ ({employees_quota_use})]]"
            "[, trong đó {employees_leaders} giữ chức vụ lãnh đạo, quản lý]."
        ),
        Say(
            "Về trình độ: thạc sỹ {employees_masters}[, đại học {employees_bachelors}]"
            "[, cao đẳng {employees_college}][, trung cấp {employees_intermediate}]."
        ),
        Say("Đến năm 2030 dự kiến giảm {reduction_plan_2030}[, bằng {reduction_plan_share} số được giao]."),
    ),
    "Tinh giản biên chế": (Say("Đã tinh giản {downsized}.", none="Trong kỳ không có trường hợp tinh giản biên chế."),),
    "Đào tạo, bồi dưỡng": (
        Say(
            "Cử đi đào tạo, bồi dưỡng {trained_chairs:n} Chủ tịch UBND xã[, {trained_vice_chairs:n} Phó Chủ tịch"
            " UBND xã][, {trained_culture_officers:n} công chức Văn hóa - Xã hội]."
        ),
        Say(
            "Mở {state_management_classes} bồi dưỡng quản lý nhà nước ngạch chuyên viên"
            "[ cho {state_management_trainees}].",
            none="Không mở lớp bồi dưỡng quản lý nhà nước ngạch chuyên viên.",
        ),
        Say("Tập huấn nghiệp vụ cải cách hành chính cho {reform_trainees}."),
    ),
    "Đánh giá, chuyển đổi vị trí công tác": (
        Say("Đã đánh giá {education_managers_evaluated:n} viên chức quản lý giáo dục."),
        Say("Đã chuyển đổi vị trí công tác đối với {rotated}.", none="Không chuyển đổi vị trí công tác."),
    ),
    "Kiểm tra công vụ": (
        Say("Lồng ghép với kiểm tra cải cách hành chính tại {planned_communes}[ và {planned_departments}]."),
        Say("Kiểm tra đột xuất tại {unannounced_communes}.", none="Không kiểm tra đột xuất."),
    ),
}

_PUBLIC_FINANCE: _Points = {
    "Tiết kiệm chi thường xuyên": (
        Say(
            "Đã tiết kiệm thêm {savings}[, gồm {savings_conference} chi hội nghị"
            " và {savings_recurrent} chi thường xuyên khác]."
        ),
        Say("Chia theo khối: huyện {savings_district}[, xã {savings_commune}]."),
    ),
    "Kinh phí thực hiện cải cách hành chính": (
        Say(
            "Đã bố trí {budget}[, gồm: trang thông tin điện tử {budget_website}; ứng dụng công nghệ thông tin,"
            " phòng họp không giấy tờ {budget_it}; hệ thống giao ban trực tuyến {budget_videoconference};"
            " Bộ phận một cửa cấp xã {budget_onestop}; nhiệm vụ khác {budget_other}]."
        ),
    ),
}

_DIGITAL_GOVERNMENT: _Points = {
    "Văn bản điện tử": (
        Say(
            "Hệ thống quản lý văn bản được sử dụng tại {document_system_units}"
            "[, gồm {document_system_district} thuộc huyện và {document_system_communes}]."
        ),
        Say("Tỷ lệ văn bản trao đổi qua mạng là {exchanged_online}."),
        Say("Tỷ lệ văn bản đi, đến được số hóa là {digitised}."),
    ),
    "Thư công vụ": (Say("Tỷ lệ cán bộ, công chức thường xuyên sử dụng thư công vụ là {official_mail_use}."),),
    "Hệ thống quản lý chất lượng ISO 9001:2015": (
        Say("Tỷ lệ phòng chuyên môn áp dụng là {iso_departments}."),
        Say("Tài liệu của hệ thống có {iso_guidelines}."),
    ),
}

POINTS: Mapping[str, _Points] = {
    "direction": _DIRECTION,
    "institutions": _INSTITUTIONS,
    "procedures": _PROCEDURES,
    "organisation": _ORGANISATION,
    "civil_service": _CIVIL_SERVICE,
    "public_finance": _PUBLIC_FINANCE,
    "digital_government": _DIGITAL_GOVERNMENT,
}
"""What a section says of its lines, by the key of its form, topic by topic."""

TABLES: Mapping[str, _Points] = {
    "dossiers": {
        "Tiếp nhận": (
            Say(
                "Tổng số hồ sơ nhận giải quyết là {received:levels}[; trong đó trực tuyến {received_online:levels}]"
                "[, trực tiếp hoặc qua dịch vụ bưu chính {received_in_person:levels}]"
                "[, từ kỳ trước chuyển qua {carried_over:levels}].",
                none="Không có hồ sơ nhận giải quyết trong kỳ.",
            ),
            Say("Tỷ lệ hồ sơ tiếp nhận trực tuyến trong kỳ là {online_share}."),
        ),
        "Kết quả giải quyết": (
            Say(
                "Đã giải quyết {resolved:levels}[; trong đó trước hạn {resolved_early:levels}]"
                "[, đúng hạn {resolved_on_time:levels}][, quá hạn {resolved_late:levels}].",
                none="Không có hồ sơ đã giải quyết.",
            ),
            Say(
                "Tỷ lệ giải quyết trước và đúng hạn đạt {on_time_share}[, riêng trước hạn {early_share}]"
                "[; tỷ lệ quá hạn là {late_share}]."
            ),
        ),
        "Hồ sơ đang giải quyết": (
            Say(
                "Còn {pending:levels}[; trong đó chưa đến hạn {pending_not_due:levels}]"
                "[, tạm dừng chờ thông báo thuế {paused_tax_notice:levels}]"
                "[, tạm dừng chờ bổ sung {paused_supplement:levels}].",
                none="Không còn hồ sơ đang giải quyết.",
            ),
            Say(
                "Số đã quá hạn là {pending_overdue:levels}.",
                none="Không có hồ sơ quá hạn.",
            ),
        ),
    },
    "online": {
        "Tiếp nhận": (
            Say(
                "Tổng số hồ sơ trực tuyến đã tiếp nhận là {received:levels}[; đang giải quyết {pending:levels}].",
                none="Trong kỳ không phát sinh hồ sơ trực tuyến.",
            ),
        ),
        "Trả kết quả": (
            Say(
                "Trả trước hạn {returned_early:levels}[, đúng hạn {returned_on_time:levels}]"
                "[, quá hạn {returned_late:levels}[, tỷ lệ quá hạn là {late_share}]].",
                none="Chưa trả kết quả hồ sơ trực tuyến nào.",
            ),
        ),
    },
}
"""What the total of a table by level says, by the key of the form of its rows, topic by topic."""
