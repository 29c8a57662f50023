#!/usr/bin/env python3
"""Runs what the Conan recipe computes, with stand-ins for Conan's own classes, and compares it with the build.

conan_recipe.py TREE
"""

import re
import runpy
import sys
import types
from pathlib import Path


def stand_in(name: str, **members) -> None:
    module = types.ModuleType(name)
    module.__dict__.update(members)
    sys.modules[name] = module


def load(tree: Path):
    stand_in("conan", ConanFile=object)
    stand_in("conan.tools")
    stand_in("conan.tools.build", check_min_cppstd=None)
    stand_in("conan.tools.cmake", CMake=None, CMakeDeps=None, CMakeToolchain=None, cmake_layout=None)
    exported = []
    stand_in("conan.tools.files", copy=lambda _, pattern, *__: exported.append(pattern))
    recipe = runpy.run_path(str(tree / "packaging/conan/conanfile.py"))["Clamator"]()
    recipe.exported = exported
    recipe.recipe_folder = str(tree / "packaging/conan")
    recipe.export_sources_folder = None
    recipe.settings = types.SimpleNamespace(os="Linux")
    recipe.cpp_info = types.SimpleNamespace(set_property=lambda *_: None)
    return recipe


def check(tree: Path) -> list[str]:
    recipe = load(tree)
    recipe.set_version()
    recipe.package_info()
    problems = []
    numbers = re.findall(r"VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", (tree / "include/clamator/version.hpp").read_text())
    if recipe.version != ".".join(numbers):
        problems.append(f"the recipe is of version {recipe.version}, the library of {'.'.join(numbers)}")
    rooms = re.findall(r"^ *clamator_room\((\w+)\)", (tree / "src/CMakeLists.txt").read_text(), re.MULTILINE)
    if sorted(recipe.cpp_info.libs) != sorted(f"clamator_{room}" for room in rooms):
        problems.append(f"the recipe names {recipe.cpp_info.libs}, and src/CMakeLists.txt {rooms}")
    recipe.export_sources()
    for pattern in recipe.exported:
        if not any(tree.glob(pattern)):
            problems.append(f"the recipe exports {pattern}, and there is none")
    for needed in ("CMakeLists.txt", "LICENSE", "cmake/*", "include/*", "src/*"):
        if needed not in recipe.exported:
            problems.append(f"the recipe does not export {needed}")
    return problems


if __name__ == "__main__":
    found = check(Path(sys.argv[1]))
    for problem in found:
        print(problem)
    sys.exit(1 if found else 0)
