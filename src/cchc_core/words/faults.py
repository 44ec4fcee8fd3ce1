"""The sentences on input that cannot be read: key, Vietnamese, English."""

from __future__ import annotations

__all__ = ["FAULTS"]

FAULTS: dict[str, tuple[str, str]] = {
    "fault.whole_file": ("cả tệp", "whole file"),
    "fault.not_utf8": (
        "không phải văn bản UTF-8 (byte thứ {position}); hãy lưu lại tệp theo mã UTF-8",
        "not UTF-8 text (byte {position}); save the file again as UTF-8",
    ),
    "fault.not_json": (
        "không phải JSON hợp lệ từ dòng {line}, cột {column}, gần {near}",
        "not valid JSON from line {line}, column {column}, near {near}",
    ),
    "fault.not_toml": ("không phải TOML hợp lệ: {reason}", "not valid TOML: {reason}"),
    "fault.unknown_rule": (
        "không có quy tắc {found}; xem các mã bằng lệnh cchc explain",
        "there is no rule {found}; cchc explain lists the codes",
    ),
    "fault.not_a_log": (
        'đây không phải nhật ký đính chính của cchc: khóa "format" phải là {expected}',
        'this is no correction log of cchc: key "format" must be {expected}',
    ),
    "fault.too_deep": (
        "các ngoặc lồng nhau quá sâu; đây không phải tệp báo cáo",
        "brackets are nested too deeply; this is not a report file",
    ),
    "fault.empty": ("tệp rỗng", "the file is empty"),
    "fault.not_object": (
        "cần một đối tượng {{…}}, nhưng là {found}",
        "an object {{…}} is needed, but this is {found}",
    ),
    "fault.not_list": ("cần một danh sách […], nhưng là {found}", "a list […] is needed, but this is {found}"),
    "fault.wrong_format": (
        'đây không phải tệp báo cáo của cchc: khóa "format" phải là {expected}, nhưng là {found}',
        'this is not a report file of cchc: key "format" must be {expected}, but is {found}',
    ),
    "fault.wrong_version": (
        "phiên bản {found} chưa được hỗ trợ; phần mềm này đọc phiên bản {expected}",
        "version {found} is not supported; this program reads version {expected}",
    ),
    "fault.unknown_key": (
        "khóa này không có trong định dạng; hãy sửa chính tả hoặc bỏ đi",
        "this key is not known to the format; correct its spelling or remove it",
    ),
    "fault.duplicate_key": (
        "khóa này xuất hiện {times} lần; chỉ giữ một",
        "this key stands here {times} times; keep one",
    ),
    "fault.missing_key": ("thiếu khóa bắt buộc này", "this required key is missing"),
    "fault.not_count": (
        "cần một số nguyên hoặc null (để trống), nhưng là {found}",
        "a whole number or null (blank) is needed, but this is {found}",
    ),
    "fault.not_integer": ("cần một số nguyên, nhưng là {found}", "a whole number is needed, but this is {found}"),
    "fault.not_decimal": (
        'cần một số thập phân viết trong ngoặc kép với dấu chấm, ví dụ "97.66", hoặc null, nhưng là {found}',
        'a decimal in quotes with a point is needed, e.g. "97.66", or null, but this is {found}',
    ),
    "fault.not_open_bound": (
        'cần một đối tượng có đúng một khóa, ví dụ {{"over": "200"}} cho “trên 200”, nhưng là {found}',
        'an object with exactly one key is needed, e.g. {{"over": "200"}}, but this is {found}',
    ),
    "fault.blank_bound": (
        "một mức để trống không nói gì; hãy ghi số, hoặc ghi null thay cho cả {found}",
        "a bound that is blank says nothing; give the number, or null in place of {found}",
    ),
    "fault.not_text": ("cần một chuỗi văn bản, nhưng là {found}", "a text is needed, but this is {found}"),
    "fault.broken_text": (
        "chuỗi có nửa ký tự lẻ (mã \\ud800–\\udfff), không lưu lại được",
        "the text holds half a character (\\ud800-\\udfff) and cannot be saved",
    ),
    "fault.not_date": (
        'cần một ngày có thật viết dạng "2021-12-14", nhưng là {found}',
        'a real date written "2021-12-14" is needed, but this is {found}',
    ),
    "fault.not_choice": ("phải là một trong {choices}, nhưng là {found}", "must be one of {choices}, but is {found}"),
    "fault.number_too_long": (
        "số có {digits} chữ số; số liệu không được quá {limit} chữ số",
        "a number of {digits} digits; a figure has at most {limit}",
    ),
}
