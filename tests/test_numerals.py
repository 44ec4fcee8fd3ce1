"""Numbers read from text as a Vietnamese report writes them, or refused."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_core.numbers import printed
from cchc_core.numerals import NumeralError, read_count, read_decimal, read_number
from cchc_core.words import LANGUAGES

_SPACES = (" ", "\u00a0", "\u202f")
_LARGEST = 10**15 - 1


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("1.250", "", 1250),
        ("02", "", 2),
        ("1 250", "", 1250),
        ("12\u00a0000", "", 12000),
        ("1\u202f234\u202f567,5", "", Decimal("1234567.5")),
        (" 89.626\t", "", 89626),
        ("1.234,5", "", Decimal("1234.5")),
        ("97,60", "%", Decimal("97.60")),
        ("97,66%", "%", Decimal("97.66")),
        ("97,66 %", "%", Decimal("97.66")),
        ("1.250 hồ sơ", "hồ sơ", 1250),
        ("1.250 Ho\u0302\u0300 so\u031b", "hồ sơ", 1250),
        ("-18", "", -18),
        ("\u221218", "", -18),
        ("không", "", 0),
        ("Kho\u0302ng", "hồ sơ", 0),
        ("-", "", 0),
        ("–", "", 0),
        ("—", "hồ sơ", 0),
        ("0", "", 0),
        ("999999999999999", "", _LARGEST),
    ],
)
def test_a_number_is_read_as_officials_write_it(text: str, unit: str, number: int | Decimal) -> None:
    """Dots or spaces part thousands, a comma goes before decimals, which are kept, and a dash is nothing."""
    found = read_number(text, unit=unit)
    assert (type(number), str(number)) == (type(found), str(found))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("19.02", "numeral_group"),
        ("1.25.0", "numeral_group"),
        ("0.250", "numeral_group"),
        ("012.500", "numeral_group"),
        ("1250.000", "numeral_group"),
        ("1 2500", "numeral_group"),
        ("1\u00a0250 000", "numeral_group"),
        ("- 18", "numeral_group"),
        (".5", "numeral_group"),
        ("1.250 000", "numeral_mixed"),
        ("1.250,5.3", "numeral_comma"),
        ("1,250.5", "numeral_comma"),
        ("1,2,3", "numeral_comma"),
        ("…", "numeral_not_known"),
        ("...", "numeral_not_known"),
        ("?", "numeral_not_known"),
        ("N/A", "numeral_not_known"),
        (" ", "numeral_not_known"),
        ("khoảng 200", "numeral_approximate"),
        ("Trên 200", "numeral_approximate"),
        (">200", "numeral_approximate"),
        ("(18)", "numeral_in_brackets"),
        ("1e5", "numeral_exponent"),
        ("1,5E+3", "numeral_exponent"),
        ("\uff11\uff12", "numeral_other_digits"),
        ("\u0661\u0662", "numeral_other_digits"),
        ("1\u00bd", "numeral_other_digits"),
        ("hai mươi", "numeral_text"),
        ("không có số liệu", "numeral_text"),
        ("+18", "numeral_text"),
        ("hồ sơ", "numeral_text"),
        ("1_250", "numeral_unit"),
        ("12 người", "numeral_unit"),
        ("97%", "numeral_unit"),
        ("1234567890123456", "number_too_long"),
        ("0,000000000000001", "number_too_long"),
    ],
)
def test_what_could_be_two_numbers_or_none_is_refused(text: str, kind: str) -> None:
    """The reason is named, and in either language a sentence says it and quotes the text."""
    with pytest.raises(NumeralError) as refused:
        read_number(text, unit="hồ sơ")
    assert kind == refused.value.kind
    for lang in LANGUAGES:
        assert refused.value.facts.get("found", "15") in refused.value.describe(lang)


def test_what_stands_behind_a_number_is_named_only_where_a_unit_is_known() -> None:
    """Without a unit it is just no number."""
    with pytest.raises(NumeralError) as refused:
        read_number("12 người")
    assert "numeral_text" == refused.value.kind
    assert "“12 người” không phải số" in str(refused.value)


@pytest.mark.parametrize("text", ["1,250", "1,000", "12,5"])
def test_a_comma_is_never_taken_for_a_mark_of_thousands(text: str) -> None:
    """Where a whole number is wanted it is refused; anywhere else it is the decimal sign."""
    assert Decimal(text.replace(",", ".")) == read_number(text)
    with pytest.raises(NumeralError, match="dấu thập phân"):
        read_count(text)


@given(st.integers(-_LARGEST, _LARGEST), st.sampled_from((".", *_SPACES, "")))
def test_a_whole_number_reads_back(number: int, mark: str) -> None:
    """With the dots of the library, with any of the spaces, or with nothing."""
    assert number == read_count(printed(number).replace(".", mark))


@given(st.integers(-_LARGEST, _LARGEST), st.integers(0, 14), st.booleans())
def test_a_decimal_reads_back_with_all_its_decimals(number: int, places: int, minus: bool) -> None:  # noqa: FBT001
    """97,60 keeps its zero, and a nothing with a minus its sign; neither ever passes through a float."""
    value = Decimal(number).scaleb(-places)
    value = value.copy_negate() if minus else value
    back = read_decimal(printed(value).replace(".", ""), unit="%")
    assert value.as_tuple() == back.as_tuple()
    assert isinstance(read_number(printed(value)), Decimal if places else int)


@given(st.text(max_size=8) | st.from_regex(r"[-0-9., \u00a0%e]{1,10}", fullmatch=True))
def test_any_text_is_a_number_or_refused_with_a_sentence(text: str) -> None:
    """Nothing else is raised, and what is read is what the digits of the text say."""
    try:
        number = read_number(text, unit="%")
    except NumeralError as error:
        refused = error
    else:
        digits = "".join(each for each in text if each.isdigit())
        assert int(digits or "0") == int("".join(map(str, Decimal(number).as_tuple().digits)))
        return
    assert all(refused.describe(lang) for lang in LANGUAGES)


def test_a_percentage_has_no_groups_of_digits() -> None:
    """A dot before three digits would make a thousandfold of it."""
    assert Decimal("88.889") == read_decimal("88,889", unit="%")
    with pytest.raises(NumeralError) as refused:
        read_decimal("88.889", unit="%")
    assert refused.value.kind == "numeral_percent_group"
