"""Accepted suggestions make a new report and a log; nothing else is changed, and nothing silently."""

from __future__ import annotations

import json

import pytest

from cchc_core import Candidate, Change, ReadError, RepairKind, UnknownNameError, check, correct, log_of, suggested
from cchc_core.words import LANGUAGES
from example_for_tests import example

ONLINE = "procedures.online.total.received"


def test_accepting_the_suggestion_repairs_all_that_it_explains() -> None:
    """With the one figure changed, three findings are gone and no new one is there."""
    result = check(example())
    (cause,) = suggested(result, "LVL-001")
    assert cause.suggestion is not None
    fixed, corrections = correct(example(), result, [(cause, cause.suggestion)])
    left = check(fixed).findings

    assert [(ONLINE, 19024, 19042, RepairKind.TRANSPOSITION, True)] == [
        (each.place.path, each.old, each.new, each.kind, each.was_suggested) for each in corrections
    ]
    assert {"LVL-001", "ONL-001", "ONL-002"} == set(corrections[0].rules)
    assert set(left) == set(result.findings) - set(result.findings_of(cause))


def test_someone_may_choose_among_candidates_that_none_is_suggested_of() -> None:
    """A choice that was made by hand is logged as such."""
    result = check(example())
    cause = result.causes[1]
    fixed, corrections = correct(example(), result, [(cause, cause.candidates[1])])

    assert [False] == [each.was_suggested for each in corrections]
    assert 12 == fixed.civil_service.unannounced_communes
    assert "ARE-004" not in {finding.code for finding in check(fixed).findings}


def test_a_candidate_without_a_value_cannot_be_accepted() -> None:
    """Where the rules leave a choice, no figure is made up."""
    result = check(example())
    cause = result.causes[0]
    open_ = Candidate(changes=(Change(place=cause.suspects[0], reported=19024),))
    with pytest.raises(ValueError, match=r"procedures\.online\.total\.received"):
        correct(example(), result, [(cause, open_)])


def test_a_code_without_a_suggestion_is_answered_with_those_that_have_one() -> None:
    """The inspections are a tie, so nothing can be accepted for them."""
    with pytest.raises(UnknownNameError) as caught:
        suggested(check(example()), "ARE-004")
    assert ("LVL-001", "ONL-001", "ONL-002") == caught.value.known
    for lang in LANGUAGES:
        assert "ARE-004" in caught.value.describe(lang)


def test_the_log_says_old_new_rules_and_reason_and_is_continued() -> None:
    """A second correction is entered after the first, which stays as it is."""
    result = check(example())
    causes = [(cause, cause.candidates[-1]) for cause in result.causes]
    logs = [correct(example(), result, [each], "en")[1] for each in causes]
    first = log_of(logs[0], lang="en")
    both = json.loads(log_of(logs[1], first, "en"))

    assert json.loads(first)["corrections"] == both["corrections"][:1]
    assert [19024, 11] == [each["old"] for each in both["corrections"]]
    assert [19042, 12] == [each["new"] for each in both["corrections"]]
    assert "19,024 is 19,042 with two digits swapped" in both["corrections"][0]["reason"]
    assert first == log_of(logs[0], lang="en")


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        b'{"format": "cchc-report"}',
        b'{"format": "cchc-corrections"}',
        b'{"format": "cchc-corrections", "version": 2, "corrections": []}',
    ],
)
def test_what_is_no_log_is_not_continued(content: bytes) -> None:
    """A file of another kind is refused and stays as it is."""
    with pytest.raises(ReadError):
        log_of((), content)
