// The functions of the certified filter for one kind of processor: filter_portable.c and its neighbours
// define them, filter.c chooses among them.
#ifndef BERAYIELD_FILTER_H
#define BERAYIELD_FILTER_H

#include "../dispatch.h"
#include "CKernels.h"

#include <stdbool.h>
#include <string.h>

#define APR_ROWS(variant)                                                                          \
  int berayield_apr_rows_##variant(const berayield_vault_columns *columns, size_t rows,          \
                                    uint64_t numerator, uint64_t divisor, uint64_t *apr,          \
                                    uint64_t *undecided)
#define APY_ROWS(variant)                                                                          \
  int berayield_apy_rows_##variant(const uint64_t *apr, size_t rows, uint32_t periods,           \
                                    int direction, uint64_t *apy, uint64_t *undecided)

APR_ROWS(portable);
APY_ROWS(portable);
#if defined(__x86_64__)
APR_ROWS(avx2);
APY_ROWS(avx2);
APR_ROWS(avx512);
APY_ROWS(avx512);
#endif

// The `count` lowest bits, up to 64.
static inline uint64_t lowest_bits(size_t count) {
  return count < 64 ? (1ull << count) - 1 : ~0ull;
}

// Marks all rows undecided; returns zero.
static inline int leave(size_t rows, uint64_t *undecided) {
  for (size_t row = 0; row < rows; row += 64) {
    undecided[row / 64] = lowest_bits(rows - row);
  }
  return 0;
}

#define FILTER_FUNCTIONS(variant)                                                                  \
  APR_ROWS(variant) { return apr_rows(columns, rows, numerator, divisor, apr, undecided); }              \
  APY_ROWS(variant) { return apy_rows(apr, rows, periods, direction, apy, undecided); }

#endif
