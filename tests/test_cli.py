"""The command, as a user meets it: what is typed, what is said, which exit code."""

from __future__ import annotations

import io
import json
import os
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from datetime import date
from importlib.metadata import EntryPoint, version
from pathlib import Path

import click
import pytest
from attrs import evolve

from cchc_core import RULE_BOOK, CheckResult, OnlineBase, ProceduresBase, ReadError, Rule, RuleKind, check, dump, load
from cchc_core.cli.main import build, main
from cchc_core.cli.output import print_table
from cchc_core.cli.rules import rule_lines
from cchc_core.cli.save import save_all
from cchc_core.cli.text import result_lines
from cchc_core.plugins import Plugins, manager
from cchc_core.words import Text

ROOT = Path(__file__).parents[1]
EXAMPLE = "examples/dinh-hoa-2021.json"
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def no_language_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start every test without a language of the machine's own."""
    monkeypatch.delenv("CCHC_LANG", raising=False)


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """A report in which nothing is wrong: the example with its mistakes corrected, and formally complete."""
    report = load(EXAMPLE)
    online = report.procedures.online
    assert online.total is not None
    corrected = type(online)(
        district=online.district, commune=online.commune, total=online.total.revise(received=19042)
    )
    report = report.revise(
        procedures=report.procedures.revise(
            online=corrected, online_base=OnlineBase.ALL_DOSSIERS, procedures_base=ProceduresBase.WITH_VERTICAL
        ),
        civil_service=report.civil_service.revise(unannounced_communes=12),
        digital_government=report.digital_government.revise(exchanged_online=None, iso_departments=None),
        document=evolve(report.document, number="15", date=date(2021, 12, 20)),
        signatory=evolve(report.signatory, on_behalf_of="TM. ỦY BAN NHÂN DÂN"),
        citations=(),
        titles=(),
        stated_days=(),
    )
    path = tmp_path / "sach.json"
    path.write_bytes(dump(report))
    return path


class Terminal(io.StringIO):
    """A standard output that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


class TestCheck:
    """``cchc check``."""

    def test_the_example_has_two_causes_and_an_impossible_date(self, capsys: Captured) -> None:
        """The online total breaks three rules, the inspections one, a citation another; the command ends with 1."""
        assert main(["check", EXAMPLE]) == 1
        out = capsys.readouterr().out
        heads = [line for line in out.splitlines() if line.startswith("LỖI")]
        assert heads[:2] == ["LỖI Nguyên nhân 1 (ONL-001, LVL-001, ONL-002)", "LỖI Nguyên nhân 2 (ARE-004)"]
        assert heads[2].startswith("LỖI CIT-001  ")
        assert "có lẽ đúng là 19.042: 19.024 là 19.042 bị đảo hai chữ số liền nhau" in out
        assert f"chấp nhận gợi ý này: cchc fix {EXAMPLE} --accept ONL-001" in out
        assert "Tổng số ≠ Cấp huyện + Cấp xã: 19.024 ≠ 1.113 + 17.929 = 19.042, lệch -18" in out
        counts = Counter(finding.severity.value for finding in check(load(EXAMPLE)).findings)
        assert f"{counts['error']} lỗi, {counts['warning']} cảnh báo, {counts['info']} lưu ý; 2 nguyên nhân" in out
        assert "\x1b" not in out

    def test_a_clean_report_ends_with_zero(self, clean: Path, capsys: Captured) -> None:
        """No contradiction is said as plainly as one."""
        assert main(["check", str(clean)]) == 0
        assert "Không phát hiện mâu thuẫn." in capsys.readouterr().out

    def test_english_on_request(self, capsys: Captured) -> None:
        """The same facts, in English, asked for in either place."""
        for words in (["check", EXAMPLE, "--lang", "en"], ["--lang=en", "check", EXAMPLE]):
            assert main(words) == 1
            assert "Total ≠ District + Commune: 19,024 ≠ 1,113 + 17,929 = 19,042, gap -18" in capsys.readouterr().out

    def test_english_by_the_environment(self, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        """CCHC_LANG sets the language of a whole machine; the option outweighs it."""
        monkeypatch.setenv("CCHC_LANG", "en")
        main(["check", EXAMPLE])
        assert "ERROR Cause 1 (ONL-001" in capsys.readouterr().out
        main(["check", EXAMPLE, "--lang", "vi"])
        assert "LỖI Nguyên nhân 1 (ONL-001" in capsys.readouterr().out

    def test_json_is_one_object_with_findings_and_statuses(self, capsys: Captured) -> None:
        """A program gets every fact of a finding, and the status of every rule."""
        assert main(["check", EXAMPLE, "--format", "json"]) == 1
        result = json.loads(capsys.readouterr().out)
        assert result["file"] == EXAMPLE
        assert [finding["severity"] for finding in result["findings"][:4]] == ["error"] * 4
        assert [cause["codes"] for cause in result["causes"]] == [["ONL-001", "LVL-001", "ONL-002"], ["ARE-004"]]
        finding = result["findings"][1]
        assert (finding["code"], finding["reported"], finding["expected"], finding["gap"]) == (
            "LVL-001",
            19024,
            19042,
            -18,
        )
        assert finding["place"]["path"] == "procedures.online.total.received"
        assert [operand["value"] for operand in finding["operands"]] == [19024, 1113, 17929]
        assert {each["status"] for each in result["statuses"]} == {"passed", "failed", "not applicable"}
        assert len(result["statuses"]) == len(check(load(EXAMPLE)).outcomes)

    def test_all_outcomes_are_listed_on_request(self, capsys: Captured) -> None:
        """Passed rules too, with the blanks that were worked out for them."""
        main(["check", EXAMPLE, "--all"])
        out = capsys.readouterr().out
        assert "Mọi lượt kiểm tra:" in out
        assert "DOS-004" in out
        assert "suy ra từ LVL-001, báo cáo để trống" in out

    def test_standard_input(self, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        """A dash reads the report from another program."""
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(EXAMPLE).read_bytes())))
        assert main(["check", "-"]) == 1
        assert capsys.readouterr().out.startswith("-\n")

    def test_colour_on_a_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Findings stand out where somebody reads them, and no number is broken where a line wraps."""
        terminal = Terminal()
        monkeypatch.setattr(sys, "stdout", terminal)
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("NO_COLOR", raising=False)
        main(["check", EXAMPLE])
        assert "\x1b[1;31mLỖI Nguyên nhân 1 (ONL-001" in terminal.getvalue()
        assert "\n\n" in terminal.getvalue()
        wrapped = " ".join(terminal.getvalue().split())
        assert "19.024 ≠ 18.528 + 429 + 14 + 71 = 19.042, lệch -18" in wrapped


class TestBadInput:
    """A user's mistake is a sentence and exit code 2, never a traceback."""

    @pytest.mark.parametrize(
        ("change", "path"),
        [
            ('"received": 12.9', "procedures.online.total.received"),
            ('"received": true', "procedures.online.total.received"),
            ('"received": "19.024"', "procedures.online.total.received"),
            ('"received": NaN', "procedures.online.total.received"),
            ('"received": 19024, "received": 1', "procedures.online.total.received"),
            ('"received": 19024, "recieved": 1', "procedures.online.total.recieved"),
        ],
    )
    def test_one_line_a_fault_with_its_path(self, change: str, path: str, tmp_path: Path, capsys: Captured) -> None:
        """Each kind of wrong value is refused where it stands."""
        wrong = tmp_path / "sai.json"
        text = Path(EXAMPLE).read_text(encoding="utf-8")
        wrong.write_text(text.replace('"received": 19024', change), encoding="utf-8")
        assert main(["check", str(wrong)]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert line.startswith(f"lỗi: {wrong}: {path}: ")

    def test_all_faults_at_once(self, tmp_path: Path, capsys: Captured) -> None:
        """Whoever mends a file mends it once."""
        wrong = tmp_path / "sai.json"
        text = Path(EXAMPLE).read_text(encoding="utf-8")
        wrong.write_text(
            text.replace('"received": 19024', '"received": 1.5').replace('"tier": "district"', '"tier": "huyện"'),
            encoding="utf-8",
        )
        assert main(["check", str(wrong), "--lang", "en"]) == 2
        lines = capsys.readouterr().err.splitlines()
        assert [line.split(": ")[2] for line in lines] == ["agency.tier", "procedures.online.total.received"]

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "cả tệp: tệp rỗng"),
            (b"\xff\xfe", "không phải văn bản UTF-8"),
            (b"[1, 2", "không phải JSON hợp lệ từ dòng 1"),
            (b"[]", "cần một đối tượng"),
            (b'{"format": "cchc-report", "version": 2}', "version: phiên bản 2 chưa được hỗ trợ"),
            (b"[" * 100_000, "lồng nhau quá sâu"),
        ],
    )
    def test_files_that_are_no_reports(self, content: bytes, said: str, tmp_path: Path, capsys: Captured) -> None:
        """What is no report at all is refused as a whole."""
        wrong = tmp_path / "sai.json"
        wrong.write_bytes(content)
        assert main(["check", str(wrong)]) == 2
        assert said in capsys.readouterr().err

    def test_a_file_that_is_not_there(self, capsys: Captured) -> None:
        """The name is said back."""
        assert main(["check", "khong-co.json"]) == 2
        assert "lỗi: không có tệp khong-co.json" in capsys.readouterr().err

    def test_a_folder(self, capsys: Captured) -> None:
        """A folder is named as one where a command needs one file."""
        assert main(["fix", "examples", "--accept", "ONL-001"]) == 2
        assert "examples là thư mục" in capsys.readouterr().err

    def test_a_file_that_cannot_be_opened(self, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        """What the system says is passed on."""

        def refuse(_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "read_bytes", refuse)
        assert main(["check", EXAMPLE]) == 2
        assert f"không mở được {EXAMPLE}: Permission denied" in capsys.readouterr().err

    def test_a_name_that_cannot_be_a_file(self, capsys: Captured) -> None:
        """Not even a null byte in a name is a traceback."""
        assert main(["check", "a\0b"]) == 2
        assert "không mở được" in capsys.readouterr().err


class TestMisuse:
    """A wrong command line says what is wrong in the chosen language, and where help is."""

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["chek"], f"không có lệnh chek; các lệnh có: {', '.join(sorted(build().commands))}"),
            (["check"], "thiếu FILE"),
            (["check", EXAMPLE, "--fromat", "json"], "không có tùy chọn --fromat; có phải --format?"),
            (["check", EXAMPLE, "--zzz"], "không có tùy chọn --zzz"),
            (
                ["check", EXAMPLE, "--format", "xml"],
                "--format phải là một trong text, json, summary, sarif, junit, nhưng là xml",
            ),
            (["check", EXAMPLE, "--lang", "fr"], "--lang phải là một trong vi, en, nhưng là fr"),
            (["check", EXAMPLE, "--lang"], "dùng sai lệnh: "),
            (["export", EXAMPLE, "--to", "pdf"], "không có bộ xuất pdf; các bộ xuất có: html, json, markdown, xlsx"),
            (["explain", "XYZ-001"], "không có quy tắc XYZ-001; các mã có: ARE-001, "),
            (["completion", "tcsh"], "SHELL phải là một trong bash, zsh, fish, nhưng là tcsh"),
        ],
    )
    def test_it_ends_with_two(self, words: list[str], said: str, capsys: Captured) -> None:
        """Exit code 2, one sentence."""
        assert main(words) == 2
        assert f"lỗi: {said}" in capsys.readouterr().err

    def test_without_a_command_it_shows_help(self, capsys: Captured) -> None:
        """Somebody who types only the name wants to know what there is."""
        assert main([]) == 2
        assert "Cách dùng: cchc" in capsys.readouterr().err

    def test_interrupted(self, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        """Ctrl-C is no error to be explained."""

        def interrupt(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("cchc_core.plugins.found.check", interrupt)
        assert main(["check", EXAMPLE]) == 130
        assert "đã dừng theo yêu cầu" in capsys.readouterr().err


class TestHelp:
    """``--help``, ``--version``, completion."""

    @pytest.mark.parametrize("name", [None, *sorted(build().commands)])
    def test_every_command_has_help_in_both_languages(self, name: str | None, capsys: Captured) -> None:
        """Usage, options, and exit codes; nothing is left in the other language."""
        words = [name] if name else []
        assert main([*words, "--help"]) == 0
        vietnamese = capsys.readouterr().out
        assert "Cách dùng: cchc" in vietnamese
        assert "Tùy chọn:" in vietnamese
        assert "Mã thoát: 0" in vietnamese
        assert main([*words, "--help", "--lang", "en"]) == 0
        english = capsys.readouterr().out
        assert "Usage: cchc" in english
        assert "Exit codes: 0" in english

    def test_every_option_has_help(self) -> None:
        """No option leaves its reader guessing."""
        for command in (build(), *build().commands.values()):
            for param in command.params:
                assert not isinstance(param, click.Option) or param.help

    def test_examples_in_help_run(self, capsys: Captured, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """What help shows can be typed, each example in a folder of its own with what it needs."""
        examples = [
            each for command in (build(), *build().commands.values()) for each in getattr(command, "examples", ())
        ]
        for number, example in enumerate(examples):
            shutil.copytree(ROOT / "examples", tmp_path / str(number) / "examples")
            monkeypatch.chdir(tmp_path / str(number))
            words = shlex.split(example.partition(" > ")[0])
            if "<" in words:
                words = words[: words.index("<")]
                monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(EXAMPLE).read_bytes())))
            if words[0] == "annotate":
                main(["template", "--from", EXAMPLE, "-o", words[1]])
            assert main(words) in {0, 1}, example
        assert "Traceback" not in capsys.readouterr().err

    def test_version(self, capsys: Captured) -> None:
        """The version of the installed distribution."""
        assert main(["--version"]) == 0
        assert capsys.readouterr().out == f"cchc {version('cchc')}\n"

    def test_completion_script(self, capsys: Captured) -> None:
        """Each shell gets its script."""
        for shell in ("bash", "zsh", "fish"):
            assert main(["completion", shell]) == 0
            assert "_CCHC_COMPLETE" in capsys.readouterr().out

    @pytest.mark.parametrize(
        ("typed", "offered"),
        [("cchc ex", "exporters"), ("cchc export x --to m", "markdown"), ("cchc explain dos-00", "DOS-002")],
    )
    def test_completion(self, typed: str, offered: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        """Commands, formats and rule codes are completed."""
        monkeypatch.setenv("_CCHC_COMPLETE", "zsh_complete")
        monkeypatch.setenv("COMP_WORDS", typed)
        monkeypatch.setenv("COMP_CWORD", str(len(typed.split()) - 1))
        with pytest.raises(SystemExit):
            main([])
        assert offered in capsys.readouterr().out.splitlines()


class TestExplain:
    """``cchc explain``."""

    def test_a_rule(self, capsys: Captured) -> None:
        """Statement, severity, reason, and the relation in the notation of the form."""
        assert main(["explain", "dos-002"]) == 0
        out = capsys.readouterr().out
        assert "II.06a Tình hình, kết quả giải quyết thủ tục hành chính: (3) = (4) + (5) + (6)" in out
        assert "Mức: lỗi. Loại: đẳng thức." in out

    @pytest.mark.parametrize(
        ("code", "said"),
        [
            ("LVL-001", "dòng tổng = tổng các dòng"),
            ("LVL-001", "Hiệu lực theo ngày cuối kỳ: … – 30/6/2025."),
            ("LVL-002", "Hiệu lực theo ngày cuối kỳ: 01/7/2025 – …."),
            ("ARE-016", "căn cứ: Nghị quyết số 07/2019/NQ-HĐND (chưa kiểm chứng nguyên văn)"),
            ("ARE-017", "mọi số liệu"),
        ],
    )
    def test_what_kinds_of_rules_say(self, code: str, said: str, capsys: Captured) -> None:
        """Sums of tables, dates in force, sources and ranges are all explained."""
        assert main(["explain", code]) == 0
        assert said in capsys.readouterr().out

    def test_every_rule_can_be_explained(self, capsys: Captured) -> None:
        """The list names every code, and each explanation says where the rule is applied."""
        main(["explain"])
        codes = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
        for code in codes:
            assert main(["explain", code, "--lang", "en"]) == 0
            out = capsys.readouterr().out
            assert out.partition("Applied at:\n")[2].strip()


class TestExport:
    """``cchc export``."""

    def test_it_says_what_it_found_and_wrote(self, tmp_path: Path, capsys: Captured) -> None:
        """Every format by default, in a folder that is made; exit code 1 for the example's errors."""
        folder = tmp_path / "kết quả"
        assert main(["export", EXAMPLE, "-o", str(folder)]) == 1
        out = capsys.readouterr().out
        assert sorted(path.name for path in folder.iterdir()) == [
            "dinh-hoa-2021.html",
            "dinh-hoa-2021.json",
            "dinh-hoa-2021.md",
            "dinh-hoa-2021.xlsx",
        ]
        assert "LỖI Nguyên nhân 1 (ONL-001" in out
        for path in folder.iterdir():
            assert f"đã ghi {path} ({path.stat().st_size} byte)" in out

    def test_chosen_formats_only(self, clean: Path, tmp_path: Path) -> None:
        """``--to`` may be repeated; a clean report ends with 0."""
        folder = tmp_path / "x"
        assert main(["export", str(clean), "--to", "json", "--to", "json", "-o", str(folder)]) == 0
        assert [path.name for path in folder.iterdir()] == ["sach.json"]
        assert (folder / "sach.json").read_bytes() == clean.read_bytes()

    def test_twice_gives_the_same_files(self, tmp_path: Path) -> None:
        """Nothing in a file depends on when it was written."""
        main(["export", EXAMPLE, "-o", str(tmp_path)])
        first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
        main(["export", EXAMPLE, "-o", str(tmp_path)])
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == first

    def test_standard_input(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A report without a file name is written under a name of its own."""
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(EXAMPLE).read_bytes())))
        main(["export", "-", "--to", "json", "-o", str(tmp_path)])
        assert [path.name for path in tmp_path.iterdir()] == ["bao-cao.json"]

    def test_the_input_is_never_overwritten(self, clean: Path, capsys: Captured) -> None:
        """Exporting JSON beside the input would replace it."""
        before = clean.read_bytes()
        assert main(["export", str(clean), "--to", "json", "-o", str(clean.parent)]) == 2
        assert "chính là tệp đầu vào" in capsys.readouterr().err
        assert clean.read_bytes() == before

    def test_a_failing_exporter_does_not_stop_the_others(
        self, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is named, its old file stays, the other formats are written, and the exit code is 2."""
        (tmp_path / "dinh-hoa-2021.xlsx").write_text("cũ", encoding="utf-8")
        monkeypatch.setattr("cchc_exporters.xlsx.workbook.Workbook", lambda *_: 1 / 0)
        assert main(["export", EXAMPLE, "-o", str(tmp_path)]) == 2
        assert (
            f"phần mở rộng xlsx (cchc {version('cchc')}) gặp lỗi ở bước “render”: ZeroDivisionError"
            in capsys.readouterr().err
        )
        assert (tmp_path / "dinh-hoa-2021.xlsx").read_text(encoding="utf-8") == "cũ"
        assert len(list(tmp_path.iterdir())) == 4

    def test_a_folder_that_cannot_be_written(self, tmp_path: Path, capsys: Captured) -> None:
        """A file stands where the folder should be."""
        (tmp_path / "tệp").write_text("", encoding="utf-8")
        assert main(["export", EXAMPLE, "-o", str(tmp_path / "tệp")]) == 2
        assert "không ghi được" in capsys.readouterr().err

    def test_two_formats_with_one_suffix(self, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        """Neither would be left; both are refused."""
        plugins = manager.find_plugins()
        twin = plugins.exporters["json"]
        monkeypatch.setattr(
            "cchc_core.cli.files.find_plugins",
            lambda **_: Plugins(exporters={"a": twin, "b": twin}, calendars={}),
        )
        assert main(["export", EXAMPLE]) == 2
        assert "hai định dạng cùng ghi vào" in capsys.readouterr().err


class TestExporters:
    """``cchc exporters`` and ``cchc schema``."""

    def test_formats_are_listed(self, capsys: Captured) -> None:
        """Name, suffix and title, parted by tabs outside a terminal."""
        assert main(["exporters"]) == 0
        assert [line.split("\t")[:2] for line in capsys.readouterr().out.splitlines()] == [
            ["html", ".html"],
            ["json", ".json"],
            ["markdown", ".md"],
            ["xlsx", ".xlsx"],
        ]

    def test_a_table_on_a_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """With heads, for a reader."""
        terminal = Terminal()
        monkeypatch.setattr(sys, "stdout", terminal)
        print_table(["Tên"], [["json"]])
        assert "Tên" in terminal.getvalue()

    def test_broken_plugins_are_warned_of(self, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        """They are named, and the others work."""
        broken = EntryPoint("hong", "khong_co_goi_nay", "cchc")
        monkeypatch.setattr(manager, "entry_points", lambda **_: [broken])
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        assert main(["exporters"]) == 0
        assert (
            "phần mở rộng hong (khong_co_goi_nay) gặp lỗi ở bước “import”: ModuleNotFoundError" in terminal.getvalue()
        )

    def test_schema(self, capsys: Captured) -> None:
        """The schema is printed as one JSON object."""
        assert main(["schema"]) == 0
        assert json.loads(capsys.readouterr().out)["title"] == "Báo cáo cải cách hành chính định kỳ"


class TestSaving:
    """Files are the old one or the new one."""

    def test_a_failure_leaves_what_stood_there(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The second replacement fails: the first file is new, the second old, nothing is left lying about."""
        first, second = tmp_path / "a", tmp_path / "b"
        second.write_bytes(b"old")
        replace = os.replace

        def replace_once(source: str, target: Path) -> None:
            if target == second:
                raise PermissionError(13, "Permission denied", str(target))
            replace(source, target)

        monkeypatch.setattr("os.replace", replace_once)
        with pytest.raises(PermissionError):
            save_all({first: b"new", second: b"new"})
        assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"new", "b": b"old"}

    def test_a_full_disk_leaves_nothing_behind(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """If a file cannot be written beside its place, it is taken away again."""

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("os.fsync", full)
        with pytest.raises(OSError, match="No space left"):
            save_all({tmp_path / "a": b"new"})
        assert list(tmp_path.iterdir()) == []

    def test_rights_are_kept(self, tmp_path: Path) -> None:
        """A file that others may read stays readable to them; a new one has ordinary rights."""
        old = tmp_path / "old"
        old.write_bytes(b"")
        old.chmod(0o640)
        save_all({old: b"x", tmp_path / "new": b"x"})
        assert old.stat().st_mode & 0o777 == 0o640
        assert (tmp_path / "new").stat().st_mode & 0o400


class TestProcess:
    """As a process of its own."""

    def test_the_module_runs_the_command(self) -> None:
        """What it returns becomes the exit code."""
        done = subprocess.run([sys.executable, "-m", "cchc_core", "check"], check=False, capture_output=True, text=True)
        assert (done.returncode, done.stdout) == (2, "")
        assert "lỗi: thiếu FILE" in done.stderr

    def test_a_closed_pipe(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        """When nobody reads on, the command says no more, not even as Python ends."""

        def closed(_: object) -> None:
            raise BrokenPipeError

        monkeypatch.setattr("cchc_core.cli.reference.print_json", closed)
        with (tmp_path / "out").open("w", encoding="utf-8") as stream:
            monkeypatch.setattr(sys, "stdout", stream)
            assert main(["schema"]) == 2
            stream.write("lost")
        assert (tmp_path / "out").read_bytes() == b""

    def test_python_dash_m(self) -> None:
        """``python -m cchc_core`` is the same command, whatever the locale says."""
        done = subprocess.run(
            [sys.executable, "-m", "cchc_core", "check", EXAMPLE],
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        )
        assert done.returncode == 1
        assert "LỖI Nguyên nhân 1 (ONL-001" in done.stdout.decode("utf-8")
        assert done.stderr == b""

    def test_a_reader_that_stops_reading(self) -> None:
        """``cchc check … | head -1`` ends without a traceback."""
        command = f'"{sys.executable}" -m cchc_core check {EXAMPLE} --all --format json | head -c 10'
        done = subprocess.run(command, shell=True, capture_output=True, check=False)  # noqa: S602
        assert done.stderr == b""

    def test_starting_is_cheap(self) -> None:
        """Help loads neither what writes workbooks nor what makes test data, nor colours."""
        code = (
            "import sys; from cchc_core.cli.main import main; main(['--help']);"
            "print([m for m in ('xlsxwriter', 'hypothesis', 'rich') if m in sys.modules])"
        )
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, text=True, encoding="utf-8"
        )
        assert done.stdout.splitlines()[-1] == "[]"


def test_a_check_without_outcomes_lists_none() -> None:
    """Nothing is announced that does not follow."""
    lines = [text for _, text in result_lines(load(EXAMPLE), CheckResult(), "x", "vi", every=False)]
    assert "Không áp dụng:" not in lines


def test_a_printed_rule_is_explained_without_a_reason() -> None:
    """What a form prints needs no reason of ours."""
    rule = Rule(code="X-001", kind=RuleKind.IDENTITY, statement=Text("tổng", "sum"))
    assert not any(text.startswith("lý do") for _, text in rule_lines(rule, RULE_BOOK, "vi"))


def test_library_errors_are_sentences(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the library that no command expects still ends as a sentence and exit code 2."""

    def fail(*_: object, **__: object) -> None:
        raise ReadError([])

    monkeypatch.setattr("cchc_core.plugins.found.check", fail)
    assert main(["check", EXAMPLE]) == 2
    assert capsys.readouterr().err.startswith("lỗi:")


class TestHardenedEdges:
    """What a hostile file or a broken terminal can do."""

    def test_a_fault_is_one_line_whatever_its_key_holds(self, tmp_path: Path, capsys: Captured) -> None:
        """Control characters are shown as escapes, and endless keys are cut."""
        key = "a\\nb\\u0000\\u001b[31m\\u2028" + "x" * 5000
        text = Path(EXAMPLE).read_text(encoding="utf-8")
        wrong = tmp_path / "sai.json"
        wrong.write_text(text.replace('"received": 19024', f'"received": 19024, "{key}": 1'), encoding="utf-8")
        assert main(["check", str(wrong)]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        assert "procedures.online.total.a\\nb\\x00\\x1b[31m\\u2028xxx" in line
        assert len(line) < 600

    def test_a_full_disk_is_no_finding(self, tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        """Exit code 1 means errors in the report and nothing else."""

        def full(_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("cchc_core.cli.reference.print_json", full)
        with (tmp_path / "out").open("w", encoding="utf-8") as stream:
            monkeypatch.setattr(sys, "stdout", stream)
            assert main(["schema"]) == 2
        assert "No space left on device" in capsys.readouterr().err

    @pytest.mark.parametrize("closed", ["stdin", "stdout", "stderr"])
    def test_closed_streams(self, closed: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        """A closed standard stream is misuse, and no traceback."""
        monkeypatch.setattr(sys, closed, None)
        assert main(["check", EXAMPLE]) == 2
        monkeypatch.undo()
        assert "Traceback" not in capsys.readouterr().err

    def test_a_folder_in_the_way_leaves_every_file_alone(self, tmp_path: Path, capsys: Captured) -> None:
        """Nothing is replaced if one of the files cannot be."""
        (tmp_path / "dinh-hoa-2021.xlsx").mkdir()
        (tmp_path / "dinh-hoa-2021.json").write_text("cũ", encoding="utf-8")
        assert main(["export", EXAMPLE, "-o", str(tmp_path)]) == 2
        assert f"không ghi được {tmp_path / 'dinh-hoa-2021.xlsx'}" in capsys.readouterr().err
        assert (tmp_path / "dinh-hoa-2021.json").read_text(encoding="utf-8") == "cũ"

    @pytest.mark.parametrize(("typed", "kind"), [("cchc check ex", "file"), ("cchc export x -o k", "dir")])
    def test_files_are_completed(
        self, typed: str, kind: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The shell completes names of files and folders itself."""
        monkeypatch.setenv("_CCHC_COMPLETE", "zsh_complete")
        monkeypatch.setenv("COMP_WORDS", typed)
        monkeypatch.setenv("COMP_CWORD", str(len(typed.split()) - 1))
        with pytest.raises(SystemExit):
            main([])
        assert capsys.readouterr().out.splitlines()[0] == kind
