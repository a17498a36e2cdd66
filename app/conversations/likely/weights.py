"""The files of weights: read once, when the room that needs them is first entered."""

import json
from pathlib import Path
from typing import Any


def load(name: str) -> dict[str, Any]:
    """Return a file of weights; whole hundredths, so that the file is small."""
    found: dict[str, Any] = json.loads((Path(__file__).parent / name).read_text("utf-8"))
    return found
