"""Documents that a test writes itself, and what clamator-codegen makes of them."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from generation import folder

STRING = {"kind": "string"}


def object_of(**fields: Any) -> dict[str, Any]:
    listed = [{"name": name, "type": node} for name, node in fields.items()]
    return {"kind": "object", "unknown": "strip", "fields": listed}


def document(service: str, params: Any, types: Any = (), methods: tuple[str, ...] = ("go",)) -> Any:
    hashes = {"params": "0" * 64}
    return {
        "clamatorContracts": 1,
        "service": service,
        "export": "contract",
        "source": f"{service}.ts",
        "target": "jsonSchema7",
        "methods": [{"name": name, "params": params, "hashes": hashes} for name in methods],
        **({"types": types} if types else {}),
    }


def generate(of: Any, *options: str) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "contract.json"
        path.write_text(json.dumps(of), encoding="utf-8")
        command = [os.environ["CLAMATOR_CODEGEN"], "--src", str(path), *options]
        return subprocess.run(command, check=False, capture_output=True, text=True)


def python_of(of: Any, package: str) -> subprocess.CompletedProcess[str]:
    return generate(of, "--out-py", str(Path(folder.name) / package))
