"""The JSON contract: strict in, lossless out."""

from __future__ import annotations

import json
import random
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_core import FORMAT, VERSION, CchcError, OpenBound, OpenWord, ReadError, Report, dump, load
from cchc_core.convert import _faults_of
from cchc_core.testing import any_reports
from example_for_tests import EXAMPLE, as_bytes, empty_tree, example, example_tree, set_at

DOSSIERS = "procedures.dossiers.total.received"


def faults_of(content: bytes) -> list[tuple[str, str]]:
    """Give path and kind of every fault; each must be sayable in both languages."""
    with pytest.raises(ReadError) as caught:
        load(content)
    for lang in ("vi", "en"):
        lines = caught.value.describe(lang).splitlines()
        assert len(caught.value.faults) == len(lines)
        assert all(line.isprintable() for line in lines)
        assert caught.value.describe(lang).encode()
    return [(fault.path, fault.kind) for fault in caught.value.faults]


def faults_at(path: str, value: Any) -> list[tuple[str, str]]:
    """Give the faults of the example with one value changed."""
    tree = example_tree()
    set_at(tree, path, value)
    return faults_of(as_bytes(tree))


def message_at(path: str, text: str, lang: Any = "en") -> str:
    """Give the message for the example with the raw JSON ``text`` at a path."""
    tree = example_tree()
    set_at(tree, path, "@@")
    with pytest.raises(ReadError) as caught:
        load(json.dumps(tree).replace('"@@"', text).encode())
    return caught.value.describe(lang)


class TestRoundTrip:
    """What is written can be read, and is the same."""

    def test_the_example_is_written_as_it_was_read(self) -> None:
        """Not a byte of the file changes."""
        assert EXAMPLE.read_bytes() == dump(example())

    @given(any_reports())
    def test_every_report_survives(self, report: Report) -> None:
        """load(dump(report)) == report, and writing it again gives the same bytes."""
        content = dump(report)
        assert report == load(content)
        assert content == dump(load(content))

    @given(any_reports(), st.randoms(use_true_random=False))
    def test_the_order_of_keys_means_nothing(self, report: Report, order: random.Random) -> None:
        """A file with its keys shuffled is the same report and is written alike."""
        content = dump(report)
        assert content == dump(load(as_bytes(_shuffled(json.loads(content), order))))

    def test_decimals_keep_the_places_printed(self) -> None:
        """97.60 is not 97.6."""
        tree = example_tree()
        tree["digital_government"]["digitised"] = "97.60"
        assert "97.60" == str(load(as_bytes(tree)).digital_government.digitised)
        assert b'"digitised": "97.60"' in dump(load(as_bytes(tree)))

    def test_blanks_and_zeros_stay_apart(self) -> None:
        """What is null is not reported, what is 0 is; a key left out is a blank."""
        tree = example_tree()
        tree["direction"]["tasks_done"] = 0
        tree["direction"]["tasks_ongoing"] = None
        del tree["direction"]["tasks_planned"]
        direction = load(as_bytes(tree)).direction
        assert (0, None, None) == (direction.tasks_done, direction.tasks_ongoing, direction.tasks_planned)

    def test_an_open_bound_keeps_its_word(self) -> None:
        """The word of "trên 200" stays with its number."""
        assert OpenBound(OpenWord.OVER, Decimal(200)) == example().direction.media_items

    def test_the_least_file_is_a_report_of_blanks(self) -> None:
        """Agency, period and document are needed; every figure may be blank."""
        report = load(as_bytes(empty_tree()))
        assert report.direction.tasks_all is None
        assert report == load(dump(report))

    def test_text_is_kept_letter_by_letter(self) -> None:
        """Decomposed letters are not composed, spaces are not trimmed, in keys neither."""
        name = unicodedata.normalize("NFD", " Định Hóa ")
        tree = example_tree()
        tree["agency"]["name"] = name
        assert name == load(as_bytes(tree)).agency.name

    def test_a_byte_order_mark_is_passed_over(self) -> None:
        """Windows editors put one in front of the file."""
        assert example() == load(b"\xef\xbb\xbf" + EXAMPLE.read_bytes())

    def test_a_report_is_read_from_a_path(self, tmp_path: Path) -> None:
        """A path may be text or a path object; the name then stands in front of each fault."""
        assert load(EXAMPLE) == load(str(EXAMPLE))
        wrong = tmp_path / "sai.json"
        wrong.write_bytes(b"[]")
        with pytest.raises(ReadError) as caught:
            load(wrong)
        assert str(wrong) == caught.value.origin
        assert f"{wrong}: cả tệp: cần một đối tượng {{…}}, nhưng là […]" == str(caught.value)

    def test_a_missing_file_is_the_system_s_error(self, tmp_path: Path) -> None:
        """A file that is not there is no fault of a report."""
        with pytest.raises(FileNotFoundError):
            load(tmp_path / "khong-co.json")


def _shuffled(value: Any, order: random.Random) -> Any:
    if isinstance(value, dict):
        keys = list(value)
        order.shuffle(keys)
        return {key: _shuffled(value[key], order) for key in keys}
    return [_shuffled(each, order) for each in value] if isinstance(value, list) else value


class TestWholeFile:
    """A file that is no report is told apart, and never a traceback."""

    @pytest.mark.parametrize("content", [b"", b"  \n\t"])
    def test_an_empty_file(self, content: bytes) -> None:
        """Nothing but spaces is an empty file."""
        assert [("", "empty")] == faults_of(content)

    @pytest.mark.parametrize(
        "content",
        [b"\xff\xfe{\x00}\x00", b'{"a": "\xe1"}', "{}".encode("utf-16"), b"\xed\xa0\x80"],
    )
    def test_another_encoding(self, content: bytes) -> None:
        """UTF-16, a code page: the position of the first foreign byte is told."""
        assert [("", "not_utf8")] == faults_of(content)

    def test_a_zip_is_taken_for_a_workbook(self) -> None:
        """What is wrong with it is said by its reader."""
        assert [("", "workbook_truncated")] == faults_of(b"PK\x03\x04\x80")

    @pytest.mark.parametrize(
        "content", [b"{", b"{'a': 1}", b'{"a": 01}', b'{"a": .5}', b'{"a": 1,}', b"\xef\xbb\xbf", b"{} {}", b'"\x01"']
    )
    def test_broken_json(self, content: bytes) -> None:
        """Line, column and the text near it are told."""
        assert [("", "not_json")] == faults_of(content)

    def test_the_place_of_broken_json_is_told(self) -> None:
        """The excerpt begins where the file stops making sense."""
        with pytest.raises(ReadError) as caught:
            load('{\n "tên": Đúng}'.encode())
        assert 'cả tệp: không phải JSON hợp lệ từ dòng 2, cột 9, gần "Đúng}"' == str(caught.value)

    @pytest.mark.parametrize("content", [b"[" * 100_000, b'{"a":' * 100_000, b"[" * 100_000 + b"]" * 100_000])
    def test_brackets_without_end(self, content: bytes) -> None:
        """A file made to exhaust the reader is refused like any other."""
        assert [("", "too_deep")] == faults_of(content)

    @pytest.mark.parametrize(
        ("content", "found"),
        [
            (b"[]", "[…]"),
            (b"null", "null"),
            (b"1.5", "1.5"),
            (b"NaN", "NaN"),
            (b'"x"', '"x"'),
            (b"true", "true"),
        ],
    )
    def test_something_else_than_an_object(self, content: bytes, found: str) -> None:
        """The message shows what the file holds."""
        with pytest.raises(ReadError) as caught:
            load(content)
        assert f"whole file: an object {{…}} is needed, but this is {found}" == caught.value.describe("en")

    def test_a_list_with_faults_of_its_own(self) -> None:
        """What only the text shows is told together with what the file should have been."""
        assert [("[0].a", "duplicate_key"), ("", "not_object")] == faults_of(b'[{"a": 1, "a": 2}]')

    @pytest.mark.parametrize("mark", [None, "cchc", 1, ["cchc-report"], "CCHC-REPORT"])
    def test_another_format(self, mark: Any) -> None:
        """The key "format" must say what the file is."""
        assert [("format", "wrong_format")] == faults_at("format", mark)

    @pytest.mark.parametrize("mark", [None, 0, 2, "1", True, [1]])
    def test_another_version(self, mark: Any) -> None:
        """A version that is not known is refused; "1" and true are not 1."""
        assert [("version", "wrong_version")] == faults_at("version", mark)

    def test_an_empty_object_lacks_both_marks(self) -> None:
        """A JSON file of something else is told so before its keys are discussed."""
        assert [("format", "wrong_format"), ("version", "wrong_version")] == faults_of(b"{}")
        assert "1.0" in message_at("version", "1.0")

    def test_the_marks_are_published(self) -> None:
        """Other programs write the same two keys."""
        assert ("cchc-report", 1) == (FORMAT, VERSION)


class TestValues:
    """Nothing is repaired: each place takes exactly what it is for."""

    @pytest.mark.parametrize(
        "text",
        [
            "12.9",
            "12.0",
            "1e3",
            "-1.5",
            "NaN",
            "Infinity",
            "-Infinity",
            "true",
            "false",
            '"3"',
            '" 1_250 "',
            '"1.250"',
            "[]",
            "{}",
        ],
    )
    def test_a_count_is_a_whole_number(self, text: str) -> None:
        """12.9 is not 12, 1e3 is not 1000, " 1_250 " and "1.250" are not 1250, true is not 1."""
        shown = {"[]": "[…]", "{}": "{…}"}.get(text, text)
        assert f"{DOSSIERS}: a whole number or null (blank) is needed, but this is {shown}" == message_at(
            DOSSIERS, text
        )

    def test_a_number_of_sixteen_digits_is_no_figure(self) -> None:
        """Fifteen digits are read, sixteen are refused with their count."""
        tree = example_tree()
        set_at(tree, DOSSIERS, -(10**15) + 1)
        assert -(10**15) + 1 == getattr(load(as_bytes(tree)).procedures.dossiers.total, "received", None)
        assert [(DOSSIERS, "number_too_long")] == faults_at(DOSSIERS, 10**15)
        assert f"{DOSSIERS}: số có 16 chữ số; số liệu không được quá 15 chữ số" == message_at(
            DOSSIERS, "-" + "9" * 16, "vi"
        )

    @pytest.mark.parametrize("digits", [17, 3999, 4000, 4001, 5000, 100_000])
    def test_a_number_without_end_is_refused_as_quickly(self, digits: int) -> None:
        """No number is long enough to stop the reader."""
        message = message_at(DOSSIERS, "-" + "9" * digits)
        assert message.startswith(DOSSIERS)
        assert len(message) < 200

    @pytest.mark.parametrize(
        "text",
        [
            "100",
            "97.66",
            "true",
            '"97,66"',
            '" 97.66"',
            '"1e2"',
            '"NaN"',
            '"+1"',
            '"01"',
            '"1."',
            '".5"',
            '""',
            '"٩"',
            '"1_0"',
            '"1\\n"',
            "[]",
        ],
    )
    def test_a_decimal_is_text_with_a_point(self, text: str) -> None:
        """A bare number loses its zeros on the way, so decimals are written in quotes."""
        assert message_at("digital_government.digitised", text).startswith(
            "digital_government.digitised: a decimal in quotes with a point is needed"
        )

    @pytest.mark.parametrize("text", ["1234567890123456", "0.000000000000001", "12345678901234.56"])
    def test_a_decimal_has_at_most_fifteen_digits(self, text: str) -> None:
        """The same limit as for whole numbers."""
        assert [("public_finance.budget", "number_too_long")] == faults_at("public_finance.budget", text)

    @pytest.mark.parametrize(
        "value", [200, "200", "trên 200", {}, {"over": "200", "under": "300"}, {"above": "200"}, ["over", "200"]]
    )
    def test_an_open_bound_has_one_word(self, value: Any) -> None:
        """A figure such as "trên 200" is written {"over": "200"}."""
        assert [("direction.media_items", "not_open_bound")] == faults_at("direction.media_items", value)

    @pytest.mark.parametrize("value", [200, "200,5"])
    def test_the_number_of_an_open_bound_is_a_decimal(self, value: Any) -> None:
        """The number beside the word follows the rule of decimals."""
        assert [("direction.media_items", "not_decimal")] == faults_at("direction.media_items", {"over": value})

    def test_an_open_bound_is_blank_as_a_whole(self) -> None:
        """A bound without its number says nothing; the figure itself is what may be blank."""
        faults = faults_at("direction.media_items", {"over": None})
        assert [("direction.media_items", "blank_bound")] == faults

    @pytest.mark.parametrize(
        "value",
        [
            None,
            20211214,
            "",
            "14/12/2021",
            "2021-12-32",
            "2021-02-29",
            "20211214",
            "2021-W50-2",
            "0000-01-01",
            "2021-12-14T00:00",
            "２０２１-12-14",
        ],
    )
    def test_a_date_is_a_real_day(self, value: Any) -> None:
        """Year, month and day, and the day exists."""
        assert [("period.end", "not_date")] == faults_at("period.end", value)

    def test_a_date_that_may_be_open_is_null(self) -> None:
        """The document's own date may be blank, but not wrong."""
        assert example().document.date is None
        assert [("document.date", "not_date")] == faults_at("document.date", "hôm nay")

    @pytest.mark.parametrize("value", [None, "xã", "DISTRICT", "Tier.DISTRICT", 1, ["district"]])
    def test_a_choice_is_one_of_the_list(self, value: Any) -> None:
        """The message lists the choices."""
        assert [("agency.tier", "not_choice")] == faults_at("agency.tier", value)
        assert "phải là một trong province, district, commune, nhưng là" in message_at(
            "agency.tier", json.dumps(value), "vi"
        )

    @pytest.mark.parametrize("value", [None, 5, True, ["x"], {"x": 1}])
    def test_a_text_is_text(self, value: Any) -> None:
        """A number is not turned into text, and a blank text is "" and not null."""
        assert [("agency.name", "not_text")] == faults_at("agency.name", value)

    @pytest.mark.parametrize("value", [None, "2021", 2021.5, True])
    def test_a_year_is_a_whole_number(self, value: Any) -> None:
        """The year of the period cannot be blank."""
        assert [("period.year", "not_integer")] == faults_at("period.year", value)

    @pytest.mark.parametrize("value", [[], None, "x", 1, True])
    @pytest.mark.parametrize("path", ["agency", "direction", "procedures.dossiers", "citations[3]", "signatory"])
    def test_an_object_is_an_object(self, path: str, value: Any) -> None:
        """A list, a text or null in place of an object is refused where it stands."""
        assert [(path, "not_object")] == faults_at(path, value)

    @pytest.mark.parametrize("value", [{}, None, "Sở Nội vụ", 1])
    @pytest.mark.parametrize(
        "path", ["document.recipients", "citations", "procedures.dossiers_by_field.fields", "citations[3].sections"]
    )
    def test_a_list_is_a_list(self, path: str, value: Any) -> None:
        """A text is not read as a list of its letters."""
        assert [(path, "not_list")] == faults_at(path, value)

    def test_an_element_of_a_list_has_its_place(self) -> None:
        """The third recipient is [2]."""
        assert [("document.recipients[2]", "not_text")] == faults_at("document.recipients[2]", 5)
        assert [("citations[3].level", "not_choice")] == faults_at("citations[3].level", "xã")

    def test_a_row_of_a_table_has_its_place(self) -> None:
        """Rows by field and by agency are counted from 0."""
        row = {"field": "Đất đai", "figures": {"received": "5"}}
        assert [("procedures.dossiers_by_field.fields[1].figures.received", "not_count")] == faults_at(
            "procedures.dossiers_by_field.fields", [{**row, "figures": {}}, row]
        )
        assert [
            ("procedures.dossiers_by_agency.agencies[0].level", "missing_key"),
            ("procedures.dossiers_by_agency.agencies[0].figures", "missing_key"),
        ] == faults_at("procedures.dossiers_by_agency.agencies", [{"agency": "UBND xã"}])


class TestKeys:
    """Keys are known, present and unique."""

    @pytest.mark.parametrize(
        "path", ["ghi_chú", "agency.Name", "procedures.dossiers.total.recieved", "citations[0].url"]
    )
    def test_an_unknown_key_is_a_fault(self, path: str) -> None:
        """A misspelt key is not passed over."""
        assert [(path, "unknown_key")] == faults_at(path, None)

    @pytest.mark.parametrize("key", ["agency", "period", "document"])
    def test_a_required_key_is_missed(self, key: str) -> None:
        """A report has an agency, a period and a document."""
        tree = example_tree()
        del tree[key]
        assert [(key, "missing_key")] == faults_of(as_bytes(tree))

    @pytest.mark.parametrize("path", ["agency.name", "period.start", "citations[0].issuer"])
    def test_a_required_key_inside_is_missed(self, path: str) -> None:
        """So are the parts of each."""
        tree = example_tree()
        place, _, key = path.partition(".")
        del (tree["citations"][0] if place == "citations[0]" else tree[place])[key]
        assert [(path, "missing_key")] == faults_of(as_bytes(tree))

    def test_a_key_that_stands_twice_is_a_fault(self) -> None:
        """An ordinary reader keeps the last value and says nothing; even equal values are refused."""
        tree = as_bytes(example_tree())
        twice = tree.replace(b'"tasks_done": 21', b'"tasks_done": 21, "tasks_done": 21, "tasks_done": 21')
        assert [("direction.tasks_done", "duplicate_key")] == faults_of(twice)
        with pytest.raises(ReadError, match=r"direction.tasks_done: khóa này xuất hiện 3 lần; chỉ giữ một"):
            load(twice)

    def test_a_key_that_stands_twice_is_found_anywhere(self) -> None:
        """Also in the outermost object, inside a list, and in a part that is unknown itself."""
        tree = as_bytes(example_tree())
        assert [("version", "duplicate_key")] == faults_of(b'{"version": 1, ' + tree[1:])
        inside = tree.replace(b'"number": "10"', b'"number": "10", "number": "11"', 1)
        assert [("citations[0].number", "duplicate_key")] == faults_of(inside)
        assert [("x.y", "duplicate_key"), ("x", "unknown_key")] == faults_of(b'{"x": {"y": 1, "y": 1}, ' + tree[1:])

    def test_half_a_character_is_refused(self) -> None:
        """It could be read, but never saved again; in a key as in a value."""
        assert [("agency.name", "broken_text")] == faults_at("agency.name", "x\ud800")
        assert [("document.recipients[1]", "broken_text")] == faults_at("document.recipients[1]", "\udfff")
        assert [("agency", "broken_text"), ("agency.\\udc00", "unknown_key")] == faults_at("agency.\udc00", 1)
        assert [("agency.tier", "broken_text"), ("agency.tier", "not_choice")] == faults_at("agency.tier", "\udc00")

    def test_a_whole_character_may_be_written_in_halves(self) -> None:
        """JSON escapes letters beyond the basic plane as pairs, which is well."""
        tree = example_tree()
        tree["agency"]["name"] = "\U0001f600"
        assert b"\\ud83d\\ude00" in as_bytes(tree)
        assert "\U0001f600" == load(as_bytes(tree)).agency.name


class TestAllFaults:
    """Every fault of a file is listed at once, so that it is corrected in one go."""

    def test_all_faults_are_listed_with_their_paths(self) -> None:
        """Text faults first, then those of the values."""
        tree = example_tree()
        tree["agency"]["tier"] = "xã"
        tree["agency"]["note"] = ""
        del tree["period"]["year"]
        tree["citations"][1]["date"] = "2021-13-01"
        tree["citations"][2]["sections"] = "II"
        tree["direction"]["tasks_all"] = True
        tree["procedures"]["dossiers"]["total"] = []
        tree["procedures"]["online"]["commune"]["received"] = "1.250"
        tree["public_finance"]["budget"] = 4900
        content = as_bytes(tree).replace(b'"tasks_done": 21', b'"tasks_done": 21, "tasks_done": 22')
        assert [
            ("direction.tasks_done", "duplicate_key"),
            ("agency.tier", "not_choice"),
            ("agency.note", "unknown_key"),
            ("period.year", "missing_key"),
            ("citations[1].date", "not_date"),
            ("citations[2].sections", "not_list"),
            ("direction.tasks_all", "not_count"),
            ("procedures.dossiers.total", "not_object"),
            ("procedures.online.commune.received", "not_count"),
            ("public_finance.budget", "not_decimal"),
        ] == faults_of(content)

    def test_long_values_are_shortened_in_messages(self) -> None:
        """A text of a thousand letters does not fill the screen."""
        message = message_at(DOSSIERS, json.dumps("x" * 1000))
        assert message.endswith('"' + "x" * 59 + "…")

    def test_a_mistake_of_the_library_is_not_called_a_fault_of_the_file(self) -> None:
        """What is not a refused value comes out as it is, also from within a group."""
        with pytest.raises(ZeroDivisionError):
            _faults_of(ExceptionGroup("group", [ZeroDivisionError()]), "a")


def _loaded(content: bytes) -> tuple[Report | None, ReadError | None]:
    try:
        return load(content), None
    except ReadError as error:
        return None, error


class TestAnything:
    """Whatever stands in a file, the answer is a report or a list of faults."""

    def _try(self, content: bytes) -> None:
        report, error = _loaded(content)
        if report is not None:
            assert report == load(dump(report))
        if error is not None:
            assert error.faults
            assert error.describe("vi").encode()
            assert error.describe("en").encode()
            assert isinstance(error, CchcError)

    @given(st.binary(max_size=60) | st.text(max_size=40).map(str.encode))
    def test_any_bytes(self, content: bytes) -> None:
        """Random bytes and random text are refused in words."""
        self._try(content)

    @given(st.data())
    def test_any_change_of_a_real_file(self, data: st.DataObject) -> None:
        """Values replaced, keys renamed, objects emptied: read or refused, never a crash."""
        tree = example_tree()
        for _ in range(data.draw(st.integers(1, 4))):
            mutate(tree, data)
        self._try(as_bytes(tree))

    @given(st.data())
    def test_any_damage_to_the_bytes_of_a_real_file(self, data: st.DataObject) -> None:
        """A file cut off, or with bytes overwritten."""
        content = bytearray(EXAMPLE.read_bytes())
        start = data.draw(st.integers(0, len(content)))
        end = start + data.draw(st.integers(0, 3))
        content[start:end] = data.draw(st.sampled_from([b"", b'"', b"{", b"]", b",", b"1", b"\\", b"\xff", b"null"]))
        self._try(bytes(content[: data.draw(st.sampled_from([len(content), start + 1]))]))


ODD = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(10**13, 10**17)
    | st.floats()
    | st.sampled_from(["", "1.250", " 1_250 ", "97,66", "97.66", "2021-12-14", "district", "\ud800", "=1+1"])
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4) | st.just("over"), inner, max_size=2)
    ),
    max_leaves=4,
)
"""Values that some place may take and most must refuse."""


def mutate(tree: Any, data: st.DataObject) -> None:
    """Change one place of a tree: replace, remove or rename it, or put something beside it."""
    while True:
        place = (
            data.draw(st.sampled_from(sorted(tree)))
            if isinstance(tree, dict)
            else data.draw(st.integers(0, len(tree) - 1))
        )
        below = tree[place]
        if not (isinstance(below, dict | list) and below) or data.draw(st.integers(0, 3)) == 0:
            break
        tree = below
    action = data.draw(st.sampled_from(["replace", "remove", "beside"]))
    if action == "remove":
        del tree[place]
    elif action == "beside" and isinstance(tree, dict):
        tree[data.draw(st.text(max_size=5))] = data.draw(ODD)
    else:
        tree[place] = data.draw(ODD)
