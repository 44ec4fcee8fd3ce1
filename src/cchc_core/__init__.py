"""Administrative-reform reports of Vietnam as typed data, checked by the rules of their forms."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
