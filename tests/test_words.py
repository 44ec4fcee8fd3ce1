"""Everything the library says, in both languages."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

import cchc_core
import cchc_exporters
from cchc_core import CATALOGUE, CchcError, MissingExtraError, PluginError, RuleKind, Severity, Status, UnknownNameError
from cchc_core.words import LANGUAGES, say
from cchc_core.words.messages import MESSAGES

CORE = Path(cchc_core.__file__).parent
EXPORTERS = Path(cchc_exporters.__file__).parent


def _facts(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in string.Formatter().parse(text) if name is not None})


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_both_languages_state_the_same_facts(key: str) -> None:
    """A reader of either language learns the same."""
    vietnamese, english = MESSAGES[key]
    assert _facts(vietnamese) == _facts(english)
    assert vietnamese.strip()
    assert english.strip()


@pytest.mark.parametrize("rule", CATALOGUE.rules, ids=lambda rule: rule.code)
def test_every_rule_is_stated_and_reasoned_in_both_languages(rule: cchc_core.Rule) -> None:
    """A statement ends like a sentence; where no law was seen to print it, there is a reason."""
    assert re.fullmatch(r"[A-Z]{3}-\d{3}", rule.code)
    assert rule.because is not None
    for lang in LANGUAGES:
        assert rule.statement.to(lang).endswith(".")
        assert rule.because.to(lang)
        assert not rule.because.to(lang).endswith(".")
    assert rule.statement.vi != rule.statement.en


def test_every_state_has_a_word() -> None:
    """Severities, statuses and kinds of rules are all named."""
    for severity in Severity:
        assert say(f"severity.{severity.value}") != say(f"severity.{severity.value}", "en")
    for status in Status:
        assert say(f"status.{status.value}") != say(f"status.{status.value}", "en")
    for kind in RuleKind:
        assert say(f"kind.{kind.value}") != say(f"kind.{kind.value}", "en")


def test_no_message_is_left_over() -> None:
    """Each is used by its key, or built of a prefix such as ``fault.`` and a kind that is used."""
    literals: set[str] = set()
    beginnings: set[str] = set()
    for path in (*CORE.rglob("*.py"), *EXPORTERS.rglob("*.py")):
        if path.parent.name == "words":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginnings.add(str(node.values[0].value))
    for path in EXPORTERS.rglob("templates/*.html"):
        quoted = set(re.findall(r'"([^"]*)"', path.read_text(encoding="utf-8")))
        literals |= quoted
        beginnings |= {each for each in quoted if each.endswith(".")}
    literals |= {literal.replace(" ", "_") for literal in literals}
    built = {beginning + literal for beginning in beginnings for literal in literals}
    marks = {f"fault.wrong_{mark}" for mark in ("format", "version")}
    assert set() == {key for key in MESSAGES if not key.startswith("cli.")} - literals - built - marks


def test_a_message_that_is_not_there_is_a_mistake() -> None:
    """A missing key or fact is never passed over in silence."""
    with pytest.raises(KeyError):
        say("no.such.message")
    with pytest.raises(KeyError):
        say("finding.gap")


class TestErrors:
    """Every error of the library is one family and keeps its facts."""

    def test_a_plugin_s_failure_names_it(self) -> None:
        """Which plugin, at what, and what it said."""
        error = PluginError("cchc-docx 1.0", "render", "disk full")
        assert "phần mở rộng cchc-docx 1.0 gặp lỗi ở bước “render”: disk full" == str(error)
        assert "plugin cchc-docx 1.0 failed at render: disk full" == error.describe("en")
        assert isinstance(error, CchcError)

    @pytest.mark.parametrize("kind", ["form", "rule", "exporter", "calendar"])
    def test_an_unknown_name_lists_the_known_ones(self, kind: str) -> None:
        """Whatever was looked for."""
        error = UnknownNameError(kind, "x", ["a", "b"])
        for lang in LANGUAGES:
            assert error.describe(lang).endswith("a, b")
        assert isinstance(error, LookupError)

    def test_a_missing_extra_names_the_command(self) -> None:
        """The reader can paste what installs it."""
        error = MissingExtraError("hypothesis", "testing")
        assert 'cần cài gói hypothesis: pip install "cchc[testing]"' == str(error)
        assert isinstance(error, ImportError)
