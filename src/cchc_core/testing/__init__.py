"""For those who test reports by properties; needs the extra ``cchc[testing]``."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
# The names are those of __init__.pyi; nothing is imported before it is asked for, since every run of pytest comes here.
