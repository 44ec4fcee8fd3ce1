"""Options of exporters: a frozen attrs class says which there are, and text from outside becomes one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from enum import Enum
from typing import Any, NoReturn, TypeVar, get_type_hints
from unicodedata import normalize

import attrs
from attrs import frozen

from cchc_core.errors import DeclarationError, OptionError
from cchc_core.words import Text

__all__ = ["OptionSpec", "option", "options_from_text", "specs_of"]

D = TypeVar("D")

_TITLE = "cchc_title"
_TRUE, _FALSE = ("yes", "có", "co", "true", "on", "1"), ("no", "không", "khong", "false", "off", "0")


def option(*, default: D, vi: str, en: str, validator: Callable[[Any, Any, D], object] | None = None) -> D:
    """Declare an option of an exporter, as a field of its options class.

    Args:
        default: Its value if nothing else is said: a truth value, a whole number, a text or a member of an `Enum`
            whose values are texts.
        vi: What it does, in Vietnamese.
        en: What it does, in English.
        validator: A validator of attrs, for values that are of the right type and still make no sense.

    >>> from attrs import frozen
    >>> @frozen(kw_only=True)
    ... class CsvOptions:
    ...     separator: str = option(default=",", vi="Dấu ngăn cột", en="What parts the columns")
    >>> CsvOptions().separator
    ','
    """
    made: D = attrs.field(default=default, validator=validator, metadata={_TITLE: Text(vi, en)})
    return made


@frozen(kw_only=True)
class OptionSpec:
    """One option of an exporter, as help texts and the command line need it.

    Args:
        name: Its name, as it is written before ``=``.
        title: What it does.
        kind: Class of its values.
        default: Its value if nothing else is said.
    """

    name: str
    title: Text
    kind: type[Any]
    default: object

    @property
    def choices(self) -> tuple[str, ...]:
        """The values it may have, as they are written; empty for a number or a text."""
        if self.kind is bool:
            return ("yes", "no")
        return tuple(str(each.value) for each in self.kind) if issubclass(self.kind, Enum) else ()

    @property
    def default_text(self) -> str:
        """The default, as it would be written."""
        if isinstance(self.default, bool):
            return "yes" if self.default else "no"
        return str(self.default.value if isinstance(self.default, Enum) else self.default)

    def read(self, text: str) -> object:
        """Make a value of text.

        Raises:
            ValueError: If it is none that this option may have.
        """
        if self.kind is bool:
            if text.casefold() not in _TRUE + _FALSE:
                raise ValueError
            return text.casefold() in _TRUE
        if self.kind is int and not (text.isascii() and text.removeprefix("-").isdigit()):
            raise ValueError
        return self.kind(text)


def specs_of(cls: type[Any] | None) -> tuple[OptionSpec, ...]:
    """Give the options that an options class declares; none if there is no class.

    Raises:
        DeclarationError: If it is no frozen attrs class, or a field is none that `option` made or of another type
            than those there are.
    """
    if cls is None:
        return ()
    name = getattr(cls, "__name__", repr(cls))
    if not attrs.has(cls):
        raise DeclarationError(name, "", "is no attrs class; decorate it with @attrs.frozen(kw_only=True)")
    try:
        hints = get_type_hints(cls)
        specs = tuple(_spec(name, field, hints.get(field.name)) for field in attrs.fields(cls))
        made = cls()
    except DeclarationError:
        raise
    except Exception as error:
        raise DeclarationError(name, "", f"cannot be made of its defaults: {error!r}") from error
    for each in specs:
        try:
            setattr(made, each.name, each.default)
        except attrs.exceptions.FrozenInstanceError:
            continue
        raise DeclarationError(name, each.name, "can be changed; decorate the class with @attrs.frozen(kw_only=True)")
    return specs


def _spec(owner: str, field: attrs.Attribute[Any], kind: Any) -> OptionSpec:
    title = field.metadata.get(_TITLE)
    if not isinstance(title, Text) or not field.init or field.name.startswith("_"):
        raise DeclarationError(owner, field.name, "is no option; declare it with option(default=..., vi=..., en=...)")
    if kind not in {bool, int, str} and not _is_enum_of_texts(kind):
        raise DeclarationError(owner, field.name, "must be bool, int, str or an Enum whose values are texts")
    if type(field.default) is not kind:
        raise DeclarationError(owner, field.name, f"must have a default of type {kind.__name__}")
    return OptionSpec(name=field.name, title=title, kind=kind, default=field.default)


def _is_enum_of_texts(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum) and all(isinstance(each.value, str) for each in kind)


def options_from_text(exporter: str, cls: type[Any] | None, given: Mapping[str, str]) -> Any:
    """Make the options of an exporter from text, as it comes from a command line.

    Args:
        exporter: Name of the exporter, for messages.
        cls: Its options class; ``None`` if it has no options.
        given: Values by name; whatever is not given has its default.

    Returns:
        An instance of the class; ``None`` if there is none.

    Raises:
        OptionError: If there is no such option, or it cannot have such a value.
    """
    specs = {each.name: each for each in specs_of(cls)}
    values: dict[str, object] = {}
    for name, text in given.items():
        if name not in specs:
            _refuse_unknown(exporter, name, list(specs))
        try:
            values[name] = specs[name].read(normalize("NFC", text))
        except ValueError:
            choices = ", ".join(specs[name].choices)
            kind = "choice" if choices else "number"
            raise OptionError(exporter, name, kind, {"found": text, "choices": choices}) from None
    if cls is None:
        return None
    try:
        return cls(**values)
    except Exception as error:  # a validator of the class, whatever it raises; attrs gives message and more
        reason = str(error.args[0]) if error.args else type(error).__name__
        raise OptionError(exporter, ", ".join(values), "refused", {"reason": reason}) from error


def _refuse_unknown(exporter: str, name: str, known: Sequence[str]) -> NoReturn:
    near = ", ".join(get_close_matches(name, known)[:1])
    kind = "unknown_near" if near else "unknown" if known else "none"
    raise OptionError(exporter, name, kind, {"known": ", ".join(known), "near": near})
