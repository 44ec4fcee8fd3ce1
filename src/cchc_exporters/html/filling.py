"""The templates: loaded and compiled once a process, and filled in."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cchc_core.prose import (
    ANNEXES_TITLE,
    APPENDIX_HEADS,
    APPENDIX_TITLE,
    BLANK,
    CITATION_HEADS,
    CITATION_TITLE,
    LINE_HEADS,
    MOTTO,
    NATION,
    NO_FIGURES,
    NO_WORDS,
)
from cchc_core.words import say
from cchc_exporters.html.escaping import safe
from cchc_exporters.html.outline import area_id
from cchc_exporters.html.tables import head_of

__all__ = ["filled_in"]

_KNOWN = {
    "annexes_title": ANNEXES_TITLE,
    "appendix_heads": APPENDIX_HEADS,
    "appendix_title": APPENDIX_TITLE,
    "area_id": area_id,
    "blank": BLANK,
    "citation_heads": CITATION_HEADS,
    "citation_title": CITATION_TITLE,
    "head_of": head_of,
    "line_heads": LINE_HEADS,
    "motto": MOTTO,
    "nation": NATION,
    "no_figures": NO_FIGURES,
    "no_words": NO_WORDS,
    "say": say,
}
"""What every template knows."""


def filled_in(name: str, **given: object) -> str:
    """Fill a template in; whatever it prints is made safe."""
    return _environment().get_template(name).render(given)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("cchc_exporters.html"),
        autoescape=True,
        finalize=safe,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    style = environment.get_template("style.css").render().strip()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    environment.globals |= _KNOWN | {"style": Markup(style), "style_hash": digest}  # noqa: S704 - a file of this package
    return environment
