"""What a site changes about the rules: some switched off, some graver or less grave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from attrs import field, frozen

from cchc_core.rules import Rule, Severity

__all__ = ["AS_SHIPPED", "Settings"]


def _kept(given: Mapping[str, Severity]) -> Mapping[str, Severity]:
    return MappingProxyType(dict(given))


def _codes(given: Iterable[str]) -> frozenset[str]:
    return frozenset(given)


@frozen(kw_only=True)
class Settings:
    """Which rules are switched off, and which have another severity than the catalogue gives them.

    Args:
        off: Codes of the rules that are not applied.
        severities: Severity by code.

    >>> settings = Settings(off=["CIT-002"], severities={"ONL-004": Severity.INFO})
    >>> "CIT-002" in settings.off
    True
    """

    off: frozenset[str] = field(default=frozenset(), converter=_codes)
    severities: Mapping[str, Severity] = field(default=MappingProxyType({}), converter=_kept, hash=False)

    def severity_of(self, rule: Rule) -> Severity:
        """Give the severity of a rule at this site."""
        return self.severities.get(rule.code, rule.severity)


AS_SHIPPED = Settings()
"""Every rule applied, with the severity of the catalogue."""
