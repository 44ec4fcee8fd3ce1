"""``cchc fix``: a new report and a log, the original untouched, one question a cause where nobody says which."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc_core.cli.main import main
from example_for_tests import EXAMPLE


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A copy of the example in a folder of its own."""
    path = tmp_path / "bao-cao.json"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


def received(path: Path) -> int:
    """Give the online total of a report file."""
    return int(json.loads(path.read_bytes())["procedures"]["online"]["total"]["received"])


class TestAccepting:
    """Suggestions that are named on the command line."""

    def test_a_named_suggestion_goes_into_a_new_report_with_its_log(
        self, report: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The new report has the suggested figure, the log says why, and the original is untouched."""
        before = report.read_bytes()
        code = main(["fix", str(report), "--accept", "onl-001"])
        out = capsys.readouterr().out
        fixed, log = report.with_name("bao-cao.da-sua.json"), report.with_name("bao-cao.da-sua.nhat-ky.json")

        assert 1 == code  # errors are left: the tie, and a citation
        assert before == report.read_bytes()
        assert 19042 == received(fixed)
        assert [19042] == [each["new"] for each in json.loads(log.read_bytes())["corrections"]]
        assert "19.024 → 19.042" in out
        assert "Trước khi sửa có 5 lỗi, sau khi sửa còn 2 lỗi." in out

    def test_a_cause_named_twice_is_accepted_once(self, report: Path) -> None:
        """Three codes of one cause are one correction."""
        main(["fix", str(report), *(f"--accept={code}" for code in ("ONL-001", "ONL-002", "LVL-001"))])
        log = report.with_name("bao-cao.da-sua.nhat-ky.json")
        assert 1 == len(json.loads(log.read_bytes())["corrections"])

    def test_the_report_and_the_log_go_where_they_are_told(self, report: Path, tmp_path: Path) -> None:
        """Names and folders may be chosen."""
        new, log = tmp_path / "moi" / "a.json", tmp_path / "log.json"
        main(["fix", str(report), "--accept", "ONL-001", "-o", str(new), "--log", str(log)])
        assert 19042 == received(new)
        assert log.exists()

    def test_the_original_is_overwritten_only_if_asked(self, report: Path) -> None:
        """--in-place changes the file itself, and the log stands beside it."""
        main(["fix", str(report), "--accept", "ONL-001", "--in-place"])
        assert 19042 == received(report)
        assert report.with_name("bao-cao.nhat-ky.json").exists()

    def test_a_second_run_continues_the_log(self, report: Path) -> None:
        """Nothing that was logged is lost."""
        for _ in range(2):
            main(["fix", str(report), "--accept", "ONL-001", "--force"])
        log = report.with_name("bao-cao.da-sua.nhat-ky.json")
        assert 2 == len(json.loads(log.read_bytes())["corrections"])

    def test_nothing_is_left_to_fix_in_a_report_that_was_fixed(
        self, report: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """The codes that have a suggestion are named, or that there is none."""
        main(["fix", str(report), "--accept", "ONL-001", "--in-place"])
        assert 2 == main(["fix", str(report), "--accept", "ONL-001"])
        assert "các mã đang có gợi ý: -" in capsys.readouterr().err
        assert 2 == main(["fix", str(report), "--lang", "en"])
        assert "codes with a suggestion: none" in capsys.readouterr().err


class TestRefusals:
    """Nothing is overwritten, and nothing is made up."""

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            (["--accept", "ARE-004"], "không có gợi ý sửa nào cho ARE-004"),
            (["--accept", "ONL-001", "-o", "{report}"], "--in-place"),
            (["--accept", "ONL-001", "--in-place", "-o", "x.json"], "--in-place"),
            (["--accept", "ONL-001", "--log", "{report}"], "nhật ký không thể ghi vào"),
            (["--accept", "ONL-001", "-o", "{folder}/a.json", "--log", "{folder}/a.json"], "nhật ký không thể ghi vào"),
            (["--accept", "ONL-001", "-o", "{other}"], "đã có"),
            (["--accept", "ONL-001", "--log", "{other}"], "đây không phải nhật ký"),
            ([], "nêu gợi ý muốn chấp nhận bằng --accept; các mã đang có gợi ý: LVL-001, ONL-001, ONL-002"),
        ],
    )
    def test_a_misuse_is_said_and_changes_nothing(
        self, report: Path, options: list[str], words: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Exit code 2, one line, every file as it was."""
        other = report.with_name("khac.json")
        other.write_text("{}")
        before = {path: path.read_bytes() for path in report.parent.iterdir()}
        filled = [each.format(report=report, folder=report.parent, other=other) for each in options]

        assert 2 == main(["fix", str(report), *filled])
        assert words in capsys.readouterr().err
        assert before == {path: path.read_bytes() for path in report.parent.iterdir()}

    def test_a_report_from_standard_input_is_written_under_a_name_of_its_own(
        self, report: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """Standard input has no file to overwrite."""
        monkeypatch.chdir(tmp_path)
        with report.open("rb") as stream:
            monkeypatch.setattr("sys.stdin", _Input(stream, is_terminal=False))
            assert 1 == main(["fix", "-", "--accept", "ONL-001"])
        assert 19042 == received(tmp_path / "bao-cao.da-sua.json")
        assert 2 == main(["fix", "-", "--in-place", "--accept", "ONL-001"])


class _Input:
    """Standard input that reads from a stream, on a terminal or not."""

    def __init__(self, stream: object = None, *, is_terminal: bool) -> None:
        self.buffer = stream
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        """Tell whether somebody sits there."""
        return self._is_terminal


class TestAsking:
    """Without codes, someone at a terminal is asked about one cause at a time."""

    @pytest.fixture
    def answers(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        """Answers to be given in order, and a terminal to give them at."""
        given: list[str] = []
        monkeypatch.setattr("sys.stdin", _Input(is_terminal=True))
        monkeypatch.setattr("cchc_core.cli.fixing.click.prompt", lambda *_, **__: given.pop(0))
        return given

    @pytest.mark.parametrize(("lang", "yes"), [("vi", "c"), ("en", "Y ")])
    def test_a_suggestion_is_accepted_and_a_tie_is_decided(
        self, report: Path, answers: list[str], lang: str, yes: str
    ) -> None:
        """The suggestion is accepted, and the second of the two candidates is chosen."""
        answers += [yes, "2"]
        assert 1 == main(["fix", str(report), "--lang", lang])
        log = json.loads(report.with_name("bao-cao.da-sua.nhat-ky.json").read_bytes())["corrections"]

        assert [(19042, True), (12, False)] == [(each["new"], each["was_suggested"]) for each in log]

    def test_an_answer_that_is_none_is_asked_for_again(
        self, report: Path, answers: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A mistyped answer changes nothing."""
        answers += ["x", "k", "7", "0"]
        assert 1 == main(["fix", str(report)])
        said = capsys.readouterr()

        assert "hãy trả lời một trong c, k" in said.err
        assert "hãy trả lời một trong 1, 2, 0" in said.err
        assert "Không có gì được sửa" in said.out
        assert not report.with_name("bao-cao.da-sua.json").exists()

    def test_a_cause_without_values_is_passed_over(self, report: Path, answers: list[str]) -> None:
        """Where the rules leave the values open, there is nothing to ask."""
        tree = json.loads(report.read_bytes())
        tree["civil_service"]["rotated"] = -52
        report.write_text(json.dumps(tree))
        answers += ["k", "0"]
        assert 1 == main(["fix", str(report)])
        assert [] == answers


def test_a_site_may_switch_rules_off_for_every_command(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """cchc.toml in the current folder, or the file named, changes what check says."""
    monkeypatch.chdir(report.parent)
    own = report.with_name("don-vi.toml")
    own.write_text('[rules]\noff = ["ONL-001", "ONL-002", "LVL-001", "CIT-001"]\n[rules.severity]\nARE-004 = "info"\n')

    assert 1 == main(["check", str(report)])
    assert 0 == main(["check", str(report), "--config", str(own)])
    report.with_name("cchc.toml").write_bytes(own.read_bytes())
    assert 0 == main(["check", str(report)])
    capsys.readouterr()
    report.with_name("cchc.toml").write_text("[rules]\noff = ['XXX-001']\n")
    assert 2 == main(["check", str(report)])
    assert "lỗi: cchc.toml: rules.off[0]: không có quy tắc XXX-001" in capsys.readouterr().err
    assert 2 == main(["check", str(report), "--config", "khong-co.toml"])
