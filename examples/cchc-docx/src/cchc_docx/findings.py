"""The part at the end: what the check found, for whoever looks through the report before it is signed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from cchc_core import CheckResult, Entry, Language, Marks, Severity, say
from cchc_docx.decree import PORTRAIT
from cchc_docx.entries import bookmark, details, headline, told
from cchc_docx.letter import rule
from cchc_docx.markup import attribute, paragraph, run
from cchc_docx.sheets import Sheet

__all__ = ["findings"]

_TITLE = "PHÁT HIỆN KHI KIỂM TRA SỐ LIỆU"
_NOTE = "(Phần này để rà soát trước khi ký, không thuộc nội dung Báo cáo)"
_SIGNS = (
    "Số trong ngoặc vuông sau một số liệu là số thứ tự phát hiện. Số in đậm: số liệu sai hoặc trái quy tắc; số trên nền xám:"
    " một trong vài số liệu có thể sai, trong đó ít nhất một số sai. Mọi số liệu giữ nguyên như báo cáo; đề nghị đơn vị rà soát, xác nhận"
    " hoặc đính chính."
)


def findings(result: CheckResult, marks: Marks, lang: Language) -> Sheet:
    """Write every entry with its facts, at a place that the figures lead to."""
    content = [
        paragraph("AppendixTitle", run(_TITLE)),
        paragraph("AttachedTo", run(_NOTE)),
        rule(_TITLE, "AppendixTitle", PORTRAIT.usable),
        paragraph("Finding", run(_summary(result))),
    ]
    if marks.entries:
        content.append(paragraph("Finding", run(_SIGNS)))
    for number, entry in enumerate(marks.entries, 1):
        content += _entry(number, entry, lang)
    return Sheet(content=content)


def _summary(result: CheckResult) -> str:
    found = result.findings
    if not found:
        return (
            "Không có phát hiện: các quan hệ kiểm tra được giữa những số liệu của báo cáo đều khớp."
            if result.outcomes
            else "Số liệu của báo cáo chưa được kiểm tra."
        )
    times = Counter(finding.severity for finding in found)
    counts = [f"{times[each]} {say(f'severity.{each.value}')}" for each in Severity if times[each]]
    return f"Có {len(found)} phát hiện ({', '.join(counts)})."


def _entry(number: int, entry: Entry, lang: Language) -> Iterator[str]:
    mark = f'<w:bookmarkStart w:id="{number}" w:name={attribute(bookmark(number))}/><w:bookmarkEnd w:id="{number}"/>'
    yield paragraph("FindingHead", mark, run(f"{number}. {headline(entry, lang)}"))
    for text in (*told(entry, lang), *details(entry, lang)):
        yield paragraph("Finding", run(f"- {text}"))
