"""What the check found, in sentences: for the comments, and for the part at the end."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core import (
    Entry,
    Finding,
    Language,
    describe,
    describe_basis,
    describe_cause,
    describe_place,
    describe_worked_out,
    say,
)
from cchc_core.prose import one_line

__all__ = ["bookmark", "details", "headline", "told"]


def bookmark(number: int) -> str:
    """Name the place of an entry, for links to it."""
    return f"phat_hien_{number}"


def headline(entry: Entry, lang: Language) -> str:
    """Say by which rules, and how gravely, something is wrong.

    >>> from cchc_core import check, load, marks_of
    >>> headline(marks_of(check(load("../dinh-hoa-2021.json"))).entries[1], "vi")
    'ARE-004 (lỗi)'
    """
    return f"{', '.join(entry.codes)} ({say(f'severity.{entry.severity.value}', lang)})"


def told(entry: Entry, lang: Language) -> Iterator[str]:
    """Tell what is wrong, and what is probable."""
    first = entry.findings[0]
    if entry.cause is not None:
        yield from map(_sentence, describe_cause(entry.cause, lang))
    elif first.operands:
        yield f"{one_line(describe_place(first.place, lang))}: {_sentence(describe(first, lang))}"
    else:
        yield _sentence(first.rule.statement.to(lang))


def details(entry: Entry, lang: Language) -> Iterator[str]:
    """Tell the rest: each broken relation or place, and why the rule holds."""
    first = entry.findings[0]
    if entry.cause is not None:
        for finding in entry.findings:
            yield f"{_placed(finding, lang)} {_why(finding, lang)}"
    elif first.operands:
        yield _why(first, lang)
    else:
        yield from (_placed(finding, lang) for finding in entry.findings)
        yield _sentence(describe_basis(first, lang))


def _placed(finding: Finding, lang: Language) -> str:
    return f"{finding.code}, {one_line(describe_place(finding.place, lang))}: {_sentence(describe(finding, lang))}"


def _why(finding: Finding, lang: Language) -> str:
    worked_out = describe_worked_out(finding.operands, lang) if finding.said is None else ()
    return " ".join(map(_sentence, (*worked_out, describe_basis(finding, lang))))


def _sentence(text: str) -> str:
    """End a sentence with a stop, or with the colon it has; begin it with a capital."""
    text = one_line(text)
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((":", ".")) else ".")
