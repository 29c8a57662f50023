"""clamator as a Conan package, from the tree that this file stands in: conan create packaging/conan"""

import re
from pathlib import Path

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy


class Clamator(ConanFile):
    name = "clamator"
    description = "Contract-first RPC over Redis streams"
    license = "Apache-2.0"
    topics = ("rpc", "redis", "streams", "json-rpc")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False], "fPIC": [True, False]}
    default_options = {"shared": False, "fPIC": True}
    implements = ["auto_shared_fpic"]

    @property
    def _tree(self) -> Path:
        return Path(self.recipe_folder).parents[1]

    def set_version(self):
        header = (self._tree / "include/clamator/version.hpp").read_text(encoding="utf-8")
        self.version = ".".join(re.findall(r"#define CLAMATOR_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", header))

    def export_sources(self):
        for pattern in ("*.md", "CMakeLists.txt", "LICENSE", "cmake/*", "codegen/*", "contracts/*", "docs/*",
                        "examples/*", "include/*", "src/*"):
            copy(self, pattern, self._tree, self.export_sources_folder)

    def requirements(self):
        # The public headers include Boost's.
        self.requires("boost/[>=1.81.0]", transitive_headers=True, transitive_libs=True)
        self.requires("openssl/[>=3 <4]")
        self.requires("re2/[>=20220601]")
        self.requires("cli11/[>=2]", visible=False)

    def validate(self):
        check_min_cppstd(self, 20)

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["CLAMATOR_BUILD_TESTS"] = False
        toolchain.cache_variables["CLAMATOR_BUILD_EXAMPLES"] = False
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        copy(self, "LICENSE", self.source_folder, Path(self.package_folder) / "licenses")
        CMake(self).install()

    def package_info(self):
        # The installed package says itself what its targets are and what they need.
        self.cpp_info.set_property("cmake_find_mode", "none")
        self.cpp_info.builddirs = ["lib/cmake/clamator"]
        self.cpp_info.libs = ["clamator_generated", "clamator_redis", "clamator_memory", "clamator_rpc", "clamator_protocol"]
        if self.settings.os in ("Linux", "FreeBSD"):
            self.cpp_info.system_libs = ["pthread"]
