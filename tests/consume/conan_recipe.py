#!/usr/bin/env python3
"""Runs what the Conan recipe computes, with stand-ins for Conan's own classes, and compares it with the build.

conan_recipe.py TREE
"""

import re
import runpy
import sys
import types
from pathlib import Path


class Component:
    def __init__(self):
        self.properties = {}
        self.libs, self.requires, self.system_libs = [], [], []

    def set_property(self, name, value):
        self.properties[name] = value


class Components(dict):
    def __missing__(self, name):
        self[name] = Component()
        return self[name]


def stand_in(name: str, **members) -> None:
    module = types.ModuleType(name)
    module.__dict__.update(members)
    sys.modules[name] = module


def load(tree: Path):
    stand_in("conan", ConanFile=object)
    stand_in("conan.tools")
    stand_in("conan.tools.build", check_min_cppstd=None)
    stand_in("conan.tools.cmake", CMake=None, CMakeDeps=None, CMakeToolchain=None, cmake_layout=None)
    stand_in("conan.tools.files", copy=None, rmdir=None)
    recipe = runpy.run_path(str(tree / "packaging/conan/conanfile.py"))["Clamator"]()
    recipe.recipe_folder = str(tree / "packaging/conan")
    recipe.settings = types.SimpleNamespace(os="Linux")
    recipe.cpp_info = types.SimpleNamespace(components=Components())
    return recipe


def linked(tree: Path) -> dict[str, set[str]]:
    """Which room links which other ones and which libraries of Boost, as src/CMakeLists.txt says."""
    text = (tree / "src/CMakeLists.txt").read_text(encoding="utf-8")
    found = {}
    for room, what in re.findall(r"target_link_libraries\(clamator_(\w+) ([^)]*)\)", text):
        found[room] = set(re.findall(r"\bclamator_(\w+)", what))
        found[room] |= {f"boost::{name}" for name in re.findall(r"\bBoost::(\w+)", what)}
        if "OpenSSL" in what:
            found[room].add("openssl::openssl")
    return found


def check(tree: Path) -> list[str]:
    recipe = load(tree)
    recipe.set_version()
    recipe.package_info()
    problems = []
    numbers = re.findall(r"VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", (tree / "include/clamator/version.hpp").read_text())
    if recipe.version != ".".join(numbers):
        problems.append(f"the recipe is of version {recipe.version}")
    components = {name: set(each.requires) for name, each in recipe.cpp_info.components.items()}
    if components != linked(tree):
        problems.append(f"the recipe says {components}, and src/CMakeLists.txt {linked(tree)}")
    for name, each in recipe.cpp_info.components.items():
        if each.properties.get("cmake_target_name") != f"clamator::{name}" or each.libs != [f"clamator_{name}"]:
            problems.append(f"the component {name} has another name than the target")
    return problems


if __name__ == "__main__":
    found = check(Path(sys.argv[1]))
    for problem in found:
        print(problem)
    sys.exit(1 if found else 0)
