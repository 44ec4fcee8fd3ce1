"""The instruments that prescribe the forms and calendars.

Only what was read in a text is marked verified; the dates of issue below are as cited by public pages.
"""

from __future__ import annotations

from datetime import date

from cchc_core.law import Instrument

__all__ = ["CV725_2021", "ND30_2020", "NQ07_2019_TN", "NQ76_2021", "TT01_2020"]

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
