"""Reading files of any known format, and the cells of what was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_core import Fault, NoticeWarning, ReadError, Report, check, describe_cause, facts_of, load, read
from cchc_core.plugins import Plugins, Reader, Reading

EXAMPLE = Path("examples/dinh-hoa-2021.json")
TOTAL = "procedures.online.total.received"
NOTICE = Fault("Phụ lục II!P12", "empty")


def _plugins(report: Report, *, fails: bool = False) -> Plugins:
    """Give one reader, of files that begin with a mark of its own."""

    def reading(content: bytes) -> Reading:
        if fails:
            raise ReadError([Fault("Phụ lục II!H12", "empty")])
        return Reading(report=report, cells={TOTAL: "Phụ lục II!H12"}, notices=(NOTICE,))

    reader = Reader(
        name="marked",
        suffixes=(".marked",),
        media_type="application/octet-stream",
        title="Tệp thử",
        accepts=lambda content: content.startswith(b"MARK"),
        read=reading,
    )
    return Plugins(exporters={}, calendars={}, readers={"marked": reader})


def test_a_reader_is_chosen_by_content_whatever_the_name(tmp_path: Path) -> None:
    report = load(EXAMPLE)
    named = tmp_path / "bao-cao.json"
    named.write_bytes(b"MARK")
    reading = read(named, _plugins(report))
    assert reading.report is report
    assert reading.cells[TOTAL] == "Phụ lục II!H12"


def test_json_needs_no_plugin() -> None:
    assert read(EXAMPLE.read_bytes(), Plugins(exporters={}, calendars={})).report == load(EXAMPLE)


def test_what_no_reader_knows_is_refused_as_json(tmp_path: Path) -> None:
    named = tmp_path / "la.bin"
    named.write_bytes(b"\x7fELF")
    with pytest.raises(ReadError) as caught:
        read(named, _plugins(load(EXAMPLE)))
    assert caught.value.origin == str(named)


def test_faults_of_a_reader_are_told_with_the_name_of_the_file(tmp_path: Path) -> None:
    named = tmp_path / "hong.marked"
    named.write_bytes(b"MARK")
    with pytest.raises(ReadError) as caught:
        read(named, _plugins(load(EXAMPLE), fails=True))
    assert str(caught.value).startswith(f"{named}: Phụ lục II!H12: ")


def test_load_warns_of_each_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    report = load(EXAMPLE)
    monkeypatch.setattr("cchc_core.reading.find_plugins", lambda: _plugins(report))
    with pytest.warns(NoticeWarning, match="Phụ lục II!P12"):
        assert load(b"MARK") is report


def test_findings_and_what_lies_behind_them_name_the_cell() -> None:
    result = check(load(EXAMPLE), cells={TOTAL: "Phụ lục II!H12"})
    broken = next(finding for finding in result.findings if finding.code == "LVL-001")
    assert broken.place.cell == "Phụ lục II!H12"
    assert [operand.place.cell for operand in broken.operands] == ["Phụ lục II!H12", "", ""]
    assert [place.cell for place in result.causes[0].suspects] == ["Phụ lục II!H12"]
    assert facts_of(result)["causes"][0]["suspects"][0]["cell"] == "Phụ lục II!H12"
    assert "[Phụ lục II!H12]" in describe_cause(result.causes[0])[0]


def test_findings_that_compute_nothing_name_the_cell_too() -> None:
    result = check(load(EXAMPLE))
    other = next(finding for finding in result.findings if not finding.operands and finding.place.path)
    again = check(load(EXAMPLE), cells={other.place.path: "Thông tin!C9"})
    assert "Thông tin!C9" in {finding.place.cell for finding in again.findings}


def test_without_cells_no_place_has_one() -> None:
    assert {finding.place.cell for finding in check(load(EXAMPLE)).findings} == {""}


def test_the_layout_goes_with_the_result_and_is_no_part_of_it() -> None:
    report = load(EXAMPLE)
    result = check(report)
    assert result.system is not None
    assert result.system.cells[TOTAL].value == report.procedures.online.total.received  # type: ignore[union-attr]
    assert result == check(report)
    assert "system" not in facts_of(result)
