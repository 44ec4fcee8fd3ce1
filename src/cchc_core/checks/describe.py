"""Findings and outcomes in words, made from their facts and from nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby
from math import prod

from cchc_core.checks.findings import CheckResult, Finding, RuleOutcome
from cchc_core.checks.places import Operand, Place
from cchc_core.conditions import Fact, Grade
from cchc_core.engine import Status
from cchc_core.numbers import printed
from cchc_core.report import printed_date
from cchc_core.rules import Severity
from cchc_core.words import Language, Text, say

__all__ = [
    "describe",
    "describe_basis",
    "describe_figure",
    "describe_outcome",
    "describe_place",
    "describe_reason",
    "describe_summary",
    "describe_title",
    "describe_worked_out",
]

_MOST_WRITTEN = 8
"""A sum of more rows than this is told by their number; the finding itself still has every operand."""


def describe(finding: Finding, lang: Language = "vi") -> str:
    """Say a finding as one sentence: the relation, the numbers put into it, the gap.

    >>> from cchc_core import check, load
    >>> finding = check(load("examples/dinh-hoa-2021.json")).findings[1]
    >>> print(describe(finding))
    Tổng số ≠ Cấp huyện + Cấp xã: 19.024 ≠ 1.113 + 17.929 = 19.042, lệch -18
    """
    if finding.said is not None:
        return finding.said.to(lang).format_map({name: _fact(value, lang) for name, value in finding.facts})
    if finding.reported is None or finding.expected is None:
        return finding.rule.statement.to(lang)
    key = f"finding.{finding.operator}"
    if not finding.right and finding.operator != "==":
        key = "finding.low" if finding.operator == ">=" else "finding.high"
    names = _names(finding.operands, lang)
    count = len(finding.left)
    many = len(finding.right) > _MOST_WRITTEN
    text = say(
        key,
        lang,
        left=_joined(finding.left, names[:count], finding.reported, lang),
        right=say("finding.rows", lang, count=len(finding.right))
        if many
        else _joined(finding.right, names[count:], finding.expected, lang),
        left_values=_values(finding.left, finding.reported, lang),
        right_values=printed(finding.expected, lang) if many else _values(finding.right, finding.expected, lang),
    )
    gap = say("finding.gap", lang, gap=_signed(finding.reported - finding.expected, lang))
    return f"{text}, {gap}" + (f" ({say('finding.rounding', lang)})" if finding.grade is Grade.ROUNDING else "")


def describe_place(place: Place, lang: Language = "vi") -> str:
    """Say where something stands: table or form, row, figure.

    >>> from cchc_core import check, load
    >>> describe_place(check(load("examples/dinh-hoa-2021.json")).findings[3].place)
    'Cải cách chế độ công vụ: Xã, thị trấn được kiểm tra công vụ đột xuất'
    """
    row = f", {say('place.row', lang, row=_row(place, lang))}" if place.row else ""
    figure = f": {_label(place, lang)}" if place.figure else ""
    return f"{_title(place, lang)}{row}{figure}"


def describe_figure(place: Place, lang: Language = "vi", *, with_title: bool = True) -> str:
    """Name a figure so that it is found: its label, its row, its cell, and its table unless that is said already."""
    row = f" ({_row(place, lang)})" if place.row else ""
    cell = f" [{place.cell}]" if place.cell else ""
    figure = f"{_label(place, lang)}{row}{cell}"
    return f"{figure}, {_title(place, lang)}" if with_title else figure


def describe_title(place: Place, lang: Language = "vi") -> str:
    """Name the table or form that a figure stands in."""
    return _title(place, lang)


def describe_basis(finding: Finding, lang: Language = "vi") -> str:
    """Say why the rule holds: the line that the form prints, or the reason and what the rule rests on."""
    if finding.printed:
        return say("finding.source", lang, source=f"{finding.source.describe(lang)} ({say('finding.printed', lang)})")
    because = finding.rule.because.to(lang) if finding.rule.because else ""
    text = say("finding.because", lang, because=because)
    return (
        f"{text}; {say('finding.source', lang, source=finding.rule.source.describe(lang))}"
        if finding.rule.source
        else text
    )


def describe_summary(result: CheckResult, lang: Language = "vi") -> str:
    """Count findings by severity, and checks by what became of them.

    >>> from cchc_core import check, load
    >>> describe_summary(check(load("examples/dinh-hoa-2021.json")), "en").partition(".")[0]
    '5 errors, 26 warnings, 4 notes; 2 causes among the figures'
    """
    statuses = [outcome.status for outcome in result.outcomes]
    passed, failed = statuses.count(Status.PASSED), statuses.count(Status.FAILED)
    stopped = statuses.count(Status.COULD_NOT_RUN)
    summary = say(
        "cli.summary",
        lang,
        causes=len(result.causes),
        errors=result.count(Severity.ERROR),
        warnings=result.count(Severity.WARNING),
        notes=result.count(Severity.INFO),
        total=len(statuses),
        passed=passed,
        failed=failed,
        skipped=len(statuses) - passed - failed - stopped,
    )
    return summary + say("cli.summary_stopped", lang, count=stopped) if stopped else summary


def describe_worked_out(operands: Sequence[Operand], lang: Language = "vi") -> tuple[str, ...]:
    """Say which blanks a rule was checked with, and where their values come from."""
    return tuple(
        say(
            "finding.worked_out" if operand.worked_out_by else "finding.counted_as_nothing",
            lang,
            value=printed(operand.value or 0, lang),
            cell=_full(operand.place, lang),
            code=operand.worked_out_by,
        )
        for operand in operands
        if operand.worked_out_by or operand.value is None
    )


def describe_outcome(outcome: RuleOutcome, lang: Language = "vi") -> str:
    """Say what became of a rule at a place, with the reason if it was not applied."""
    status = say(f"status.{outcome.status.value}", lang)
    return f"{status}: {describe_reason(outcome, lang)}" if outcome.reason else status


def describe_reason(outcome: RuleOutcome, lang: Language = "vi") -> str:
    """Say why a rule was not applied; nothing if it was."""
    reason = outcome.reason
    if reason is None:
        return ""
    if reason.said is not None:
        return reason.said.to(lang)
    value = "" if reason.value is None else printed(reason.value, lang)
    cells = "; ".join(_full(place, lang) for place in reason.places)
    return say(f"reason.{reason.kind}", lang, cells=cells, value=value, code=reason.code)


def _fact(value: Fact, lang: Language) -> str:
    """Print a fact in the language of the sentence it stands in."""
    if isinstance(value, Text):
        return value.to(lang)
    if isinstance(value, date):
        return printed_date(value)
    if isinstance(value, tuple):
        return ", ".join(value)
    return value if isinstance(value, str) else printed(value, lang)


def _names(operands: Sequence[Operand], lang: Language) -> list[str]:
    """Name operands as shortly as they can still be told apart: by row, by column, or by label."""
    places = [operand.place for operand in operands]
    if len({place.figure for place in places}) == 1 and len({place.form for place in places}) == 1 and len(places) > 1:
        rows = [_row(place, lang) or _label(place, lang) for place in places]
        return rows if len(set(rows)) == len(rows) else [_table(place, lang) for place in places]
    if all(place.column is not None for place in places) and len({place.form for place in places}) == 1:
        return [f"({place.column})" for place in places]
    if len({place.form for place in places}) == 1:
        return [place.header if lang == "vi" and place.column is None else _label(place, lang) for place in places]
    names = [_label(place, lang) for place in places]
    if len(set(names)) == len(set(places)):
        return names
    return [f"{name} ({_title(place, lang)})" for name, place in zip(names, places, strict=True)]


def _values(operands: Sequence[Operand], total: Fraction, lang: Language) -> str:
    """Put the values into the relation, with their sum if there is more than one."""
    text = _joined(operands, [_written(operand, len(operands), lang) for operand in operands], total, lang)
    alone = not operands or (len(operands) == 1 and operands[0].value == total)
    return text if alone else f"{text} = {printed(total, lang)}"


def _written(operand: Operand, among: int, lang: Language) -> str:
    """Write a value; one below zero stands in brackets among others."""
    text = printed(operand.value or 0, lang)
    return f"({text})" if among > 1 and text.startswith("-") else text


def _joined(operands: Sequence[Operand], texts: Sequence[str], total: Fraction, lang: Language) -> str:
    """Write one side of a relation: its terms, and the constant that the total has beside them."""
    parts: list[tuple[int, str]] = []
    constant = total
    for _, term in groupby(zip(operands, texts, strict=True), key=lambda each: each[0].term):
        factors = list(term)
        coefficient = factors[0][0].coefficient
        parts.append((coefficient, " × ".join(text for _, text in factors)))
        constant -= coefficient * prod(Fraction(operand.value or 0) for operand, _ in factors)
    if constant:
        parts.append((1 if constant > 0 else -1, printed(abs(constant), lang)))
    text = ""
    for coefficient, name in parts:
        sign = "- " if coefficient < 0 else "+ " if text else ""
        factor = "" if abs(coefficient) == 1 else f"{printed(abs(coefficient), lang)} × "
        text += f"{' ' if text else ''}{sign}{factor}{name}"
    return text or printed(total, lang)


def _signed(gap: Fraction, lang: Language) -> str:
    return f"{'+' if gap > 0 else ''}{printed(gap, lang)}"


def _title(place: Place, lang: Language) -> str:
    return place.title if lang == "vi" else place.form.replace("_", " ")


def _table(place: Place, lang: Language) -> str:
    """Name the table, and the row where it is not the total that tables have in common."""
    table = place.title if lang == "vi" else place.path.split(".")[-3].replace("_", " ")
    return f"{_row(place, lang)} ({table})"


def _label(place: Place, lang: Language) -> str:
    column = f"({place.column}) " if place.column is not None else ""
    return column + (place.label if lang == "vi" else place.figure.replace("_", " "))


def _row(place: Place, lang: Language) -> str:
    """Name the row; the rows by level have English names, fields and agencies keep theirs."""
    return say(f"level.{place.level.value}", lang) if place.level else place.row


def _full(place: Place, lang: Language) -> str:
    row = f" ({_row(place, lang)})" if place.row else ""
    return f"{_label(place, lang)}{row}"
