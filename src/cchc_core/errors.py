"""The exceptions of the library, and the fault a reader reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, frozen

from cchc_core.words import Language, say

__all__ = [
    "CchcError",
    "DeclarationError",
    "Fault",
    "FigureValueError",
    "MissingExtraError",
    "OptionError",
    "PluginError",
    "ReadError",
    "UnknownNameError",
]


class CchcError(Exception):
    """Raised as the base of every error of this library; catch it to catch them all."""


class DeclarationError(CchcError, TypeError):
    """Raised at import when a form is declared wrongly; correct the named field of the named form.

    Args:
        form: Key or class name of the form.
        field: Name of the figure, table, part or relation that is wrong.
        reason: What is wrong with it.

    >>> DeclarationError("dossiers", "received", "has no label").field
    'received'
    """

    def __init__(self, form: str, field: str, reason: str) -> None:
        super().__init__(form, field, reason)
        self.form = form
        self.field = field
        self.reason = reason

    def __str__(self) -> str:
        """Name the form and the field before the reason."""
        place = f"{self.form}.{self.field}" if self.field else self.form
        return f"form {place}: {self.reason}"


class FigureValueError(CchcError, TypeError):
    """Raised when a record is given a figure it cannot hold; give an exact value of the declared type.

    Args:
        record: Record class.
        figure: Name of the figure.
        value: What was given.

    >>> str(FigureValueError("DossierRow", "received", 12.9))
    'DossierRow.received cannot be 12.9 (float)'
    """

    def __init__(self, record: str, figure: str, value: object) -> None:
        super().__init__(record, figure, value)
        self.record = record
        self.figure = figure
        self.value = value

    def __str__(self) -> str:
        """Name the figure, the value and its type."""
        return f"{self.record}.{self.figure} cannot be {self.value!r} ({type(self.value).__name__})"


_LONGEST = 300


def _printable(text: str) -> str:
    """Write what cannot be printed as escapes, and shorten, so that every fault is one line of its own."""
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in short)


def _all_printable(facts: Mapping[str, str]) -> Mapping[str, str]:
    return {name: _printable(fact) for name, fact in facts.items()}


@frozen
class Fault:
    """One thing wrong with an input, at one place of it.

    Args:
        path: Where in the input, e.g. ``procedures.dossiers.total.received``; empty for the whole file.
        kind: Which of the known faults (a key of the message catalogue, without its prefix).
        facts: The values the message speaks of.
    """

    path: str = field(converter=_printable)
    kind: str
    facts: Mapping[str, str] = field(factory=dict, converter=_all_printable)

    def describe(self, lang: Language = "vi") -> str:
        """Say the fault as one line, its path first.

        >>> Fault("a.b", "unknown_key").describe("en")
        'a.b: this key is not known to the format; correct its spelling or remove it'
        """
        text = say(f"fault.{self.kind}", lang, **self.facts)
        return f"{self.path or say('fault.whole_file', lang)}: {text}"


class ReadError(CchcError, ValueError):
    """Raised when an input cannot be read as a report; correct every listed fault and read again.

    Args:
        faults: All faults found: first those of the text, then those of its values, in the order of the format.
        origin: Name of the file, if there is one.
    """

    def __init__(self, faults: Sequence[Fault], origin: str = "") -> None:
        super().__init__(tuple(faults), origin)
        self.faults = tuple(faults)
        self.origin = origin

    def describe(self, lang: Language = "vi") -> str:
        """Say all faults, one a line."""
        prefix = f"{_printable(self.origin)}: " if self.origin else ""
        return "\n".join(prefix + fault.describe(lang) for fault in self.faults)

    def __str__(self) -> str:
        """Say all faults in Vietnamese, one a line."""
        return self.describe("vi")


class MissingExtraError(CchcError, ImportError):
    """Raised when a package that comes with an extra of the library is not installed; install the extra.

    Args:
        package: The package that was needed.
        extra: The extra that brings it.

    >>> print(MissingExtraError("hypothesis", "testing").describe("en"))
    the package hypothesis is needed: pip install "cchc[testing]"
    """

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(package, extra)
        self.package = package
        self.extra = extra

    def describe(self, lang: Language = "vi") -> str:
        """Name the package and the command that installs it."""
        return say("missing.extra", lang, package=self.package, extra=self.extra)

    def __str__(self) -> str:
        """Say it in Vietnamese."""
        return self.describe("vi")


class UnknownNameError(CchcError, LookupError):
    """Raised when nothing is registered under a name; choose one of ``known``.

    Args:
        kind: What was looked for: ``form``, ``rule``, ``exporter``, ``calendar``.
        name: The name that is not known.
        known: The names that are.
    """

    def __init__(self, kind: str, name: str, known: Sequence[str] = ()) -> None:
        super().__init__(kind, name, tuple(known))
        self.kind = kind
        self.name = name
        self.known = tuple(known)

    def describe(self, lang: Language = "vi") -> str:
        """Say what is not known and what is."""
        known = ", ".join(self.known) or "-"
        return say(f"unknown.{self.kind}", lang, name=self.name, known=known)

    def __str__(self) -> str:
        """Say it in Vietnamese."""
        return self.describe("vi")


class PluginError(CchcError):
    """Raised when a plugin fails at what it registered for; report it to its author.

    Args:
        plugin: Package and version, or the plugin's name.
        doing: What it was asked to do.
        reason: What it answered.
        kind: What is wrong with it: ``failed``; ``slow``, with seconds as the reason; ``absent``, if one that is to
            be blocked is not there.
    """

    def __init__(self, plugin: str, doing: str, reason: str, kind: str = "failed") -> None:
        plugin, doing, reason = map(_printable, (plugin, doing, reason))
        super().__init__(plugin, doing, reason, kind)
        self.plugin = plugin
        self.doing = doing
        self.reason = reason
        self.kind = kind

    def describe(self, lang: Language = "vi") -> str:
        """Name the plugin, what it was doing and what went wrong."""
        return say(f"plugin.{self.kind}", lang, plugin=self.plugin, doing=self.doing, reason=self.reason)

    def __str__(self) -> str:
        """Say it in Vietnamese."""
        return self.describe("vi")


class OptionError(CchcError, ValueError):
    """Raised when an exporter is given an option that it does not have, or a value that the option cannot have.

    Args:
        exporter: Name of the exporter.
        option: Name of the option.
        kind: What is wrong, one of the known kinds.
        facts: The values the message speaks of.

    >>> print(OptionError("xlsx", "charts", "choice", {"found": "x", "choices": "yes, no"}).describe("en"))
    xlsx: option charts must be one of yes, no, not x
    """

    def __init__(self, exporter: str, option: str, kind: str, facts: Mapping[str, str]) -> None:
        super().__init__(exporter, option, kind, dict(facts))
        self.exporter = exporter
        self.option = option
        self.kind = kind
        self.facts = _all_printable(facts)

    def describe(self, lang: Language = "vi") -> str:
        """Name the exporter and the option, and say what there is instead."""
        return say(f"option.{self.kind}", lang, exporter=self.exporter, option=self.option, **self.facts)

    def __str__(self) -> str:
        """Say it in Vietnamese."""
        return self.describe("vi")
