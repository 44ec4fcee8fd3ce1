"""The words of results that programs are given: test reports, exceptions, notebooks. Key, Vietnamese, English."""

from __future__ import annotations

__all__ = ["RESULTS"]

RESULTS: dict[str, tuple[str, str]] = {
    "junit.reading": ("Đọc tệp", "Reading the file"),
    "require.inconsistent": ("báo cáo có {count} lỗi:", "the report has errors: {count}"),
    "notebook.figure": ("Chỉ tiêu", "Figure"),
    "notebook.unit": ("Đơn vị tính", "Unit"),
    "notebook.value": ("Giá trị", "Value"),
    "notebook.fact": ("Thông tin", "Fact"),
    "notebook.entries": ("{count} mục", "{count} entries"),
    "notebook.blank": ("để trống", "left blank"),
    "notebook.cause": ("Nguyên nhân {number} ({codes})", "Cause {number} ({codes})"),
    "notebook.severity": ("Mức độ", "Severity"),
    "notebook.code": ("Quy tắc", "Rule"),
    "notebook.place": ("Vị trí", "Place"),
    "notebook.finding": ("Phát hiện", "Finding"),
    "notebook.basis": ("Lý do, căn cứ", "Reason and source"),
    "junit.more": (" (và {count} lỗi khác)", " (and {count} more)"),
}
