"""The published JSON Schema says what the reader does."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from cchc_core import CATALOGUE, Figure, ReadError, Report, check, dump, facts_of, form_of, load
from cchc_core.schema import report_schema, result_schema
from cchc_core.testing import any_reports
from cchc_core.words import LANGUAGES, Language
from example_for_tests import as_bytes, empty_tree, example, example_tree, set_at
from test_convert import mutate

SCHEMA = report_schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker(["date"]))


def _readable(content: bytes) -> bool:
    try:
        load(content)
    except ReadError:
        return False
    return True


def _same_verdict(tree: Any) -> bool:
    """Give the verdict of both, which must be the same."""
    accepted = VALIDATOR.is_valid(tree)
    assert accepted == _readable(as_bytes(tree)), list(VALIDATOR.iter_errors(tree))
    return accepted


class TestSchema:
    """A JSON Schema of the year 2020, complete in itself."""

    def test_it_is_a_schema(self) -> None:
        """The metaschema accepts it, and every reference leads somewhere."""
        Draft202012Validator.check_schema(SCHEMA)
        assert "https://json-schema.org/draft/2020-12/schema" == SCHEMA["$schema"]
        references = {line.split('"')[3] for line in json.dumps(SCHEMA, indent=1).splitlines() if '"$ref"' in line}
        assert {f"#/$defs/{name}" for name in SCHEMA["$defs"]} == references

    def test_it_is_made_alike_each_time(self) -> None:
        """The same declarations give the same bytes."""
        assert json.dumps(SCHEMA) == json.dumps(report_schema())

    def test_every_figure_has_its_label_and_unit(self) -> None:
        """The schema is documentation: title, unit, column, level and note of each figure."""
        for form in CATALOGUE:
            described = SCHEMA if form.record is Report else SCHEMA["$defs"][form.record.__name__]
            for name, figure in form.figures.items():
                property_ = described["properties"][name]
                assert figure.label == property_["title"]
                assert property_["description"].startswith(f"đơn vị tính: {figure.unit}")
        received = SCHEMA["$defs"]["DossierRow"]["properties"]["pending_in_time"]["description"]
        assert (
            "đơn vị tính: hồ sơ; cột (12) biểu II.06a; "
            "Gồm hồ sơ chưa đến hạn và hồ sơ tạm dừng; để trống được khi đã nêu các phần này." == received
        )
        assert SCHEMA["$defs"]["Direction"]["properties"]["tasks_all"]["description"].endswith("mức: Tổng số")

    def test_tables_have_their_titles(self) -> None:
        """A table is titled as in its form; a part has a form of its own."""
        procedures = SCHEMA["$defs"]["Procedures"]["properties"]
        assert {"$ref": "#/$defs/LevelTableDossierRow", "title": "Kết quả giải quyết hồ sơ theo cấp"} == procedures[
            "dossiers"
        ]
        assert {"$ref": "#/$defs/Direction"} == SCHEMA["properties"]["direction"]

    def test_only_what_the_reader_needs_is_required(self) -> None:
        """A figure left out is a blank."""
        assert ["format", "version", "agency", "period", "document"] == SCHEMA["required"]
        assert [] == SCHEMA["$defs"]["DossierRow"]["required"]


class TestAgreement:
    """The schema accepts what the reader accepts."""

    def test_the_example_and_the_least_report_are_accepted(self) -> None:
        """The largest and the smallest."""
        assert _same_verdict(example_tree())
        assert _same_verdict(empty_tree())

    @given(any_reports())
    def test_every_report_written_is_accepted(self, report: Report) -> None:
        """Whatever `dump` writes conforms."""
        assert [] == list(VALIDATOR.iter_errors(json.loads(dump(report))))

    @pytest.mark.parametrize(
        ("path", "good", "bad"),
        [
            ("format", ["cchc-report"], ["cchc", None, 1]),
            ("version", [1], [2, "1", None, True]),
            ("direction.tasks_all", [0, -1, None, 10**15 - 1], [1.5, True, "3", [], {}]),
            ("digital_government.digitised", ["0", "97.60", "-1", None], ["97,6", "1e3", "", "01", ".5", 100, True]),
            ("direction.media_items", [None, {"under": "1"}], [{}, {"over": 1}, {"over": "1", "under": "2"}, "200"]),
            ("agency.tier", ["commune"], ["xã", None, 1]),
            ("agency.name", ["", "=1+1"], [None, 1, ["a"]]),
            ("period.end", ["2024-02-29"], ["2023-02-29", "20231201", "2023-12-1", "", None, 20231201]),
            ("period.year", [2021, -1], [None, "2021", 20.5]),
            ("document.date", [None, "2022-01-01"], ["", "01/01/2022"]),
            ("citations", [[]], [{}, None, "x"]),
            ("citations[0]", [], [{}, [], None]),
            ("procedures.dossiers.province", [None, {}, {"received": 1}], [[], 1, {"sum": 1}]),
            (
                "procedures.dossiers_by_field.fields",
                [[], [{"field": "x", "figures": {}}]],
                [[{"field": "x"}], [{}], {}],
            ),
            ("procedures.dossiers_by_agency.agencies", [[]], [[{"agency": "x", "level": "xã", "figures": {}}]]),
            ("signatory", [{}], [None, []]),
            ("extra", [], [None, 1]),
        ],
    )
    def test_both_give_the_same_verdict(self, path: str, good: list[Any], bad: list[Any]) -> None:
        """Each kind of place with values that belong there and values that do not."""
        for values, accepted in ((good, True), (bad, False)):
            for value in values:
                tree = example_tree()
                set_at(tree, path, value)
                assert accepted == _same_verdict(tree), value

    @pytest.mark.parametrize("key", list(empty_tree()))
    def test_both_miss_the_same_keys(self, key: str) -> None:
        """What is required stands in both."""
        tree = empty_tree()
        del tree[key]
        assert not _same_verdict(tree)

    @given(st.data())
    def test_both_judge_any_change_alike(self, data: st.DataObject) -> None:
        """The differences are those named below, and no others."""
        tree = example_tree()
        for _ in range(data.draw(st.integers(1, 3))):
            mutate(tree, data)
        tree = json.loads(as_bytes(tree))
        if not _is_beyond_a_schema(tree):
            _same_verdict(tree)


class TestDifferences:
    """What a schema cannot say, the reader refuses alone; the docstring of `report_schema` names it."""

    @pytest.mark.parametrize("value", [10**15, -(10**15), 12.0])
    def test_counts(self, value: Any) -> None:
        """Sixteen digits, and 12.0, which JSON Schema holds to be a whole number."""
        tree = example_tree()
        set_at(tree, "direction.tasks_all", value)
        assert VALIDATOR.is_valid(tree)
        assert not _readable(as_bytes(tree))

    def test_decimals(self) -> None:
        """Sixteen digits in quotes."""
        tree = example_tree()
        set_at(tree, "public_finance.budget", "1" * 16)
        assert VALIDATOR.is_valid(tree)
        assert not _readable(as_bytes(tree))

    def test_texts(self) -> None:
        """Half a character, and a key that stands twice."""
        tree = example_tree()
        set_at(tree, "agency.name", "\ud800")
        assert VALIDATOR.is_valid(tree)
        assert not _readable(as_bytes(tree))
        twice = b'{"version": 1, ' + as_bytes(example_tree())[1:]
        assert VALIDATOR.is_valid(json.loads(twice))
        assert not _readable(twice)

    def test_they_are_documented(self) -> None:
        """Someone who validates with the schema alone can read what is left to do."""
        documented = " ".join((report_schema.__doc__ or "").split())
        for difference in ("repeated keys", "more than 15 digits", "12.0", "half a character"):
            assert difference in documented


def _is_beyond_a_schema(value: Any) -> bool:
    """Tell whether something in a tree is refused by the reader alone."""
    if isinstance(value, dict):
        return any(_is_beyond_a_schema(each) for pair in value.items() for each in pair)
    if isinstance(value, list):
        return any(_is_beyond_a_schema(each) for each in value)
    if isinstance(value, str):
        return sum(character.isdigit() for character in value) > 15 or any(
            "\ud800" <= each <= "\udfff" for each in value
        )
    return isinstance(value, float) or (isinstance(value, int) and len(str(abs(value))) > 15)


def test_figures_on_the_class_stay_figures_after_the_schema_is_made() -> None:
    """Making the schema reads the classes and changes none."""
    assert isinstance(form_of(Report).nested["direction"].record.tasks_all, Figure)


class TestResult:
    """What a check prints for programs has a schema too."""

    def test_it_is_a_schema(self) -> None:
        """The metaschema accepts it."""
        Draft202012Validator.check_schema(result_schema())

    @pytest.mark.parametrize("lang", LANGUAGES)
    def test_the_example_conforms(self, lang: Language) -> None:
        """Every finding and every status, blanks worked out and not applicable rules among them."""
        facts = {"file": "x.json", **facts_of(check(example()), lang)}
        assert [] == list(Draft202012Validator(result_schema()).iter_errors(facts))

    @given(any_reports())
    def test_every_result_conforms(self, report: Report) -> None:
        """Whatever is reported."""
        facts = facts_of(check(report))
        assert [] == list(Draft202012Validator(result_schema()).iter_errors(facts))

    def test_nothing_else_conforms(self) -> None:
        """A finding that lacks its gap is none."""
        facts = facts_of(check(example()))
        del facts["findings"][0]["gap"]
        assert not Draft202012Validator(result_schema()).is_valid(facts)
