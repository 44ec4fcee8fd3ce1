"""Each check of the kit is broken by an exporter, a reader or a form that breaks no other: none of them is idle."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import broken_exporters
import broken_forms
import broken_readers
import pytest

from cchc_core.forms import Record
from cchc_core.plugins import Exporter, Reader
from cchc_core.testing.conformance import (
    ConformanceError,
    ExporterConformance,
    FormConformance,
    ReaderConformance,
    Verdict,
    assert_exporter_conforms,
    assert_form_conforms,
    assert_reader_conforms,
    check_exporter,
    check_form,
    check_reader,
    demands_of,
)

_ROWS, _EXAMPLES = 120, 4
_BENCHES = ("cchc_core.testing.conformance.exporters.bench", "cchc_core.testing.conformance.readers.bench")


def _each(broken: Mapping[str, Iterable[object]]) -> pytest.MarkDecorator:
    cases = [(name, each) for name, several in broken.items() for each in several]
    return pytest.mark.parametrize(("name", "broken"), cases, ids=[name for name, _ in cases])


def _failed(verdicts: Iterable[Verdict]) -> list[str]:
    return [verdict.demand.name for verdict in verdicts if verdict.failed]


@pytest.fixture(autouse=True)
def quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start other processes only for the checks that are about them; see that what is sent there can be sent."""
    name = request.node.callspec.params.get("name", "") if hasattr(request.node, "callspec") else "process"
    if "process" in name and "starts" not in name:
        return
    for bench in _BENCHES:
        monkeypatch.setattr(f"{bench}.called_elsewhere", _sent)


def _sent(function: Callable[[Any], Any], arguments: Any) -> tuple[()]:
    pickle.dumps((function, arguments))
    return ()


def test_there_is_a_broken_one_for_each_check() -> None:
    """And none for a check that is not there."""
    for suite, broken in (
        (ExporterConformance, broken_exporters.BROKEN),
        (ReaderConformance, broken_readers.BROKEN),
        (FormConformance, broken_forms.BROKEN),
    ):
        assert [each.name for each in demands_of(suite)] == sorted(
            broken, key=[each.name for each in demands_of(suite)].index
        )


@_each(broken_exporters.BROKEN)
def test_a_broken_exporter_fails_its_check_and_no_other(name: str, broken: Exporter) -> None:
    """The check is named, and what was seen."""
    assert _failed(check_exporter(broken, rows=_ROWS, examples=_EXAMPLES)) == [name]


@_each(broken_readers.BROKEN)
def test_a_broken_reader_fails_its_check_and_no_other(name: str, broken: Reader) -> None:
    """The check is named, and what was seen."""
    assert _failed(check_reader(broken)) == [name]


@_each(broken_forms.BROKEN)
def test_a_broken_form_fails_its_check_and_no_other(name: str, broken: type[Record]) -> None:
    """The check is named, and what was seen."""
    assert _failed(check_form(broken)) == [name]


def test_sound_ones_pass() -> None:
    """An exporter of forty lines, a reader of thirty and a form of ten do all that is demanded."""
    assert_exporter_conforms(broken_exporters.SOUND, rows=_ROWS, examples=_EXAMPLES)
    assert_reader_conforms(broken_readers.SOUND)
    assert_form_conforms(broken_forms.Sound)


def test_all_failures_are_told_at_once() -> None:
    """With what was demanded, what was seen, and how to mend it."""
    (exporter,) = broken_exporters.BROKEN["media_type_is_well_formed"]
    (form,) = broken_forms.BROKEN["it_is_documented"]
    (reader,) = broken_readers.BROKEN["title_can_be_shown"]
    with pytest.raises(ConformanceError) as raised:
        assert_exporter_conforms(exporter, rows=_ROWS, examples=_EXAMPLES, waived={"gives_bytes": "không cần"})
    assert raised.value.subject == "exporter thu-csv"
    assert _failed(raised.value.failures) == ["media_type_is_well_formed", "gives_bytes"]
    told = str(raised.value)
    assert told.startswith("exporter thu-csv fails 2 of ")
    assert "seen: the media type is 'text/csv; utf-8'" in told
    assert "mend: Write it as RFC 6838 does" in told
    assert "seen: waived (không cần), which it may not be" in told
    with pytest.raises(ConformanceError, match="form Undocumented fails 1 of"):
        assert_form_conforms(form)
    with pytest.raises(ConformanceError, match="reader thu-dong fails 1 of"):
        assert_reader_conforms(reader)
