"""The overall programmes of administrative reform, and the six areas each names."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from cchc_core.catalogue.sources import NQ30C_2011, NQ76_2021
from cchc_core.law import Source

__all__ = ["PROGRAMMES", "ReformArea", "ReformProgramme", "programmes_of"]


@frozen
class ReformArea:
    """One of the six areas of a programme.

    Args:
        title: Its title in the programme.
        words: Words of which a shorter title must have one to be taken for this area.
    """

    title: str
    words: tuple[str, ...]


@frozen(kw_only=True)
class ReformProgramme:
    """A programme of ten years.

    Args:
        source: The resolution that lays it down.
        first_year: The first year it is for.
        last_year: The last.
        areas: Its areas, in order.
    """

    source: Source
    first_year: int
    last_year: int
    areas: tuple[ReformArea, ...]

    @property
    def name(self) -> str:
        """How a sentence names it.

        >>> PROGRAMMES[0].name
        'Nghị quyết số 30c/NQ-CP'
        """
        return self.source.instrument.notation


_INSTITUTIONS = ReformArea("Cải cách thể chế", ("thể chế",))
_PROCEDURES = ReformArea("Cải cách thủ tục hành chính", ("thủ tục", "TTHC"))
_ORGANISATION = ReformArea("Cải cách tổ chức bộ máy hành chính nhà nước", ("bộ máy",))
_FINANCE = ReformArea("Cải cách tài chính công", ("tài chính công",))

PROGRAMMES: tuple[ReformProgramme, ...] = (
    ReformProgramme(
        source=NQ30C_2011.at("sáu lĩnh vực cải cách"),
        first_year=2011,
        last_year=2020,
        areas=(
            _INSTITUTIONS,
            _PROCEDURES,
            _ORGANISATION,
            ReformArea("Xây dựng và nâng cao chất lượng đội ngũ cán bộ, công chức, viên chức", ("đội ngũ",)),
            _FINANCE,
            ReformArea("Hiện đại hóa hành chính", ("hiện đại hóa",)),
        ),
    ),
    ReformProgramme(
        source=NQ76_2021.at("sáu nội dung cải cách"),
        first_year=2021,
        last_year=2030,
        areas=(
            _INSTITUTIONS,
            _PROCEDURES,
            _ORGANISATION,
            ReformArea("Cải cách chế độ công vụ", ("công vụ",)),
            _FINANCE,
            ReformArea(
                "Xây dựng, phát triển Chính phủ điện tử, Chính phủ số",
                ("điện tử", "chính phủ số", "chính quyền số", "chuyển đổi số"),
            ),
        ),
    ),
)
"""The programme until 2020 and the one from 2021."""


def programmes_of(year: int, day: date) -> tuple[ReformProgramme, ...]:
    """Give the programmes whose titles a report may use: that of its year, and the one before until it was issued.

    Args:
        year: The year reported for.
        day: Last day of the period.

    >>> [each.name for each in programmes_of(2021, date(2021, 3, 14))]
    ['Nghị quyết số 76/NQ-CP', 'Nghị quyết số 30c/NQ-CP']
    """
    of_year = [each for each in PROGRAMMES if each.first_year <= year <= each.last_year]
    early = [each for each in of_year if each.source.instrument.issued and day < each.source.instrument.issued]
    before = [each for each in PROGRAMMES if any(each.last_year + 1 == later.first_year for later in early)]
    return (*of_year, *before)
