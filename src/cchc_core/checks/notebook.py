"""Results and findings as HTML, for notebooks."""

from __future__ import annotations

from cchc_core.checks.describe import describe, describe_basis, describe_place, describe_summary
from cchc_core.checks.findings import CheckResult, Finding
from cchc_core.checks.stories import describe_cause
from cchc_core.forms.notebook import html_list, html_table, html_text
from cchc_core.words import say

__all__ = ["finding_html", "result_html"]


def result_html(result: CheckResult) -> str:
    """Write a result: the counts, each cause as one story, and a table of the findings."""
    causes = "".join(
        f"<p><strong>{html_text(say('notebook.cause', number=number, codes=', '.join(_codes(result, number))))}"
        f"</strong></p>{html_list(describe_cause(cause))}"
        for number, cause in enumerate(result.causes, 1)
    )
    heads = [say("notebook.severity"), say("notebook.code"), say("notebook.place"), say("notebook.finding")]
    rows = (
        [say(f"severity.{each.severity.value}"), each.code, _where(each), describe(each)] for each in result.findings
    )
    table = html_table(heads, rows) if result.findings else ""
    return f"<div><p>{html_text(describe_summary(result))}</p>{causes}{table}</div>"


def finding_html(finding: Finding) -> str:
    """Write a finding: how grave it is, where, what, and why it should hold."""
    rows = [
        (say("notebook.severity"), say(f"severity.{finding.severity.value}")),
        (say("notebook.code"), f"{finding.code} {finding.rule.statement.vi}"),
        (say("notebook.place"), _where(finding)),
        (say("notebook.finding"), describe(finding)),
        (say("notebook.basis"), describe_basis(finding)),
    ]
    body = "".join(f'<tr><th scope="row">{html_text(head)}</th><td>{html_text(text)}</td></tr>' for head, text in rows)
    return f"<table><tbody>{body}</tbody></table>"


def _codes(result: CheckResult, number: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finding.code for finding in result.findings_of(result.causes[number - 1])))


def _where(finding: Finding) -> str:
    """Say the place in words, and the cell or the path that leads to it."""
    at = finding.place.cell or finding.place.path
    return f"{describe_place(finding.place)} [{at}]" if at else describe_place(finding.place)
