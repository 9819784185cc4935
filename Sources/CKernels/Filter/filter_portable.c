#include "filter.h"

#if defined(__aarch64__)
#define LANES 2
#include "lanes.h"
#include "double_double.h"
#include "apr_rows.h"
#include "apy_rows.h"
#else
// Not every processor of the kind has the fused product, and without it there is no filter.
static int apr_rows(const berayield_vault_columns *columns, size_t rows, uint64_t numerator,
                     uint64_t divisor, uint64_t *apr, uint64_t *undecided) {
  (void)columns, (void)numerator, (void)divisor, (void)apr;
  return leave(rows, undecided);
}

static int apy_rows(const uint64_t *apr, size_t rows, uint32_t periods, int direction, uint64_t *apy,
                     uint64_t *undecided) {
  (void)apr, (void)periods, (void)direction, (void)apy;
  return leave(rows, undecided);
}
#endif
FILTER_FUNCTIONS(portable)
