"""Plugins: found by entry point, and never able to take the others down."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.metadata import EntryPoint, entry_points, version
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import click
import pytest
from openpyxl import load_workbook

import cchc_core
from cchc_core import (
    CALENDAR_DAYS,
    CATALOGUE,
    CONDITIONS,
    KNOWN_DOCUMENTS,
    ND09_2019,
    RULE_BOOK,
    Breach,
    Calendar,
    Condition,
    Instrument,
    KnownDocument,
    MissingExtraError,
    PluginError,
    ReadError,
    Record,
    Report,
    Skipped,
    UnknownNameError,
    check,
    load,
)
from cchc_core.catalogue.rules import FIG_001
from cchc_core.cli.main import build, main
from cchc_core.forms import count, form
from cchc_core.plugins import Exporter, ExportJob, PluginStatus, Reader, Reading, find_plugins, hookimpl, render
from cchc_core.words import Text
from plugins_for_tests import SOURCE, Survey

Captured = pytest.CaptureFixture[str]
EXAMPLE = "examples/dinh-hoa-2021.json"
SURVEY = EntryPoint("khao-sat", "plugins_for_tests", "cchc")


def _exporter(name: str) -> Exporter:
    return Exporter(name=name, suffix=f".{name}", media_type="text/plain", title=name, render=lambda _: b"x")


def _known(notation: str) -> KnownDocument:
    source = Instrument(notation="công báo tỉnh").at("số 5", verified=True)
    return KnownDocument(
        type="Nghị quyết", notation=notation, issued=date(2018, 7, 20), issuer="HĐND tỉnh", source=source
    )


def _calendar(first_day: Any) -> Calendar:
    return attrs.evolve(CALENDAR_DAYS, name="hỏng", first_day=first_day)


class Unshowable:
    """Something that cannot even be shown."""

    def __repr__(self) -> str:
        """Fail."""
        raise ValueError


class UnsayableError(Exception):
    """An error that cannot even be said."""

    def __str__(self) -> str:
        """Fail."""
        raise ValueError


@attrs.define
class Unhashable:
    """A plugin that is an object, and one that no set can hold."""

    @hookimpl
    def cchc_register_exporters(self) -> list[Exporter]:
        """Give an exporter."""
        return [_exporter("csv")]


@pytest.fixture
def plugin() -> Iterator[ModuleType]:
    """An empty module that an entry point can name."""
    module = ModuleType("cchc_test_plugin")
    sys.modules[module.__name__] = module
    yield module
    del sys.modules[module.__name__]


POINT = EntryPoint("thu", "cchc_test_plugin", "cchc")


def _job() -> ExportJob:
    report = load("examples/dinh-hoa-2021.json")
    return ExportJob(report=report, result=check(report))


class TestFinding:
    """What is installed is found, and what fails is reported with its name."""

    def test_our_own_formats_use_the_same_door(self) -> None:
        """They are entry points like anyone's, and nothing is wrong with them."""
        assert {point.name for point in entry_points(group="cchc")} == {"html", "json", "markdown", "template", "xlsx"}
        plugins = find_plugins()
        assert sorted(plugins.readers) == ["template"]
        assert sorted(plugins.exporters) == ["html", "json", "markdown", "xlsx"]
        assert plugins.problems == ()

    def test_a_plugin_registers_readers(self, plugin: ModuleType) -> None:
        """The first that knows a file by its content reads it; a name that is taken is reported."""
        reader = Reader(
            name="csv",
            suffixes=(".csv",),
            media_type="text/csv",
            title="Bảng CSV",
            accepts=lambda content: content.startswith(b"ma,"),
            read=lambda _: Reading(report=load("examples/dinh-hoa-2021.json")),
        )
        plugin.cchc_register_readers = hookimpl(lambda: [reader, attrs.evolve(reader)])  # type: ignore[attr-defined]
        plugins = find_plugins([POINT])
        assert plugins.reader_of(b"ma,ten\n") is reader
        assert plugins.reader_of(b"{}") is None
        assert [problem.reason for problem in plugins.problems] == ["the name 'csv' is taken"]

    def test_a_plugin_registers_documents(self, plugin: ModuleType) -> None:
        """They come after those of the library."""
        assert find_plugins().documents == KNOWN_DOCUMENTS
        known = _known("02/2018/NQ-HĐND")
        plugin.cchc_register_documents = hookimpl(lambda: [known])  # type: ignore[attr-defined]
        plugins = find_plugins([POINT])
        assert plugins.problems == ()
        assert plugins.documents == (*KNOWN_DOCUMENTS, known)

    def test_what_the_library_knows_cannot_be_taken(self, plugin: ModuleType) -> None:
        """Another date for the same document is reported, and the library's stays."""
        clash = attrs.evolve(KNOWN_DOCUMENTS[0], issued=KNOWN_DOCUMENTS[0].issued + timedelta(days=1))
        plugin.cchc_register_documents = hookimpl(lambda: [clash, "không phải"])  # type: ignore[attr-defined]
        plugins = find_plugins([POINT])
        assert plugins.documents == KNOWN_DOCUMENTS
        assert [f"the name {clash.name!r} is taken", "'không phải' is not KnownDocument"] == [
            problem.reason for problem in plugins.problems
        ]
        assert {"cchc_register_documents"} == {problem.doing for problem in plugins.problems}

    def test_a_plugin_registers_exporters_and_calendars(self, plugin: ModuleType) -> None:
        """Both hooks of one module are called."""
        calendar = Calendar(name="rieng", title="Lịch riêng", first_day=CALENDAR_DAYS.first_day, source={})
        plugin.cchc_register_exporters = hookimpl(lambda: [_exporter("csv")])  # type: ignore[attr-defined]
        plugin.cchc_register_calendars = hookimpl(lambda: [calendar])  # type: ignore[attr-defined]
        plugins = find_plugins([POINT])
        assert plugins.problems == ()
        assert plugins.exporter("csv").suffix == ".csv"
        assert plugins.calendar("rieng") is calendar
        assert plugins.calendar("nd09-2019") is ND09_2019

    def test_an_import_that_fails(self) -> None:
        """The package is named, and the others are there."""
        broken = EntryPoint("hong", "khong_co_goi_nay", "cchc")
        plugins = find_plugins([broken, *entry_points(group="cchc")])
        (problem,) = plugins.problems
        assert problem.plugin == "hong (khong_co_goi_nay)"
        assert "ModuleNotFoundError" in problem.reason
        assert sorted(plugins.exporters) == ["html", "json", "markdown", "xlsx"]

    def test_a_packaged_plugin_is_named_with_its_version(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """So that its author knows which one failed."""
        (point,) = entry_points(group="cchc", name="json")
        monkeypatch.setattr("cchc_exporters.json.Exporter", None)
        (problem,) = find_plugins([point]).problems
        assert problem.plugin.startswith("json (cchc ")
        assert problem.doing == "cchc_register_exporters"

    def test_a_misspelt_hook(self, plugin: ModuleType) -> None:
        """A function that looks like a hook and is none is not passed over."""

        def register() -> list[Exporter]:
            return []

        plugin.cchc_register_exporter = hookimpl(register)  # type: ignore[attr-defined]
        (problem,) = find_plugins([POINT]).problems
        assert problem.doing == "cchc_register_exporter"
        assert "cchc_register_exporters" in problem.reason

    def test_a_hook_without_its_mark(self, plugin: ModuleType) -> None:
        """Forgetting @hookimpl is told, and what only looks alike is left alone."""

        def register() -> list[Exporter]:
            return [_exporter("csv")]

        plugin.cchc_register_exporters = register  # type: ignore[attr-defined]
        plugin.cchc_core = cchc_core  # type: ignore[attr-defined]
        (problem,) = find_plugins([POINT]).problems
        assert problem.reason == "is not marked with @hookimpl"

    def test_our_own_names_cannot_be_taken(self, plugin: ModuleType) -> None:
        """Whatever a plugin is called, the library's exporters come first, and its other exporters stay."""
        plugin.cchc_register_exporters = hookimpl(lambda: [_exporter("json"), _exporter("csv")])  # type: ignore[attr-defined]
        plugins = find_plugins([EntryPoint("a", "cchc_test_plugin", "cchc"), *entry_points(group="cchc")])
        assert plugins.exporter("json").title == "Dữ liệu báo cáo (JSON)"
        assert plugins.exporter("csv").suffix == ".csv"
        assert [problem.plugin for problem in plugins.problems] == ["a (cchc_test_plugin)"]

    @pytest.mark.parametrize("wrong", [{"name": "A b"}, {"suffix": "../x"}, {"suffix": "x"}, {"render": None}])
    def test_an_exporter_must_be_usable(self, wrong: dict[str, Any]) -> None:
        """Names can be typed, suffixes stay in the folder, render can be called."""
        with pytest.raises((ValueError, attrs.exceptions.NotCallableError)):
            attrs.evolve(_exporter("x"), **wrong)

    def test_two_exporters_of_one_name(self, plugin: ModuleType) -> None:
        """The first stays, the second is reported."""
        plugin.cchc_register_exporters = hookimpl(lambda: [_exporter("json")])  # type: ignore[attr-defined]
        plugins = find_plugins([POINT, *entry_points(group="cchc")])
        (problem,) = plugins.problems
        assert "'json' is taken" in problem.reason
        assert "xlsx" in plugins.exporters

    @pytest.mark.parametrize("registered", [["not an exporter"], 3])
    def test_something_else_than_an_exporter(self, registered: object, plugin: ModuleType) -> None:
        """What is registered must be what the hook asks for."""
        plugin.cchc_register_exporters = hookimpl(lambda: registered)  # type: ignore[attr-defined]
        (problem,) = find_plugins([POINT]).problems
        assert "is not Exporter" in problem.reason or "TypeError" in problem.reason

    def test_unknown_names_say_what_there_is(self) -> None:
        """Exporters and calendars alike."""
        plugins = find_plugins()
        with pytest.raises(UnknownNameError, match="html, json, markdown, xlsx"):
            plugins.exporter("pdf")
        with pytest.raises(UnknownNameError, match="calendar-days, nd09-2019"):
            plugins.calendar("âm lịch")


class TestRendering:
    """An exporter that fails is named."""

    def test_bytes_come_through(self) -> None:
        """What it makes is what is given."""
        assert render(_exporter("x"), _job()) == b"x"

    @pytest.mark.parametrize(
        ("broken", "reason"),
        [(lambda _: 1 / 0, "ZeroDivisionError"), (lambda _: "text", "str instead of bytes")],
    )
    def test_failures_are_blamed_on_it(self, broken: object, reason: str) -> None:
        """Whether it raises or gives something other than bytes."""
        exporter = Exporter(name="hong", suffix=".x", media_type="x", title="x", render=broken)  # type: ignore[arg-type]
        with pytest.raises(PluginError, match=f"hong.*{reason}"):
            render(exporter, _job())


@pytest.mark.parametrize(
    "error", [ReadError([]), MissingExtraError("docx", "docx"), UnknownNameError("form", "x"), KeyError("x")]
)
def test_whatever_an_exporter_raises_is_blamed_on_it(error: Exception) -> None:
    """It was given a report, and cannot say that it was given something unreadable."""

    def fail(_: ExportJob) -> bytes:
        raise error

    with pytest.raises(PluginError) as blamed:
        render(attrs.evolve(_exporter("hong"), render=fail), _job())
    assert (blamed.value.plugin, blamed.value.doing) == ("hong", "render")
    assert type(error).__name__ in blamed.value.reason


class TestStates:
    """Every installed plugin is listed with what became of it, and what it registers."""

    def test_the_library_comes_first(self) -> None:
        """Its forms, rules and calendars come by the hooks that any plugin uses."""
        core, *others = find_plugins().installed
        assert (core.name, core.package, core.module) == ("cchc", "cchc", "cchc_core.plugins.shipped")
        assert set(core.registered["forms"]) == {form.key for form in CATALOGUE}
        assert {condition.rule.code for condition in CONDITIONS} == set(core.registered["rules"])
        assert core.registered["calendars"] == ("nd09-2019", "calendar-days")
        assert {each.status for each in (core, *others)} == {PluginStatus.ACTIVE}
        assert find_plugins().book == RULE_BOOK
        assert (
            repr(find_plugins([]))
            == f"<Plugins: 0 exporters, 0 readers, 11 forms, {len(RULE_BOOK.rules)} rules, 0 problems>"
        )

    def test_everything_a_plugin_brings(self) -> None:
        """Forms, rules, registers, exporters."""
        plugins = find_plugins([SURVEY])
        *_, survey = plugins.installed
        assert survey.registered == {
            "forms": ("survey", "survey-row", "survey-place"),
            "rules": ("KSH-002", "KSH-002", "KSH-002"),
            "exporters": ("note",),
            "agencies": ("tinh",),
        }
        assert plugins.label_of("exporters", "note") == "khao-sat (plugins_for_tests)"
        assert plugins.label_of("exporters", "khác") == "khác"
        assert plugins.book.rule("KSH-001").kind.value == "identity"

    @pytest.mark.parametrize(
        ("hook", "given", "reason"),
        [
            ("forms", [int], "is not a record class"),
            ("forms", [Record], "is not a form"),
            ("forms", [type("Ours", (), {})], "is not a record class"),
            ("forms", "survey", "str instead of list"),
            ("rules", [3], "is not Condition"),
            ("rules", [Unshowable()], "Unshowable is not Condition"),
            ("calendars", [_calendar(lambda *_: 1 // 0)], "has no month"),
            ("calendars", [_calendar(lambda *_: timedelta(3))], "gives no dates"),
            ("rules", [Condition(rule=attrs.evolve(CONDITIONS[0].rule), on=Report, judge=len)], "is that of another"),  # type: ignore[arg-type]
            ("rules", [CONDITIONS[0]], "is taken"),
            ("agencies", ["x"], "is not AgencyRegister"),
            ("agencies", None, "gave nothing"),
        ],
    )
    def test_what_does_not_fit(self, hook: str, given: object, reason: str, plugin: ModuleType) -> None:
        """It is refused with its reason; a plugin of which nothing is left has failed."""
        setattr(plugin, f"cchc_register_{hook}", hookimpl(lambda: given))
        plugins = find_plugins([POINT])
        (problem,) = plugins.problems
        assert reason in problem.reason
        assert plugins.installed[-1].status is PluginStatus.FAILED
        assert plugins.book == RULE_BOOK

    def test_a_figure_that_would_hide_the_form(self, plugin: ModuleType) -> None:
        """In a file, the key ``form`` beside the figures names the form."""
        made = type("Hidden", (Record,), {"__annotations__": {"form": "Figure[int]"}, "form": count("Số mẫu")})
        hidden: type[Record] = form("hidden", title="Mẫu", source=SOURCE, nonnegative=FIG_001)(made)
        plugin.cchc_register_forms = hookimpl(lambda: [hidden])  # type: ignore[attr-defined]
        (problem,) = find_plugins([POINT]).problems
        assert "no figure can be called 'form'" in problem.reason

    def test_a_form_with_the_code_of_another_rule(self, plugin: ModuleType) -> None:
        """A code means one rule, wherever it is met."""
        rule = attrs.evolve(FIG_001)
        made = type("Other", (Record,), {"__annotations__": {"each": "Figure[int]"}, "each": count("Số")})
        other: type[Record] = form("other", title="Mẫu", source=SOURCE, nonnegative=rule)(made)
        plugin.cchc_register_forms = hookimpl(lambda: [other])  # type: ignore[attr-defined]
        (problem,) = find_plugins([POINT]).problems
        assert "the code FIG-001 is that of another rule" in problem.reason

    def test_half_of_it_works(self, plugin: ModuleType) -> None:
        """What fits is used, and the plugin is called faulty."""
        plugin.cchc_register_exporters = hookimpl(lambda: [_exporter("csv"), 3])  # type: ignore[attr-defined]
        plugins = find_plugins([POINT])
        assert "csv" in plugins.exporters
        assert plugins.installed[-1].status is PluginStatus.FAULTY

    def test_a_plugin_that_ends_the_program(self, plugin: ModuleType) -> None:
        """It does not; nor does one whose rendering does."""

        def leave(*_: object) -> Any:
            sys.exit(3)

        plugin.cchc_register_readers = hookimpl(leave)  # type: ignore[attr-defined]
        (problem,) = find_plugins([POINT]).problems
        assert problem.reason == "SystemExit: 3"
        with pytest.raises(PluginError, match="SystemExit"):
            render(attrs.evolve(_exporter("x"), render=leave), _job())

    def test_a_plugin_that_is_stopped_at_work(self, plugin: ModuleType) -> None:
        """Whatever it raises has a sentence, and what it gave before that is kept."""

        def register() -> Iterator[Exporter]:
            yield _exporter("csv")
            raise UnsayableError

        plugin.cchc_register_exporters = hookimpl(register)  # type: ignore[attr-defined]
        plugins = find_plugins([POINT])
        assert "csv" in plugins.exporters
        assert [problem.reason for problem in plugins.problems] == ["UnsayableError"]
        assert plugins.installed[-1].status is PluginStatus.FAULTY

    def test_a_plugin_that_no_set_can_hold(self, plugin: ModuleType) -> None:
        """It is reported, and the others are found."""
        plugin.made = Unhashable()  # type: ignore[attr-defined]
        plugins = find_plugins([EntryPoint("x", "cchc_test_plugin:made", "cchc"), *entry_points(group="cchc")])
        assert [problem.reason for problem in plugins.problems] == ["TypeError: unhashable type: 'Unhashable'"]
        assert "json" in plugins.exporters

    def test_what_it_says_is_one_line(self, plugin: ModuleType) -> None:
        """Nothing that it raises breaks lines or colours the terminal."""

        def register() -> list[Exporter]:
            raise ValueError("a\nb\x1b[31m" + "x" * 10_000)

        plugin.cchc_register_exporters = hookimpl(register)  # type: ignore[attr-defined]
        (problem,) = find_plugins([POINT]).problems
        assert str(problem).isprintable()
        assert len(str(problem)) < 500

    def test_an_interrupt_is_the_users(self, plugin: ModuleType) -> None:
        """Ctrl-C ends the program, and blames nobody."""

        def stop(*_: object) -> Any:
            raise KeyboardInterrupt

        plugin.cchc_register_exporters = hookimpl(stop)  # type: ignore[attr-defined]
        with pytest.raises(KeyboardInterrupt):
            find_plugins([POINT])
        with pytest.raises(KeyboardInterrupt):
            render(attrs.evolve(_exporter("x"), render=stop), _job())
        plugin.__dir__ = stop  # type: ignore[method-assign]
        with pytest.raises(KeyboardInterrupt):
            find_plugins([POINT])

    def test_forms_within_a_form_come_with_it(self, plugin: ModuleType) -> None:
        """Their rules are known, and none has the code of another rule."""
        plugin.cchc_register_forms = hookimpl(lambda: [Survey])  # type: ignore[attr-defined]
        plugins = find_plugins([POINT])
        assert plugins.problems == ()
        assert {"survey", "survey-row", "survey-place"} <= {form.key for form in plugins.catalogue}

    def test_a_reader_that_fails_at_telling(self, plugin: ModuleType) -> None:
        """It does not keep the others from their files, and is blamed for a file that nobody knows."""
        reader = Reader(
            name="a",
            suffixes=(".a",),
            media_type="text/a",
            title="A",
            accepts=len,  # type: ignore[arg-type]
            read=lambda _: Reading(report=None),  # type: ignore[arg-type]
        )
        other = attrs.evolve(reader, name="b", accepts=lambda content: content == b"b")
        plugin.cchc_register_readers = hookimpl(lambda: [reader, other])  # type: ignore[attr-defined]
        plugins = find_plugins([POINT])
        assert plugins.reader_of(b"b") is other
        with pytest.raises(PluginError, match="int instead of bool"):
            plugins.reader_of(b"c")

    @pytest.mark.parametrize("suffixes", [(), ".csv", ("csv",)])
    def test_a_reader_must_be_usable(self, suffixes: Any) -> None:
        """Its suffixes are what it is found by in folders."""
        with pytest.raises((ValueError, TypeError)):
            Reader(
                name="a",
                suffixes=suffixes,
                media_type="",
                title="",
                accepts=bool,
                read=lambda _: Reading(report=None),  # type: ignore[arg-type]
            )

    @pytest.mark.parametrize("wrong", [{"rule": None}, {"on": None}, {"on": int}, {"judge": None}])
    def test_a_condition_must_be_usable(self, wrong: dict[str, Any]) -> None:
        """What is wrong with it is told where it is made."""
        with pytest.raises((TypeError, attrs.exceptions.NotCallableError)):
            attrs.evolve(CONDITIONS[0], **wrong)

    @pytest.mark.parametrize(
        ("answer", "reason"),
        [
            (("x",), "str instead of Breach"),
            ((Breach(said=Text("{x}", "{x}")),), "KeyError"),
            ((Breach(said=Text("a", "{0.__class__}")),), "ValueError"),
        ],
    )
    def test_an_answer_that_is_none(self, answer: Any, reason: str, plugin: ModuleType) -> None:
        """It is told of the rule before anybody makes a sentence of it."""
        rule = attrs.evolve(CONDITIONS[0].rule, code="X-001")
        condition = Condition(rule=rule, on=Report, judge=lambda *_: answer, name="thử")
        plugin.cchc_register_rules = hookimpl(lambda: [condition])  # type: ignore[attr-defined]
        result = find_plugins([POINT]).check(load(EXAMPLE))
        (outcome,) = [each for each in result.outcomes if each.rule.code == "X-001"]
        assert outcome.status.value == "could not run"
        assert outcome.reason is not None
        assert outcome.reason.said is not None
        assert reason in outcome.reason.said.vi

    def test_a_slow_plugin(self, plugin: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        """It works, and is named with how long it took."""
        ticks = iter(range(0, 10**15, 5 * 10**9))
        monkeypatch.setattr("cchc_core.plugins.manager.perf_counter_ns", lambda: next(ticks))
        plugin.cchc_register_exporters = hookimpl(lambda: [_exporter("csv")])  # type: ignore[attr-defined]
        plugins = find_plugins([POINT])
        assert "csv" in plugins.exporters
        problem = plugins.problems[-1]
        assert (problem.kind, problem.plugin) == ("slow", "thu (cchc_test_plugin)")
        assert "chậm" in str(problem)
        assert "is slow" in problem.describe("en")

    def test_one_module_under_two_names(self, plugin: ModuleType) -> None:
        """The second is refused, and the first works."""
        plugin.cchc_register_exporters = hookimpl(lambda: [_exporter("csv")])  # type: ignore[attr-defined]
        again = EntryPoint("thu-hai", "cchc_test_plugin", "cchc")
        plugins = find_plugins([POINT, again])
        assert [each.status for each in plugins.installed[1:]] == [PluginStatus.ACTIVE, PluginStatus.FAILED]

    def test_a_plugin_whose_names_cannot_be_looked_at(self, plugin: ModuleType) -> None:
        """A module that fails at being looked over is reported like one that fails to import."""
        plugin.__dir__ = lambda: 1 / 0  # type: ignore[method-assign, assignment, return-value]
        (problem,) = find_plugins([POINT]).problems
        assert problem.doing == "import"


class TestBlocking:
    """A plugin is blocked by its name, or by that of its package."""

    def test_it_is_not_even_imported(self) -> None:
        """What it would do at import does not happen."""
        broken = EntryPoint("hong", "khong_co_goi_nay", "cchc")
        plugins = find_plugins([broken], blocked=["hong"])
        assert plugins.problems == ()
        assert plugins.installed[-1].status is PluginStatus.BLOCKED

    def test_by_package(self) -> None:
        """All that a package brings, but never the library itself."""
        plugins = find_plugins(blocked=["cchc"])
        assert plugins.exporters == {}
        assert plugins.book == RULE_BOOK

    def test_a_name_that_is_not_there(self) -> None:
        """A misspelt name would block nothing, so it is told."""
        (problem,) = find_plugins(blocked=["xlsxx"]).problems
        assert str(problem) == "không có phần mở rộng nào tên xlsxx để chặn; xem tên bằng cchc plugins"


class TestCommand:
    """``cchc plugins`` lists them; the settings of a site, or the environment, block them."""

    @pytest.fixture(autouse=True)
    def installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Install one plugin that works, one that fails, and the library's own."""
        ours = [*entry_points(group="cchc"), SURVEY, EntryPoint("hong", "khong_co_goi_nay", "cchc")]
        monkeypatch.setattr("cchc_core.plugins.manager.entry_points", lambda **_: ours)
        monkeypatch.delenv("CCHC_BLOCK", raising=False)

    def test_every_one_is_listed(self, capsys: Captured) -> None:
        """With state and what it registers; one that failed is a finding."""
        assert main(["plugins"]) == 1
        out, err = capsys.readouterr()
        rows = {row[0]: row[1:] for row in (line.split("\t") for line in out.splitlines())}
        assert rows["hong"] == ["khong_co_goi_nay", "hỏng", "-"]
        assert rows["khao-sat"][1:] == [
            "đang dùng",
            "biểu mẫu: survey, survey-row, survey-place; quy tắc: KSH-002; định dạng xuất: note; danh mục đơn vị: tinh",
        ]
        assert rows["cchc"][0] == f"cchc {version('cchc')}"
        assert f"quy tắc: {len(CONDITIONS)}" in rows["cchc"][2]
        assert "phần mở rộng hong (khong_co_goi_nay) gặp lỗi ở bước “import”: ModuleNotFoundError" in err

    def test_blocked_by_the_environment(self, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
        """Names parted by commas."""
        monkeypatch.setenv("CCHC_BLOCK", "hong, khao-sat")
        assert main(["plugins", "--lang", "en"]) == 0
        out, err = capsys.readouterr()
        assert "hong\tkhong_co_goi_nay\tblocked\t-" in out
        assert err == ""

    def test_blocked_by_the_settings(self, capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """In the file that says so, beside its rules."""
        monkeypatch.chdir(tmp_path)
        Path("cchc.toml").write_text('plugins.blocked = ["hong", "nhầm"]', encoding="utf-8")
        monkeypatch.setenv("CCHC_BLOCK", "khao-sat")
        assert main(["plugins"]) == 0
        out, err = capsys.readouterr()
        assert "không có phần mở rộng nào tên nhầm" in err
        assert out.count("bị chặn") == 2

    def test_rules_of_a_plugin_that_is_not_used(
        self, capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """They are passed over with a warning, since they may be those of the plugin; a misspelling alone is refused."""
        report = Path(EXAMPLE).absolute()
        monkeypatch.chdir(tmp_path)
        Path("cchc.toml").write_text(
            'rules.off = ["HONG-001", "CIT-001"]\nrules.severity.HONG-002 = "info"\n', encoding="utf-8"
        )
        assert main(["check", str(report)]) == 1
        out, err = capsys.readouterr()
        assert "LỖI CIT-001" not in out
        assert "rules.off[0]: không có quy tắc HONG-001" in err
        assert "rules.severity.HONG-002: không có quy tắc HONG-002" in err
        monkeypatch.setattr("cchc_core.plugins.manager.entry_points", lambda **_: [])
        assert main(["check", str(report)]) == 2
        assert "không có quy tắc HONG-001" in capsys.readouterr().err

    @pytest.mark.parametrize(
        ("settings", "fault"),
        [
            ("plugins = 3", "plugins: "),
            ("plugins.x = 3", "plugins.x: "),
            ("plugins.blocked = 3", "plugins.blocked: "),
            ("plugins.blocked = [3]", "plugins.blocked[0]: "),
            ("plugins.blocked = [", "không phải TOML"),
        ],
    )
    def test_settings_that_are_wrong(
        self, settings: str, fault: str, capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """They are refused with their key."""
        monkeypatch.chdir(tmp_path)
        Path("cchc.toml").write_text(settings, encoding="utf-8")
        assert main(["plugins"]) == 2
        assert fault in capsys.readouterr().err

    def test_one_exporter_with_its_options(self, capsys: Captured) -> None:
        """File, plugin, options with their values and defaults."""
        assert main(["exporters", "note", "--lang", "en"]) == 0
        assert capsys.readouterr().out.splitlines() == [
            "note  Ghi chú",
            "File: .note.txt (text/plain)",
            "From the plugin: khao-sat (plugins_for_tests)",
            "Options (--set):",
            "    charts=yes|no  Draw charts (default: yes)",
            "    rows=<whole number>  Rows (default: 30)",
            "    paper=a4|a3  Paper (default: a4)",
            "    title=<text>  Title (default: )",
        ]
        assert main(["exporters", "json"]) == 0
        assert capsys.readouterr().out.splitlines()[-1] == "Không có tùy chọn nào."
        assert main(["exporters", "khác"]) == 2

    @pytest.mark.parametrize(
        ("words", "written"),
        [
            (["--set", "rows=5"], "NoteOptions(charts=True, rows=5, paper=<Paper.A4: 'a4'>, title='')"),
            (["--set", "charts=no", "--set", "note.charts=yes", "--set", "title=a=b"], "charts=True"),
            (["--to", "xlsx", "--set", "charts=no"], "charts=False"),
        ],
    )
    def test_options_that_are_set(self, words: list[str], written: str, tmp_path: Path) -> None:
        """For every format that has them, or for one by its name; the last word holds."""
        assert main(["export", EXAMPLE, "--to", "note", *words, "-o", str(tmp_path)]) == 1
        assert written in (tmp_path / "dinh-hoa-2021.note.txt").read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("words", "said"),
        [
            (["--to", "note", "--set", "rows"], "--set rows: cần viết OPTION=VALUE, ví dụ --set charts=yes"),
            (["--to", "json", "--set", "=3"], "cần viết OPTION=VALUE, ví dụ --set charts=no"),
            (["--to", "note", "--set", "rows=x"], "note: tùy chọn rows phải là một số nguyên, nhưng là x"),
            (["--to", "note", "--set", "row=3"], "có phải rows?"),
            (["--to", "note", "--to", "json", "--set", "row=3"], "không định dạng nào đang xuất có tùy chọn row"),
            (["--to", "note", "--set", "xlsx.charts=no"], "định dạng xlsx không nằm trong các định dạng đang xuất"),
        ],
    )
    def test_options_that_cannot_be(self, words: list[str], said: str, tmp_path: Path, capsys: Captured) -> None:
        """They are refused before anything is written."""
        assert main(["export", EXAMPLE, *words, "-o", str(tmp_path)]) == 2
        assert said in capsys.readouterr().err
        assert list(tmp_path.iterdir()) == []

    def test_options_are_completed(self) -> None:
        """With their values; for the formats that are named, or for all."""
        export = build().commands["export"]
        param = next(each for each in export.params if each.name == "settings")
        context = click.Context(export)
        context.params["names"] = ("note",)
        completed = [each.value for each in param.shell_complete(context, "")]
        assert completed == ["charts=yes", "charts=no", "rows=", "paper=a4", "paper=a3", "title="]
        assert "rules=no" in [each.value for each in param.shell_complete(click.Context(export), "ru")]

    def test_an_agency_of_a_register_is_filled_in(self, tmp_path: Path) -> None:
        """By its code or its name, with tier, code and parent."""
        target = tmp_path / "bieu.xlsx"
        assert main(["template", "dossiers", "--agency", "00001", "--period", "2026-Q1", "-o", str(target)]) == 0
        sheets = load_workbook(target).worksheets
        texts = {cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row}
        assert {"Ủy ban nhân dân xã Tân Lập", "00001", "UBND tỉnh"} <= texts

    def test_a_name_of_several_agencies(self, tmp_path: Path, capsys: Captured) -> None:
        """Their codes are named, so that one can be chosen."""
        words = ["template", "--agency", "UBND xã Phú Đình", "-o", str(tmp_path / "bieu.xlsx")]
        assert main(words) == 2
        assert "(00003), Ủy ban nhân dân xã Phú Đình (00004)" in capsys.readouterr().err

    def test_agencies_are_completed(self) -> None:
        """By the beginning of their name, or of their code."""
        template = build().commands["template"]
        param = next(each for each in template.params if each.name == "agency")
        context = click.Context(template)
        assert [each.value for each in param.shell_complete(context, "00003")] == ["Ủy ban nhân dân xã Phú Đình"]
        assert len(param.shell_complete(context, "Ủy ban")) == 4


class TestGuardedRules:
    """A rule of a plugin is held as any other, unless it fails."""

    def test_one_that_is_not_applicable(self, plugin: ModuleType) -> None:
        """Its reason is kept."""
        rule = attrs.evolve(CONDITIONS[0].rule, code="X-001")
        skipped = Condition(rule=rule, on=Report, judge=lambda *_: Skipped(kind="not_stated"), name="thử")
        plugin.cchc_register_rules = hookimpl(lambda: [skipped])  # type: ignore[attr-defined]
        result = find_plugins([POINT]).check(load(EXAMPLE))
        (outcome,) = [each for each in result.outcomes if each.rule.code == "X-001"]
        assert outcome.reason is not None
        assert outcome.reason.kind == "not_stated"

    def test_one_that_is_interrupted(self, plugin: ModuleType) -> None:
        """Ctrl-C is the user's here too."""

        def stop(*_: object) -> Any:
            raise KeyboardInterrupt

        rule = attrs.evolve(CONDITIONS[0].rule, code="X-001")
        stopped = Condition(rule=rule, on=Report, judge=stop)
        plugin.cchc_register_rules = hookimpl(lambda: [stopped])  # type: ignore[attr-defined]
        plugins = find_plugins([POINT])
        with pytest.raises(KeyboardInterrupt):
            plugins.check(load(EXAMPLE))
