"""The sentences themselves: key, Vietnamese, English. A test holds both to the same facts."""

from __future__ import annotations

from cchc_core.words.command import COMMAND

__all__ = ["MESSAGES"]

MESSAGES: dict[str, tuple[str, str]] = COMMAND | {
    "law.unverified": ("chưa kiểm chứng nguyên văn", "text not seen"),
    # Severities, statuses and kinds.
    "severity.error": ("lỗi", "error"),
    "severity.warning": ("cảnh báo", "warning"),
    "severity.info": ("lưu ý", "info"),
    "status.passed": ("đạt", "passed"),
    "status.failed": ("không đạt", "failed"),
    "status.not applicable": ("không áp dụng", "not applicable"),
    "status.excess digits": ("thừa chữ số", "excess digits"),
    "status.contradictory printings": ("các nơi in trái nhau", "contradictory printings"),
    "status.could not run": ("không chạy được", "could not run"),
    "kind.identity": ("đẳng thức", "identity"),
    "kind.bound": ("giới hạn (trong đó)", "bound"),
    "kind.same": ("khớp số liệu giữa hai nơi", "same figure in two places"),
    "kind.range": ("miền giá trị", "range"),
    "kind.share": ("tỷ lệ", "share"),
    "kind.table": ("bảng", "table"),
    "kind.period": ("kỳ báo cáo", "period"),
    "kind.citation": ("viện dẫn văn bản", "citation"),
    "kind.document": ("thể thức văn bản", "document"),
    "kind.plausibility": ("tính hợp lý", "plausibility"),
    # Why a rule was not applied.
    "reason.blank": ("để trống: {cells}", "left blank: {cells}"),
    "reason.no_parts": (
        "chỉ có số tổng, chưa có số liệu thành phần",
        "only the total is reported, none of its parts",
    ),
    "reason.no_total": ("bảng không có dòng tổng", "the table has no total"),
    "reason.blank_decides": (
        "chưa kết luận được: ô để trống {cells} phải bằng {value} thì mới khớp",
        "cannot be decided: the blank {cells} would have to be {value}",
    ),
    "reason.disputed": (
        "các quy tắc khác cho giá trị khác nhau đối với ô để trống {cells}",
        "other rules give different values for the blank {cells}",
    ),
    "reason.told": (
        "không đạt, nhưng cùng một mâu thuẫn đã nêu ở {code}",
        "fails, but the same contradiction is told at {code}",
    ),
    "reason.no_such_level": (
        "bảng có dòng của một cấp không còn là cấp chính quyền địa phương trong kỳ báo cáo",
        "the table has a row of a level that local government has not in this period",
    ),
    "reason.absent": ("báo cáo không có bảng hoặc số liệu này", "the report has no such table or figures"),
    "reason.switched_off": ("quy tắc đã được tắt trong cấu hình", "the rule is switched off in the settings"),
    "reason.unknown_calendar": (
        "chưa biết lịch báo cáo mà báo cáo nêu; hãy cài phần mở rộng có lịch ấy",
        "the calendar that the report names is not known; install the plugin that brings it",
    ),
    "reason.no_citations": ("báo cáo không viện dẫn văn bản nào", "the report cites no documents"),
    "reason.nothing_known": (
        "không có văn bản nào được viện dẫn nằm trong bảng văn bản đã biết",
        "none of the documents cited is in the table of known documents",
    ),
    "reason.no_shares": ("báo cáo không in tỷ lệ nào ở đây", "the report prints no share here"),
    "reason.no_figures": ("không có số liệu nào để kiểm tra", "there is no figure to check"),
    "reason.not_in_force": (
        "quy tắc không có hiệu lực trong kỳ báo cáo này",
        "the rule is not in force for this period",
    ),
    # Findings. Numbers are put into the relation as printed on the form.
    "finding.==": (
        "{left} ≠ {right}: {left_values} ≠ {right_values}",
        "{left} ≠ {right}: {left_values} ≠ {right_values}",
    ),
    "finding.<=": (
        "{left} phải không lớn hơn {right}: {left_values} > {right_values}",
        "{left} must not exceed {right}: {left_values} > {right_values}",
    ),
    "finding.>=": (
        "{left} phải không nhỏ hơn {right}: {left_values} < {right_values}",
        "{left} must not be below {right}: {left_values} < {right_values}",
    ),
    "finding.low": (
        "{left} là {left_values}, nhỏ hơn {right_values}",
        "{left} is {left_values}, below {right_values}",
    ),
    "finding.high": (
        "{left} là {left_values}, lớn hơn {right_values}",
        "{left} is {left_values}, above {right_values}",
    ),
    "finding.rows": ("tổng {count} dòng", "the sum of {count} rows"),
    "finding.rounding": ("chỉ do làm tròn", "rounding only"),
    "finding.gap": ("lệch {gap}", "gap {gap}"),
    "finding.worked_out": (
        "số {value} của {cell} suy ra từ {code}, báo cáo để trống",
        "{value} for {cell} is worked out from {code}; the report leaves it blank",
    ),
    "finding.counted_as_nothing": (
        "{cell} để trống, tính là không có",
        "{cell} is left blank and counted as nothing",
    ),
    "finding.source": ("căn cứ: {source}", "source: {source}"),
    "finding.because": ("lý do: {because}", "reason: {because}"),
    "finding.printed": ("in trên biểu", "printed on the form"),
    # Places.
    "place.row": ("dòng “{row}”", "row “{row}”"),
    "level.province": ("Cấp tỉnh", "Province"),
    "level.district": ("Cấp huyện", "District"),
    "level.commune": ("Cấp xã", "Commune"),
    "level.village": ("Xóm, tổ dân phố", "Village"),
    "level.total": ("Tổng số", "Total"),
    # Faults of an input file.
    "fault.whole_file": ("cả tệp", "whole file"),
    "fault.not_utf8": (
        "không phải văn bản UTF-8 (byte thứ {position}); hãy lưu lại tệp theo mã UTF-8",
        "not UTF-8 text (byte {position}); save the file again as UTF-8",
    ),
    "fault.not_json": (
        "không phải JSON hợp lệ từ dòng {line}, cột {column}, gần {near}",
        "not valid JSON from line {line}, column {column}, near {near}",
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
    # Names that are not known.
    "unknown.form": ("không có biểu mẫu {name}; các biểu có: {known}", "there is no form {name}; known: {known}"),
    "unknown.rule": ("không có quy tắc {name}; các mã có: {known}", "there is no rule {name}; known: {known}"),
    "unknown.exporter": (
        "không có bộ xuất {name}; các bộ xuất có: {known}",
        "there is no exporter {name}; known: {known}",
    ),
    "unknown.calendar": ("không có lịch báo cáo {name}; các lịch có: {known}", "no calendar {name}; known: {known}"),
    "missing.extra": (
        'cần cài gói {package}: pip install "cchc[{extra}]"',
        'the package {package} is needed: pip install "cchc[{extra}]"',
    ),
    "plugin.failed": (
        "phần mở rộng {plugin} hỏng khi {doing}: {reason}",
        "plugin {plugin} failed at {doing}: {reason}",
    ),
}
