"""Writing files so that each is either the old one or the new one, never half of either."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

__all__ = ["save_all"]


def save_all(contents: Mapping[Path, bytes]) -> None:
    """Write files, each in one step, after all of them have been written beside their places.

    Args:
        contents: What each file is to hold.

    Raises:
        OSError: If a file cannot be written. What stood there before then still stands there.
    """
    waiting: list[tuple[str, Path]] = []
    for path in contents:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            waiting.append((_written_beside(path, content), path))
        while waiting:
            temporary, path = waiting[0]
            os.replace(temporary, path)  # noqa: PTH105 - a plain string from mkstemp
            del waiting[0]
    finally:
        for temporary, _ in waiting:
            Path(temporary).unlink(missing_ok=True)


def _written_beside(path: Path, content: bytes) -> str:
    """Write a temporary file in the folder of ``path``, with the rights of a new file there."""
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode_of(path))
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return temporary


def _mode_of(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
