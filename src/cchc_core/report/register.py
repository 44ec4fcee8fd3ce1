"""Registers of reporting agencies: who there is, with codes, and in which time."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen
from attrs.validators import deep_iterable, instance_of

from cchc_core.law import ALWAYS, InForce, Source
from cchc_core.report.agency import Agency

__all__ = ["AgencyRegister"]


def _kept(agencies: Iterable[Agency]) -> tuple[Agency, ...]:
    return tuple(agencies)


@frozen(kw_only=True)
class AgencyRegister:
    """Agencies as a register lists them, such as the people's committees of a province.

    Args:
        name: Name by which it is known, lower case.
        title: What it lists, in Vietnamese.
        agencies: The agencies, each with the code of its territory.
        source: Where the list comes from; verified only if it was seen there.
        in_force: Days on which it is the register; agencies were merged, and their codes given anew.

    >>> from cchc_core import Agency, AgencyRegister, Instrument, Tier
    >>> source = Instrument(notation="Danh mục của tỉnh").at("")
    >>> committee = Agency(name="Ủy ban nhân dân xã Ví Dụ", tier=Tier.COMMUNE, code="00001")
    >>> AgencyRegister(name="tinh", title="Các xã", agencies=[committee], source=source).agencies[0].code
    '00001'
    """

    name: str = field(validator=instance_of(str))
    title: str = field(validator=instance_of(str))
    agencies: tuple[Agency, ...] = field(converter=_kept, validator=deep_iterable(instance_of(Agency)))
    source: Source = field(validator=instance_of(Source))
    in_force: InForce = field(default=ALWAYS, validator=instance_of(InForce))
