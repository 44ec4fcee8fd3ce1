"""The sentences themselves: key, Vietnamese, English. A test holds both to the same facts."""

from __future__ import annotations

from cchc_core.words.causes import CAUSES
from cchc_core.words.command import COMMAND
from cchc_core.words.faults import FAULTS
from cchc_core.words.pages import PAGES
from cchc_core.words.results import RESULTS
from cchc_core.words.sheets import SHEETS
from cchc_core.words.workbooks import WORKBOOKS

__all__ = ["MESSAGES"]

MESSAGES: dict[str, tuple[str, str]] = (
    COMMAND
    | CAUSES
    | FAULTS
    | PAGES
    | WORKBOOKS
    | SHEETS
    | RESULTS
    | {
        "law.unverified": ("chưa kiểm chứng nguyên văn", "text not seen"),
        # Severities, statuses and kinds.
        "severity.error": ("lỗi", "error"),
        "severity.warning": ("cảnh báo", "warning"),
        "severity.info": ("lưu ý", "note"),
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
        "reason.some_blank": ("có ô để trống", "a figure is left blank"),
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
        "reason.not_registered": (
            "báo cáo không ghi mã đơn vị, hoặc không có danh mục nào biết đơn vị này",
            "no code is given, or no register knows the agency",
        ),
        "reason.not_stated": (
            "báo cáo không nêu điều mà quy tắc này xem xét",
            "the report does not state what this rule looks at",
        ),
        "reason.no_shares": ("báo cáo không in tỷ lệ nào ở đây", "the report prints no share here"),
        "reason.no_base": ("mẫu số bằng 0 nên không có tỷ lệ", "the base is 0, so there is no share"),
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
        # Lines of the statistical appendix.
        "indicator.unverified": (
            "Lời văn chỉ tiêu chưa kiểm chứng nguyên văn với {source}.",
            "The wording of the indicators was not checked against the text of {source}.",
        ),
        "indicator.no_level": ("{level} không còn trong kỳ báo cáo này.", "{level}: no such level in this period."),
        # Names that are not known.
        "unknown.form": ("không có biểu mẫu {name}; các biểu có: {known}", "there is no form {name}; known: {known}"),
        "unknown.table": (
            "không có loại bảng {name} trong biểu này; các loại có: {known}",
            "there is no table of kind {name} in this form; known: {known}",
        ),
        "unknown.rule": ("không có quy tắc {name}; các mã có: {known}", "there is no rule {name}; known: {known}"),
        "unknown.exporter": (
            "không có bộ xuất {name}; các bộ xuất có: {known}",
            "there is no exporter {name}; known: {known}",
        ),
        "unknown.calendar": (
            "không có lịch báo cáo {name}; các lịch có: {known}",
            "no calendar {name}; known: {known}",
        ),
        "unknown.suggestion": (
            "không có gợi ý sửa nào cho {name}; các mã đang có gợi ý: {known}",
            "there is no suggestion for {name}; codes with a suggestion: {known}",
        ),
        "missing.extra": (
            'cần cài gói {package}: pip install "cchc[{extra}]"',
            'the package {package} is needed: pip install "cchc[{extra}]"',
        ),
        "plugin.slow": (
            "phần mở rộng {plugin} chậm: mất {reason} giây để nạp; hãy báo tác giả của nó",
            "plugin {plugin} is slow: it took {reason} seconds to load; tell its author",
        ),
        "plugin.absent": (
            "không có phần mở rộng nào tên {plugin} để chặn; xem tên bằng cchc plugins",
            "there is no plugin {plugin} to block; cchc plugins lists their names",
        ),
        # Options of exporters.
        "option.unknown": (
            "{exporter} không có tùy chọn {option}; các tùy chọn có: {known}",
            "{exporter} has no option {option}; there are {known}",
        ),
        "option.unknown_near": (
            "{exporter} không có tùy chọn {option}; có phải {near}? Các tùy chọn có: {known}",
            "{exporter} has no option {option}; did you mean {near}? There are {known}",
        ),
        "option.none": (
            "{exporter} không có tùy chọn nào, nên không có {option}",
            "{exporter} has no options, and so no {option}",
        ),
        "option.choice": (
            "{exporter}: tùy chọn {option} phải là một trong {choices}, nhưng là {found}",
            "{exporter}: option {option} must be one of {choices}, not {found}",
        ),
        "option.number": (
            "{exporter}: tùy chọn {option} phải là một số nguyên, nhưng là {found}",
            "{exporter}: option {option} must be a whole number, not {found}",
        ),
        "option.refused": (
            "{exporter} không nhận tùy chọn {option}: {reason}",
            "{exporter} does not take option {option}: {reason}",
        ),
        "plugin.failed": (
            "phần mở rộng {plugin} gặp lỗi ở bước “{doing}”: {reason}",
            "plugin {plugin} failed at {doing}: {reason}",
        ),
    }
)
