"""What the service must be fast at, measured beside what somebody would write instead."""

import sys
from pathlib import Path

# The fake provider is the tests' own.
sys.path.append(str(Path(__file__).parents[1] / "tests"))
