"""The instruments that prescribe the forms and calendars.

Only what was read in a text is marked verified; the dates of issue below are as cited by public pages.
"""

from __future__ import annotations

from datetime import date

from cchc_core.law import Instrument

__all__ = [
    "CV725_2021",
    "ND09_2019",
    "ND30_2020",
    "ND42_2022",
    "ND61_2018",
    "NQ07_2019_TN",
    "NQ30C_2011",
    "NQ76_2021",
    "QD766_2022",
    "TT01_2020",
    "TT02_2017",
]

TT01_2020 = Instrument(
    notation="Thông tư số 01/2020/TT-VPCP",
    issued=date(2020, 10, 21),
    title="Chế độ báo cáo định kỳ và Hệ thống thông tin báo cáo của Văn phòng Chính phủ",
)
"""Periodic reports of the Government Office, with the forms of dossier statistics."""

CV725_2021 = Instrument(
    notation="Công văn số 725/BNV-CCHC",
    issued=date(2021, 3, 1),
    title="Hướng dẫn chế độ báo cáo cải cách hành chính định kỳ",
)
"""Guidance of the Ministry of Home Affairs on the periodic reform report."""

NQ76_2021 = Instrument(
    notation="Nghị quyết số 76/NQ-CP",
    issued=date(2021, 7, 15),
    title="Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030",
)
"""The overall programme of administrative reform 2021-2030, with its six areas."""

ND30_2020 = Instrument(notation="Nghị định số 30/2020/NĐ-CP", issued=date(2020, 3, 5), title="Công tác văn thư")
"""Clerical work: how an administrative document is laid out."""

NQ07_2019_TN = Instrument(
    notation="Nghị quyết số 07/2019/NQ-HĐND",
    issued=date(2019, 12, 11),
    title="Số lượng, chức danh, mức phụ cấp người hoạt động không chuyên trách (tỉnh Thái Nguyên)",
)
"""Norms for part-time commune staff in Thái Nguyên."""

TT02_2017 = Instrument(
    notation="Thông tư số 02/2017/TT-VPCP",
    issued=date(2017, 10, 31),
    title="Nghiệp vụ kiểm soát thủ tục hành chính",
)
"""Control of administrative procedures, before the circular of 2020; it had a form on the reasons for lateness."""

ND61_2018 = Instrument(
    notation="Nghị định số 61/2018/NĐ-CP",
    issued=date(2018, 4, 23),
    title="Cơ chế một cửa, một cửa liên thông trong giải quyết thủ tục hành chính",
)
"""The one-stop mechanism: receiving and returning dossiers."""

QD766_2022 = Instrument(
    notation="Quyết định số 766/QĐ-TTg",
    issued=date(2022, 6, 23),
    title="Bộ chỉ số chỉ đạo, điều hành và đánh giá chất lượng phục vụ người dân, doanh nghiệp",
)
"""The set of indexes by which the service of administrative procedures is rated."""

ND09_2019 = Instrument(
    notation="Nghị định số 09/2019/NĐ-CP",
    issued=date(2019, 1, 24),
    title="Chế độ báo cáo của cơ quan hành chính nhà nước",
)
"""Reports among administrative agencies: the days on which periods begin and end."""

NQ30C_2011 = Instrument(
    notation="Nghị quyết số 30c/NQ-CP",
    issued=date(2011, 11, 8),
    title="Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2011-2020",
)
"""The overall programme of administrative reform 2011-2020, with its six areas."""

ND42_2022 = Instrument(
    notation="Nghị định số 42/2022/NĐ-CP",
    issued=date(2022, 6, 24),
    title="Cung cấp thông tin và dịch vụ công trực tuyến của cơ quan nhà nước trên môi trường mạng",
)
"""Online services full or partial, instead of levels 3 and 4; in force from 15/8/2022."""
