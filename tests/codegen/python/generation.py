"""The package `generated`, made from the golden documents for this run of the tests.

    CLAMATOR_CODEGEN=build/.../clamator-codegen CLAMATOR_DOCUMENTS=contracts/test/golden/documents \
        VENV/bin/python -W error -m unittest discover -s tests/codegen/python

VENV has clamator-protocol and clamator-over-memory, 0.1.5 or 0.1.9.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from pydantic import BaseModel, ValidationError

folder = tempfile.TemporaryDirectory(prefix="clamator-python-")
atexit.register(folder.cleanup)
subprocess.run(
    [
        os.environ["CLAMATOR_CODEGEN"],
        *("--src", os.environ["CLAMATOR_DOCUMENTS"]),
        *("--out-py", str(Path(folder.name) / "generated")),
    ],
    check=True,
    stdout=subprocess.DEVNULL,
)
sys.path.insert(0, folder.name)


def module(name: str) -> ModuleType:
    return import_module(f"generated.{name}")


def accepts(model: type[BaseModel], value: Any) -> bool:
    try:
        model.model_validate(value)
    except ValidationError:
        return False
    return True


def on_the_wire(value: BaseModel) -> Any:
    """As the peers of version 0.1.9 write it."""
    return value.model_dump(mode="json", by_alias=True)
