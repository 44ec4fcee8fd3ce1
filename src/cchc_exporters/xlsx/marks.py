"""What the check found, by cell: which figures are broken, which to compare, and the words for it."""

from __future__ import annotations

from cchc_core import CheckResult, Finding, RuleKind, Severity, describe, describe_basis
from cchc_core.words import Language, say

__all__ = ["Marks"]


class Marks:
    """Findings by the path of the figures they speak of.

    Args:
        result: What the check found.
        lang: Language of the comments.
    """

    def __init__(self, result: CheckResult, lang: Language) -> None:
        self._lang: Language = lang
        self._broken: dict[str, list[Finding]] = {}
        self._compared: dict[str, list[Finding]] = {}
        for finding in result.findings:
            self._broken.setdefault(finding.place.path, []).append(finding)
            if finding.rule.kind is RuleKind.SAME:
                for operand in finding.right:
                    self._compared.setdefault(operand.place.path, []).append(finding)

    def is_broken(self, path: str) -> bool:
        """Tell whether a rule about this figure is broken."""
        return path in self._broken

    def is_compared(self, path: str) -> bool:
        """Tell whether another place states this fact otherwise."""
        return path in self._compared

    def comment(self, path: str) -> str:
        """Give the comment for a figure, one finding a paragraph."""
        findings = dict.fromkeys(self._broken.get(path, []) + self._compared.get(path, []))
        return "\n\n".join(self._paragraph(finding) for finding in findings)

    def _paragraph(self, finding: Finding) -> str:
        severity = say(f"severity.{finding.severity.value}", self._lang).upper()
        mark = "" if finding.severity is Severity.ERROR else f"{severity} "
        return f"{mark}{finding.code}: {describe(finding, self._lang)}\n{describe_basis(finding, self._lang)}"
