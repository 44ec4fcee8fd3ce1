"""Options of exporters: declared once, read from text, refused in words."""

from __future__ import annotations

from enum import Enum
from typing import Any

import attrs
import pytest
from attrs.validators import ge

from cchc_core import CheckResult, DeclarationError, OptionError, load
from cchc_core.plugins import ExportJob, option, options_from_text
from cchc_core.plugins.options import specs_of
from plugins_for_tests import NoteOptions, Paper


class Sizes(Enum):
    """An enum whose values are no texts."""

    SMALL = 1


def _class_with(kind: Any, default: Any, **settings: Any) -> type[Any]:
    made: type[Any] = attrs.make_class("Made", {"each": option(default=default, vi="Một", en="One")}, **settings)
    made.__annotations__ = {"each": kind}
    return made


def _strict() -> type[Any]:
    """Give a class that refuses its own default."""
    fields = {"each": option(default=0, vi="Một", en="One", validator=ge(1))}
    made: type[Any] = attrs.make_class("Strict", fields, frozen=True)
    made.__annotations__ = {"each": int}
    return made


class TestDeclaring:
    """An options class says everything about its options."""

    def test_every_kind(self) -> None:
        """Truth values, whole numbers, choices, texts: with choices and default as they are written."""
        assert [(each.name, each.choices, each.default_text) for each in specs_of(NoteOptions)] == [
            ("charts", ("yes", "no"), "yes"),
            ("rows", (), "30"),
            ("paper", ("a4", "a3"), "a4"),
            ("title", (), ""),
        ]
        assert specs_of(NoteOptions)[0].title.en == "Draw charts"
        assert specs_of(None) == ()

    def test_a_default_of_no(self) -> None:
        """It is written as it would be typed."""
        (spec,) = specs_of(_class_with(bool, default=False, frozen=True))
        assert spec.default_text == "no"

    @pytest.mark.parametrize(
        ("wrong", "reason"),
        [
            (dict, "is no attrs class"),
            (attrs.make_class("Own", {"_each": option(default=1, vi="Một", en="One")}, frozen=True), "is no option"),
            (_class_with("Nowhere", default=1, frozen=True), "cannot be made of its defaults"),
            (_strict(), "cannot be made of its defaults"),
            (_class_with(bool, default=True), "can be changed"),
            (_class_with(float, default=0.5, frozen=True), "must be bool, int, str or an Enum"),
            (_class_with(Sizes, default=Sizes.SMALL, frozen=True), "must be bool, int, str or an Enum"),
            (_class_with(int, default=True, frozen=True), "must have a default of type int"),
            (attrs.make_class("Bare", {"each": attrs.field(default=1)}, frozen=True), "is no option"),
            (
                attrs.make_class("Late", {"each": attrs.field(init=False, default=1)}, frozen=True),
                "is no option",
            ),
        ],
    )
    def test_what_is_wrong_is_told_at_once(self, wrong: type[Any], reason: str) -> None:
        """When the exporter is made, not when somebody first uses the option."""
        with pytest.raises(DeclarationError, match=reason):
            specs_of(wrong)


class TestReading:
    """Text from a command line becomes an instance of the class."""

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ({}, NoteOptions()),
            ({"charts": "no"}, NoteOptions(charts=False)),
            ({"charts": "CÓ"}, NoteOptions()),
            ({"charts": "kho\u0302ng"}, NoteOptions(charts=False)),
            ({"charts": "không", "rows": "5"}, NoteOptions(charts=False, rows=5)),
            ({"paper": "a3", "title": "a=b"}, NoteOptions(paper=Paper.A3, title="a=b")),
        ],
    )
    def test_values(self, given: dict[str, str], expected: NoteOptions) -> None:
        """Truth values in both languages; a text as it is."""
        assert options_from_text("note", NoteOptions, given) == expected

    @pytest.mark.parametrize(
        ("given", "vi", "en"),
        [
            ({"chart": "no"}, "có phải charts?", "did you mean charts?"),
            ({"xyz": "no"}, "không có tùy chọn xyz; các tùy chọn có: charts", "no option xyz; there are charts"),
            ({"charts": "maybe"}, "phải là một trong yes, no, nhưng là maybe", "must be one of yes, no, not maybe"),
            ({"paper": "A4"}, "phải là một trong a4, a3, nhưng là A4", "must be one of a4, a3, not A4"),
            ({"rows": "1_0"}, "phải là một số nguyên, nhưng là 1_0", "must be a whole number, not 1_0"),
            ({"rows": "²"}, "phải là một số nguyên", "must be a whole number"),
            ({"rows": "１２"}, "phải là một số nguyên", "must be a whole number"),
            ({"rows": "0"}, "không nhận tùy chọn rows", "does not take option rows"),
        ],
    )
    def test_refusals(self, given: dict[str, str], vi: str, en: str) -> None:
        """What is wrong, and what there is instead, in both languages."""
        with pytest.raises(OptionError) as refused:
            options_from_text("note", NoteOptions, given)
        assert vi in str(refused.value)
        assert en in refused.value.describe("en")
        assert str(refused.value).startswith("note")

    def test_an_exporter_without_options(self) -> None:
        """It takes none, and says so."""
        assert options_from_text("json", None, {}) is None
        with pytest.raises(OptionError, match="không có tùy chọn nào"):
            options_from_text("json", None, {"charts": "no"})


class TestJobs:
    """A job carries the options of its exporter."""

    def test_options_of_a_job(self) -> None:
        """Those given, or the defaults; those of another exporter are a mistake of whoever made the job."""
        job = ExportJob(report=load("examples/dinh-hoa-2021.json"), result=CheckResult())
        assert job.options_as(NoteOptions) == NoteOptions()
        given = NoteOptions(rows=3)
        assert attrs.evolve(job, options=given).options_as(NoteOptions) is given
        with pytest.raises(TypeError, match="options must be NoteOptions, not int"):
            attrs.evolve(job, options=3).options_as(NoteOptions)
