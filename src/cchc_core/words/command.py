"""The sentences of the command ``cchc``: key, Vietnamese, English."""

from __future__ import annotations

__all__ = ["COMMAND"]

COMMAND: dict[str, tuple[str, str]] = {
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
        "In JSON Schema của tệp báo cáo, hoặc của kết quả kiểm tra, ra đầu ra chuẩn.",
        "Print the JSON Schema of a report file, or of a check's result, to standard output.",
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
    "cli.option.of": (
        "report: tệp báo cáo; result: kết quả của check --format json. Mặc định: report.",
        "report: a report file; result: what check --format json prints. Default: report.",
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
    "cli.form": ("căn cứ lập biểu: {source}", "form by: {source}"),
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
        "không ghi được {path}: {reason}; không có tệp nào bị ghi dở dang",
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
    "cli.no_stream": ("đầu vào hoặc đầu ra chuẩn đã bị đóng", "standard input or output is closed"),
    "cli.interrupted": ("đã dừng theo yêu cầu", "stopped on request"),
}
