"""Rules and a source for the forms that tests declare."""

from __future__ import annotations

from cchc_core.forms import ShareRules
from cchc_core.law import Instrument
from cchc_core.rules import Rule, RuleKind
from cchc_core.words import Text

SOURCE = Instrument(notation="Thông tư số 00/2000/TT-TEST").at("mẫu 1")
BECAUSE = Text("lý do", "reason")


def rule(kind: RuleKind, code: str = "TST-001", *, because: bool = True) -> Rule:
    """Make a rule of a kind."""
    return Rule(code=code, kind=kind, statement=Text("câu", "sentence"), because=BECAUSE if because else None)


IDENTITY = rule(RuleKind.IDENTITY)
PRINTED = rule(RuleKind.IDENTITY, "TST-007", because=False)
BOUND = rule(RuleKind.BOUND, "TST-002")
SAME = rule(RuleKind.SAME, "TST-003")
NONNEGATIVE = rule(RuleKind.RANGE, "TST-004")
PERCENTAGES = rule(RuleKind.RANGE, "TST-005")
SUMS = (rule(RuleKind.IDENTITY, "TST-006"),)
SHARES = ShareRules(
    recomputed=rule(RuleKind.SHARE, "TST-008"),
    extremes=rule(RuleKind.SHARE, "TST-009"),
    no_base=rule(RuleKind.SHARE, "TST-010"),
)
