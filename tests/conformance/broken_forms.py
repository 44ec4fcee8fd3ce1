"""A form that does all that is demanded, and for each demand one that breaks it and no other."""

from __future__ import annotations

from datetime import date
from typing import Any
from unicodedata import normalize

from attrs import evolve

from cchc_core.forms import ByLevel, Figure, Record, bound, by_level, count, form, identity
from cchc_core.law import InForce
from cchc_core.words import Text
from forms_for_tests import BOUND, IDENTITY, NONNEGATIVE, SOURCE, SUMS

__all__ = ["BROKEN", "Sound"]

_BACKWARDS = InForce(start=date(2025, 7, 1), end=date(2025, 6, 30))
_OTHER = evolve(IDENTITY, code="TST-011")


@form("thu_dong", title="Lượt tiếp theo lĩnh vực", source=SOURCE, nonnegative=NONNEGATIVE)
class Row(Record):
    """Visitors of one field of activity."""

    visits: Figure[int] = count("Lượt tiếp", unit="lượt")


@form("thu", title="Tiếp công dân", source=SOURCE, nonnegative=NONNEGATIVE)
class Sound(Record):
    """Passes every check."""

    given: Figure[int] = count("Hồ sơ nhận", unit="hồ sơ")
    done: Figure[int] = count("Hồ sơ xong", unit="hồ sơ")
    rest: Figure[int] = count("Hồ sơ còn lại", unit="hồ sơ")
    visits: ByLevel[Row] = by_level(Row, "Lượt tiếp theo cấp", sums=SUMS)

    by_state = identity(IDENTITY, given == done + rest)
    some_done = bound(BOUND, done <= given)


class Undecorated(Record):
    """No form at all."""

    a: Figure[int] = count("A", unit="hồ sơ")


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Undocumented(Record):
    a: Figure[int] = count("A", unit="hồ sơ")


@form("dossiers", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Taken(Record):
    """Has the key of a shipped form."""

    a: Figure[int] = count("A", unit="hồ sơ")


@form("Thử nghiệm", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Unkeyed(Record):
    """Has a key that is no part of a path."""

    a: Figure[int] = count("A", unit="hồ sơ")


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Decomposed(Record):
    """Has a label whose letters are taken apart."""

    a: Figure[int] = count(normalize("NFD", "Hồ sơ"), unit="hồ sơ")


@form("thu", title="Thử\nnghiệm", source=SOURCE, nonnegative=NONNEGATIVE)
class Broken(Record):
    """Has a title on two lines."""

    a: Figure[int] = count("A", unit="hồ sơ")


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Alike(Record):
    """Has two figures of one name."""

    a: Figure[int] = count("Quá hạn", unit="hồ sơ")
    b: Figure[int] = count("Quá hạn", unit="hồ sơ")


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Capital(Record):
    """Spells a unit otherwise."""

    a: Figure[int] = count("A", unit="Hồ sơ")


@form("thu", title="Thử", source=SOURCE.instrument.at(""), nonnegative=NONNEGATIVE)
class Placeless(Record):
    """Names no place in the instrument."""

    a: Figure[int] = count("A", unit="hồ sơ")


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE, in_force=_BACKWARDS)
class Never(Record):
    """Is in force on no day."""

    a: Figure[int] = count("A", unit="hồ sơ")


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE, in_force=InForce(start=date(2021, 1, 1)))
class Outlived(Record):
    """Has a rule that ended before the form began."""

    a: Figure[int] = count("A", unit="hồ sơ")
    b: Figure[int] = count("B", unit="hồ sơ")

    equal = identity(evolve(IDENTITY, in_force=InForce(end=date(2020, 12, 31))), a == b)


@form("thu", title="Thử", source=SOURCE, nonnegative=evolve(NONNEGATIVE, code="so-1"))
class Miscoded(Record):
    """Has a rule whose code is none."""

    a: Figure[int] = count("A", unit="hồ sơ")


@form("thu", title="Thử", source=SOURCE, nonnegative=evolve(NONNEGATIVE, code="DOS-001"))
class Recoded(Record):
    """Has a rule with the code of another."""

    a: Figure[int] = count("A", unit="hồ sơ")


@form(
    "thu", title="Thử", source=SOURCE, nonnegative=evolve(NONNEGATIVE, statement=Text("Not negative", "Not negative"))
)
class Untranslated(Record):
    """Has a rule that is stated in one language."""

    a: Figure[int] = count("A", unit="hồ sơ")


@form(
    "thu",
    title="Thử",
    source=SOURCE,
    nonnegative=evolve(NONNEGATIVE, statement=Text(normalize("NFD", "Số liệu không âm"), "Not negative")),
)
class Unaccented(Record):
    """Has a rule whose letters are taken apart."""

    a: Figure[int] = count("A", unit="hồ sơ")


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Reluctant(Record):
    """Cannot be filled in."""

    a: Figure[int] = count("A", unit="hồ sơ")

    def __attrs_post_init__(self) -> None:
        """Refuse a figure."""
        if self.a is not None:
            raise ValueError(self.a)


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Demanding(Record):
    """Cannot be left blank."""

    a: Figure[int] = count("A", unit="hồ sơ")

    def __attrs_post_init__(self) -> None:
        """Refuse a blank."""
        if self.a is None:
            raise ValueError(self.a)


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Guessing(Record):
    """Takes a blank for a figure, and a wrong one."""

    a: Figure[int] = count("A", unit="hồ sơ")

    def __attrs_post_init__(self) -> None:
        """Put a number where there is none."""
        if self.a is None:
            object.__setattr__(self, "a", -1)


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Contradicting(Record):
    """Has relations that cannot hold together."""

    a: Figure[int] = count("A", unit="hồ sơ")
    b: Figure[int] = count("B", unit="hồ sơ")

    equal = identity(IDENTITY, a == b)
    more = bound(BOUND, a >= b + 1)


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Repeating(Record):
    """Says the same twice."""

    a: Figure[int] = count("A", unit="hồ sơ")
    b: Figure[int] = count("B", unit="hồ sơ")

    equal = identity(IDENTITY, a == b)
    equal_too = identity(_OTHER, b == a)


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Idle(Record):
    """Has a relation that always holds."""

    a: Figure[int] = count("A", unit="hồ sơ")
    b: Figure[int] = count("B", unit="hồ sơ")

    something = bound(BOUND, a + b >= -1)


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Odd(Record):
    """Has a relation that no whole numbers keep."""

    a: Figure[int] = count("A", unit="hồ sơ")
    b: Figure[int] = count("B", unit="hồ sơ")

    halves = identity(IDENTITY, 2 * a == 2 * b + 1)


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Large(Record):
    """Cannot hold small figures."""

    a: Figure[int] = count("A", unit="hồ sơ")

    def __attrs_post_init__(self) -> None:
        """Refuse a small figure."""
        if self.a is not None and self.a < 700_000:
            raise ValueError(self.a)


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Complex(Record):
    """Holds something that no file can."""

    a: Figure[int] = count("A", unit="hồ sơ")
    other: complex = 1j


@form("thu", title="Thử", source=SOURCE, nonnegative=NONNEGATIVE)
class Loose(Record):
    """Holds something that comes back as something else."""

    a: Figure[int] = count("A", unit="hồ sơ")
    other: Any = ("một", "hai")


BROKEN: dict[str, tuple[type[Record], ...]] = {
    "it_is_a_form": (Undecorated,),
    "it_is_documented": (Undocumented,),
    "its_key_is_free": (Taken, Unkeyed),
    "its_words_can_be_shown": (Decomposed, Broken),
    "its_labels_tell_figures_apart": (Alike,),
    "its_units_are_spelled_as_elsewhere": (Capital,),
    "its_source_is_cited": (Placeless,),
    "its_days_are_in_order": (Never, Outlived),
    "its_codes_are_well_formed": (Miscoded,),
    "its_codes_are_free": (Recoded,),
    "its_rules_are_told_in_both_languages": (Untranslated, Unaccented),
    "a_record_can_be_filled_in": (Reluctant,),
    "a_blank_record_is_no_error": (Demanding, Guessing),
    "its_relations_can_hold_together": (Contradicting, Odd),
    "no_relation_is_written_twice": (Repeating,),
    "every_relation_can_be_broken": (Idle,),
    "complete_records_can_keep_every_rule": (Large,),
    "records_come_back_from_json": (Complex, Loose),
}
"""By the name of the check that each of them fails."""
