"""What a reader is told, entry by entry, and which figures each entry puts in doubt.

Text, Markdown and workbooks print the same entries and mark the same figures, so both are decided here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from cchc_core.checks.causes import Cause
from cchc_core.checks.findings import CheckResult, Finding
from cchc_core.checks.places import Place
from cchc_core.rules import RuleKind, Severity

__all__ = ["Entry", "Marks", "entries_of", "marks_of"]


@frozen(kw_only=True)
class Entry:
    """One thing to tell: a cause with the rules it breaks, or findings of one rule that no cause explains.

    Args:
        findings: The findings.
        cause: What lies behind them, if figures do.
        wrong: Paths of the figures that must be wrong, or that break a rule on their own.
        possible: Paths of the figures of which some must be wrong, or that another place contradicts.
    """

    findings: tuple[Finding, ...]
    cause: Cause | None = None
    wrong: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the rules, each once."""
        return tuple(dict.fromkeys(finding.code for finding in self.findings))

    @property
    def severity(self) -> Severity:
        """How grave the gravest of its findings is."""
        return max((finding.severity for finding in self.findings), key=lambda severity: severity.weight)

    @property
    def places(self) -> Mapping[str, Place]:
        """Every place that it speaks of, by path."""
        operands = (operand.place for finding in self.findings for operand in finding.operands)
        suspects = self.cause.suspects if self.cause is not None else ()
        return {place.path: place for place in (*operands, *(each.place for each in self.findings), *suspects)}


@frozen(kw_only=True)
class Marks:
    """Which figures are in doubt, and the numbers of the entries that say so, counted from 1.

    Args:
        entries: The entries.
        wrong: Numbers of the entries by which a figure must be wrong, by path.
        possible: Numbers of the entries by which a figure may be wrong, by path.
    """

    entries: tuple[Entry, ...]
    wrong: Mapping[str, tuple[int, ...]] = field(factory=dict)
    possible: Mapping[str, tuple[int, ...]] = field(factory=dict)

    def numbers(self, path: str) -> tuple[int, ...]:
        """Give the numbers of the entries that put a figure in doubt."""
        return tuple(sorted({*self.wrong.get(path, ()), *self.possible.get(path, ())}))

    def codes(self, path: str) -> tuple[str, ...]:
        """Give the codes of the rules that put a figure in doubt, each once.

        >>> from cchc_core import check, load, marks_of
        >>> marks_of(check(load("examples/dinh-hoa-2021.json"))).codes("direction.unannounced_communes")
        ('ARE-004',)
        """
        return tuple(dict.fromkeys(code for number in self.numbers(path) for code in self.entries[number - 1].codes))


def entries_of(result: CheckResult) -> tuple[Entry, ...]:
    """Give what there is to tell, the gravest first; the findings of one rule on texts stand together.

    >>> from cchc_core import check, load
    >>> [entry.codes for entry in entries_of(check(load("examples/dinh-hoa-2021.json")))][:2]
    [('ONL-001', 'LVL-001', 'ONL-002'), ('ARE-004',)]
    """
    causes = {number: cause for cause in result.causes for number in cause.findings}
    alike: dict[tuple[str, Severity], list[int]] = {}
    for number, finding in enumerate(result.findings):
        if number not in causes and not finding.operands:
            alike.setdefault((finding.code, finding.severity), []).append(number)
    entries: list[Entry] = []
    told: set[int] = set()
    for number, finding in enumerate(result.findings):
        if number in told:
            continue
        cause = causes.get(number)
        if cause is not None:
            told.update(cause.findings)
            entries.append(_of_cause(result, cause))
            continue
        together = [number] if finding.operands else alike[finding.code, finding.severity]
        told.update(together)
        entries.append(_of_findings(tuple(result.findings[each] for each in together)))
    return tuple(sorted(entries, key=lambda entry: -entry.severity.weight))


def marks_of(result: CheckResult) -> Marks:
    """Say which figures are in doubt, and by which entries."""
    entries = entries_of(result)
    wrong: dict[str, tuple[int, ...]] = {}
    possible: dict[str, tuple[int, ...]] = {}
    for number, entry in enumerate(entries, 1):
        for paths, marks in ((entry.wrong, wrong), (entry.possible, possible)):
            for path in paths:
                marks[path] = (*marks.get(path, ()), number)
    return Marks(entries=entries, wrong=wrong, possible=possible)


def _of_cause(result: CheckResult, cause: Cause) -> Entry:
    findings = result.findings_of(cause)
    if not cause.candidates:
        return Entry(findings=findings, cause=cause, wrong=_unique(finding.place.path for finding in findings))
    sets = [[place.path for place in candidate.places] for candidate in cause.candidates]
    wrong = tuple(path for path in sets[0] if all(path in each for each in sets))
    possible = tuple(place.path for place in cause.suspects if place.path not in wrong)
    return Entry(findings=findings, cause=cause, wrong=wrong, possible=possible)


def _of_findings(findings: tuple[Finding, ...]) -> Entry:
    places = [finding.place.path for finding in findings if _is_figure_reported(finding)]
    others = [
        operand.place.path for finding in findings if finding.rule.kind is RuleKind.SAME for operand in finding.right
    ]
    return Entry(findings=findings, wrong=_unique(places), possible=_unique(others))


def _is_figure_reported(finding: Finding) -> bool:
    """Tell whether a finding finds fault with a figure that is there; a blank that is missed is not wrong."""
    return finding.place.figure != "" and any(operand.value is not None for operand in finding.left)


def _unique(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(paths))
