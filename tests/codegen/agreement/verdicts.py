"""What generated Pydantic models say to JSON, in the protocol of verdicts.cpp.

    verdicts.py FOLDER PACKAGE

PACKAGE, in FOLDER, is what clamator-codegen --out-py wrote. JSON is read and written as clamator's Python peers do.
"""

import importlib
import json
import pkgutil
import sys
from typing import Any

from pydantic import BaseModel, ValidationError


def load_models(folder: str, package: str) -> dict[str, type[BaseModel]]:
    sys.path.insert(0, folder)
    models: dict[str, type[BaseModel]] = {}
    for module in pkgutil.iter_modules(importlib.import_module(package).__path__):
        if module.name.startswith("_"):
            continue
        members = vars(importlib.import_module(f"{package}.{module.name}"))
        contract = members[f"{module.name}_contract"]
        for method, entry in contract.methods.items():
            models[f"{contract.service}.{method} params"] = entry.params_model
            if entry.result_model is not None:
                models[f"{contract.service}.{method} result"] = entry.result_model
    return models


def verdict(model: type[BaseModel], text: str) -> dict[str, Any]:
    try:
        value = model.model_validate(json.loads(text))
    except ValidationError as refusal:
        issues = [f"/{'/'.join(map(str, each['loc']))}: {each['msg']}" for each in refusal.errors(include_url=False)]
        return {"ok": False, "why": "; ".join(issues)}
    return {"ok": True, "text": json.dumps(value.model_dump(mode="json", by_alias=True))}


def main() -> None:
    models = load_models(sys.argv[1], sys.argv[2])
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        sys.stdout.write(json.dumps(verdict(models[asked["type"]], asked["text"])) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
