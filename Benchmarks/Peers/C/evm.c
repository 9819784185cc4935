/* EVM words with GMP mpn on stack limbs: mulWad, fullMulDiv (512-bit product) and sqrt. */
#include <string.h>

#include "peers.h"

typedef struct {
  size_t rows;
  const mp_limb_t *words; /* a, b, d: four words each */
  mp_limb_t *shifted;     /* a << 50, b << 190 */
  mp_limb_t *answers;     /* four words a row */
} Rows;

static mp_size_t trimmed(const mp_limb_t *limbs, mp_size_t count) {
  while (count > 1 && limbs[count - 1] == 0) {
    count--;
  }
  return count;
}

static void quotient(mp_limb_t *answer, const mp_limb_t *numerator, mp_size_t size,
                     const mp_limb_t *divisor, mp_size_t divisor_size) {
  mp_limb_t whole[8], rest[4];
  memset(answer, 0, 32);
  if (size < divisor_size) {
    return;
  }
  mpn_tdiv_qr(whole, rest, 0, numerator, size, divisor, divisor_size);
  mp_size_t count = size - divisor_size + 1;
  for (mp_size_t i = 0; i < (count < 4 ? count : 4); i++) {
    answer[i] = whole[i];
  }
}

static void pass_mul_wad(void *context) {
  Rows *rows = context;
  for (size_t i = 0; i < rows->rows; i++) {
    const mp_limb_t *row = rows->words + 12 * i;
    mp_limb_t product[8];
    mpn_mul_n(product, row, row + 4, 4);
    mpn_divrem_1(rows->answers + 4 * i, 0, product, 4, 1000000000000000000ull);
  }
}

static void pass_full_mul_div(void *context) {
  Rows *rows = context;
  for (size_t i = 0; i < rows->rows; i++) {
    const mp_limb_t *row = rows->words + 12 * i, *shifted = rows->shifted + 8 * i;
    mp_limb_t product[8];
    mpn_mul_n(product, shifted, shifted + 4, 4);
    quotient(rows->answers + 4 * i, product, trimmed(product, 8), row + 8, trimmed(row + 8, 4));
  }
}

static void pass_sqrt(void *context) {
  Rows *rows = context;
  for (size_t i = 0; i < rows->rows; i++) {
    const mp_limb_t *shifted = rows->shifted + 8 * i;
    mp_limb_t rest[4];
    mp_limb_t *answer = rows->answers + 4 * i;
    memset(answer, 0, 32);
    mpn_sqrtrem(answer, rest, shifted, trimmed(shifted, 4));
  }
}

static void run(Rows *rows, Pass pass, const char *workload) {
  double ns = measure(pass, rows, rows->rows);
  uint64_t fold = 0;
  for (size_t i = 0; i < rows->rows; i++) {
    fold += folded((const uint64_t *)rows->answers + 4 * i, 4, i);
  }
  report(workload, "c-mpn", ns, rows->rows, fold);
}

static void shift(mp_limb_t *to, const mp_limb_t *from, unsigned bits) {
  memset(to, 0, 32);
  unsigned limbs = bits / 64;
  mpn_lshift(to + limbs, from, 4 - (mp_size_t)limbs, bits % 64);
}

void run_evm(void) {
  Words input = read_words("evm.bin", 0);
  size_t count = input.count / 12;
  Rows rows = {count, (const mp_limb_t *)input.words, calloc(8 * count, 8), calloc(4 * count, 8)};
  for (size_t i = 0; i < count; i++) {
    shift(rows.shifted + 8 * i, rows.words + 12 * i, 50);
    shift(rows.shifted + 8 * i + 4, rows.words + 12 * i + 4, 190);
  }
  run(&rows, pass_mul_wad, "evm/mulWad");
  run(&rows, pass_full_mul_div, "evm/fullMulDiv");
  run(&rows, pass_sqrt, "evm/sqrt");
}
