"""What ``cchc explain`` says of a rule."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cchc_core.checks import RuleBook, example_of
from cchc_core.forms import Form, form_of, notation_of, quotient_of
from cchc_core.report import printed_date
from cchc_core.rules import Rule
from cchc_core.words import Language, say

__all__ = ["rule_lines"]


def rule_lines(rule: Rule, book: RuleBook, lang: Language) -> Iterator[tuple[str, str]]:
    """Explain a rule: statement, severity, reason, dates, and every place where it is applied."""
    yield "bold", f"{rule.code}  {rule.statement.to(lang)}"
    severity, kind = say(f"severity.{rule.severity.value}", lang), say(f"kind.{rule.kind.value}", lang)
    yield "", say("cli.severity", lang, severity=severity, kind=kind)
    if rule.because is not None:
        yield "", say("finding.because", lang, because=rule.because.to(lang))
    if rule.source is not None:
        yield "", say("finding.source", lang, source=rule.source.describe(lang))
    if rule.in_force.start or rule.in_force.end:
        yield "", say("cli.in_force", lang, start=_day(rule.in_force.start), end=_day(rule.in_force.end))
    yield "", say("cli.blank", lang, blank=rule.blank_means.to(lang))
    is_support = any(relation.rule is rule for form in book.catalogue for relation in form.supports)
    key = "cli.example_support" if is_support else "cli.example"
    yield "", say(key, lang, example=example_of(rule, lang, book))
    yield "", say("cli.applied", lang)
    for form in book.catalogue:
        for place in _places(rule, form, lang):
            yield "dim", f"    {place}"
    for condition in book.conditions_of(rule):
        for record in book.records_of(condition):
            title = f"{form_of(record).number} {form_of(record).title}".strip()
            yield "dim", f"    {say('cli.each_record', lang, form=title, name=condition.name)}"


def _places(rule: Rule, form: Form, lang: Language) -> Iterator[str]:
    title = f"{form.number} {form.title}".strip()
    for relation in form.relations + form.supports:
        if relation.rule is rule and "." not in relation.name:
            several = any(each.name == f"{relation.name}.2" for each in form.relations)
            notation = notation_of(form, relation)
            yield f"{title}: {say('cli.each_figure_of_row', lang, notation=notation) if several else notation}"
    for table in form.nested.values():
        if rule in table.sums:
            yield say("cli.each_column", lang, table=f"{title}, {table.label} ({form_of(table.record).number or '-'})")
    for ratio in form.ratios.values():
        if rule in ratio.rules_held:
            yield f"{title}: {ratio.label} = {quotient_of(form, ratio)}"
    if rule in {form.nonnegative, form.percentages} and rule in form.rules:
        yield say("cli.each_figure", lang, form=title)


def _day(day: date | None) -> str:
    return printed_date(day) if day else "…"
