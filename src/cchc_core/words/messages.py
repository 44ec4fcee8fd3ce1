"""The sentences themselves: key, Vietnamese, English. A test holds both to the same facts."""

from __future__ import annotations

__all__ = ["MESSAGES"]

MESSAGES: dict[str, tuple[str, str]] = {
    "law.unverified": ("chưa kiểm chứng nguyên văn", "text not seen"),
    # Severities, statuses and kinds.
    "severity.error": ("lỗi", "error"),
    "severity.warning": ("cảnh báo", "warning"),
    "severity.info": ("lưu ý", "info"),
    "status.passed": ("đạt", "passed"),
    "status.failed": ("không đạt", "failed"),
    "status.not applicable": ("không áp dụng", "not applicable"),
    "kind.identity": ("đẳng thức", "identity"),
    "kind.bound": ("giới hạn (trong đó)", "bound"),
    "kind.same": ("khớp số liệu giữa hai nơi", "same figure in two places"),
    "kind.range": ("miền giá trị", "range"),
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
    "reason.absent": ("báo cáo không có bảng hoặc số liệu này", "the report has no such table or figures"),
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
    "row.Cấp tỉnh": ("Cấp tỉnh", "Province"),
    "row.Cấp huyện": ("Cấp huyện", "District"),
    "row.Cấp xã": ("Cấp xã", "Commune"),
    "row.Tổng số": ("Tổng số", "Total"),
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
    # The command.
    "cli.help": (
        "Kiểm tra báo cáo cải cách hành chính và xuất phụ lục Excel, Markdown, JSON.",
        "Check administrative-reform reports and export Excel appendices, Markdown and JSON.",
    ),
    "cli.check.help": (
        "Kiểm tra một báo cáo: quy tắc nào đạt, số liệu nào mâu thuẫn. FILE là tệp JSON, hoặc - để đọc đầu vào chuẩn.",
        "Check a report: which rules hold, which figures contradict. FILE is a JSON file, or - for standard input.",
    ),
    "cli.export.help": (
        "Kiểm tra một báo cáo rồi xuất ra các tệp trong một thư mục; số liệu sai được giữ nguyên và đánh dấu.",
        "Check a report and write it into a folder; broken figures are kept as reported and marked.",
    ),
    "cli.exporters.help": ("Liệt kê các định dạng xuất đang có.", "List the formats a report can be exported in."),
    "cli.explain.help": (
        "Giải thích một quy tắc: nội dung, lý do, nơi áp dụng. Không có CODE thì liệt kê mọi quy tắc.",
        "Explain a rule: what it says, why, where it is applied. Without CODE, list every rule.",
    ),
    "cli.schema.help": (
        "In JSON Schema của tệp báo cáo ra đầu ra chuẩn.",
        "Print the JSON Schema of a report file to standard output.",
    ),
    "cli.completion.help": (
        "In đoạn lệnh gợi ý bằng phím Tab cho SHELL.",
        "Print the script that completes commands with the Tab key in SHELL.",
    ),
    "cli.option.help": ("Hiện trợ giúp này rồi thoát.", "Show this help and exit."),
    "cli.option.version": ("Hiện phiên bản rồi thoát.", "Show the version and exit."),
    "cli.option.lang": (
        "Ngôn ngữ của thông báo: vi (mặc định) hoặc en; cũng nhận từ biến CCHC_LANG.",
        "Language of messages: vi (default) or en; also taken from CCHC_LANG.",
    ),
    "cli.option.format": (
        "text để đọc, json để máy xử lý. Mặc định: text.",
        "text to read, json for programs. Default: text.",
    ),
    "cli.option.all": (
        "Liệt kê mọi lượt kiểm tra, kể cả các lượt đạt.",
        "List the outcome of every rule, passed ones included.",
    ),
    "cli.option.to": (
        "Định dạng cần xuất; nêu nhiều lần được. Mặc định: mọi định dạng đang có.",
        "Format to write; may be given several times. Default: every format there is.",
    ),
    "cli.option.output": ("Thư mục ghi kết quả. Mặc định: ket-qua.", "Folder to write into. Default: ket-qua."),
    "cli.usage": ("Cách dùng: ", "Usage: "),
    "cli.options": ("Tùy chọn", "Options"),
    "cli.commands": ("Lệnh", "Commands"),
    "cli.examples": ("Ví dụ", "Examples"),
    "cli.exit_codes": (
        "Mã thoát: 0 không có lỗi; 1 có phát hiện mức lỗi; 2 không đọc được tệp hoặc dùng sai lệnh.",
        "Exit codes: 0 clean; 1 findings of severity error; 2 unreadable file or misuse.",
    ),
    "cli.try_help": ("Xem trợ giúp: {command} --help", "For help: {command} --help"),
    "cli.report": ("Báo cáo CCHC {period}, {agency}, từ {start} đến hết {end}", "{agency}, {period}, {start} to {end}"),
    "cli.at": ("tại: {path}", "at: {path}"),
    "cli.no_findings": ("Không phát hiện mâu thuẫn.", "No contradiction found."),
    "cli.summary": (
        "{errors} lỗi, {warnings} cảnh báo. {total} lượt: {passed} đạt, {failed} không đạt, {skipped} không áp dụng.",
        "{errors} errors, {warnings} warnings. {total} checks: {passed} passed, {failed} failed, {skipped} not applied.",
    ),
    "cli.not_applied": ("Không áp dụng:", "Not applicable:"),
    "cli.every_outcome": ("Mọi lượt kiểm tra:", "Every check:"),
    "cli.wrote": ("đã ghi {path} ({size} byte)", "wrote {path} ({size} bytes)"),
    "cli.name": ("Tên", "Name"),
    "cli.suffix": ("Đuôi tệp", "Suffix"),
    "cli.title": ("Nội dung", "Content"),
    "cli.severity": ("Mức: {severity}. Loại: {kind}.", "Severity: {severity}. Kind: {kind}."),
    "cli.applied": ("Áp dụng tại:", "Applied at:"),
    "cli.each_column": (
        "{table}: dòng tổng = tổng các dòng, theo từng cột",
        "{table}: total = sum of rows, each column",
    ),
    "cli.each_figure": ("{form}: mọi số liệu", "{form}: every figure"),
    "cli.in_force": (
        "Hiệu lực theo ngày cuối kỳ: {start} – {end}.",
        "In force by last day of the period: {start} - {end}.",
    ),
    "cli.blanks": (
        "Ô để trống: quy tắc không áp dụng; trừ chỉ tiêu được phép để trống mà các quy tắc khác đã xác định giá trị.",
        "A blank: the rule is not applicable, except for figures that may be blank and that other rules determine.",
    ),
    "cli.error": ("lỗi: {message}", "error: {message}"),
    "cli.warning": ("cảnh báo: {message}", "warning: {message}"),
    "cli.not_found": ("không có tệp {path}", "there is no file {path}"),
    "cli.is_folder": ("{path} là thư mục, không phải tệp báo cáo", "{path} is a folder, not a report file"),
    "cli.unreadable": ("không mở được {path}: {reason}", "cannot open {path}: {reason}"),
    "cli.unwritable": (
        "không ghi được {path}: {reason}; chưa tệp nào bị thay đổi dở dang",
        "cannot write {path}: {reason}; no file was left half-written",
    ),
    "cli.would_overwrite": (
        "{path} chính là tệp đầu vào; hãy chọn thư mục khác bằng -o",
        "{path} is the input file itself; choose another folder with -o",
    ),
    "cli.same_suffix": (
        "hai định dạng cùng ghi vào {path}; hãy xuất từng định dạng vào thư mục riêng",
        "two formats would write {path}; export them into separate folders",
    ),
    "cli.no_such_option": ("không có tùy chọn {name}{hint}", "no such option {name}{hint}"),
    "cli.no_such_command": ("không có lệnh {name}; các lệnh có: {known}", "no such command {name}; there are {known}"),
    "cli.did_you_mean": ("; có phải {names}?", "; did you mean {names}?"),
    "cli.missing": ("thiếu {name}", "missing {name}"),
    "cli.bad_choice": (
        "{name} phải là một trong {choices}, nhưng là {value}",
        "{name} must be one of {choices}, not {value}",
    ),
    "cli.misuse": ("dùng sai lệnh: {reason}", "misuse: {reason}"),
    "cli.interrupted": ("đã dừng theo yêu cầu", "stopped on request"),
}
