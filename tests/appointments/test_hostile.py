"""Files that mean harm: a sentence within seconds, and little memory, whatever is in them."""

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from shapes.heavy import HEAVY

from app.appointments.spreadsheet import LARGEST_FILE, read_book
from app.appointments.spreadsheet.apart import LEAST_SECONDS, MOST_MEGABYTES
from app.errors import Refusal

ROOT = Path(__file__).parents[2]
# The two processes, each with what it is allowed beyond what an ordinary file takes.
MOST_EXTRA_MEGABYTES = 150
MOST_SECONDS = 1.5
READ = """
import json, resource, sys, time
sys.path[:0] = [{tests!r}, {root!r}]
from lists import read_file
from shapes.heavy import HEAVY
from shapes.parts import lines
from workbooks import xlsx
from app.errors import Refusal

def most():
    return int(open("/proc/self/status").read().partition("VmHWM:")[2].split()[0]) / 1024

def refused(content):
    try:
        read_file(content)
    except Refusal as refusal:
        return str(refusal)

refused(xlsx(lines()))
plain = resource.getrusage(resource.RUSAGE_CHILDREN)
content = HEAVY[{name!r}]()
open("/proc/self/clear_refs", "w").write("5")
before, began = most(), time.process_time()
words = refused(content)
child = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({{
    "words": words,
    "seconds": time.process_time() - began,
    "megabytes": most() - before,
    "child_seconds": child.ru_utime + child.ru_stime - plain.ru_utime - plain.ru_stime,
    "child_megabytes": (child.ru_maxrss - plain.ru_maxrss) / 1024,
}}))
"""


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="measured by Linux alone")
@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_file_is_refused_soon_and_in_little_memory(name: str) -> None:
    code = READ.format(tests=str(ROOT / "tests"), root=str(ROOT), name=name)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["words"], found
    assert found["words"].endswith(".")
    assert found["seconds"] < MOST_SECONDS, found
    assert found["megabytes"] < MOST_EXTRA_MEGABYTES, found
    assert found["child_megabytes"] <= MOST_MEGABYTES, found
    assert found["child_seconds"] < LEAST_SECONDS + 2 + MOST_SECONDS, found


def test_a_file_over_the_limit_is_refused_by_its_size_alone() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    with pytest.raises(Refusal, match="larger than 32 MB"):
        read_book(bytes(LARGEST_FILE + 1))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_utime - used < 0.5
