"""Nobody who replies waits for the service to learn to read."""

import subprocess
import sys

LOADED = """
import sys
from app.conversations.intake import warm_up
from app.conversations.likely import saying, tagging
from app.safeguarding import likely, likely_net

def loaded():
    once = (saying.learnt, tagging._learnt, likely.learnt)
    return [each.cache_info().currsize for each in once], "of" in vars(likely_net.net)

assert loaded() == ([0, 0, 0], False), "loaded before anybody replied"
warm_up()
assert loaded() == ([1, 1, 1], True), "not loaded"
"""


def test_all_that_replies_are_read_by_is_loaded_when_it_is_asked_for_and_not_before() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
