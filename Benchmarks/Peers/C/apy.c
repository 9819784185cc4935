/* (1 + r/365)^365 - 1 to the nearest 18th decimal: GMP fixed point, and MPFR. */
#include <mpfr.h>

#include "peers.h"

/* 128 bits decide all but one rounding in some 2^44; 192 bits leave no doubt that is ever met. */
enum { fraction_bits = 192 };

typedef struct {
  size_t rows;
  const uint64_t *words; /* two words a row */
  uint64_t *answers;     /* two words a row */
  mpz_t *values;
  mpfr_prec_t precision;
} Rows;

static void store(uint64_t *answer, const mpz_t value) {
  answer[0] = mpz_getlimbn(value, 0);
  answer[1] = mpz_getlimbn(value, 1);
}

/* 64.192 fixed point: squarings and multiplications, each truncated back to 192 bits. */
static void pass_mpz(void *context) {
  Rows *rows = context;
  mpz_t base, power, product, scale, wad;
  mpz_inits(base, power, product, scale, wad, NULL);
  mpz_ui_pow_ui(wad, 10, 18);
  mpz_mul_ui(scale, wad, 365);
  for (size_t i = 0; i < rows->rows; i++) {
    mpz_mul_2exp(base, rows->values[i], fraction_bits);
    mpz_tdiv_q(base, base, scale);
    mpz_setbit(base, fraction_bits);
    mpz_set(power, base);
    for (int bit = 7; bit >= 0; bit--) { /* 365 = 0b101101101 */
      mpz_mul(product, power, power);
      mpz_tdiv_q_2exp(power, product, fraction_bits);
      if ((365 >> bit) & 1) {
        mpz_mul(product, power, base);
        mpz_tdiv_q_2exp(power, product, fraction_bits);
      }
    }
    mpz_mul(product, power, wad);
    mpz_tdiv_q_2exp(product, product, fraction_bits - 1);
    mpz_add_ui(product, product, 1);
    mpz_tdiv_q_2exp(product, product, 1);
    mpz_sub(product, product, wad);
    store(rows->answers + 2 * i, product);
  }
  mpz_clears(base, power, product, scale, wad, NULL);
}

static void pass_mpfr(void *context) {
  Rows *rows = context;
  mpz_t wad, result;
  mpfr_t base, scale;
  mpz_inits(wad, result, NULL);
  mpfr_inits2(rows->precision, base, scale, NULL);
  mpz_ui_pow_ui(wad, 10, 18);
  mpfr_set_z(scale, wad, MPFR_RNDN);
  mpfr_mul_ui(scale, scale, 365, MPFR_RNDN);
  for (size_t i = 0; i < rows->rows; i++) {
    mpfr_set_z(base, rows->values[i], MPFR_RNDN);
    mpfr_div(base, base, scale, MPFR_RNDN);
    mpfr_add_ui(base, base, 1, MPFR_RNDN);
    mpfr_pow_ui(base, base, 365, MPFR_RNDN);
    mpfr_sub_ui(base, base, 1, MPFR_RNDN);
    mpfr_mul_z(base, base, wad, MPFR_RNDN);
    mpfr_get_z(result, base, MPFR_RNDN);
    store(rows->answers + 2 * i, result);
  }
  mpz_clears(wad, result, NULL);
  mpfr_clears(base, scale, NULL);
}

static void run(Rows *rows, Pass pass, const char *tool) {
  double ns = measure(pass, rows, rows->rows);
  uint64_t fold = 0;
  for (size_t i = 0; i < rows->rows; i++) {
    fold += folded(rows->answers + 2 * i, 2, i);
  }
  report("apy/daily", tool, ns, rows->rows, fold);
}

void run_apy(void) {
  Words input = read_words("apy.bin", 0);
  size_t count = input.count / 2;
  Rows rows = {count, input.words, calloc(2 * count, 8), malloc(count * sizeof(mpz_t)), 128};
  for (size_t i = 0; i < count; i++) {
    mpz_init(rows.values[i]);
    mpz_import(rows.values[i], 2, -1, 8, 0, 0, input.words + 2 * i);
  }
  run(&rows, pass_mpz, "c-mpz-reused");
  run(&rows, pass_mpfr, "c-mpfr-128");
  rows.precision = 192;
  run(&rows, pass_mpfr, "c-mpfr-192");
}
