"""Write the files of every shape anew: PYTHONPATH=tests:. python -m shapes.make."""

from pathlib import Path

from shapes.cells import CELLS
from shapes.hostile import HOSTILE
from shapes.texts import TEXTS
from shapes.workbooks import WORKBOOKS

FILES = Path(__file__).parents[1] / "appointments" / "files"
ALL = TEXTS | CELLS | WORKBOOKS | HOSTILE


def main() -> None:
    FILES.mkdir(exist_ok=True)
    for file in FILES.iterdir():
        file.unlink()
    for name, shape in ALL.items():
        (FILES / name).write_bytes(shape.content)


if __name__ == "__main__":
    main()
