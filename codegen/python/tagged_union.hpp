// A discriminated union: by Pydantic's own discriminator where all tags are strings.
#pragma once

#include "model/module.hpp"
#include "python/annotations.hpp"
#include "python/imports.hpp"

namespace clamator::codegen::python {

expression tagged_union(const module& in, const union_type& of, const annotations& types, imports& needs);

}  // namespace clamator::codegen::python
