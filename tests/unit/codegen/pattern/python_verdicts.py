"""Holds what to_python() writes to JavaScript's verdicts: python_verdicts.py TRANSLATE_ALL VERDICTS_JSON"""

import json
import re
import subprocess
import sys
import warnings


def main(program: str, verdicts_path: str) -> int:
    with open(verdicts_path, encoding="utf-8") as file:
        cases = json.load(file)
    answer = subprocess.run([program], input=json.dumps(cases), capture_output=True, text=True, check=True)
    warnings.simplefilter("error")
    failures = 0
    checked = 0
    for case, made in zip(cases, json.loads(answer.stdout), strict=True):
        name = f"/{case['source']}/{case['flags']}"
        if made["python_problem"]:
            # The one thing of the table that Python's re lacks.
            if "has no counterpart in Python" not in made["python_problem"]:
                print(f"{name}: {made['python_problem']}")
                failures += 1
            continue
        compiled = re.compile(made["python"])
        for text, expected in zip(case["texts"], case["verdicts"], strict=True):
            checked += 1
            if bool(compiled.search(text)) != expected:
                print(f"{name} as {made['python']} on {text!r}: JavaScript says {expected}")
                failures += 1
    print(f"{checked} verdicts, {failures} failures")
    return 1 if failures or not checked else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
