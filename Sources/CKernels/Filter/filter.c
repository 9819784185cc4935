#include "filter.h"

int berayield_apr_rows(int variant, const berayield_vault_columns *columns, size_t rows,
                        uint64_t numerator, uint64_t divisor, uint64_t *apr, uint64_t *undecided) {
  return CALL_VARIANT(variant, berayield_apr_rows, columns, rows, numerator, divisor, apr, undecided);
}

int berayield_apy_rows(int variant, const uint64_t *apr, size_t rows, uint32_t periods, int direction,
                        uint64_t *apy, uint64_t *undecided) {
  return CALL_VARIANT(variant, berayield_apy_rows, apr, rows, periods, direction, apy, undecided);
}
