"""The sheet "Quy tắc": every rule that was applied, what it rests on, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from operator import attrgetter

from xlsxwriter import Workbook

from cchc_core import CheckResult, Rule, Status
from cchc_core.plugins import ExportJob
from cchc_core.words import Language, say
from cchc_exporters.xlsx.listing import CENTER, FIRST_ROW, Item, Listing
from cchc_exporters.xlsx.styles import Formats

__all__ = ["RULES", "rule_rows", "write_rules"]

RULES = "Quy tắc"
"""Name of the sheet, in either language."""

_COLUMNS = ("rule", "kind", "severity", "statement", "because", "source", "passed", "failed", "skipped")
_WIDTHS = (10, 13, 9, 50, 36, 32, 8, 8, 8)
_KNOWN_RULES = 1024


def write_rules(workbook: Workbook, formats: Formats, job: ExportJob) -> None:
    """Add the sheet to a workbook.

    Args:
        workbook: The workbook.
        formats: Its formats.
        job: What was checked.
    """
    lang = job.lang
    times = _times(job.result)
    rows = [[*_words(rule, lang), *_counts(times[code])] for code, rule in _rules(job.result).items()]
    listing = Listing(workbook, formats, RULES, [say(f"sheet.{key}", lang) for key in _COLUMNS], _WIDTHS)
    listing.write(say("sheet.rules", lang), _summary(times, lang), rows)


def rule_rows(result: CheckResult) -> Mapping[str, int]:
    """Say in which row of the sheet each rule stands, counting from zero."""
    return {code: row for row, code in enumerate(_rules(result), FIRST_ROW)}


def _rules(result: CheckResult) -> dict[str, Rule]:
    """Give the rules of the outcomes by code, in the order of the codes."""
    found = {outcome.rule.code: outcome.rule for outcome in result.outcomes}
    return {code: found[code] for code in sorted(found)}


@lru_cache(maxsize=_KNOWN_RULES)
def _words(rule: Rule, lang: Language) -> tuple[Item, ...]:
    """Give what a rule says in every report."""
    because = rule.because.to(lang) if rule.because else ""
    source = rule.source.describe(lang) if rule.source else say("sheet.no_source", lang)
    return (
        Item(text=rule.code, style=CENTER),
        Item(text=say(f"kind.{rule.kind.value}", lang)),
        Item(text=say(f"severity.{rule.severity.value}", lang), style=CENTER),
        Item(text=rule.statement.to(lang)),
        Item(text=because[:1].upper() + because[1:]),
        Item(text=source),
    )


def _times(result: CheckResult) -> dict[str, tuple[int, int, int]]:
    """Count how often each rule held, was broken, and was not applied for whatever reason."""
    counted = Counter(map(attrgetter("rule.code", "status.value"), result.outcomes))
    times: dict[str, tuple[int, int, int]] = {}
    for (code, status), number in counted.items():
        passed, failed, skipped = times.get(code, (0, 0, 0))
        if status == Status.PASSED.value:
            passed += number
        elif status == Status.FAILED.value:
            failed += number
        else:
            skipped += number
        times[code] = passed, failed, skipped
    return times


def _counts(times: tuple[int, int, int]) -> tuple[Item, ...]:
    return tuple(map(_counted, times))


@lru_cache(maxsize=_KNOWN_RULES)
def _counted(number: int) -> Item:
    return Item(text=number, style=CENTER)


def _summary(times: Mapping[str, tuple[int, int, int]], lang: Language) -> str:
    if not times:
        return say("sheet.not_checked", lang)
    passed, failed, skipped = map(sum, zip(*times.values(), strict=True))
    total = passed + failed + skipped
    return say(
        "sheet.rules_summary", lang, rules=len(times), total=total, passed=passed, failed=failed, skipped=skipped
    )
