"""The words of a web page around the report itself: key, Vietnamese, English."""

from __future__ import annotations

__all__ = ["PAGES"]

PAGES: dict[str, tuple[str, str]] = {
    "page.title": ("Báo cáo: {title} - {agency}", "Report: {title} - {agency}"),
    "page.skip": ("Đến nội dung báo cáo", "Skip to the report"),
    "page.contents": ("Mục lục", "Contents"),
    # Signs.
    "page.signs": ("Quy ước trình bày", "Signs"),
    "page.sign_blank": (
        "báo cáo để trống, hoặc không đủ số liệu để tính; không có nghĩa là bằng 0.",
        "left blank by the report, or not to be worked out; it does not mean 0.",
    ),
    "page.sign_derived": (
        "tính ra từ số liệu báo cáo, không phải số báo cáo.",
        "worked out from reported figures; not reported itself.",
    ),
    "page.sign_derived_sample": ("Chữ, số in nghiêng", "Text and numbers in italics"),
    "page.sign_wrong": (
        "số liệu sai hoặc trái quy tắc, giữ nguyên như báo cáo; số sau dấu là số của phát hiện.",
        "a figure that must be wrong or is against a rule, as reported; the number after the sign is that of the finding.",
    ),
    "page.sign_wrong_bare": (
        "số liệu sai hoặc trái quy tắc, giữ nguyên như báo cáo.",
        "a figure that must be wrong or is against a rule, as reported.",
    ),
    "page.sign_wrong_sample": ("Số in đậm", "Bold number"),
    "page.sign_possible": (
        "một trong vài số liệu có thể sai, trong đó ít nhất một số sai; giữ nguyên như báo cáo.",
        "one of some figures of which at least one is wrong, as reported.",
    ),
    "page.sign_possible_sample": ("Số gạch chân chấm", "Number underlined by dots"),
    "page.blank": ("để trống", "blank"),
    "page.wrong": ("sai hoặc trái quy tắc", "wrong or against a rule"),
    "page.possible": ("có thể sai", "may be wrong"),
    "page.see_finding": ("xem phát hiện số {number}", "see finding no. {number}"),
    # Findings.
    "page.verdict": ("Kết quả kiểm tra số liệu", "What the check found"),
    "page.findings": ("Phát hiện khi kiểm tra số liệu", "Findings of the check"),
    "page.findings_summary": (
        (
            "Có {count} phát hiện: {errors} lỗi, {warnings} cảnh báo, {notes} lưu ý. Số liệu trong báo cáo giữ nguyên"
            " như đơn vị báo cáo; đề nghị đơn vị rà soát, xác nhận hoặc đính chính."
        ),
        (
            "Findings: {count} (errors {errors}, warnings {warnings}, notes {notes}). The figures stand as reported;"
            " please review, confirm or correct them."
        ),
    ),
    "page.to_findings": ("Xem từng phát hiện", "See each finding"),
    "page.finding": ("Phát hiện số {number}", "Finding no. {number}"),
    "page.story": ("Nguyên nhân, gợi ý", "Cause, suggestion"),
    "page.suspects": ("Số liệu nghi sai", "Suspected figures"),
    "page.more_suspects": ("và {count} số liệu khác", "and {count} more"),
    "page.broken": ("Quan hệ không đạt", "Broken relations"),
    "page.details": ("Nội dung", "What is wrong"),
    # Rules.
    "page.rules": ("Quy tắc đã áp dụng", "The rules applied"),
    "page.rules_open": ("Kết quả của từng quy tắc", "The outcome of each rule"),
    "page.rule_counts": (
        "đạt {passed}, không đạt {failed}, không áp dụng {skipped}",
        "passed {passed}, failed {failed}, not applied {skipped}",
    ),
    # Charts.
    "page.chart": ("Biểu đồ {number}. {title}, theo {table}", "Chart {number}. {title}, of {table}"),
    "page.chart_resolved": (
        "Hồ sơ đã giải quyết trước hạn, đúng hạn và quá hạn",
        "Dossiers resolved early, on time and late",
    ),
    "page.chart_received": (
        "Hồ sơ tiếp nhận trong kỳ, trực tuyến và trực tiếp, bưu chính",
        "Dossiers received in the period, online and in person or by post",
    ),
    "page.chart_note": (
        (
            "Chiều dài là phần trong tổng của mỗi dòng; phần khác 0 mà quá nhỏ vẫn được vẽ để nhìn thấy."
            " Con số bên dưới giữ nguyên như báo cáo."
        ),
        (
            "Lengths are parts of the total of each row; a part that is not 0 is drawn even if it is too small to see."
            " The numbers beneath are as reported."
        ),
    ),
}
