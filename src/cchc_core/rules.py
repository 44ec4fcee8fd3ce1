"""What a rule is, wherever it is applied: its code, its statement, how grave a breach is."""

from __future__ import annotations

from enum import Enum

from attrs import frozen

from cchc_core.law import ALWAYS, InForce, Source
from cchc_core.words import Text

__all__ = ["Rule", "RuleKind", "Severity"]


class Severity(Enum):
    """How grave a finding is: a contradiction is an error, an implausibility a warning."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def weight(self) -> int:
        """How grave, as a number: the graver the greater.

        >>> Severity.ERROR.weight > Severity.WARNING.weight > Severity.INFO.weight
        True
        """
        return {"info": 0, "warning": 1, "error": 2}[self.value]


class RuleKind(Enum):
    """What a rule compares."""

    IDENTITY = "identity"
    BOUND = "bound"
    SAME = "same"
    RANGE = "range"


@frozen(kw_only=True)
class Rule:
    """A rule of the catalogue. The relations that apply it stand in the forms.

    Args:
        code: Stable code such as ``DOS-002``; never reused, never given to another rule.
        kind: What it compares.
        statement: What must hold, in Vietnamese and English.
        because: Why it must hold, where no text of law was seen to print it.
        severity: How grave a breach is.
        source: Where the law asks for it, if it does.
        in_force: Last days of reporting periods for which it holds.
    """

    code: str
    kind: RuleKind
    statement: Text
    because: Text | None = None
    severity: Severity = Severity.ERROR
    source: Source | None = None
    in_force: InForce = ALWAYS
