"""What others build on does not change unseen."""

from __future__ import annotations

import public_api


def test_the_public_names_are_those_that_are_written_down() -> None:
    """After a change that is meant, run: python tests/public_api.py, and say it in the change log."""
    assert public_api.FILE.read_text(encoding="utf-8").splitlines() == list(public_api.lines())
