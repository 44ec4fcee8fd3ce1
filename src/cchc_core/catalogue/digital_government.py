"""Area 6: electronic and digital government."""

from __future__ import annotations

from decimal import Decimal

from cchc_core.catalogue.rules import ARE_017, ARE_022, FIG_001
from cchc_core.catalogue.shares import INDICATOR_SHARE
from cchc_core.catalogue.sources import CV725_2021
from cchc_core.forms import (
    Figure,
    Level,
    LineGroup,
    OpenBound,
    Record,
    count,
    form,
    identity,
    open_bound,
    ratio,
    share,
)
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
    lines=LineGroup(
        "7",
        {
            "7.1": "Gửi, nhận văn bản điện tử",
            "7.2": "Xử lý hồ sơ công việc trên môi trường mạng",
            "7.3": "Báo cáo định kỳ qua hệ thống thông tin báo cáo",
            "7.4": "Cung cấp dịch vụ công trực tuyến",
            "7.5": "Nộp hồ sơ, thanh toán trực tuyến",
            "7.6": "Số hóa hồ sơ, kết quả giải quyết thủ tục hành chính",
            "7.7": "Dịch vụ bưu chính công ích",
            "7.8": "Hệ thống quản lý chất lượng ISO 9001:2015",
        },
    ),
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
    documents: Figure[int] = count(
        "Văn bản gửi, nhận giữa các cơ quan", line="7.1.1.1", unit="văn bản", level=Level.TOTAL
    )
    documents_online: Figure[int] = count(
        "Văn bản gửi, nhận qua mạng", line="7.1.1.2", unit="văn bản", level=Level.TOTAL
    )
    exchanged_online: Figure[Decimal] = share("Tỷ lệ văn bản trao đổi qua mạng", level=Level.TOTAL)
    documents_electronic: Figure[int] = count(
        "Văn bản điện tử đã phát hành", line="7.1.2.1", unit="văn bản", level=Level.TOTAL
    )
    documents_signed: Figure[int] = count(
        "Văn bản điện tử được ký số", line="7.1.2.2", unit="văn bản", level=Level.TOTAL
    )
    documents_signed_share_printed: Figure[Decimal] = share(
        "Tỷ lệ văn bản điện tử được ký số", level=Level.TOTAL, optional=True
    )
    work_files_province: Figure[int] = count(
        "Hồ sơ công việc cấp tỉnh", line="7.2.1.1", unit="hồ sơ", level=Level.PROVINCE
    )
    work_files_online_province: Figure[int] = count(
        "Hồ sơ công việc cấp tỉnh xử lý trên môi trường mạng", line="7.2.1.2", unit="hồ sơ", level=Level.PROVINCE
    )
    work_files_online_province_share_printed: Figure[Decimal] = share(
        "Tỷ lệ hồ sơ công việc cấp tỉnh xử lý trên môi trường mạng", level=Level.PROVINCE, optional=True
    )
    work_files_district: Figure[int] = count(
        "Hồ sơ công việc cấp huyện", line="7.2.2.1", unit="hồ sơ", level=Level.DISTRICT
    )
    work_files_online_district: Figure[int] = count(
        "Hồ sơ công việc cấp huyện xử lý trên môi trường mạng", line="7.2.2.2", unit="hồ sơ", level=Level.DISTRICT
    )
    work_files_online_district_share_printed: Figure[Decimal] = share(
        "Tỷ lệ hồ sơ công việc cấp huyện xử lý trên môi trường mạng", level=Level.DISTRICT, optional=True
    )
    work_files_commune: Figure[int] = count("Hồ sơ công việc cấp xã", line="7.2.3.1", unit="hồ sơ", level=Level.COMMUNE)
    work_files_online_commune: Figure[int] = count(
        "Hồ sơ công việc cấp xã xử lý trên môi trường mạng", line="7.2.3.2", unit="hồ sơ", level=Level.COMMUNE
    )
    work_files_online_commune_share_printed: Figure[Decimal] = share(
        "Tỷ lệ hồ sơ công việc cấp xã xử lý trên môi trường mạng", level=Level.COMMUNE, optional=True
    )
    periodic_reports: Figure[int] = count("Báo cáo định kỳ phải gửi", line="7.3.1.1", unit="báo cáo", level=Level.TOTAL)
    periodic_reports_online: Figure[int] = count(
        "Báo cáo định kỳ gửi qua hệ thống thông tin báo cáo", line="7.3.1.2", unit="báo cáo", level=Level.TOTAL
    )
    periodic_reports_online_share_printed: Figure[Decimal] = share(
        "Tỷ lệ báo cáo định kỳ gửi qua hệ thống thông tin báo cáo", level=Level.TOTAL, optional=True
    )
    digitised: Figure[Decimal] = share("Tỷ lệ văn bản đi, đến được số hóa", level=Level.TOTAL)
    official_mail_use: Figure[OpenBound] = open_bound(
        "Tỷ lệ cán bộ, công chức thường xuyên dùng thư công vụ", unit="%", level=Level.TOTAL
    )
    departments: Figure[int] = count(
        "Phòng chuyên môn phải áp dụng ISO 9001:2015", line="7.8.1.1", unit="phòng", level=Level.DISTRICT
    )
    departments_with_iso: Figure[int] = count(
        "Phòng chuyên môn đã áp dụng ISO 9001:2015", line="7.8.1.2", unit="phòng", level=Level.DISTRICT
    )
    iso_departments: Figure[Decimal] = share("Tỷ lệ phòng chuyên môn áp dụng ISO 9001:2015", level=Level.DISTRICT)
    iso_guidelines: Figure[int] = count("Hướng dẫn trong tài liệu ISO", unit="hướng dẫn", level=Level.DISTRICT)

    units_by_level = identity(ARE_022, document_system_units == document_system_district + document_system_communes)

    exchanged_online_share = ratio(
        "Tỷ lệ văn bản trao đổi qua mạng",
        documents_online / documents,
        line="7.1.1",
        reported=exchanged_online,
        rules=INDICATOR_SHARE,
    )
    documents_signed_share = ratio(
        "Tỷ lệ văn bản điện tử được ký số",
        documents_signed / documents_electronic,
        line="7.1.2",
        reported=documents_signed_share_printed,
        rules=INDICATOR_SHARE,
    )
    work_files_online_province_share = ratio(
        "Tỷ lệ hồ sơ công việc cấp tỉnh xử lý trên môi trường mạng",
        work_files_online_province / work_files_province,
        line="7.2.1",
        reported=work_files_online_province_share_printed,
        rules=INDICATOR_SHARE,
        level=Level.PROVINCE,
    )
    work_files_online_district_share = ratio(
        "Tỷ lệ hồ sơ công việc cấp huyện xử lý trên môi trường mạng",
        work_files_online_district / work_files_district,
        line="7.2.2",
        reported=work_files_online_district_share_printed,
        rules=INDICATOR_SHARE,
        level=Level.DISTRICT,
    )
    work_files_online_commune_share = ratio(
        "Tỷ lệ hồ sơ công việc cấp xã xử lý trên môi trường mạng",
        work_files_online_commune / work_files_commune,
        line="7.2.3",
        reported=work_files_online_commune_share_printed,
        rules=INDICATOR_SHARE,
        level=Level.COMMUNE,
    )
    periodic_reports_online_share = ratio(
        "Tỷ lệ báo cáo định kỳ gửi qua hệ thống thông tin báo cáo",
        periodic_reports_online / periodic_reports,
        line="7.3.1",
        reported=periodic_reports_online_share_printed,
        rules=INDICATOR_SHARE,
    )
    iso_departments_share = ratio(
        "Tỷ lệ phòng chuyên môn áp dụng ISO 9001:2015",
        departments_with_iso / departments,
        line="7.8.1",
        reported=iso_departments,
        rules=INDICATOR_SHARE,
    )
