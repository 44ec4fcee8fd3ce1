"""A site switches rules off and changes severities by a small TOML file, and every mistake in it is named."""

from __future__ import annotations

import pytest

from cchc_core import ReadError, Settings, Severity, Status, check, read_settings
from cchc_core.words import LANGUAGES
from example_for_tests import example


def test_nothing_is_changed_by_an_empty_file() -> None:
    """A site that says nothing gets the rules as they are shipped."""
    assert Settings() == read_settings(b"")
    assert Settings() == read_settings(b"[rules]\n")


def test_a_rule_that_is_switched_off_finds_nothing_and_says_so() -> None:
    """A rule a site does not want is listed as not applied, with the reason, and gives no finding."""
    result = check(example(), settings=read_settings(b'[rules]\noff = ["ARE-004"]'))
    outcomes = [outcome for outcome in result.outcomes if outcome.rule.code == "ARE-004"]

    assert [] == [finding for finding in result.findings if finding.code == "ARE-004"]
    assert {(Status.NOT_APPLICABLE, "switched_off")} == {
        (outcome.status, outcome.reason.kind if outcome.reason else "") for outcome in outcomes
    }


def test_a_severity_of_the_site_decides_what_sends_a_report_back() -> None:
    """Where every error is made a warning, nothing sends the report back, and nothing is hidden."""
    shipped = check(example())
    codes = sorted({finding.code for finding in shipped.findings if finding.severity is Severity.ERROR})
    lines = "".join(f'{code} = "warning"\n' for code in codes)
    result = check(example(), settings=read_settings(f"[rules.severity]\n{lines}".encode()))

    assert shipped.has_errors
    assert not result.has_errors
    assert len(shipped.findings) == len(result.findings)


@pytest.mark.parametrize(
    ("content", "path", "kind"),
    [
        (b"\xff", "", "not_utf8"),
        (b"[rules", "", "not_toml"),
        (b"[rule]\n", "rule", "unknown_key"),
        (b"rules = 3\n", "rules", "not_object"),
        (b"[rules]\nof = []\n", "rules.of", "unknown_key"),
        (b'[rules]\noff = "ARE-004"\n', "rules.off", "not_list"),
        (b'[rules]\noff = ["ARE-004", "ARE-999"]\n', "rules.off[1]", "unknown_rule"),
        (b"[rules]\nseverity = 1\n", "rules.severity", "not_object"),
        (b'[rules.severity]\nARE-999 = "info"\n', "rules.severity.ARE-999", "unknown_rule"),
        (b'[rules.severity]\nARE-004 = "fatal"\n', "rules.severity.ARE-004", "not_choice"),
        (b"[rules.severity]\nARE-004 = 1\n", "rules.severity.ARE-004", "not_choice"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_key(content: bytes, path: str, kind: str) -> None:
    """Whoever mistypes a code or a severity is told where, in both languages."""
    with pytest.raises(ReadError) as caught:
        read_settings(content, "cchc.toml")

    assert [(path, kind)] == [(fault.path, fault.kind) for fault in caught.value.faults]
    for lang in LANGUAGES:
        assert caught.value.describe(lang).startswith("cchc.toml: ")
