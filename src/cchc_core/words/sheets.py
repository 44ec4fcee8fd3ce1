"""The sentences of the sheets on findings and rules in a workbook: key, Vietnamese, English."""

from __future__ import annotations

__all__ = ["SHEETS"]

SHEETS: dict[str, tuple[str, str]] = {
    "sheet.findings": ("PHÁT HIỆN KHI KIỂM TRA SỐ LIỆU", "WHAT THE CHECK FOUND"),
    "sheet.findings_summary": (
        (
            "Có {count} phát hiện: {counts}. Số liệu giữ nguyên như đơn vị báo cáo; đề nghị đơn vị rà soát, xác nhận"
            " hoặc đính chính. Bấm vào tên ô, mã quy tắc để đến nơi."
        ),
        (
            "{count} findings: {counts}. The figures stand as reported; please review, confirm or correct them."
            " Click a cell or a rule to go there."
        ),
    ),
    "sheet.findings_none": (
        "Không có phát hiện: các quan hệ kiểm tra được giữa những số liệu của báo cáo đều khớp.",
        "Nothing was found: every relation that could be checked among the figures of the report holds.",
    ),
    "sheet.not_checked": ("Số liệu của báo cáo chưa được kiểm tra.", "The figures of the report were not checked."),
    "sheet.number": ("Số", "No."),
    "sheet.severity": ("Mức", "Severity"),
    "sheet.rule": ("Quy tắc", "Rule"),
    "sheet.place": ("Tại", "Where"),
    "sheet.broken": ("Nội dung", "What is wrong"),
    "sheet.story": ("Nguyên nhân, gợi ý", "Cause, suggestion"),
    "sheet.suspect": ("Số liệu nghi sai", "Suspected figure"),
    "sheet.basis": ("Lý do, căn cứ", "Reason, source"),
    "sheet.cell": ("Ô", "Cell"),
    "sheet.same_story": ("Cùng nguyên nhân, xem trên (số {number})", "Same cause, see above (no. {number})"),
    "sheet.more_suspects": ("và {count} số liệu khác, xem các ô tô màu", "and {count} more, see the coloured cells"),
    "comment.entry": ("Phát hiện số {number} ({severity})", "Finding no. {number} ({severity})"),
    "comment.more_entries": (
        "và {count} phát hiện khác, xem trang Phát hiện",
        "and {count} more findings, see sheet Phát hiện",
    ),
    "comment.more_findings": (
        "và {count} quan hệ không đạt khác, xem trang Phát hiện",
        "and {count} more broken relations, see sheet Phát hiện",
    ),
    "sheet.rules": ("QUY TẮC ĐÃ ÁP DỤNG", "THE RULES APPLIED"),
    "sheet.rules_summary": (
        "{rules} quy tắc, {total} lượt kiểm tra: {passed} đạt, {failed} không đạt, {skipped} không áp dụng.",
        "{rules} rules, {total} checks: {passed} passed, {failed} failed, {skipped} not applied.",
    ),
    "sheet.kind": ("Loại", "Kind"),
    "sheet.statement": ("Điều phải đúng", "What must hold"),
    "sheet.because": ("Lý do", "Reason"),
    "sheet.source": ("Căn cứ pháp lý", "Source"),
    "sheet.no_source": ("chưa có văn bản được kiểm chứng", "no text of law was seen"),
    "sheet.passed": ("Đạt", "Passed"),
    "sheet.failed": ("Không đạt", "Failed"),
    "sheet.skipped": ("Không áp dụng", "Not applied"),
}
