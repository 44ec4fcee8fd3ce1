"""Which files a command is to work on: those named, and those in the folders named."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import frozen

from cchc_core.cli.ending import STANDARD_INPUT, Stop
from cchc_core.words import Language, say

__all__ = ["ANNOTATED", "RESULTS", "Input", "Inputs", "identity", "inputs_of"]

_EXPANDS = os.name == "nt"
"""Whether patterns such as ``*.xlsx`` come as they were typed, for want of a shell that replaces them."""

RESULTS = "ket-qua"
"""The folder that results are written into if none is named; in folders it is not looked into."""

ANNOTATED = ".co-ghi-chu"
"""What the name of a file with notes in it ends in, before its suffix."""

_HIDDEN, _LOG = (".", "~$"), ".nhat-ky.json"
"""How names begin of hidden files and of those that Excel keeps while it is open; how those of correction logs end."""


@frozen(kw_only=True)
class Input:
    """One file to work on.

    Args:
        name: Its name, as messages say it.
        place: Where its results go beneath the folder for them, without a suffix.
        fault: Why it cannot be worked on, if that is known already.
    """

    name: str
    place: Path
    fault: str = ""


@frozen(kw_only=True)
class Inputs:
    """The files of one command.

    Args:
        items: The files, in the order in which they are told.
        are_several: Whether they are told as several: more than one was named, or a folder.
    """

    items: tuple[Input, ...]
    are_several: bool


def inputs_of(arguments: Sequence[str], suffixes: Iterable[str], lang: Language, output: Path | None = None) -> Inputs:
    """Find the files that the arguments of a command mean.

    A file that is named is always taken. A folder means the reports in it and in its folders, known by their
    suffixes, but for hidden files, temporary files of Excel, correction logs and the results of the command. What is
    meant twice is taken once. Results keep the folders that the files have beneath the nearest folder that holds
    all arguments, so that files of one name in different folders do not meet.

    Args:
        arguments: Names of files and folders.
        suffixes: Suffixes of the files that are looked for in folders, with the dot.
        lang: Language of messages.
        output: The folder for the results, if there is one.

    Raises:
        Stop: If there is nothing to work on.
    """
    named = [name for argument in arguments for name in _expanded(argument)]
    if STANDARD_INPUT in named:
        if len(named) > 1:
            raise Stop(say("cli.input_alone", lang))
        return Inputs(items=(Input(name=STANDARD_INPUT, place=Path("bao-cao")),), are_several=False)
    search = _Search(tuple(suffixes), _folder_above(named), lang, None if output is None else identity(output))
    items: dict[object, Input] = {}
    for name in named:
        for item in search.within(name) if _is_folder(name) else (search.input(name),):
            items.setdefault(identity(item.name), item)
    found = tuple(items.values())
    if len(found) == 1 and found[0].fault:
        raise Stop(found[0].fault)
    return Inputs(items=found, are_several=len(found) > 1 or any(map(_is_folder, named)))


def identity(path: str | Path) -> object:
    """Tell files apart whatever they are called: two names of one file have one identity."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return os.path.normcase(_absolute(path))
    return status.st_dev, status.st_ino


@frozen
class _Search:
    """The search of folders for reports.

    Args:
        suffixes: Suffixes of reports.
        above: The folder that holds all arguments; empty if none does.
        lang: Language of messages.
        output: Identity of the folder for the results.
    """

    suffixes: tuple[str, ...]
    above: str
    lang: Language
    output: object

    def input(self, name: str, fault: str = "") -> Input:
        """Give a file its place beneath the folder for results: that which it has beneath the folder above all."""
        path = _absolute(name)
        beneath = path.relative_to(self.above) if self.above else _without_drive(path)
        return Input(name=name, place=beneath.parent / path.stem, fault=fault)

    def within(self, folder: str) -> Iterator[Input]:
        """Give the reports of a folder sorted by name, and with them the folders that cannot be looked into."""
        if identity(folder) == self.output:
            yield self.input(folder, say("cli.folder_is_output", self.lang, path=folder))
            return
        found: dict[Path, str] = {}

        def note(error: OSError) -> None:
            path = Path(error.filename)
            found[path] = say("cli.unreadable", self.lang, path=path, reason=error.strerror)

        for here, folders, files in os.walk(folder, onerror=note):
            folders[:] = [each for each in folders if self._is_entered(Path(here, each))]
            found.update((Path(here, each), self._fault_of(Path(here, each))) for each in files if self._is_taken(each))
        if not found:
            suffixes = ", ".join(self.suffixes)
            yield self.input(folder, say("cli.folder_is_empty", self.lang, path=folder, suffixes=suffixes))
        for path in sorted(found, key=lambda path: path.parts):
            yield self.input(str(path), found[path])

    def _fault_of(self, path: Path) -> str:
        """Refuse what is no file: a pipe in a folder would be waited for without end."""
        is_file = path.is_file() or path.is_symlink()
        return "" if is_file else say("cli.not_a_file", self.lang, path=path)

    def _is_entered(self, folder: Path) -> bool:
        if folder.name == RESULTS or folder.name.startswith(_HIDDEN):
            return False
        return self.output is None or identity(folder) != self.output

    def _is_taken(self, file: str) -> bool:
        name = file.lower()
        is_result = name.endswith(_LOG) or Path(name).stem.endswith(ANNOTATED)
        return name.endswith(self.suffixes) and not is_result and not name.startswith(_HIDDEN)


def _expanded(argument: str) -> list[str]:
    """Replace a pattern by the names that it fits, where no shell has done so."""
    fitting = glob.glob(argument) if _EXPANDS and not Path(argument).exists() else ()  # noqa: PTH207 - names as typed
    return sorted(fitting) or [argument]


def _is_folder(name: str) -> bool:
    return Path(name).is_dir()


def _folder_above(named: Sequence[str]) -> str:
    """Give the nearest folder that holds every file named and is or holds every folder named; empty on two drives."""
    folders = [_absolute(name) if _is_folder(name) else _absolute(name).parent for name in named]
    try:
        return os.path.commonpath(folders)
    except ValueError:
        return ""


def _absolute(path: str | Path) -> Path:
    """Give the whole path, as it is written: links stay what they are called."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - .absolute() leaves ".." in


def _without_drive(path: Path) -> Path:
    return Path(path.drive.replace(":", "").strip("\\/"), *path.parts[1:])
