"""A report that has to be consistent: what is refused, and what is said of it."""

from __future__ import annotations

import copy
import pickle

import pytest

from cchc_core import (
    CchcError,
    InconsistentReportError,
    Settings,
    Severity,
    check,
    describe,
    load,
    require_consistent,
)
from cchc_core.words import Language
from example_for_tests import as_bytes, example, formal_tree

ERRORS = {"ARE-004", "CIT-001", "LVL-001", "ONL-001", "ONL-002"}


def raised() -> InconsistentReportError:
    """Give the error that the example is refused with."""
    with pytest.raises(InconsistentReportError) as caught:
        require_consistent(example())
    return caught.value


def test_a_report_with_errors_is_refused_with_the_whole_result() -> None:
    error = raised()

    assert check(example()) == error.result
    assert {finding.code for finding in error.errors} == ERRORS
    assert isinstance(error, CchcError)
    assert isinstance(error, ValueError)


def test_the_message_says_each_error_in_either_language() -> None:
    error = raised()
    heads: dict[Language, str] = {"vi": "báo cáo có 5 lỗi:", "en": "the report has errors: 5"}
    for lang, head in heads.items():
        first, *lines = error.describe(lang).splitlines()
        assert head == first
        assert len(lines) == 5
        for finding, line in zip(error.errors, lines, strict=True):
            assert line.startswith(f"{finding.code} ")
            assert describe(finding, lang) in line
    assert str(error) == error.describe("vi")


def test_warnings_and_notes_are_given_back() -> None:
    settings = Settings(off=frozenset(ERRORS))
    result = require_consistent(example(), settings=settings)

    assert check(example(), settings=settings) == result
    assert result.findings
    assert Severity.ERROR not in {finding.severity for finding in result.findings}


def test_a_clean_report_is_given_back_as_clean() -> None:
    report = load(as_bytes(formal_tree()))

    assert require_consistent(report).has_errors is False
    assert require_consistent(report, conditions=()).outcomes != require_consistent(report).outcomes


def test_a_cell_is_known_to_the_error() -> None:
    path = "procedures.online.total.received"
    with pytest.raises(InconsistentReportError) as caught:
        require_consistent(example(), cells={path: "Phụ lục II!H12"})

    assert caught.value.errors[0].place.cell == "Phụ lục II!H12"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])  # noqa: S301
def test_the_error_travels_between_processes(again: object) -> None:
    error = raised()
    other = again(error)  # type: ignore[operator]

    assert type(error) is type(other)
    assert error.result == other.result
    assert str(error) == str(other)
