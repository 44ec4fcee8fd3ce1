"""The Vietnamese words of the form that stand in no declaration: facts, policies, instructions, headings."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from cchc_core.forms import Level

__all__ = ["GROUPS", "INFO", "INSTRUCTIONS", "LEVEL_NAMES", "POLICIES", "FactWords"]


@frozen
class FactWords:
    """What a fact is called, what is to be written, and what its choices are called."""

    label: str
    message: str = ""
    choices: Mapping[str, str] = field(factory=dict)


GROUPS = {
    "agency": "1. Cơ quan báo cáo",
    "period": "2. Kỳ báo cáo",
    "document": "3. Văn bản",
    "signatory": "4. Người ký",
    "policies": "5. Cách tính số liệu của báo cáo",
}
"""Titles of the groups of facts."""

LEVEL_NAMES = {level.value: level.label for level in Level if level is not Level.TOTAL} | {"total": "Chung các cấp"}
"""Levels as a choice list names them."""

INFO: dict[str, FactWords] = {
    "agency.name": FactWords("Tên cơ quan báo cáo", "Ghi đầy đủ như trên văn bản, ví dụ: Ủy ban nhân dân xã Định Hóa."),
    "agency.tier": FactWords(
        "Cấp của cơ quan",
        "Chọn trong danh sách.",
        {"province": "Cấp tỉnh", "district": "Cấp huyện", "commune": "Cấp xã"},
    ),
    "agency.code": FactWords("Mã đơn vị hành chính", "Ghi đủ các số 0 ở đầu, ví dụ 05569. Không có thì để trống."),
    "agency.parent": FactWords("Cơ quan chủ quản", "Cơ quan cấp trên in ở đầu văn bản. Không có thì để trống."),
    "agency.place": FactWords("Địa danh", "Địa danh ghi trước ngày, tháng ban hành, ví dụ: Định Hóa."),
    "period.kind": FactWords(
        "Loại kỳ báo cáo",
        "Chọn trong danh sách.",
        {
            "month": "Tháng",
            "quarter": "Quý",
            "half_year": "6 tháng",
            "nine_months": "9 tháng đầu năm",
            "year": "Năm",
        },
    ),
    "period.year": FactWords("Năm báo cáo", "Năm mà báo cáo nói tới, ví dụ 2026."),
    "period.index": FactWords(
        "Kỳ thứ mấy trong năm",
        "Tháng: 1 đến 12. Quý: 1 đến 4. Sáu tháng: 1 là đầu năm, 2 là cuối năm. Chín tháng và năm: để trống.",
    ),
    "period.start": FactWords(
        "Từ ngày", "Để trống thì lấy theo lịch chốt số liệu. Ghi ngày/tháng/năm, ví dụ 15/12/2025."
    ),
    "period.end": FactWords(
        "Đến hết ngày", "Để trống thì lấy theo lịch chốt số liệu. Ghi ngày/tháng/năm, ví dụ 14/3/2026."
    ),
    "period.calendar": FactWords("Lịch chốt số liệu", "Để trống thì lấy theo Nghị định số 09/2019/NĐ-CP."),
    "document.title": FactWords(
        "Trích yếu", "Nội dung ghi dưới chữ BÁO CÁO, ví dụ: Công tác cải cách hành chính quý III năm 2026."
    ),
    "document.number": FactWords("Số văn bản", "Chưa có số thì để trống."),
    "document.symbol": FactWords("Ký hiệu", "Phần sau dấu gạch chéo, ví dụ: BC-UBND."),
    "document.date": FactWords("Ngày ban hành", "Chưa ban hành thì để trống. Ghi ngày/tháng/năm."),
    "document.year": FactWords("Năm ban hành", "Chỉ ghi khi chưa có ngày ban hành nhưng đã in năm, ví dụ 2026."),
    "document.addressee": FactWords("Cơ quan nhận báo cáo", "Ví dụ: Ủy ban nhân dân tỉnh Thái Nguyên."),
    "document.recipients": FactWords("Nơi nhận", "Mỗi nơi một dòng trong cùng ô; xuống dòng bằng Alt+Enter."),
    "document.appendices": FactWords(
        "Phụ lục kèm theo", "Số của các phụ lục mà lời văn nhắc tới, mỗi phụ lục một dòng trong cùng ô."
    ),
    "signatory.name": FactWords("Họ và tên người ký"),
    "signatory.position": FactWords("Chức vụ", "Ghi như in trên văn bản, ví dụ: CHỦ TỊCH."),
    "signatory.on_behalf_of": FactWords(
        "Thẩm quyền ký", "Dòng trên chức vụ, ví dụ: TM. ỦY BAN NHÂN DÂN. Không có thì để trống."
    ),
}
"""The facts of every report by their path, in the order they are asked for."""

POLICIES: dict[str, FactWords] = {
    "procedures.returned_policy": FactWords(
        "Hồ sơ trả lại, xin rút tính vào",
        "Chọn nếu báo cáo có nói; không nói thì để trống.",
        {
            "in_on_time": "Tính vào hồ sơ đúng hạn",
            "separate": "Tính riêng (chưa xếp loại theo thời hạn)",
            "excluded": "Không tính vào hồ sơ đã giải quyết",
        },
    ),
    "procedures.procedures_base": FactWords(
        "Số thủ tục công khai tại Bộ phận một cửa",
        "Chọn nếu báo cáo có nói; không nói thì để trống.",
        {"without_vertical": "Không gồm thủ tục ngành dọc", "with_vertical": "Gồm cả thủ tục ngành dọc"},
    ),
    "procedures.online_base": FactWords(
        "Tỷ lệ trực tuyến tính trên",
        "Chọn nếu báo cáo có nói; không nói thì để trống.",
        {
            "all_dossiers": "Mọi hồ sơ tiếp nhận",
            "online_procedures": "Hồ sơ của các thủ tục có dịch vụ trực tuyến",
        },
    ),
}
"""The policies by which areas count, by their path."""

INSTRUCTIONS = (
    "Ghi vào ô nền vàng (cần báo cáo) và ô nền xanh nhạt (có thì ghi). Bấm vào ô để đọc giải thích; ô khác đã khóa.",
    "Ô để trống nghĩa là không báo cáo, khác với số 0. Không phát sinh thì ghi 0.",
    "Chỗ nào số liệu không khớp, cột “Kiểm tra” hiện chữ đỏ nói lệch bao nhiêu; sửa số liệu thì chữ tự mất.",
    "Ghi xong, lưu tệp rồi kiểm tra toàn bộ bằng lệnh: cchc check <tên tệp>",
)
"""How to fill the form in; the first sheet says it."""
