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
    "fault.unknown_form": (
        "không có biểu mẫu {found} cho kỳ báo cáo này; các biểu có: {known}. Muốn dùng biểu mẫu riêng, phải cài phần mở rộng có biểu mẫu đó",
        "there is no form {found} for this period; known: {known}. A form of your own needs the plugin that brings it",
    ),
    "fault.repeated_form": (
        "biểu mẫu {found} đã có trong các biểu kèm theo; mỗi biểu chỉ kèm một lần",
        "the form {found} is among the annexes already; each form comes once",
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
    "fault.numeral_not_whole": (
        "“{found}” có dấu phẩy, là dấu thập phân, mà chỉ tiêu này là số nguyên; hàng nghìn viết bằng dấu chấm, như 1.250",
        "“{found}” has a comma, the decimal sign, but this figure is a whole number; thousands take a dot, as in 1.250",
    ),
    "fault.numeral_not_known": (
        "“{found}” không phải số; chưa có số liệu thì để trống ô, không có gì thì ghi 0",
        "“{found}” is not a number; leave the cell blank if it is not known, and write 0 if there is none",
    ),
    "fault.numeral_other_digits": (
        "“{found}” có chữ số không phải 0–9 thường dùng; hãy gõ lại bằng các chữ số 0–9",
        "“{found}” has digits other than the usual 0–9; type it again with those",
    ),
    "fault.numeral_in_brackets": (
        "“{found}” đứng trong ngoặc đơn; số âm viết với dấu trừ, như -18, các số khác viết không có ngoặc",
        "“{found}” stands in brackets; a negative number takes a minus, as in -18, and others take no brackets",
    ),
    "fault.numeral_approximate": (
        "“{found}” không phải số chính xác; hãy ghi số chính xác, chưa có thì để trống",
        "“{found}” is not an exact number; write the exact one, or leave it blank if it is not known",
    ),
    "fault.numeral_exponent": (
        "“{found}” viết theo lũy thừa; hãy ghi đủ các chữ số, như 100.000",
        "“{found}” is written with an exponent; write all digits, as in 100.000",
    ),
    "fault.numeral_text": (
        "“{found}” không phải số; hãy ghi một số, như 1.250 hoặc 97,66, hoặc để trống",
        "“{found}” is not a number; write one, as in 1.250 or 97,66, or leave it blank",
    ),
    "fault.numeral_unit": (
        "“{found}” có “{behind}” sau số, mà đơn vị tính ở đây là “{unit}”; hãy đổi ra đơn vị ấy rồi chỉ ghi số",
        "“{found}” has “{behind}” behind the number, but the unit here is “{unit}”; convert it and write the number alone",
    ),
    "fault.numeral_comma": (
        "“{found}” không đọc được thành số: dấu phẩy chỉ đứng một lần, trước phần thập phân, như 1.234,5",
        "“{found}” cannot be read as a number: the comma stands once, before the decimals, as in 1.234,5",
    ),
    "fault.numeral_mixed": (
        "“{found}” ngăn nhóm vừa bằng dấu chấm vừa bằng dấu cách; hãy chỉ dùng dấu chấm, như 1.250.000",
        "“{found}” parts its groups by dots and by spaces; use dots alone, as in 1.250.000",
    ),
    "fault.numeral_percent_group": (
        "“{found}” có dấu ngăn nhóm, mà tỷ lệ không lớn đến thế; phần thập phân viết sau dấu phẩy, như 97,66",
        "“{found}” parts groups of digits, and no share is that large; decimals take a comma, as in 97,66",
    ),
    "fault.numeral_group": (
        (
            "“{found}” không đọc được thành số: mỗi nhóm sau dấu chấm hoặc dấu cách phải có đúng ba chữ số, như 1.250;"
            " phần thập phân viết sau dấu phẩy, như 97,66"
        ),
        (
            "“{found}” cannot be read as a number: each group after a dot or space has exactly three digits, as in"
            " 1.250; decimals stand after a comma, as in 97,66"
        ),
    ),
    "fault.not_period": (
        "kỳ báo cáo phải viết như một trong {choices}, nhưng là {found}",
        "a period is written as one of {choices}, but this is {found}",
    ),
    "fault.too_many_rows": (
        "cần {found} dòng; mỗi bảng của biểu mẫu có từ 1 đến {limit} dòng",
        "{found} rows are needed; a table of the template has 1 to {limit}",
    ),
    "fault.unwritable_text": (
        "{found} có ký tự mà tệp Excel không chứa được; hãy bỏ ký tự đó",
        "{found} has a character that no Excel file can hold; remove it",
    ),
    "fault.text_too_long": (
        "văn bản dài quá {limit} ký tự, một ô Excel không chứa hết",
        "the text is longer than {limit} characters, more than a cell of Excel holds",
    ),
}
