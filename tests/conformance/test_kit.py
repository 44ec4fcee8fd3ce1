"""The kit's own parts: how it reads files, what it watches, how a suite is made."""

from __future__ import annotations

import datetime as dt
import io
import json
import logging
import os
import random
import re
import sys
import threading
import time
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any
from unicodedata import normalize
from unittest import SkipTest

import broken_exporters
import broken_readers
import pytest
from attrs import evolve, frozen

from cchc_core.checks import marks_of
from cchc_core.plugins import Exporter, ExportJob, option
from cchc_core.report import Tier
from cchc_core.testing.conformance import (
    ConformanceError,
    Demand,
    ExporterConformance,
    FormConformance,
    ReaderConformance,
    Verdict,
    VerdictStatus,
)
from cchc_core.testing.conformance.asking import Watched
from cchc_core.testing.conformance.declared import DeclaredChecks
from cchc_core.testing.conformance.purity import Asked, called_at_once, called_elsewhere, traced, undone, watched
from cchc_core.testing.conformance.purity.elsewhere import main
from cchc_core.testing.conformance.purity.watching import note_builtin
from cchc_core.testing.conformance.suite import Conformance, NotAsked, Raised, demand, demands_of
from cchc_core.testing.conformance.text import (
    faults_of,
    holds_negative,
    holds_number,
    is_known,
    marked_text_of,
    surroundings,
    text_of,
    took_effect,
)
from cchc_core.testing.conformance.text.media import family_of
from cchc_core.testing.conformance.text.sheets import shown_number

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(*parts: tuple[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return out.getvalue()


def sheet(cells: str) -> tuple[str, str]:
    return "xl/worksheets/sheet1.xml", f"<worksheet {_MAIN}><sheetData><row>{cells}</row></sheetData></worksheet>"


class TestText:
    """What stands in a file."""

    @pytest.mark.parametrize(
        ("media_type", "content", "text"),
        [
            ("application/json", b'{"a": [null, true, 1.50]}', ["a", "True", "1.50"]),
            ("text/csv; charset=utf-8", b"a;b\r\n1,5;2\r\n", ["a", "b", "1,5", "2"]),
            ("text/xml", b"<r><a>1</a>2</r>", ["1", "2"]),
            ("text/markdown", rb"\*a\* &lt;b&gt; \&lt;", ["*a*", "<b>", "&lt;"]),
            ("text/asciidoc", rb"\*a\* <b>", ["*a*", "<b>"]),
            ("application/yaml", rb'"\u0110\u1ea5t\n\x07"', ['"Đất', '"']),
            ("application/x+yaml", rb'"\\new" \U99999999', ['"', 'new"', r"\U99999999"]),
            ("application/toml", rb'a = "\U00000062"', ["a", "=", '"b"']),
            ("text/html", b"<p title=x>a<script>b</script></p></script>c<br/>", ["x", "a", "c"]),
            (DOCX, zipped(("word/document.xml", f"<w:d {_WORD}><w:p><w:t>1</w:t><w:t>9</w:t></w:p></w:d>")), ["19"]),
            (ODT, zipped(("content.xml", "<d>19</d>"), ("x.png", "")), ["19"]),
        ],
    )
    def test_of_each_kind(self, media_type: str, content: bytes, text: list[str]) -> None:
        """Read with nothing but the standard library."""
        assert is_known(media_type)
        assert text_of(content, media_type).split() == text
        assert text[-1][-1] in marked_text_of(content, media_type)

    def test_of_an_unknown_kind(self) -> None:
        """Only the author knows how to read it."""
        assert not is_known("application/pdf")
        with pytest.raises(LookupError, match="override extract"):
            text_of(b"", "application/pdf")

    def test_of_a_workbook_of_few_parts(self) -> None:
        """Without styles or shared texts, with text in the cell, a truth value and an error."""
        content = zipped(
            sheet('<c t="inlineStr"><is><t>a</t></is></c><c s="7"><v>1.5</v></c><c t="b"><v>1</v></c><c/>')
        )
        assert text_of(content, XLSX).splitlines() == ["a", "1.5", "1"]
        assert marked_text_of(content, XLSX).splitlines() == ["a ", "1.5 ", "1 "]

    def test_of_a_workbook_with_a_look_that_is_not_there(self) -> None:
        """A number of a fill beyond the last, and no fonts at all."""
        styles = f'<styleSheet {_MAIN}><fills/><cellXfs><xf numFmtId="2" fillId="9"/></cellXfs></styleSheet>'
        content = zipped(sheet("<c><v>97.6</v></c>"), ("xl/styles.xml", styles))
        assert marked_text_of(content, XLSX).split() == ["97.60"]

    def test_comments_are_marks(self) -> None:
        """A comment belongs to its cell; other relations of a sheet do not."""
        links = (
            '<R><r Type="x/comments" Target="../comments1.xml"/><r Type="x/comments" Target="../gone.xml"/>'
            '<r Type="x/drawing" Target="../comments1.xml"/></R>'
        )
        comments = f'<comments {_MAIN}><commentList><comment ref="A1"><t>sai</t></comment></commentList></comments>'
        content = zipped(
            sheet('<c r="A1"><v>5</v></c>'),
            ("xl/worksheets/_rels/sheet1.xml.rels", links),
            ("xl/comments1.xml", comments),
        )
        assert text_of(content, XLSX) == "5 sai"

    @pytest.mark.parametrize(
        ("value", "code", "shown"),
        [("5", "", "5"), ("5", "General", "5"), ("97.6", "0.00;[Red]-0.00", "97.60"), ("5", r"0\%", "5%")],
    )
    def test_numbers_as_they_are_shown(self, value: str, code: str, shown: str) -> None:
        """A format that says nothing leaves the number as it is; of several the first one counts."""
        assert shown_number(value, code) == shown

    @pytest.mark.parametrize(
        ("media_type", "family"), [("application/x+xml", "xml"), ("application/x+zip", "zip"), ("text/x", "text")]
    )
    def test_families(self, media_type: str, family: str) -> None:
        """Known by how they begin or end."""
        assert family_of(media_type) == family

    def test_what_stands_around_a_number(self) -> None:
        """As far as the figures beside it, and over a dozen lines at most."""
        text = "rule: A\nx: 1.700\nrule: B\n" + "y\n" * 20 + "z: 18"
        assert surroundings(text, 18, [1700, 18]) == {("y\n" * 11 + "z: ", "")}
        assert surroundings(text, 1700, [1700, 18]) == {("rule: A\nx: ", "\nrule: B\n" + "y\n" * 10)}
        assert surroundings("18 18", 18, [18]) == {("", " "), (" ", "")}

    def test_numbers_in_any_notation(self) -> None:
        """With a point, a comma, a space of any width or nothing between thousands; never as a part of another."""
        for text in ("19.024,50", "19,024.50", "19024.50", "19\u00a0024,50", "19 024.50", "19024,50"):
            assert holds_number(text, Decimal("19024.50"))
        for text in ("119.024,50", "19.024,5", "19.024,500", "1.219.024,50"):
            assert not holds_number(text, Decimal("19024.50"))
        assert holds_negative("\u2212 18", -18)
        assert not holds_negative("(18", -18)


class TestFaults:
    """What keeps a file from being one of its format."""

    @pytest.mark.parametrize(
        ("media_type", "content", "fault"),
        [
            ("application/json", b"{", "JSONDecodeError"),
            ("text/xml", b"<a>", "ParseError"),
            ("text/csv", b'"a', "unexpected end"),
            ("text/plain", b"\xff", "UnicodeDecodeError"),
            ("text/plain", b"a\x00", "control character"),
            ("application/yaml", b"a\x00", "control character"),
            ("text/html", b"<p id=a id=b>", "<p> has id twice"),
            ("text/html", b"<div><p>a</div></b>", "</b> closes nothing"),
            ("text/html", b"<div><b>", "<div> is never closed"),
            (DOCX, b"PK", "BadZipFile"),
            (DOCX, zipped(("a.xml", "<a>")), "ParseError"),
        ],
    )
    def test_are_named(self, media_type: str, content: bytes, fault: str) -> None:
        """In a few words."""
        assert fault in " ".join(faults_of(content, media_type))

    @pytest.mark.filterwarnings("ignore:Duplicate name")
    def test_of_a_container(self) -> None:
        """A part that is there twice, and one whose bytes were changed."""
        assert faults_of(zipped(("a", "1"), ("a", "2")), DOCX) == ["the part a stands twice"]
        assert faults_of(zipped(("a", "12345")).replace(b"12345", b"12346", 1), DOCX) == ["the part a is broken"]

    def test_of_none(self) -> None:
        """A sound page, with what may stay open and what has no end, and a format that nobody knows here."""
        assert faults_of(b"<html><body><p>a<br></br><img/><i/></body></html>", "text/html") == []
        assert faults_of(b"", "application/pdf") == []
        assert faults_of(b"<a/>", "text/xml") == []
        assert holds_negative("(18)", -18)

    @pytest.mark.parametrize(
        ("media_type", "content"),
        [
            (XLSX, zipped(sheet("<c><f>1+zqevil</f></c>"))),
            ("text/csv", b"a,=zqevil\r\n"),
            ("text/html", b"<zqevil>"),
            ("text/xml", b"<a><zqevil/></a>"),
            ("text/markdown", b"a <zqevil>"),
        ],
    )
    def test_text_that_took_effect(self, media_type: str, content: bytes) -> None:
        """It became a formula or an element; escaped, it does not."""
        assert len(took_effect(content, media_type, "zqevil")) == 1
        assert took_effect(content, media_type, "other") == []
        assert took_effect(content, "application/json", "zqevil") == []
        assert took_effect(b"<zqevil>", "text/asciidoc", "zqevil") == []


def _in_a_thread() -> None:
    asking = threading.Thread(target=time.time)
    asking.start()
    asking.join()


class TestWatching:
    """What a call asks for."""

    @pytest.mark.parametrize(
        ("call", "kind"),
        [
            (date.today, Asked.CLOCK),
            (lambda: time.strftime("%Y"), Asked.CLOCK),
            (_in_a_thread, Asked.CLOCK),
            (lambda: random.choice("ab"), Asked.CHANCE),  # noqa: S311 - what is to be seen
            (lambda: random.SystemRandom().random(), Asked.CHANCE),
            (os.getcwd, Asked.ENVIRONMENT),
            (lambda: list(os.environ), Asked.ENVIRONMENT),
            (lambda: list(Path().iterdir()), Asked.FILES),
            (lambda: Path("pyproject.toml").read_bytes(), Asked.FILES),
            (lambda: os.close(os.open(os.devnull, os.O_WRONLY)), Asked.FILES),
        ],
    )
    def test_is_seen(self, call: Callable[[], object], kind: Asked) -> None:
        """Wherever and however it asks."""
        asked = watched(call)
        assert asked.pop(kind)
        assert not any(asked.values())

    @pytest.mark.parametrize(
        "call",
        [
            lambda: time.gmtime(0),
            lambda: date.fromisoformat("2021-12-14"),
            lambda: random.Random(7).random(),  # noqa: S311 - no secret
            lambda: Path(os.__file__).read_bytes(),
            lambda: Path(pytest.__file__).read_bytes(),
            lambda: os.close(os.dup(os.open(Path(os.__file__), os.O_RDONLY))),
            lambda: logging.getLogger("thu").handle(logging.makeLogRecord({"levelno": 0})),
        ],
    )
    def test_is_no_alarm(self, call: Callable[[], object]) -> None:
        """A time that is given, a seed that is given, files of packages."""
        assert not any(watched(call).values())

    def test_a_module_that_is_not_there(self) -> None:
        """Is looked for again and again."""

        def call() -> None:
            with pytest.raises(ImportError):
                __import__("khong_co_goi_nay")

        call()
        assert not watched(call)[Asked.FILES]

    def test_a_module_that_is_imported_late(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Its file is read to run it, wherever it lies."""
        (tmp_path / "thu_nhap_muon.py").write_text("x = 1", encoding="utf-8")
        monkeypatch.syspath_prepend(str(tmp_path))
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
        assert not watched(lambda: __import__("thu_nhap_muon"))[Asked.FILES]

    def test_what_the_log_asks_on_its_own_account(self) -> None:
        """A record of the log has the time in it; that there is one is told otherwise."""
        seen: dict[Asked, dict[str, None]] = {each: {} for each in Asked}

        def ask(_: logging.LogRecord) -> bool:
            note_builtin(seen, sys._getframe(1), time.time)
            return False

        log = logging.getLogger("thu.rieng")
        log.addFilter(ask)
        log.warning("a")
        log.removeFilter(ask)
        assert not seen[Asked.CLOCK]

    def test_another_thread_is_let_alone(self) -> None:
        """One that was there before opens what it likes."""
        go, done = threading.Event(), threading.Event()

        def other() -> None:
            go.wait()
            Path("pyproject.toml").read_bytes()
            done.set()

        running = threading.Thread(target=other)
        running.start()

        def call() -> None:
            go.set()
            done.wait()

        assert not watched(call)[Asked.FILES]
        running.join()

    @pytest.mark.parametrize(
        ("called", "kind"),
        [
            (time.time, Asked.CLOCK),
            (dt.datetime.now, Asked.CLOCK),
            (random.random, Asked.CHANCE),
            (random.SystemRandom().random, Asked.CHANCE),
            (os.getpid, Asked.ENVIRONMENT),
            (random.Random(7).random, None),  # noqa: S311 - no secret
            (dt.date.fromisoformat, None),
            (len, None),
        ],
    )
    def test_builtin_functions_are_known(self, called: Callable[..., object], kind: Asked | None) -> None:
        """By what they are, whatever name they were imported under."""
        seen: dict[Asked, dict[str, None]] = {each: {} for each in Asked}
        note_builtin(seen, sys._getframe(), called)
        assert [each for each, found in seen.items() if found] == ([] if kind is None else [kind])
        assert all("test_kit.py:" in what for found in seen.values() for what in found)

    def test_an_open_file_is_no_new_one(self) -> None:
        """One that is open already is only wrapped."""
        descriptor = os.open(os.devnull, os.O_RDONLY)
        assert not watched(lambda: open(descriptor, "rb").close())[Asked.FILES]  # noqa: PTH123


class TestTraces:
    """What a call leaves behind."""

    def test_is_told_and_put_right(self) -> None:
        """Output, warnings of the log, warnings, and the state of the process."""

        def call() -> None:
            sys.stderr.write("a\n")
            logging.getLogger("thu").warning("b")
            logging.getLogger("thu").handle(logging.getLogger("thu").makeRecord("thu", 20, "", 0, "c", (), None))
            warnings.warn("d", UserWarning, stacklevel=1)
            sys.setrecursionlimit(sys.getrecursionlimit() + 1)
            logging.disable(logging.INFO)
            sys.path.append("e")
            sys.excepthook = lambda *_: None

        limit, path, hook = sys.getrecursionlimit(), list(sys.path), sys.excepthook
        traces = traced(call)
        assert traces.printed[:2] == ("log of thu: b", "a")
        assert traces.warned == ("UserWarning: d",)
        assert traces.changed == ("sys.path", "recursion limit", "logging", "sys.excepthook")
        assert (limit, path, hook) == (sys.getrecursionlimit(), sys.path, sys.excepthook)
        assert logging.root.manager.disable == 0

    def test_is_put_right_after_an_error_too(self) -> None:
        """And the error goes on."""
        before = Path.cwd()

        def call() -> None:
            with undone():
                os.chdir("/")
                raise KeyError

        with pytest.raises(KeyError):
            call()
        assert Path.cwd() == before


class TestElsewhere:
    """Another process, and several threads."""

    def test_what_it_prints_and_what_fails_there(self) -> None:
        """Its output is kept; an error is told; a process that ends without a word is no success."""
        assert [each.printed for each in called_elsewhere(print, ["a"])] == ["a\n"] * 2
        assert {each.failure for each in called_elsewhere(int, ["x"])} == {
            "ValueError: invalid literal for int() with base 10: 'x'"
        }
        assert {each.failure for each in called_elsewhere(os._exit, [3])} == {"exit code 3"}

    def test_one_that_never_ends(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """It is given up."""
        monkeypatch.setattr("cchc_core.testing.conformance.purity.elsewhere._LIMIT", 0.2)
        assert {each.failure for each in called_elsewhere(time.sleep, [60])} == {"exit code -9"}

    def test_the_other_side(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """It reads a call and writes what came of it."""
        import pickle  # noqa: PLC0415 - only here

        monkeypatch.setattr(sys, "path", list(sys.path))
        call = pickle.dumps(sys.path) + pickle.dumps((abs, (-1, 2)))
        (tmp_path / "call").write_bytes(call)
        main([str(tmp_path / "call"), str(tmp_path / "made")])
        assert pickle.loads((tmp_path / "made").read_bytes()) == ((1, 2), "")  # noqa: S301 - pickled above
        (tmp_path / "call").write_bytes(pickle.dumps(sys.path) + pickle.dumps((abs, ("x",))))
        main([str(tmp_path / "call"), str(tmp_path / "made")])
        assert pickle.loads((tmp_path / "made").read_bytes())[1].startswith("TypeError")  # noqa: S301 - pickled above

    def test_threads_run_at_once(self) -> None:
        """Each waits for the others, so none can be first and last."""
        met = threading.Barrier(3)
        assert sorted(called_at_once(lambda _: met.wait(timeout=20), [0, 0, 0])) == [0, 1, 2]


class Numbers(Conformance[int]):
    """A suite of its own."""

    number = 0

    @property
    def subject(self) -> object:
        """The number."""
        return self.number

    @property
    def subject_name(self) -> str:
        """The number in words."""
        return f"number {self.number}"

    def _prepared(self) -> int:
        return self.number

    @demand("Add to it.", may_be_waived=True)
    def test_is_large(self) -> Iterator[str]:
        """It is more than two."""
        if self.bench <= 2:
            yield f"{self.bench} is small"

    @demand("Take another.", needs=("is_large",))
    def test_is_even(self) -> Iterator[str]:
        """It is even."""
        if self.bench % 2:
            yield from (f"{self.bench} is odd" for _ in range(7))

    @demand("Take one below.", needs=("is_even",))
    def test_has_few_divisors(self) -> Iterator[str]:
        """It has few divisors, if that is asked at all."""
        if self.bench > 100:
            raise NotAsked("it is too large to say")
        if self.bench == 60:
            raise Raised("dividing 60", ZeroDivisionError("by nothing"))
        yield from ()


class TestSuites:
    """How a suite is made, run and told."""

    @staticmethod
    def _of(value: int, **waived: str) -> Numbers:
        class Given(Numbers):
            number = value

        Given.waived = waived
        return Given()

    def test_met(self) -> None:
        """Nothing is raised, under pytest or without it."""
        suite = self._of(4)
        suite.test_is_large()
        assert {verdict.status for verdict in suite.verdicts()} == {VerdictStatus.MET}
        assert [each.name for each in demands_of(Numbers)] == ["is_large", "is_even", "has_few_divisors"]
        assert Numbers.test_is_even.__doc__ == "It is even."
        assert Numbers.test_is_even.__name__ == "test_is_even"

    def test_failed(self) -> None:
        """The error names the subject, the demand, the first of what was seen, and how to mend it."""
        with pytest.raises(ConformanceError) as raised:
            self._of(7).test_is_even()
        assert str(raised.value).splitlines() == [
            "number 7 fails 1 of 1 checks",
            "is_even: It is even.",
            *["    seen: 7 is odd"] * 5,
            "    seen: and 2 more",
            "    mend: Take another.",
        ]

    def test_raised(self) -> None:
        """What the checked code raises is a failure, and says for what."""
        with pytest.raises(ConformanceError, match="seen: dividing 60: raised ZeroDivisionError: by nothing"):
            self._of(60).test_has_few_divisors()

    def test_not_reached(self) -> None:
        """A check that rests on a failed one, and one that is about nothing here, are skipped with the reason."""
        with pytest.raises(SkipTest, match="not reached: it rests on is_large, which failed; mend that first"):
            self._of(2).test_is_even()
        with pytest.raises(SkipTest, match="not reached: it rests on is_large, which failed; mend that first"):
            self._of(2).test_has_few_divisors()
        with pytest.raises(SkipTest, match="not reached: it rests on is_large, which is waived"):
            self._of(0, is_large="zero is small").test_is_even()
        with pytest.raises(SkipTest, match="not reached: it is too large to say"):
            self._of(200).test_has_few_divisors()

    def test_waived(self) -> None:
        """With its reason, if it may be waived and is not met."""
        with pytest.raises(SkipTest, match="waived: zero is small"):
            self._of(0, is_large="zero is small").test_is_large()
        assert self._of(9, is_even="odd is fine").verdict("is_even").seen == (
            "waived (odd is fine), which it may not be",
        )
        assert self._of(4, is_large="not asked").verdict("is_large").seen == ("waived, though it is met; take it out",)

    def test_what_is_waived_must_be_a_check(self) -> None:
        """A misspelt name would waive nothing."""
        with pytest.raises(ValueError, match="waived names no check: is_lareg"):
            self._of(4, is_lareg="sai").test_is_large()

    def test_verdicts_are_those_of_the_subject(self) -> None:
        """Another subject of the same class is checked anew."""
        suite = self._of(4)
        assert not suite.verdict("is_large").failed
        suite.number = 1
        assert suite.verdict("is_large").failed

    def test_a_base_says_nothing(self) -> None:
        """Whoever forgets to say what is checked is told."""
        base: Conformance[int] = Conformance()
        for name in ("subject", "subject_name", "bench"):
            with pytest.raises(NotImplementedError):
                getattr(base, name)
        with pytest.raises(NotImplementedError):
            base._prepared()
        with pytest.raises(NotImplementedError):
            Watched().call_everything()
        with pytest.raises(NotImplementedError):
            _ = DeclaredChecks[int]().declared
        with pytest.raises(TypeError, match="ExporterConformance needs exporter ="):
            ExporterConformance().test_name_is_free()
        with pytest.raises(TypeError, match="ReaderConformance needs reader ="):
            ReaderConformance().test_name_is_free()
        with pytest.raises(ConformanceError, match="is not a form"):
            FormConformance().test_it_is_a_form()

    def test_told_at_length_and_in_short(self) -> None:
        """What was seen is cut where it is too long, and stands below its line."""
        wanted = Demand(name="x", sentence="X.", mend="Y.")
        failed = Verdict(demand=wanted, status=VerdictStatus.FAILED, seen=("a\nb" + "c" * 700,))
        assert failed.describe().splitlines()[2].strip().startswith("bccc")
        assert failed.describe().splitlines()[2].endswith("…")
        waived = Verdict(demand=wanted, status=VerdictStatus.WAIVED, seen=("reason",))
        assert waived.describe() == "x: waived\n    reason"


class TestExporters:
    """What a suite for exporters is told."""

    def test_the_author_says_how_to_read_a_file(self) -> None:
        """As text with its marks."""

        class Packed(ExporterConformance):
            exporter = evolve(broken_exporters.SOUND, media_type="application/x-thu", suffix=".thu")
            extract = staticmethod(bytes.decode)

        suite = Packed()
        for name in ("every_count_is_there", "a_broken_figure_is_marked", "nothing_is_repaired"):
            assert suite.verdict(name).status is VerdictStatus.MET

    def test_an_extract_that_fails_is_told(self) -> None:
        """And so is a file in which there is no text."""

        class Failing(ExporterConformance):
            exporter = broken_exporters.SOUND
            extract = staticmethod(lambda content: str(content[10**9]))

        class Empty(ExporterConformance):
            exporter = broken_exporters.SOUND
            extract = staticmethod(lambda _: " ")

        assert "reading the text of the file: raised IndexError" in Failing().verdict("text_can_be_read").seen[0]
        assert Empty().verdict("text_can_be_read").seen == ("no text was found in the file",)

    @pytest.mark.parametrize(
        ("made", "failed"),
        [("text", ["gives_bytes"]), (None, ["gives_bytes", "file_is_well_formed"]), (b"", ["file_is_well_formed"])],
    )
    def test_what_is_no_file(self, made: Any, failed: list[str]) -> None:
        """Text, nothing at all, and an empty file are each told."""

        class Given(ExporterConformance):
            exporter = evolve(broken_exporters.SOUND, render=lambda _: made)

        assert [name for name in ("gives_bytes", "file_is_well_formed") if Given().verdict(name).failed] == failed

    def test_marks_may_stand_around_a_figure(self) -> None:
        """On lines of their own, above or below it; text in quotation marks loses no letters to its escapes."""

        class Yaml(ExporterConformance):
            exporter = evolve(
                broken_exporters.SOUND, suffix=".yaml", media_type="application/yaml", render=_as_yaml, options=None
            )
            examples = 2

        failed = [each.describe() for each in Yaml().verdicts() if each.failed]
        assert [each.partition(":")[0] for each in failed] == ["same_bytes_in_another_process"] * len(failed)

    @pytest.mark.parametrize("name", ["blanks", "zeros", "english"])
    def test_an_option_is_tried_with_all_sorts_of_reports(self, name: str) -> None:
        """Each of these shows with one sort of report alone."""

        class Chosen(ExporterConformance):
            exporter = evolve(broken_exporters.SOUND, render=_with_option, options=_OPTIONS[name])

        assert Chosen().verdict("every_option_makes_a_difference").status is VerdictStatus.MET

    def test_an_option_that_shows_elsewhere_is_waived(self) -> None:
        """With its reason; without one, it is told what was tried."""

        class Dead(ExporterConformance):
            (exporter,) = broken_exporters.BROKEN["every_option_makes_a_difference"]

        class Waived(Dead):
            waived: Mapping[str, str] = {"every_option_makes_a_difference": "only with charts"}

        (seen,) = Dead().verdict("every_option_makes_a_difference").seen
        assert seen.startswith("the option findings makes no difference; tried with a report in which every figure")
        assert "blanks, a zero, texts, findings and an annex" in seen
        assert Waived().verdict("every_option_makes_a_difference").status is VerdictStatus.WAIVED

    def test_of_options_only_switches_and_choices_must_make_a_difference(self) -> None:
        """A number may be one that no report reaches; each choice is tried, and one that shows is enough."""

        class Chosen(ExporterConformance):
            exporter = evolve(broken_exporters.SOUND, render=_with_choices, options=_Choices)

        (seen,) = Chosen().verdict("every_option_makes_a_difference").seen
        assert seen.startswith("the option idle makes no difference; tried with")

    def test_the_smallest_report_that_gives_a_broken_file_is_told(self) -> None:
        """What is wrong with the file, and the report, without what does not matter."""

        class Ringing(ExporterConformance):
            exporter = evolve(broken_exporters.SOUND, render=_ringing)
            examples = 4

        (seen,) = Ringing().verdict("any_report_is_rendered").seen
        assert seen.startswith("the drawn report Report(agency=")
        assert "procedures=Procedures(communes=23)): the control character" in seen

    def test_a_total_that_the_exporter_adds_up_itself_is_told(self) -> None:
        """It stands in the file whether the check has found anything or not; what was reported does not."""

        class Adding(ExporterConformance):
            exporter = evolve(broken_exporters.SOUND, render=_adding)

        assert Adding().verdict("nothing_is_repaired").seen == (
            "1.219.024 was reported and is not written; its parts add up to 1.219.042",
        )

    def test_every_row_that_has_a_name_is_asked_for(self) -> None:
        """By its path, in the areas of the report."""

        class Unnamed(ExporterConformance):
            exporter = evolve(broken_exporters.SOUND, render=_without_names)

        seen = Unnamed().verdict("every_row_is_named").seen
        assert "procedures.dossiers_by_field.fields[0].figures: 'Đất đai' is not there" in seen

    def test_an_error_names_a_line_of_the_exporter(self) -> None:
        """And the line of the library that it called."""

        class Calling(ExporterConformance):
            exporter = evolve(broken_exporters.SOUND, render=_calling)

        (seen,) = Calling().verdict("a_report_is_rendered").seen
        assert re.search(r"raised JSONDecodeError: .*\(.*test_kit\.py:\d+, in .*decoder\.py:\d+\)$", seen)

    def test_what_fails_in_another_process(self) -> None:
        """A function of this process alone, and one that fails there."""

        class Failing(ExporterConformance):
            exporter = evolve(broken_exporters.SOUND, render=_only_here)

        assert "hash seed 1" in Failing().verdict("same_bytes_in_another_process").seen[0]
        assert "RuntimeError: not here" in Failing().verdict("same_bytes_in_another_process").seen[0]


def _as_yaml(job: ExportJob) -> bytes:
    """Write figures with their marks above or below, in turns, and texts with every escape there is."""
    csv, marks = broken_exporters.Csv(), marks_of(job.result)
    lines = [f"{job.report.period.end.year}:"]
    for number, (label, path, value) in enumerate(broken_exporters.figures_of(job)):
        mark = [f"    rule: {each}" for each in marks.numbers(path)]
        figure = [f"  - label: {json.dumps(normalize('NFC', label))}", f"    value: {csv.value(job, path, value)}"]
        lines += [*figure[:1], *mark, *figure[1:]] if number % 2 else [*figure, *mark]
    return "\n".join([f"agency: {json.dumps(job.report.agency.name)}", *lines]).encode()


@frozen(kw_only=True)
class _Blanks:
    blanks: bool = option(default=False, vi="Ghi cả ô trống", en="Write blanks too")


@frozen(kw_only=True)
class _Zeros:
    zeros: bool = option(default=True, vi="Ghi cả số không", en="Write zeros too")


@frozen(kw_only=True)
class _English:
    english: bool = option(default=True, vi="Dịch nhãn sang tiếng Anh", en="Translate labels")


_OPTIONS: dict[str, type] = {"blanks": _Blanks, "zeros": _Zeros, "english": _English}


def _with_option(job: ExportJob) -> bytes:
    """Write paths and figures; an option lets some of them be left out."""
    written = [(path, value) for _, path, value in broken_exporters.figures_of(job)]
    if not getattr(job.options, "blanks", False):
        written = [(path, value) for path, value in written if value is not None]
    if not getattr(job.options, "zeros", True):
        written = [(path, value) for path, value in written if value != 0]
    head = "Figures" if job.lang == "en" and getattr(job.options, "english", True) else "Số liệu"
    return "\n".join([head, *(f"{path},{value}" for path, value in written)]).encode()


class _Order(Enum):
    PRINTED = "printed"
    AS_PRINTED = "as-printed"
    REVERSED = "reversed"


class _Idle(Enum):
    ONE = "one"
    OTHER = "other"


@frozen(kw_only=True)
class _Choices:
    order: _Order = option(default=_Order.PRINTED, vi="Thứ tự các dòng", en="The order of lines")  # noqa: RUF009 - it is a field
    idle: _Idle = option(default=_Idle.ONE, vi="Không làm gì", en="Does nothing")  # noqa: RUF009 - it is a field
    most: int = option(default=10**6, vi="Số dòng tối đa", en="The most lines there may be")


def _with_choices(job: ExportJob) -> bytes:
    """Write paths and figures, so many of them; one choice of the order is like the default."""
    options = job.options_as(_Choices)
    lines = [f"{path},{value}" for _, path, value in broken_exporters.figures_of(job)][: options.most]
    return "\n".join(["Số liệu", *(reversed(lines) if options.order is _Order.REVERSED else lines)]).encode()


def _ringing(job: ExportJob) -> bytes:
    """Ring the bell for every tier but one."""
    bell = b"" if job.report.agency.tier is Tier.DISTRICT else b"\x07"
    return broken_exporters.Csv().render(job) + bell


def _adding(job: ExportJob) -> bytes:
    """Write the sum of two levels where a total belongs."""
    online = job.report.procedures.online
    levels = [row.received for row in (online.district, online.commune) if row is not None and row.received is not None]
    total = online.total and online.total.revise(received=sum(levels))
    procedures = job.report.procedures.revise(online=evolve(online, total=total))
    return broken_exporters.Csv().render(evolve(job, report=job.report.revise(procedures=procedures)))


def _without_names(job: ExportJob) -> bytes:
    """Write the figures, and who reports."""
    figures = [str(value) for _, _, value in broken_exporters.figures_of(job)]
    return "\n".join([job.report.agency.name, *figures]).encode()


def _calling(job: ExportJob) -> bytes:
    """Let a library raise."""
    return bytes(json.loads(job.lang))


def _only_here(job: ExportJob) -> bytes:
    if os.environ.get("TZ") in {"WST10", "EST-14"}:
        raise RuntimeError("not here")
    return broken_exporters.Csv().render(job)


class TestReaders:
    """What a suite for readers is told."""

    def test_a_sample_is_enough(self) -> None:
        """A reader that writes neither forms nor notes is checked with a file of its author's."""
        file = broken_readers.SOUND.template
        assert file is not None

        class Plain(ReaderConformance):
            reader = evolve(broken_readers.SOUND, template=None, annotate=None)
            sample = broken_readers.EXAMPLE

        verdicts = Plain().verdicts()
        assert [verdict.demand.name for verdict in verdicts if verdict.failed] == []
        assert {verdict.seen for verdict in verdicts if verdict.status is VerdictStatus.NOT_REACHED} == {
            ("the reader writes no forms",),
            ("the reader writes no notes",),
            ("it rests on a_filled_form_is_read, which was not made: the reader writes no forms",),
            ("it rests on notes_change_no_figure, which was not made: the reader writes no notes",),
        }


def test_exporters_are_checked_as_they_are_registered() -> None:
    """Nothing of the exporter is replaced on the way."""

    class Given(ExporterConformance):
        exporter: Exporter = broken_exporters.SOUND

    assert Given().declared is broken_exporters.SOUND
    assert Given().subject_name == "exporter thu-csv"
