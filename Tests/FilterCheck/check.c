// The filter against GMP in plain C, for processors that have no Swift here (Scripts/aarch64.sh):
//
//   check ROWS    prints for each variant how many rows are wrong; exit status 1 where one is
#include "CKernels.h"
#include "FilterOracle.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { block_rows = 4096 };
typedef uint64_t column_t[2 * block_rows];

// Rows compared, of them undecided and wrong.
typedef struct {
  size_t rows, undecided, wrong;
} tally_t;

static void compare(tally_t *tally, const uint64_t *found, const uint64_t *exact, const uint64_t *undecided,
                    size_t rows) {
  for (size_t row = 0; row < rows; row++) {
    if (undecided[row / 64] >> row % 64 & 1) {
      tally->undecided++;
    } else {
      tally->wrong += memcmp(found + 2 * row, exact + 2 * row, 16) != 0;
    }
  }
  tally->rows += rows;
}

static int report(const char *name, int variant, tally_t tally) {
  printf("%s, %s: %zu rows, %zu undecided, %zu wrong\n", name, berayield_variant_name(variant), tally.rows,
         tally.undecided, tally.wrong);
  return tally.wrong != 0;
}

// Odd numbers of rows at the end of a column too.
static size_t block_length(size_t block) { return block_rows - block % 67; }

static column_t a, b, c, d, exact, found;
static uint64_t undecided[block_rows / 64];

static tally_t check_aprs(int variant, size_t rows) {
  static const uint64_t factors[][2] = {
      {31536000, 1}, {1, 1}, {31536000, 1000000000000}, {UINT64_MAX, 3}, {10, UINT64_MAX}, {0, 1}, {1, 0}};
  tally_t tally = {0};
  for (size_t block = 0; tally.rows < rows; block++) {
    const uint64_t *factor = factors[block % (sizeof factors / sizeof *factors)];
    size_t length = block_length(block);
    berayield_adversarial_vaults(block, length, a, b, c, d);
    berayield_exact_aprs(a, b, c, d, length, factor[0], factor[1], exact);
    berayield_vault_columns columns = {a, b, c, d};
    berayield_apr_rows(variant, &columns, length, factor[0], factor[1], found, undecided);
    compare(&tally, found, exact, undecided, length);
  }
  return tally;
}

static tally_t check_apys(int variant, size_t rows) {
  static const uint32_t periods[] = {365, 1, 2, 3, 12, 52, 364, 1766, 4380, 8191, 8760};
  tally_t tally = {0};
  for (size_t block = 0; tally.rows < rows; block++) {
    uint32_t n = periods[block % (sizeof periods / sizeof *periods)];
    int direction = (int)(block / 2 % 3) - 1;
    size_t length = block_length(block);
    berayield_adversarial_rates(block, length, n, a);
    berayield_exact_apys(a, length, n, direction, exact);
    berayield_apy_rows(variant, a, length, n, direction, found, undecided);
    compare(&tally, found, exact, undecided, length);
  }
  return tally;
}

int main(int count, char **words) {
  if (count != 2) {
    fprintf(stderr, "expected the number of rows\n");
    return 2;
  }
  size_t rows = strtoull(words[1], NULL, 10);
  int wrong = 0;
  for (int variant = 0; variant <= berayield_best_variant(); variant++) {
    wrong |= report("APR", variant, check_aprs(variant, rows));
    wrong |= report("APY", variant, check_apys(variant, rows));
  }
  return wrong;
}
