"""What the check found: the list at the end, and the footnotes that lead to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cchc_core import CheckResult, Finding, Severity, describe, describe_basis, describe_place
from cchc_core.checks import describe_worked_out
from cchc_core.words import Language, say
from cchc_exporters.markdown.syntax import escape, heading

__all__ = ["findings", "numbered"]

_REFERENCE = re.compile(r"\[\^(\d+)\]")
_REFERENCES = re.compile(rf"(?:{_REFERENCE.pattern})+")


def numbered(text: str, found: Sequence[Finding]) -> tuple[str, list[Finding]]:
    """Number the findings in the order in which the text first refers to them, as footnotes are.

    Text from the report holds no reference: `syntax.escape` has taken its brackets away.

    Args:
        text: The document, which refers to findings by their numbers in ``found``.
        found: The findings.

    Returns:
        The document with the new numbers, and the findings in their order.
    """
    cited = dict.fromkeys(int(number) for number in _REFERENCE.findall(text))
    order = list(cited | dict.fromkeys(range(1, len(found) + 1)))
    new = {old: index for index, old in enumerate(order, 1)}

    def renumbered(match: re.Match[str]) -> str:
        numbers = sorted(new[int(number)] for number in _REFERENCE.findall(match[0]))
        return "".join(f"[^{number}]" for number in numbers)

    return _REFERENCES.sub(renumbered, text), [found[old - 1] for old in order]


def findings(result: CheckResult, ordered: Sequence[Finding], lang: Language) -> Iterator[str]:
    """Write every finding with its facts, then the footnotes."""
    yield heading(2, "PHÁT HIỆN KHI KIỂM TRA SỐ LIỆU")
    if not ordered:
        yield (
            "Không có phát hiện: các quan hệ kiểm tra được giữa những số liệu trên đều khớp."
            if result.outcomes
            else "Số liệu của báo cáo chưa được kiểm tra."
        )
        return
    yield _summary(ordered)
    yield "\n".join(_item(number, finding, lang) for number, finding in enumerate(ordered, 1))
    yield "\n".join(_footnote(number, finding, lang) for number, finding in enumerate(ordered, 1))


def _summary(found: Sequence[Finding]) -> str:
    times = Counter(finding.severity for finding in found)
    counts = [f"{times[each]} {say(f'severity.{each.value}')}" for each in Severity if times[each]]
    return (
        f"Có {len(found)} phát hiện ({', '.join(counts)}). Số liệu trong báo cáo giữ nguyên như đơn vị báo cáo;"
        " đề nghị đơn vị rà soát, xác nhận hoặc đính chính."
    )


def _item(number: int, finding: Finding, lang: Language) -> str:
    severity = say(f"severity.{finding.severity.value}", lang)
    place = escape(describe_place(finding.place, lang))
    facts = (describe(finding, lang), *describe_worked_out(finding.operands, lang), describe_basis(finding, lang))
    lines = [
        f"{number}. **{escape(finding.code)}** ({severity}). {place}",
        *(f"   - {_sentence(fact)}" for fact in facts),
    ]
    return "\n".join(lines)


def _footnote(number: int, finding: Finding, lang: Language) -> str:
    return f"[^{number}]: Phát hiện số {number}, {escape(finding.code)}: {_sentence(describe(finding, lang))}"


def _sentence(text: str) -> str:
    return f"{escape(text[:1].upper() + text[1:])}."
