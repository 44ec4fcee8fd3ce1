"""Accepting what a check suggests: a new report, and a log of what was changed and why.

Nothing is ever corrected silently: a caller names the candidates it accepts, the old report stays as
it is, and every changed figure is entered with its old and new value, the rules and the reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from cchc_core.checks import Candidate, Cause, CheckResult, Place, describe_candidate, describe_place
from cchc_core.engine import Exact, RepairKind
from cchc_core.errors import Fault, ReadError, UnknownNameError
from cchc_core.forms import revised
from cchc_core.jsontext import parse_json
from cchc_core.numbers import plain
from cchc_core.report import Report
from cchc_core.words import Language

__all__ = ["LOG_FORMAT", "Correction", "correct", "log_of", "suggested"]

LOG_FORMAT = "cchc-corrections"
"""Value of the key ``format`` in every correction log."""

_VERSION = 1


@frozen(kw_only=True)
class Correction:
    """One figure that was changed.

    Args:
        place: Where it stands.
        old: What the report said.
        new: What it says now.
        rules: Codes of the rules that the change repairs.
        kind: The mistake that the suggestion supposes, if there is one.
        reason: Why, in the language of the log.
        was_suggested: Whether it was the one suggestion; else someone chose among several candidates.
    """

    place: Place
    old: Exact | None
    new: Exact
    rules: tuple[str, ...]
    kind: RepairKind | None
    reason: str
    was_suggested: bool


def suggested(result: CheckResult, code: str) -> tuple[Cause, ...]:
    """Give the causes that break a rule and have a suggestion.

    Args:
        result: What the check gave.
        code: Code of the rule.

    Raises:
        UnknownNameError: If there is none; it names the codes with a suggestion.
    """
    open_ = [cause for cause in result.causes if cause.suggestion is not None]
    found = tuple(cause for cause in open_ if code in _codes(result, cause))
    if not found:
        known = sorted({each for cause in open_ for each in _codes(result, cause)})
        raise UnknownNameError("suggestion", code, known)
    return found


def correct(
    report: Report, result: CheckResult, accepted: Iterable[tuple[Cause, Candidate]], lang: Language = "vi"
) -> tuple[Report, tuple[Correction, ...]]:
    """Make a report with the accepted candidates put in.

    Args:
        report: The report that was checked; it stays as it is.
        result: What the check gave.
        accepted: For each cause, the candidate to accept; each must have a value for every figure.
        lang: Language of the reasons.

    Raises:
        ValueError: If a candidate has no value for one of its figures.

    >>> from cchc_core import check, load
    >>> report = load("examples/dinh-hoa-2021.json")
    >>> result = check(report)
    >>> cause = suggested(result, "ONL-001")[0]
    >>> fixed, log = correct(report, result, [(cause, cause.suggestion)])
    >>> [(each.place.path, each.old, each.new) for each in log]
    [('procedures.online.total.received', 19024, 19042)]
    """
    log: list[Correction] = []
    for cause, candidate in accepted:
        for change in candidate.changes:
            if change.value is None:
                raise ValueError(f"the rules do not say what {change.place.path} would have to be")
            report = revised(report, change.place.path, change.value)
            log.append(
                Correction(
                    place=change.place,
                    old=change.reported,
                    new=change.value,
                    rules=_codes(result, cause),
                    kind=change.kind,
                    reason=describe_candidate(candidate, lang),
                    was_suggested=candidate == cause.suggestion,
                )
            )
    return report, tuple(log)


def log_of(corrections: Sequence[Correction], before: bytes = b"", lang: Language = "vi") -> bytes:
    """Write a correction log as JSON, after what an earlier log says.

    Args:
        corrections: What was changed.
        before: Content of the log to go on with; empty for a new one.
        lang: Language of the places.

    Raises:
        ReadError: If ``before`` is no correction log.
    """
    entries = [*_entries(before), *(_entry(each, lang) for each in corrections)]
    tree = {"format": LOG_FORMAT, "version": _VERSION, "corrections": entries}
    return json.dumps(tree, ensure_ascii=False, indent=2).encode() + b"\n"


def _entries(before: bytes) -> list[object]:
    if not before:
        return []
    tree, faults = parse_json(before)
    entries = tree.get("corrections") if isinstance(tree, dict) and tree.get("format") == LOG_FORMAT else None
    if faults or not isinstance(tree, dict) or not isinstance(entries, list):
        raise ReadError(faults or [Fault("", "not_a_log", {"expected": LOG_FORMAT})])
    if tree.get("version") != _VERSION:
        found = {"expected": str(_VERSION), "found": str(tree.get("version"))}
        raise ReadError([Fault("version", "wrong_version", found)])
    return entries


def _entry(correction: Correction, lang: Language) -> dict[str, Any]:
    return {
        "path": correction.place.path,
        "place": describe_place(correction.place, lang),
        "old": _value(correction.old),
        "new": _value(correction.new),
        "rules": list(correction.rules),
        "kind": correction.kind.value if correction.kind else None,
        "was_suggested": correction.was_suggested,
        "reason": correction.reason,
    }


def _value(value: Exact | None) -> int | str | None:
    return value if value is None or isinstance(value, int) else str(plain(value))


def _codes(result: CheckResult, cause: Cause) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finding.code for finding in result.findings_of(cause)))
