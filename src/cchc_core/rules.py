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
    SHARE = "share"
    TABLE = "table"
    PERIOD = "period"
    CITATION = "citation"
    DOCUMENT = "document"
    PLAUSIBILITY = "plausibility"

    @property
    def is_arithmetic(self) -> bool:
        """Whether such a rule is a relation or a range among figures; any other is a function."""
        return self in {RuleKind.IDENTITY, RuleKind.BOUND, RuleKind.SAME, RuleKind.RANGE}


_BLANKS = {
    RuleKind.RANGE: Text("ô để trống thì bỏ qua", "a blank is passed over"),
    RuleKind.SHARE: Text(
        "tỷ lệ, tử số hoặc mẫu số để trống thì không áp dụng",
        "where the share, its numerator or its base is blank, the rule is not applicable",
    ),
}
_ANY_BLANK = Text(
    "ô để trống thì không áp dụng, trừ chỉ tiêu được phép để trống mà các quy tắc khác đã xác định giá trị",
    "with a blank the rule is not applicable, except for figures that may be blank and that other rules determine",
)


@frozen(kw_only=True)
class Rule:
    """A rule of the catalogue. The forms, or the conditions beside them, apply it.

    Args:
        code: Stable code such as ``DOS-002``; never reused, never given to another rule.
        kind: What it compares.
        statement: What must hold, in Vietnamese and English.
        because: Why it must hold, where no text of law was seen to print it.
        severity: How grave a breach is.
        source: Where the law asks for it, if it does.
        in_force: Last days of reporting periods for which it holds.
        blank: What a blank means for it, where that is not what it means for every rule of its kind.
        example: A breach told in numbers or words, for rules that are functions; that of a relation is worked out.
    """

    code: str
    kind: RuleKind
    statement: Text
    because: Text | None = None
    severity: Severity = Severity.ERROR
    source: Source | None = None
    in_force: InForce = ALWAYS
    blank: Text | None = None
    example: Text | None = None

    @property
    def blank_means(self) -> Text:
        """What a blank means for this rule."""
        return self.blank or _BLANKS.get(self.kind, _ANY_BLANK)
