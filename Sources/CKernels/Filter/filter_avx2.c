#include "filter.h"

#if defined(__x86_64__)
#define LANES 4
#pragma clang attribute push(FOR_AVX2, apply_to = function)
#include "lanes.h"
#include "double_double.h"
#include "apr_rows.h"
#include "apy_rows.h"
FILTER_FUNCTIONS(avx2)
#pragma clang attribute pop
#endif
