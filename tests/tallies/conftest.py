"""How hard hypothesis tries: the same examples in every run, many new ones with HYPOTHESIS=deep."""

import os

from hypothesis import settings

settings.register_profile("usual", max_examples=60, deadline=None, derandomize=True, database=None)
settings.register_profile("deep", max_examples=3000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS", "usual"))
