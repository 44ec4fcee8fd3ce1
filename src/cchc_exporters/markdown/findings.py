"""What the check found: the list at the end, and the footnotes that lead to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cchc_core import CheckResult, Finding, Severity, describe, describe_basis, describe_cause, describe_place
from cchc_core.checks import Entry, describe_worked_out
from cchc_core.words import Language, say
from cchc_exporters.markdown.syntax import escape, heading

__all__ = ["findings", "numbered"]

_REFERENCE = re.compile(r"\[\^(\d+)\]")
_REFERENCES = re.compile(rf"(?:{_REFERENCE.pattern})+")


def numbered(text: str, found: Sequence[Entry]) -> tuple[str, list[Entry], int]:
    """Number the entries in the order in which the text first refers to them, as footnotes are.

    Text from the report holds no reference: `syntax.escape` has taken its brackets away.

    Args:
        text: The document, which refers to entries by their numbers in ``found``.
        found: The entries.

    Returns:
        The document with the new numbers, the entries in their order, and how many of them it refers to.
    """
    cited = dict.fromkeys(int(number) for number in _REFERENCE.findall(text))
    order = list(cited | dict.fromkeys(range(1, len(found) + 1)))
    new = {old: index for index, old in enumerate(order, 1)}

    def renumbered(match: re.Match[str]) -> str:
        numbers = sorted(new[int(number)] for number in _REFERENCE.findall(match[0]))
        return "".join(f"[^{number}]" for number in numbers)

    return _REFERENCES.sub(renumbered, text), [found[old - 1] for old in order], len(cited)


def findings(result: CheckResult, ordered: Sequence[Entry], cited: int, lang: Language) -> Iterator[str]:
    """Write every entry with its facts, then a footnote for each that the document refers to.

    Args:
        result: What the check found.
        ordered: The entries in the order of their numbers.
        cited: How many of them, from the first on, the document refers to.
        lang: Language of the sentences.
    """
    yield heading(2, "PHÁT HIỆN KHI KIỂM TRA SỐ LIỆU")
    if not ordered:
        yield (
            "Không có phát hiện: các quan hệ kiểm tra được giữa những số liệu trên đều khớp."
            if result.outcomes
            else "Số liệu của báo cáo chưa được kiểm tra."
        )
        return
    yield _summary(result.findings)
    yield "\n".join(_item(number, entry, lang) for number, entry in enumerate(ordered, 1))
    if cited:
        yield "\n".join(_footnote(number, entry, lang) for number, entry in enumerate(ordered[:cited], 1))


def _summary(found: Sequence[Finding]) -> str:
    times = Counter(finding.severity for finding in found)
    counts = [f"{times[each]} {say(f'severity.{each.value}')}" for each in Severity if times[each]]
    return (
        f"Có {len(found)} phát hiện ({', '.join(counts)}). Số liệu trong báo cáo giữ nguyên như đơn vị báo cáo;"
        " đề nghị đơn vị rà soát, xác nhận hoặc đính chính."
    )


def _item(number: int, entry: Entry, lang: Language) -> str:
    severity = say(f"severity.{entry.severity.value}", lang)
    codes = escape(", ".join(entry.codes))
    if entry.cause is not None:
        story = [f"   - {_sentence(sentence)}" for sentence in describe_cause(entry.cause, lang)]
        broken = [
            f"   - {escape(finding.code)}, {escape(describe_place(finding.place, lang))}: {_facts(finding, lang)}"
            for finding in entry.findings
        ]
        return "\n".join([f"{number}. **{codes}** ({severity}), một nguyên nhân:", *story, *broken])
    first = entry.findings[0]
    if not first.operands:
        lines = [
            f"   - {escape(describe_place(finding.place, lang))}: {_sentence(describe(finding, lang))}"
            for finding in entry.findings
        ]
        head = f"{number}. **{codes}** ({severity}). {escape(first.rule.statement.to(lang))}"
        return "\n".join([head, *lines, f"   - {_sentence(describe_basis(first, lang))}"])
    worked_out = describe_worked_out(first.operands, lang) if first.said is None else ()
    facts = (describe(first, lang), *worked_out, describe_basis(first, lang))
    head = f"{number}. **{codes}** ({severity}). {escape(describe_place(first.place, lang))}"
    return "\n".join([head, *(f"   - {_sentence(fact)}" for fact in facts)])


def _facts(finding: Finding, lang: Language) -> str:
    said = (describe(finding, lang), *describe_worked_out(finding.operands, lang), describe_basis(finding, lang))
    return " ".join(_sentence(fact) for fact in said)


def _footnote(number: int, entry: Entry, lang: Language) -> str:
    said = describe(entry.findings[0], lang)
    if entry.cause is not None:
        said = "; ".join(each.strip() for each in describe_cause(entry.cause, lang)).replace(":; ", ": ")
    return f"[^{number}]: Phát hiện số {number}, {escape(', '.join(entry.codes))}: {_sentence(said)}"


def _sentence(text: str) -> str:
    text = text.strip()
    return f"{escape(text[:1].upper() + text[1:]).rstrip(':')}."
