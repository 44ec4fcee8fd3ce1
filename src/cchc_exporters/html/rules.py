"""Every rule that was applied, and what became of it at each place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from cchc_core import CheckResult, Rule, RuleOutcome, Status
from cchc_core.checks import describe_outcome, describe_place
from cchc_core.words import Language, say

__all__ = ["Became", "TellingRule", "rules_summary", "rules_told"]


@frozen(kw_only=True)
class Became:
    """What became of a rule at some places alike."""

    said: str
    places: tuple[str, ...]


@frozen(kw_only=True)
class TellingRule:
    """A rule as the page tells it.

    Args:
        code: Its code.
        statement: What must hold.
        because: Why; empty where a text of law says it.
        source: What it rests on.
        kind: What it compares.
        severity: How grave a breach is.
        passed: At how many places it holds.
        failed: At how many it does not.
        skipped: At how many it was not applied.
        became: What became of it, place by place.
    """

    code: str
    statement: str
    because: str
    source: str
    kind: str
    severity: str
    passed: int
    failed: int
    skipped: int
    became: tuple[Became, ...]


def rules_told(result: CheckResult, lang: Language) -> tuple[TellingRule, ...]:
    """Tell every rule of the outcomes, in the order of the codes."""
    outcomes: dict[str, list[RuleOutcome]] = {}
    for outcome in result.outcomes:
        outcomes.setdefault(outcome.rule.code, []).append(outcome)
    return tuple(_told(outcomes[code], lang) for code in sorted(outcomes))


def rules_summary(told: Sequence[TellingRule], lang: Language) -> str:
    """Say how often the rules held, in one sentence."""
    passed, failed, skipped = map(sum, zip(*((each.passed, each.failed, each.skipped) for each in told), strict=True))
    total = passed + failed + skipped
    return say("sheet.rules_summary", lang, rules=len(told), total=total, passed=passed, failed=failed, skipped=skipped)


def _told(outcomes: Sequence[RuleOutcome], lang: Language) -> TellingRule:
    rule = outcomes[0].rule
    statuses = [outcome.status for outcome in outcomes]
    passed, failed = statuses.count(Status.PASSED), statuses.count(Status.FAILED)
    return TellingRule(
        code=rule.code,
        statement=rule.statement.to(lang),
        because=rule.because.to(lang) if rule.because else "",
        source=_source(rule, lang),
        kind=say(f"kind.{rule.kind.value}", lang),
        severity=say(f"severity.{rule.severity.value}", lang),
        passed=passed,
        failed=failed,
        skipped=len(outcomes) - passed - failed,
        became=tuple(_became(outcomes, lang)),
    )


def _source(rule: Rule, lang: Language) -> str:
    return rule.source.describe(lang) if rule.source else say("sheet.no_source", lang)


def _became(outcomes: Sequence[RuleOutcome], lang: Language) -> Iterator[Became]:
    """Put the places together of which the same is to be said, those where the rule is broken first."""
    places: dict[str, list[str]] = {}
    for outcome in sorted(outcomes, key=_rank):
        places.setdefault(describe_outcome(outcome, lang), []).append(describe_place(outcome.place, lang))
    for said, found in places.items():
        yield Became(said=said, places=tuple(found))


def _rank(outcome: RuleOutcome) -> int:
    return {Status.FAILED: 0, Status.PASSED: 2}.get(outcome.status, 1)
