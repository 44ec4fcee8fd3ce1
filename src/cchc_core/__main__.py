"""``python -m cchc_core`` is the command ``cchc``."""

import sys

from cchc_core.cli.main import main

sys.exit(main())
