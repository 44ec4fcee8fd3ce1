"""``cchc check`` and ``cchc export`` on many files: which they take, what they say of each and of all, in any number of processes."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from multiprocessing import Pipe
from pathlib import Path

import pytest

from cchc_core.cli import inputs, many, processes
from cchc_core.cli.files import site_of
from cchc_core.cli.inputs import Input, inputs_of
from cchc_core.cli.main import main
from cchc_core.cli.processes import NoProcessError, in_order
from cchc_core.cli.tasks import Checking, Outcome
from example_for_tests import EXAMPLE, as_bytes, formal_tree, set_at
from many_for_tests import begin_never, begin_to_leave, begin_to_sleep, begin_to_square, begin_to_tarry

Captured = pytest.CaptureFixture[str]

CLEAN = as_bytes(formal_tree())
BROKEN = b"{"


def _with_errors() -> bytes:
    tree = formal_tree()
    for column, value in (("received", 10), ("received_online", 3), ("received_in_person", 3), ("carried_over", 3)):
        set_at(tree, f"procedures.dossiers.total.{column}", value)
    return as_bytes(tree)


ERRORS = _with_errors()


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder of its own, without a language of the machine's own."""
    monkeypatch.delenv("CCHC_LANG", raising=False)
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def marked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install a plugin that reads files beginning with a mark, for this process and for those it starts."""
    info = tmp_path / "site" / "cchc_marked-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: cchc-marked\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[cchc]\nmarked = many_for_tests\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(info.parent))


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def made(**contents: bytes) -> list[str]:
    """Write files, two underscores for a folder, one for a dot before the suffix; give their names."""
    names = []
    for key, content in contents.items():
        path = Path(key.replace("__", "/").replace("_", "."))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        names.append(str(path))
    return names


def taken(*arguments: str, output: Path | None = None) -> list[str]:
    """Give the names of the files that arguments mean."""
    return [each.name for each in inputs_of(arguments, (".json", ".xlsx"), "vi", output).items]


class TestWhichFiles:
    """Arguments, and the files that they mean."""

    def test_a_folder_means_its_reports_sorted_and_nothing_else_that_lies_there(self) -> None:
        """Suffixes count in any case; hidden files, Excel's temporary files, logs and results do not."""
        made(b_json=CLEAN, a__z_XLSX=b"", a__10_json=CLEAN, ghi_chu_txt=b"", sua_nhat_ky_json=b"", out__a_json=CLEAN)
        for name in (".an.json", "~$b.xlsx", "sua.nhat-ky.json"):
            Path(name).touch()
        made(_git__x_json=CLEAN)
        assert ["a/10.json", "a/z.XLSX", "b.json", "sua.nhat.ky.json"] == taken(".", output=Path("out"))
        assert ["x/y.json"] == taken(*made(x__y_json=CLEAN))

    def test_what_the_commands_wrote_into_a_folder_is_no_report(self) -> None:
        """Copies with notes, and the folder for results, would be counted as more communes."""
        made(x__a_json=CLEAN, x__qua__a_json=CLEAN)
        Path("x/qua").rename("x/ket-qua")
        Path("x/a.co-ghi-chu.xlsx").touch()
        assert ["x/a.json"] == taken("x")
        assert ["x/ket-qua/a.json"] == taken("x/ket-qua")

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among files here")
    def test_a_pipe_in_a_folder_is_not_waited_for(self, capsys: Captured) -> None:
        """It is named, and the files beside it are read."""
        made(x__a_json=CLEAN)
        os.mkfifo("x/b.json")
        assert main(["check", "x"]) == 2
        assert "x/b.json không phải là tệp thường" in capsys.readouterr().out

    def test_a_name_of_two_lines_is_one_line_of_the_summary(self, capsys: Captured) -> None:
        """Who reads it line by line gets one for each file."""
        made(x__a_json=CLEAN)
        Path("x/a.json").rename("x/a\nb.json")
        assert main(["check", "x", "--format", "summary"]) == 0
        assert ["x/a b.json"] == [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]

    def test_a_file_that_is_named_is_always_taken_and_what_is_meant_twice_is_taken_once(self) -> None:
        """Whatever it is called, in the order of the arguments."""
        made(a__b_json=CLEAN, a__c_json=CLEAN, a___d_txt=CLEAN)
        Path("lien-ket.json").symlink_to("a/b.json")
        assert ["a/c.json", "lien-ket.json", "a/.d.txt"] == taken(
            "a/c.json", "lien-ket.json", "a", "a/.d.txt", "./a/b.json"
        )

    @pytest.mark.parametrize(
        ("arguments", "places"),
        [
            (["q1"], ["xa/a", "xb/a"]),
            (["q1/xa", "q1/xb"], ["xa/a", "xb/a"]),
            (["q1/xa/a.json", "q1/xb/a.json"], ["xa/a", "xb/a"]),
            (["q1", "q2"], ["q1/xa/a", "q1/xb/a", "q2/a"]),
            (["q1/xa/a.json", "q2"], ["q1/xa/a", "q2/a"]),
            (["q1/xa/a.json"], ["a"]),
        ],
    )
    def test_results_keep_the_folders_beneath_the_nearest_common_one(
        self, arguments: list[str], places: list[str]
    ) -> None:
        """Files of one name in different folders do not meet."""
        made(q1__xa__a_json=CLEAN, q1__xb__a_json=CLEAN, q2__a_json=CLEAN)
        assert places == [each.place.as_posix() for each in inputs_of(arguments, (".json",), "vi").items]

    def test_on_two_drives_there_is_no_common_folder(
        self, in_an_empty_folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Then results keep all their folders."""

        def refuse(_: object) -> None:
            raise ValueError

        monkeypatch.setattr(os.path, "commonpath", refuse)
        (item,) = inputs_of(made(a_json=CLEAN), (".json",), "vi").items
        assert in_an_empty_folder / "a" == Path("/") / item.place

    def test_a_folder_without_reports_is_an_error_and_stops_no_other(self, capsys: Captured) -> None:
        """The suffixes looked for are named."""
        Path("rong").mkdir()
        assert main(["check", "rong"]) == 2
        said = "thư mục rong không có tệp báo cáo nào (.json, "
        assert f"lỗi: {said}" in capsys.readouterr().err
        assert main(["check", "rong", *made(a_json=CLEAN)]) == 2
        assert capsys.readouterr().out.splitlines()[-1].startswith(f"    rong: {said}")

    def test_a_folder_that_cannot_be_looked_into_is_named(
        self, monkeypatch: pytest.MonkeyPatch, capsys: Captured
    ) -> None:
        """What is in it is not passed over in silence."""
        made(x__a_json=CLEAN, x__kin__b_json=CLEAN)
        scandir = os.scandir

        def refuse(folder: str) -> object:
            if Path(folder).name == "kin":
                raise PermissionError(13, "Permission denied", folder)
            return scandir(folder)

        monkeypatch.setattr("os.scandir", refuse)
        assert main(["check", "x"]) == 2
        out = capsys.readouterr().out
        assert "2 tệp: 1 không có lỗi, 0 có lỗi, 1 không xử lý được." in out
        assert "    x/kin: không mở được x/kin: Permission denied" in out

    def test_the_folder_for_results_is_not_exported_itself(self, capsys: Captured) -> None:
        """Its reports would be results of earlier runs."""
        made(x__a_json=CLEAN)
        assert main(["export", "x", "-o", "x"]) == 2
        assert "x chính là thư mục ghi kết quả" in capsys.readouterr().err

    def test_patterns_are_replaced_where_no_shell_does_so(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file may be called like a pattern, and one that fits nothing is said back."""
        made(b_json=CLEAN, a_json=CLEAN)
        assert ["*.json"] == taken("*.json")
        monkeypatch.setattr(inputs, "_EXPANDS", True)
        assert ["a.json", "b.json"] == taken("*.json")
        assert ["*.xlsx"] == taken("*.xlsx")
        Path("[a].json").touch()
        assert ["[a].json"] == taken("[a].json")

    def test_standard_input_stands_alone(self, capsys: Captured) -> None:
        """It has no name that results could be told apart by."""
        assert main(["check", "-", *made(a_json=CLEAN)]) == 2
        assert "đầu vào chuẩn (-) phải là FILE duy nhất" in capsys.readouterr().err

    def test_a_name_that_was_forgotten_means_no_folder(self, capsys: Captured) -> None:
        """An empty variable in a script does not stand for all there is."""
        made(a_json=CLEAN)
        assert main(["check", ""]) == 2
        assert "1 tệp" not in capsys.readouterr().out


class TestTelling:
    """What is said of each file, and of all."""

    def test_results_come_in_order_and_are_summed_up(self, capsys: Captured) -> None:
        """Everything about each file as if it were alone; what could not be read is listed with its first fault."""
        names = made(b_json=ERRORS, a_json=CLEAN, c_json=BROKEN)
        main(["check", "b.json"])
        alone = capsys.readouterr().out
        assert main(["check", *names, "khong-co.json"]) == 2
        told = capsys.readouterr()
        assert told.out.startswith(alone)
        heads = [line for line in told.out.splitlines() if line in names]
        assert ["b.json", "a.json"] == heads
        fault = 'c.json: cả tệp: không phải JSON hợp lệ từ dòng 1, cột 2, gần ""'
        assert told.out.splitlines()[-4:] == [
            "",
            "4 tệp: 1 không có lỗi, 1 có lỗi, 2 không xử lý được.",
            f"    {fault}",
            "    khong-co.json: không có tệp khong-co.json",
        ]
        assert [f"lỗi: {fault}", "lỗi: khong-co.json: không có tệp khong-co.json"] == told.err.splitlines()

    @pytest.mark.parametrize(
        ("contents", "code"),
        [
            ([CLEAN, CLEAN], 0),
            ([CLEAN, ERRORS], 1),
            ([ERRORS, BROKEN], 2),
            ([BROKEN, CLEAN], 2),
        ],
    )
    def test_the_exit_code_is_that_of_the_worst(self, contents: list[bytes], code: int) -> None:
        """Whatever comes after it."""
        made(**{f"x__{number}_json": content for number, content in enumerate(contents)})
        assert code == main(["check", "x"])

    def test_a_folder_of_one_file_is_told_as_a_folder(self, capsys: Captured) -> None:
        """How much lies in a folder does not change what a program gets."""
        made(x__a_json=CLEAN)
        assert main(["check", "x", "--format", "json"]) == 0
        assert [str(Path("x/a.json"))] == [each["file"] for each in json.loads(capsys.readouterr().out)]

    def test_json_is_one_array(self, capsys: Captured) -> None:
        """Each element as if it were alone, or with its faults; the sum is for people and goes elsewhere."""
        names = made(a_json=ERRORS, b_json=b'{"format": "x\xe2\x80\xa8"}', c_json=CLEAN)
        main(["check", "a.json", "--format", "json"])
        alone = json.loads(capsys.readouterr().out)
        assert main(["check", *names, "d.json", "--format", "json"]) == 2
        told = capsys.readouterr()
        first, second, third, fourth = json.loads(told.out)
        assert json.dumps([first, second, third, fourth], ensure_ascii=False, indent=2) + "\n" == told.out
        assert alone == first
        assert ["b.json", "format", "wrong_format"] == [second["file"], *list(second["faults"][0].values())[:2]]
        assert second["faults"][0]["message"].startswith("format: đây không phải tệp báo cáo")
        assert "c.json" == third["file"]
        assert {
            "file": "d.json",
            "faults": [{"path": "", "kind": None, "message": "không có tệp d.json"}],
        } == fourth
        assert "4 tệp: 1 không có lỗi, 1 có lỗi, 2 không xử lý được." in told.err.splitlines()

    def test_one_line_a_file(self, capsys: Captured) -> None:
        """What a reviewer of many communes looks at first; fields are parted by tabs outside a terminal."""
        names = made(a_json=ERRORS, b_json=BROKEN)
        assert main(["check", *names, "--format", "summary"]) == 2
        told = capsys.readouterr()
        rows = [line.split("\t") for line in told.out.splitlines()]
        assert ["a.json", "có lỗi", "1", "0", "UBND huyện", "năm 2021"] == rows[0]
        assert ["b.json", "không xử lý được", "", "", "", ""] == rows[1]
        assert 2 == len(rows)
        assert "2 tệp: 0 không có lỗi, 1 có lỗi, 1 không xử lý được." in told.err.splitlines()
        assert main(["check", "a.json", "--format", "summary"]) == 1
        assert "a.json\tcó lỗi\t1\t0\tUBND huyện\tnăm 2021\n" == capsys.readouterr().out

    def test_one_line_a_file_on_a_terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A table with heads; a name in brackets is no colour."""
        names = made(**{"[red]a_json": CLEAN, "b_json": CLEAN})
        terminal = Terminal()
        monkeypatch.setattr(sys, "stdout", terminal)
        assert main(["check", *names, "--format", "summary"]) == 0
        assert "Cơ quan" in terminal.getvalue()
        assert "[red]a.json" in terminal.getvalue()

    def test_a_mistake_of_the_program_costs_one_file(
        self, capsys: Captured, marked: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is named as one, and the others are done; a file alone shows where it is."""
        names = made(a_json=CLEAN, b_json=CLEAN)
        monkeypatch.setattr("cchc_core.plugins.found.check", lambda *_, **__: 1 / 0)
        assert main(["check", *names]) == 2
        assert "    b.json: phần mềm gặp sự cố (ZeroDivisionError: division by zero)" in capsys.readouterr().out
        with pytest.raises(ZeroDivisionError):
            main(["check", "b.json"])

    def test_a_reader_that_fails_is_named(self, capsys: Captured, marked: None) -> None:
        """It costs one file; alone, it is misuse and no traceback."""
        names = made(a_json=CLEAN, b_marked=b"MARK broken", c_marked=b"MARK missing")
        assert main(["check", *names]) == 2
        out = capsys.readouterr().out
        assert "marked 1.0) gặp lỗi ở bước “read”: ZeroDivisionError" in out
        assert '    c.marked: cần cài gói python-calamine: pip install "cchc[excel]"' in out
        assert "3 tệp: 1 không có lỗi, 0 có lỗi, 2 không xử lý được." in out
        assert main(["check", "b.marked"]) == 2
        assert "ZeroDivisionError" in capsys.readouterr().err

    def test_a_number_of_processes_is_a_whole_number(self, capsys: Captured) -> None:
        """Misuse is said in the chosen language."""
        for number in ("0", "hai"):
            assert main(["check", "a.json", "--jobs", number]) == 2
            assert "lỗi: --jobs phải là một số nguyên không nhỏ hơn 1" in capsys.readouterr().err


class TestKnownFormats:
    """Every command reads what a plugin reads."""

    def test_notices_are_warned_of_and_findings_name_the_cell(self, capsys: Captured, marked: None) -> None:
        """The officer is told where to look in the workbook."""
        (name,) = made(a_marked=b"MARK")
        assert main(["check", name]) == 1
        told = capsys.readouterr()
        assert "cảnh báo: a.marked: Phụ lục II!P12: tệp rỗng" == told.err.strip()
        assert "tại ô: Phụ lục II!H12 (procedures.online.total.received)" in told.out

    def test_standard_input_may_be_of_any_format(
        self, capsys: Captured, marked: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """It is known by its content."""
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"MARK")))
        assert main(["export", "-", "--to", "json"]) == 1
        assert EXAMPLE.read_bytes() == Path("ket-qua/bao-cao.json").read_bytes()

    def test_a_missing_extra_is_a_sentence(self, capsys: Captured, marked: None) -> None:
        """In the chosen language, with the command that installs it."""
        assert main(["check", *made(a_marked=b"MARK missing"), "--lang", "en"]) == 2
        expected = 'error: the package python-calamine is needed: pip install "cchc[excel]"\n'
        assert expected == capsys.readouterr().err

    @pytest.mark.parametrize("words", [["--in-place"], ["-o", "a.marked", "--force"]])
    def test_what_is_not_json_is_never_overwritten(self, words: list[str], capsys: Captured, marked: None) -> None:
        """The corrected report is JSON, and goes into a file of its own."""
        made(a_marked=b"MARK")
        assert main(["fix", "a.marked", "--accept", "ONL-001", *words]) == 2
        assert "a.marked không phải tệp JSON nên không bị ghi đè; hãy bỏ --in-place" in capsys.readouterr().err
        assert b"MARK" == Path("a.marked").read_bytes()

    def test_a_corrected_workbook_becomes_json(self, capsys: Captured, marked: None) -> None:
        """Beside the original, with its log."""
        made(a_marked=b"MARK")
        main(["fix", "a.marked", "--accept", "ONL-001"])
        fixed = json.loads(Path("a.da-sua.json").read_bytes())
        assert 19042 == fixed["procedures"]["online"]["total"]["received"]
        assert "cảnh báo: a.marked: Phụ lục II!P12" in capsys.readouterr().err


class TestExporting:
    """``cchc export`` of many files."""

    def test_one_bad_file_among_good_ones(self, capsys: Captured) -> None:
        """The others are written, each in its folder, and the bad one is listed."""
        made(x__1__a_json=CLEAN, x__2__a_json=BROKEN, x__3__a_json=CLEAN)
        assert main(["export", "x", "--to", "json", "--to", "markdown"]) == 2
        written = sorted(path.as_posix() for path in Path("ket-qua").rglob("*.*"))
        assert [f"ket-qua/{folder}/a.{suffix}" for folder in "13" for suffix in ("json", "md")] == written
        out = capsys.readouterr().out
        assert f"đã ghi {Path('ket-qua/1/a.json')}" in out
        assert "3 tệp: 2 không có lỗi, 0 có lỗi, 1 không xử lý được." in out

    def test_two_reports_of_one_name_do_not_overwrite_each_other(self, capsys: Captured, marked: None) -> None:
        """The later one is refused, and the file named that it would have met."""
        made(x__a_json=CLEAN, x__a_marked=b"MARK", x__b_json=CLEAN)
        assert main(["export", "x", "--to", "markdown"]) == 2
        out = capsys.readouterr().out
        assert f"    {Path('x/a.marked')}: {Path('ket-qua/a.md')} đã dành cho kết quả của {Path('x/a.json')}" in out
        assert "3 tệp: 2 không có lỗi, 0 có lỗi, 1 không xử lý được." in out
        assert ["a.md", "b.md"] == sorted(path.name for path in Path("ket-qua").iterdir())

    def test_no_report_is_overwritten_by_the_result_of_another(self, capsys: Captured, marked: None) -> None:
        """Not even if it is read first."""
        names = made(x__b_marked=b"MARK", x__b_json=CLEAN)
        assert main(["export", *names, "--to", "json", "-o", "x"]) == 2
        over = f"{Path('x/b.json')} chính là tệp đầu vào"
        assert f"    {Path('x/b.marked')}: {over}" in capsys.readouterr().out
        assert CLEAN == Path("x/b.json").read_bytes()

    def test_one_line_a_file(self, capsys: Captured) -> None:
        """Files are written all the same."""
        made(x__a_json=CLEAN, x__b_json=CLEAN)
        assert main(["export", "x", "--to", "json", "--format", "summary"]) == 0
        assert 2 == len(capsys.readouterr().out.splitlines())
        assert 2 == len(list(Path("ket-qua").iterdir()))

    def test_what_cannot_be_written_is_a_fault_of_one_file(self, capsys: Captured) -> None:
        """A folder stands where its result should be."""
        made(x__a_json=CLEAN, x__b_json=CLEAN)
        Path("ket-qua/a.json").mkdir(parents=True)
        assert main(["export", "x", "--to", "json"]) == 2
        assert f"    {Path('x/a.json')}: không ghi được {Path('ket-qua/a.json')}" in capsys.readouterr().out
        assert Path("ket-qua/b.json").is_file()


class TestProcesses:
    """The same in several processes."""

    def test_any_number_of_processes_says_and_writes_the_same(self, capsys: Captured) -> None:
        """The settings of the site hold in each of them."""
        made(x__a_json=ERRORS, x__b_json=CLEAN, x__c_json=BROKEN, x__d_json=EXAMPLE.read_bytes())
        Path("cchc.toml").write_text('rules.off = ["DOS-002"]\n', encoding="utf-8")
        told, written = [], []
        for number in "12":
            code = main(["export", "x", "--jobs", number])
            told.append((code, *capsys.readouterr()))
            files = [path for path in Path("ket-qua").rglob("*") if path.is_file()]
            written.append({path: path.read_bytes() for path in files})
            for path in files:
                path.unlink()
        assert told[0] == told[1]
        assert written[0] == written[1]
        assert 12 == len(written[0])
        assert "4 tệp: 2 không có lỗi, 1 có lỗi, 1 không xử lý được." in told[0][1]

    def test_a_file_that_kills_its_process_is_named_and_the_rest_is_done(self, capsys: Captured, marked: None) -> None:
        """As when the system ends the largest process for want of memory."""
        made(x__a_json=CLEAN, x__b_marked=b"MARK deadly", x__c_json=CLEAN, x__d_marked=b"MARK")
        assert main(["check", "x", "--jobs", "2"]) == 2
        out = capsys.readouterr().out
        assert "4 tệp: 2 không có lỗi, 1 có lỗi, 1 không xử lý được." in out
        assert f"    {Path('x/b.marked')}: tiến trình xử lý tệp này chết giữa chừng (mã 9)" in out

    def test_results_are_in_order_though_processes_die(self) -> None:
        """Exactly those they died of are lost; a thread may wait for them."""

        def squares() -> list[int]:
            return list(in_order(begin_to_square, range(12), 2, lambda number, code: -number * (code or 0)))

        with ThreadPoolExecutor(1) as thread:
            assert [0, 1, -18, 9, 16, 25, 36, -63, 64, 81, 100, 121] == thread.submit(squares).result()

    def test_nobody_runs_far_ahead(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Results that wait for a slow one before them do not fill the memory."""
        monkeypatch.setattr(processes, "_AHEAD", 1)
        first, second, third, _ = in_order(begin_to_tarry, range(4), 2, lambda *_: 0)
        assert second < first < third

    def test_a_death_between_two_items_costs_neither(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The next item goes to another process; each is deaf to Ctrl-C from its first moment on."""
        monkeypatch.setattr(processes, "_AHEAD", 1)
        deaf = os.name != "nt"
        with closing(in_order(begin_to_leave, [0, 1], 1, lambda number, _: (-1, deaf))) as results:
            first = next(results)
            time.sleep(0.5)
            assert [(0, deaf), (1, deaf)] == [first, next(results)]

    def test_processes_that_cannot_begin_are_given_up(self, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        """They would only die again; the way out is named."""
        with pytest.raises(NoProcessError):
            list(in_order(begin_never, range(9), 2, lambda number, _: number))

        def refuse(*_: object) -> None:
            raise NoProcessError

        monkeypatch.setattr(many, "in_order", refuse)
        assert main(["check", *made(a_json=CLEAN, b_json=CLEAN), "--jobs", "2"]) == 2
        assert "hãy chạy lại với --jobs 1" in capsys.readouterr().err

    def test_where_no_process_can_be_started_none_is_waited_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """As on a machine that has as many as it may."""

        def refuse(_: object) -> None:
            raise OSError(11, "Resource temporarily unavailable")

        monkeypatch.setattr("multiprocessing.context.SpawnProcess.start", refuse)
        with pytest.raises(NoProcessError):
            list(in_order(begin_to_square, range(9), 2, lambda number, _: number))

    def test_who_does_not_end_in_time_is_ended(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Nobody is left behind."""
        monkeypatch.setattr(processes, "_GRACE", 0)
        results = in_order(begin_to_sleep, range(9), 1, lambda number, _: number)
        process = next(results)
        before = time.monotonic()
        results.close()
        assert time.monotonic() - before < 5
        with pytest.raises(OSError):
            os.kill(process, 0)

    def test_what_a_process_does(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is deaf to Ctrl-C, says that it is ready, answers each item, and ends when nobody is there."""
        (name,) = made(a_json=ERRORS)
        site = site_of(None, "vi")
        heard: list[tuple[object, object]] = []
        monkeypatch.setattr(signal, "signal", lambda *words: heard.append(words))
        near, far = Pipe()
        begin = many._Begin(task=Checking(form="summary", every=False), config=b"", lang=site.lang)
        with ThreadPoolExecutor(1) as thread:
            done = thread.submit(processes._live, begin, far)
            assert near.recv() is None
            near.send(Input(name=name, place=Path("a")))
            assert ("1", "0", "UBND huyện", "năm 2021") == near.recv().fields
            near.close()
            assert done.result() is None
        assert [(signal.SIGINT, signal.SIG_IGN)] == heard
        near, far = Pipe()
        near.close()
        processes.serve(begin_to_square, far)

    @pytest.mark.parametrize(
        ("files", "asked", "used"),
        [(3, [], []), (4, [], [2]), (20, [], [4]), (3, ["--jobs", "8"], [3]), (5, ["--jobs", "1"], [])],
    )
    def test_how_many_processes_there_are(
        self, files: int, asked: list[str], used: list[int], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Only as many as pay, unless it is said; never more than files."""
        counts: list[int] = []

        def here(begin: many._Begin, items: tuple[Input, ...], jobs: int, _: object) -> Iterator[Outcome]:
            counts.append(jobs)
            return map(begin(), items)

        monkeypatch.setattr(Checking, "WORTH", 2)
        monkeypatch.setattr(many, "usable", lambda: 4)
        monkeypatch.setattr(many, "in_order", here)
        made(**{f"x__{number}_json": CLEAN for number in range(files)})
        assert 0 == main(["check", "x", *asked])
        assert used == counts

    @pytest.mark.skipif(os.name == "nt", reason="signals to groups of processes")
    @pytest.mark.parametrize(
        ("number", "code", "said"), [(signal.SIGINT, 130, "đã dừng theo yêu cầu"), (signal.SIGKILL, -9, "")]
    )
    def test_nobody_is_left_behind(self, number: signal.Signals, code: int, said: str) -> None:
        """Ctrl-C, which reaches every process, ends in a sentence; so do the others if the first of them is killed."""
        made(**{f"x__{number}_json": EXAMPLE.read_bytes() for number in range(200)})
        running = subprocess.Popen(
            [sys.executable, "-m", "cchc_core", "check", "x", "--jobs", "2", "--format", "summary"],
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            preexec_fn=_heeds_ctrl_c,  # noqa: PLW1509 - it only sets a signal
        )
        assert running.stdout is not None
        assert running.stdout.readline()
        if number == signal.SIGINT:
            os.killpg(running.pid, number)
        else:
            running.kill()
        _, err = running.communicate(timeout=30)
        assert (code, said) == (running.returncode, err.decode().strip())
        assert _is_soon_gone(running.pid)


def _heeds_ctrl_c() -> None:
    """Undo what a shell does to processes that it starts in the background: they pass over Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _is_soon_gone(group: int) -> bool:
    """Wait until no process of a group is left, at most some seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Make standard error a terminal."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    return terminal


class TestProgress:
    """A bar for whoever waits at a terminal."""

    def test_it_counts_on_standard_error_and_is_gone_at_the_end(
        self, capsys: Captured, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """What goes to standard output is as it always is."""
        terminal = at_a_terminal(monkeypatch)
        names = made(a_json=CLEAN, b_json=CLEAN, c_json=BROKEN, d_json=CLEAN)
        assert main(["check", *names]) == 2
        drawn = terminal.getvalue()
        assert "4/4" in drawn
        assert "d.json" in drawn
        assert drawn.index("2/4") < drawn.index("lỗi: c.json") < drawn.index("4/4")
        assert drawn.endswith("\x1b[2K")
        assert "\x1b" not in capsys.readouterr().out

    def test_results_on_the_same_terminal_are_not_mixed_with_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The bar is taken away before anything is printed."""
        terminal = at_a_terminal(monkeypatch)
        monkeypatch.setattr(sys, "stdout", terminal)
        main(["check", *made(a_json=CLEAN, b_json=CLEAN, c_json=CLEAN, d_json=CLEAN)])
        for line in terminal.getvalue().splitlines():
            assert not ("━" in line and "Không phát hiện" in line)
        assert 4 == terminal.getvalue().count("Không phát hiện mâu thuẫn.")

    @pytest.mark.parametrize(("files", "term"), [(3, "xterm"), (4, "dumb")])
    def test_it_is_not_drawn_for_few_files_or_where_nothing_can_be_drawn(
        self, files: int, term: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Only what has to be said is said."""
        terminal = at_a_terminal(monkeypatch)
        monkeypatch.setenv("TERM", term)
        main(["check", *made(**{f"{number}_json": CLEAN for number in range(files)})])
        assert "" == terminal.getvalue()

    def test_it_is_not_drawn_into_a_log(self, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        """A log has no room for it, and what draws is not even loaded."""
        monkeypatch.setitem(sys.modules, "rich.console", None)
        main(["check", *made(**{f"{number}_json": CLEAN for number in range(5)})])
        assert "" == capsys.readouterr().err
