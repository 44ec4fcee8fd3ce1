"""Plugins: found by entry point, and never able to take the others down."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.metadata import EntryPoint, entry_points
from types import ModuleType
from typing import Any

import attrs
import pytest

import cchc_core
from cchc_core import (
    CALENDAR_DAYS,
    KNOWN_DOCUMENTS,
    ND09_2019,
    Calendar,
    Instrument,
    KnownDocument,
    MissingExtraError,
    PluginError,
    ReadError,
    UnknownNameError,
    check,
    load,
)
from cchc_core.plugins import Exporter, ExportJob, Reader, Reading, find_plugins, hookimpl, render


def _exporter(name: str) -> Exporter:
    return Exporter(name=name, suffix=f".{name}", media_type="text/plain", title=name, render=lambda _: b"x")


def _known(notation: str) -> KnownDocument:
    source = Instrument(notation="công báo tỉnh").at("số 5", verified=True)
    return KnownDocument(
        type="Nghị quyết", notation=notation, issued=date(2018, 7, 20), issuer="HĐND tỉnh", source=source
    )


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
        assert {point.name for point in entry_points(group="cchc")} == {"json", "markdown", "template", "xlsx"}
        plugins = find_plugins()
        assert sorted(plugins.readers) == ["template"]
        assert sorted(plugins.exporters) == ["json", "markdown", "xlsx"]
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
        assert sorted(plugins.exporters) == ["json", "markdown", "xlsx"]

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
        with pytest.raises(UnknownNameError, match="json, markdown, xlsx"):
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


@pytest.mark.parametrize("error", [ReadError([]), MissingExtraError("docx", "docx"), KeyError("x")])
def test_whatever_an_exporter_raises_is_blamed_on_it(error: Exception) -> None:
    """It was given a report, and cannot say that it was given something unreadable."""

    def fail(_: ExportJob) -> bytes:
        raise error

    with pytest.raises(PluginError) as blamed:
        render(attrs.evolve(_exporter("hong"), render=fail), _job())
    assert (blamed.value.plugin, blamed.value.doing) == ("hong", "render")
    assert type(error).__name__ in blamed.value.reason
