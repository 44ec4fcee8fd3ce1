"""The sentences of the command ``cchc``: key, Vietnamese, English."""

from __future__ import annotations

__all__ = ["COMMAND"]

COMMAND: dict[str, tuple[str, str]] = {
    "cli.help": (
        "Kiểm tra báo cáo cải cách hành chính và xuất phụ lục Excel, Markdown, JSON.",
        "Check administrative-reform reports and export Excel appendices, Markdown and JSON.",
    ),
    "cli.check.help": (
        (
            "Kiểm tra báo cáo: quy tắc nào đạt, số liệu nào mâu thuẫn. FILE là tệp JSON hoặc biểu mẫu Excel đã điền,"
            " một thư mục (lấy mọi báo cáo trong đó), hoặc - để đọc đầu vào chuẩn; nêu nhiều FILE được."
        ),
        (
            "Check reports: which rules hold, which figures contradict. FILE is a JSON file or a filled-in Excel form,"
            " a folder (every report in it), or - for standard input; several may be given."
        ),
    ),
    "cli.export.help": (
        (
            "Kiểm tra báo cáo rồi xuất ra các tệp trong một thư mục; số liệu sai được giữ nguyên và đánh dấu."
            " FILE là tệp JSON hoặc biểu mẫu Excel đã điền, một thư mục, hoặc - để đọc đầu vào chuẩn; nêu nhiều FILE"
            " được, kết quả giữ nguyên các thư mục con."
        ),
        (
            "Check reports and write them into a folder; broken figures are kept as reported and marked."
            " FILE is a JSON file or a filled-in Excel form, a folder, or - for standard input; several may be given,"
            " and results keep their folders."
        ),
    ),
    "cli.fix.help": (
        (
            "Sửa theo gợi ý: ghi một báo cáo mới và nhật ký số cũ, số mới, quy tắc, lý do; tệp gốc giữ nguyên."
            " Không nêu --accept thì hỏi từng gợi ý một."
        ),
        (
            "Accept suggestions: write a new report and a log of old value, new value, rules and reason; the original"
            " stays. Without --accept you are asked about one suggestion at a time."
        ),
    ),
    "cli.annotate.help": (
        (
            "Kiểm tra một biểu mẫu Excel đã điền rồi ghi phát hiện vào bản sao của chính tệp ấy: ghi chú và màu tại ô"
            " sai, thêm trang Phát hiện; mọi thứ khác giữ nguyên, tệp gốc không bị ghi đè."
        ),
        (
            "Check a filled-in Excel form and write what is found into a copy of that very file: comments and colours"
            " at the cells, and a sheet Phát hiện; everything else stays, and the original is not overwritten."
        ),
    ),
    "cli.option.annotated": (
        "Tệp Excel có ghi chú. Mặc định: tên tệp gốc thêm .co-ghi-chu.xlsx, cùng thư mục.",
        "The annotated workbook. Default: the original's name with .co-ghi-chu.xlsx, in its folder.",
    ),
    "cli.annotate_not_possible": (
        "{path} không phải tệp Excel nên không có ô để ghi chú; hãy dùng cchc export để có phụ lục Excel",
        "{path} is no workbook and has no cells to comment on; cchc export writes an Excel appendix",
    ),
    "cli.annotate_original": (
        "{path} chính là tệp gốc; hãy chọn tên khác bằng -o",
        "{path} is the original itself; choose another name with -o",
    ),
    "cli.annotate_entry": ("{severity} {codes}: {places}", "{severity} {codes}: {places}"),
    "cli.option.accept": (
        "Chấp nhận gợi ý cho các quan hệ không đạt của quy tắc này; nêu nhiều lần được.",
        "Accept the suggestion for what breaks this rule; may be given several times.",
    ),
    "cli.option.fixed": (
        "Tệp báo cáo mới. Mặc định: tên tệp gốc thêm .da-sua.json, cùng thư mục.",
        "The new report. Default: the original's name with .da-sua.json, in its folder.",
    ),
    "cli.option.log": (
        "Tệp nhật ký; đã có thì ghi nối thêm. Mặc định: tên báo cáo mới thêm .nhat-ky.json.",
        "The log; an existing one is continued. Default: the new report's name with .nhat-ky.json.",
    ),
    "cli.option.in_place": ("Ghi đè chính tệp gốc.", "Overwrite the original itself."),
    "cli.option.force": ("Ghi đè tệp đích nếu đã có.", "Overwrite the target if it exists."),
    "cli.option.config": (
        "Cấu hình của đơn vị: quy tắc tắt, mức nặng nhẹ. Mặc định: cchc.toml trong thư mục hiện tại, nếu có.",
        "Settings of the site: rules switched off, severities. Default: cchc.toml in the current folder, if any.",
    ),
    "cli.template.help": (
        (
            "Tạo biểu mẫu Excel để điền số liệu, đọc lại được bằng cchc check. FORM: report (toàn bộ, mặc định), tên một"
            " phần như procedures, public_finance, hoặc tên một biểu: dossiers, online, overdue; nêu nhiều FORM được."
        ),
        (
            "Write an Excel form to fill in, which cchc check reads. FORM: report (everything, the default), an area"
            " such as procedures or public_finance, or a form of rows: dossiers, online, overdue; several may be given."
        ),
    ),
    "cli.option.template": ("Tệp biểu mẫu. Mặc định: bieu-mau.xlsx.", "The form. Default: bieu-mau.xlsx."),
    "cli.option.agency": (
        "Tên cơ quan báo cáo, ghi sẵn vào biểu; hoặc mã đơn vị, nếu có phần mở rộng đã cài đưa ra danh mục đơn vị.",
        "Who reports, filled in already; or its code, if an installed plugin brings a register of agencies.",
    ),
    "cli.option.tier": (
        "Cấp của cơ quan. Mặc định: theo tên cơ quan, nếu tên cho biết chắc chắn.",
        "Tier of the agency. Default: by its name, if that makes it certain.",
    ),
    "cli.option.code": ("Mã đơn vị hành chính, ghi sẵn vào biểu.", "Code of the territory, filled in already."),
    "cli.option.period": (
        "Kỳ báo cáo, ghi sẵn vào biểu; viết như {choices}.",
        "Period, filled in already; written as {choices}.",
    ),
    "cli.option.calendar": (
        "Lịch chốt số liệu của --period. Mặc định: nd09-2019.",
        "Calendar that --period follows. Default: nd09-2019.",
    ),
    "cli.option.table": (
        "Bảng cần có: theo cấp, theo lĩnh vực, theo cơ quan; nêu nhiều lần được. Mặc định: level và field.",
        "Tables wanted: by level, by field, by agency; may be given several times. Default: level and field.",
    ),
    "cli.option.rows": (
        "Số dòng của bảng theo lĩnh vực, theo cơ quan, nhiều nhất 2.000. Mặc định: 30.",
        "Rows of tables by field and by agency, 2,000 at most. Default: 30.",
    ),
    "cli.option.from": (
        "Báo cáo đã có, số liệu được ghi sẵn vào biểu.",
        "A report that exists already; its figures are filled in.",
    ),
    "cli.template_next": (
        "Điền xong thì kiểm tra: cchc check {path}",
        "Once it is filled in, check it: cchc check {path}",
    ),
    "cli.template_original": (
        "{path} chính là báo cáo lấy số liệu; hãy chọn tên khác bằng -o",
        "{path} is the report that figures are taken from; choose another name with -o",
    ),
    "cli.template_no_agency": (
        "--tier và --code chỉ dùng cùng --agency hoặc --from",
        "--tier and --code need --agency or --from",
    ),
    "cli.template_annexes": (
        "biểu mẫu Excel chưa có chỗ cho các biểu kèm theo ({titles}); số liệu của chúng không được ghi vào",
        "the Excel form has no place for annexes ({titles}); their figures are not filled in",
    ),
    "cli.template_agencies": (
        "“{name}” là tên hoặc mã của nhiều đơn vị: {choices}; hãy nêu mã, hoặc --period để chọn danh mục",
        "“{name}” is the name or code of several agencies: {choices}; give the code, or --period to choose a register",
    ),
    "cli.template_no_tier": (
        "tên “{name}” không cho biết chắc chắn cấp nào; hãy nêu --tier, một trong {choices}",
        "the name “{name}” leaves the tier open; say --tier, one of {choices}",
    ),
    "cli.no_template": (
        "không có phần mở rộng nào tạo được biểu mẫu để điền",
        "no plugin makes forms to fill in",
    ),
    "cli.exporters.help": (
        "Liệt kê các định dạng xuất đang có; nêu NAME thì cho biết định dạng ấy và các tùy chọn của nó.",
        "List the formats a report can be exported in; with NAME, tell of that one and its options.",
    ),
    "cli.plugins.help": (
        "Liệt kê mọi phần mở rộng đã cài, tình trạng và những gì mỗi phần đăng ký.",
        "List every plugin that is installed, what became of it, and what it registers.",
    ),
    "cli.option.set": (
        (
            "Tùy chọn của định dạng, viết OPTION=VALUE, hoặc NAME.OPTION=VALUE cho riêng một định dạng; nêu nhiều lần"
            " được. Xem bằng cchc exporters NAME."
        ),
        (
            "Option of a format, as OPTION=VALUE, or NAME.OPTION=VALUE for one format alone; may be given several"
            " times. cchc exporters NAME lists them."
        ),
    ),
    "cli.set_malformed": (
        "--set {text}: cần viết OPTION=VALUE, ví dụ {example}",
        "--set {text}: write OPTION=VALUE, for example {example}",
    ),
    "cli.set_nobody": (
        "--set {text}: không định dạng nào đang xuất có tùy chọn {option}; các tùy chọn có: {known}",
        "--set {text}: no format that is written has an option {option}; there are {known}",
    ),
    "cli.set_not_written": (
        "--set {text}: định dạng {exporter} không nằm trong các định dạng đang xuất ({known})",
        "--set {text}: the format {exporter} is not written; written are {known}",
    ),
    "cli.exporter_of": ("Do phần mở rộng: {plugin}", "From the plugin: {plugin}"),
    "cli.exporter_file": ("Tệp: {suffix} ({media_type})", "File: {suffix} ({media_type})"),
    "cli.exporter_options": ("Tùy chọn (--set):", "Options (--set):"),
    "cli.exporter_no_options": ("Không có tùy chọn nào.", "It has no options."),
    "cli.exporter_option": (
        "{name}={choices}  {title} (mặc định: {default})",
        "{name}={choices}  {title} (default: {default})",
    ),
    "cli.option_number": ("<số nguyên>", "<whole number>"),
    "cli.option_text": ("<chữ>", "<text>"),
    "cli.plugin_package": ("Gói", "Package"),
    "cli.plugin_status": ("Tình trạng", "State"),
    "cli.plugin_gives": ("Đăng ký", "Registers"),
    "plugin_state.active": ("đang dùng", "active"),
    "plugin_state.faulty": ("có lỗi", "faulty"),
    "plugin_state.failed": ("hỏng", "failed"),
    "plugin_state.blocked": ("bị chặn", "blocked"),
    "plugin_gives.exporters": ("định dạng xuất", "exporters"),
    "plugin_gives.readers": ("định dạng đọc", "readers"),
    "plugin_gives.forms": ("biểu mẫu", "forms"),
    "plugin_gives.rules": ("quy tắc", "rules"),
    "plugin_gives.calendars": ("lịch báo cáo", "calendars"),
    "plugin_gives.agencies": ("danh mục đơn vị", "agency registers"),
    "plugin_gives.documents": ("văn bản đã biết", "known documents"),
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
        (
            "text để đọc, json để máy xử lý, summary để xem mỗi tệp một dòng, sarif và junit cho hệ thống CI."
            " Mặc định: text."
        ),
        (
            "text to read, json for programs, summary for one line a file, sarif and junit for build servers."
            " Default: text."
        ),
    ),
    "cli.option.format_of_export": (
        "text để đọc, summary để xem mỗi tệp một dòng. Mặc định: text.",
        "text to read, summary for one line a file. Default: text.",
    ),
    "cli.option.jobs": (
        "Số tiến trình cùng làm khi có nhiều tệp. Mặc định: tùy số tệp và số bộ xử lý của máy.",
        "Processes that share the work on many files. Default: by the number of files and of processors.",
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
        "Mã thoát: 0 không có lỗi; 1 có phát hiện mức lỗi; 2 có tệp không xử lý được hoặc dùng sai lệnh.",
        "Exit codes: 0 clean; 1 findings of severity error; 2 a file that could not be processed, or misuse.",
    ),
    "cli.try_help": ("Xem trợ giúp: {command} --help", "For help: {command} --help"),
    "cli.report": ("Báo cáo CCHC {period}, {agency}, từ {start} đến hết {end}", "{agency}, {period}, {start} to {end}"),
    "cli.form": ("căn cứ lập biểu: {source}", "form by: {source}"),
    "cli.at": ("tại: {path}", "at: {path}"),
    "cli.not_a_file": ("{path} không phải là tệp thường nên không đọc", "{path} is no regular file and is not read"),
    "cli.at_cell": ("tại ô: {cell} ({path})", "at cell: {cell} ({path})"),
    "cli.no_findings": ("Không phát hiện mâu thuẫn.", "No contradiction found."),
    "cli.summary": (
        (
            "{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý; {causes} nguyên nhân trong số liệu."
            " {total} lượt: {passed} đạt, {failed} không đạt, {skipped} không áp dụng."
        ),
        (
            "{errors} errors, {warnings} warnings, {notes} notes; {causes} causes among the figures."
            " {total} checks: {passed} passed, {failed} failed, {skipped} not applied."
        ),
    ),
    "cli.summary_stopped": (" {count} lượt không chạy được.", " {count} could not run."),
    "cli.cause": ("{severity} Nguyên nhân {number} ({codes})", "{severity} Cause {number} ({codes})"),
    "cli.fix_with": (
        "chấp nhận gợi ý này: cchc fix {file} --accept {code}",
        "to accept this: cchc fix {file} --accept {code}",
    ),
    "cli.fix_nothing": (
        "Không có gì được sửa; không có tệp nào được ghi.",
        "Nothing was changed, and no file was written.",
    ),
    "cli.fix_wrote": ("đã ghi {path}, nhật ký {log}", "wrote {path}, log {log}"),
    "cli.fix_left": (
        "Trước khi sửa có {before} lỗi, sau khi sửa còn {left} lỗi.",
        "{before} errors before, {left} errors left.",
    ),
    "cli.fixed": ("đã sửa {path} (theo {rules})", "changed {path} (by {rules})"),
    "cli.fix_in_place": (
        "--in-place chỉ dùng khi FILE là một tệp, và không đi cùng -o",
        "--in-place needs a FILE, and does not go with -o",
    ),
    "cli.fix_not_json": (
        (
            "{path} không phải tệp JSON nên không bị ghi đè; hãy bỏ --in-place hoặc chọn tên khác bằng -o, báo cáo"
            " đã sửa sẽ là một tệp JSON mới"
        ),
        (
            "{path} is no JSON file and is not overwritten; leave --in-place out or choose another name with -o, and"
            " the corrected report will be a new JSON file"
        ),
    ),
    "cli.fix_original": (
        "{path} chính là tệp gốc; muốn ghi đè nó, hãy nêu --in-place",
        "{path} is the original itself; say --in-place to overwrite it",
    ),
    "cli.fix_exists": (
        "{path} đã có; hãy chọn tên khác bằng -o, hoặc nêu --force để ghi đè",
        "{path} exists; choose another name with -o, or say --force to overwrite it",
    ),
    "cli.fix_log_is_report": (
        "nhật ký không thể ghi vào {path}, nơi đã dành cho báo cáo; hãy chọn tên khác bằng --log",
        "the log cannot go into {path}, which is a report; choose another name with --log",
    ),
    "cli.fix_how": (
        "nêu gợi ý muốn chấp nhận bằng --accept; các mã đang có gợi ý: {codes}",
        "name the suggestions to accept with --accept; codes with a suggestion: {codes}",
    ),
    "cli.bad_answer": ("hãy trả lời một trong {choices}", "answer one of {choices}"),
    "cli.none": ("không có", "none"),
    "cli.fix_ask": ("Chấp nhận gợi ý {changes}? c = có, k = không", "Accept {changes}? y = yes, n = no"),
    "cli.fix_ask_unsure": (
        "Không có gợi ý, nhưng {changes} thì khớp. Đã đối chiếu đúng và chấp nhận? c = có, k = không",
        "Nothing is suggested, but {changes} would fit. Do you know it to be right? y = yes, n = no",
    ),
    "cli.fix_choose": (
        "Không có gợi ý. Nhập số của cách sửa đã đối chiếu đúng, hoặc 0 để bỏ qua",
        "Nothing is suggested. Enter the number that you know to be right, or 0 to pass",
    ),
    "cli.blank": ("Ô để trống: {blank}.", "A blank: {blank}."),
    "cli.example": ("Ví dụ không đạt: {example}", "An example of a breach: {example}"),
    "cli.example_support": ("Ví dụ không ủng hộ: {example}", "An example that lends no support: {example}"),
    "cli.each_record": ("{form}: hàm {name}", "{form}: function {name}"),
    "cli.not_applied": (
        "Không áp dụng (xem từng lượt bằng --all):",
        "Not applicable (--all lists each):",
    ),
    "cli.not_applied_group": ("{reason}: {codes} ({count} lượt)", "{reason}: {codes} ({count} times)"),
    "cli.could_not_run": ("Không chạy được, nên chưa biết đúng hay sai:", "Could not run, so nobody knows what holds:"),
    "cli.some_could_not_run": (
        "{name}: không chạy được: {codes} ({count} lượt)",
        "{name}: could not run: {codes} ({count} times)",
    ),
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
    "cli.each_figure_of_row": (
        "{notation}; và như vậy với mọi số liệu của dòng",
        "{notation}; and so for every figure of the row",
    ),
    "cli.each_figure": ("{form}: mọi số liệu", "{form}: every figure"),
    "cli.in_force": (
        "Hiệu lực theo ngày cuối kỳ: {start} – {end}.",
        "In force by last day of the period: {start} - {end}.",
    ),
    "cli.error": ("lỗi: {message}", "error: {message}"),
    "cli.warning": ("cảnh báo: {message}", "warning: {message}"),
    "cli.not_found": ("không có tệp {path}", "there is no file {path}"),
    "cli.is_folder": ("{path} là thư mục; cần tên một tệp", "{path} is a folder; the name of a file is needed"),
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
    "cli.same_target": (
        "{path} đã dành cho kết quả của {other}; hãy đổi tên tệp hoặc xuất riêng vào thư mục khác",
        "{path} is for the result of {other}; rename the file, or export it into another folder",
    ),
    "cli.input_alone": (
        "đầu vào chuẩn (-) phải là FILE duy nhất",
        "standard input (-) must be the only FILE",
    ),
    "cli.folder_is_empty": (
        "thư mục {path} không có tệp báo cáo nào ({suffixes})",
        "there is no report file ({suffixes}) in the folder {path}",
    ),
    "cli.folder_is_output": (
        "{path} chính là thư mục ghi kết quả; hãy chọn thư mục khác bằng -o",
        "{path} is the folder for the results; choose another one with -o",
    ),
    "cli.tally": (
        "{total} tệp: {clean} không có lỗi, {findings} có lỗi, {failed} không xử lý được.",
        "{total} files: {clean} without errors, {findings} with errors, {failed} not processed.",
    ),
    "cli.clean": ("không có lỗi", "clean"),
    "cli.has_errors": ("có lỗi", "errors"),
    "cli.failed": ("không xử lý được", "not processed"),
    "cli.file": ("Tệp", "File"),
    "cli.result": ("Kết quả", "Result"),
    "cli.errors": ("Lỗi", "Errors"),
    "cli.warnings": ("Cảnh báo", "Warnings"),
    "cli.agency": ("Cơ quan", "Agency"),
    "cli.period": ("Kỳ báo cáo", "Period"),
    "cli.unexpected": (
        "phần mềm gặp sự cố ({reason}); hãy báo tác giả, và chạy riêng tệp này để xem chi tiết",
        "the program failed ({reason}); tell its authors, and run this file alone for details",
    ),
    "cli.process_died": (
        "tiến trình xử lý tệp này chết giữa chừng (mã {code}), có thể vì hết bộ nhớ; hãy chạy riêng tệp này",
        "the process died at this file (code {code}), perhaps for want of memory; run this file alone",
    ),
    "cli.no_process": (
        "không khởi động được tiến trình nào để xử lý; hãy chạy lại với --jobs 1",
        "no process could be started; run again with --jobs 1",
    ),
    "cli.no_such_option": ("không có tùy chọn {name}{hint}", "no such option {name}{hint}"),
    "cli.no_such_command": ("không có lệnh {name}; các lệnh có: {known}", "no such command {name}; there are {known}"),
    "cli.did_you_mean": ("; có phải {names}?", "; did you mean {names}?"),
    "cli.missing": ("thiếu {name}", "missing {name}"),
    "cli.bad_choice": (
        "{name} phải là một trong {choices}, nhưng là {value}",
        "{name} must be one of {choices}, not {value}",
    ),
    "cli.bad_number": (
        "{name} phải là một số nguyên không nhỏ hơn {least}",
        "{name} must be a whole number, not less than {least}",
    ),
    "cli.misuse": ("dùng sai lệnh: {reason}", "misuse: {reason}"),
    "cli.no_stream": ("đầu vào hoặc đầu ra chuẩn đã bị đóng", "standard input or output is closed"),
    "cli.interrupted": ("đã dừng theo yêu cầu", "stopped on request"),
}
