#include "filter.h"

#if defined(__x86_64__)
#define LANES 8
#pragma clang attribute push(FOR_AVX512, apply_to = function)
#include "lanes.h"
#include "double_double.h"
#include "apr_rows.h"
#include "apy_rows.h"
FILTER_FUNCTIONS(avx512)
#pragma clang attribute pop
#endif
