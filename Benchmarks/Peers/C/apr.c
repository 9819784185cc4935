/* One APR per row, floor(R * year * Pr / (S * Ps)), with GMP in three manners. */
#include "peers.h"

static const mp_limb_t year = 31536000;

typedef struct {
  size_t rows;
  const uint64_t *words; /* R, Pr, S, Ps: two words each */
  mpz_t *values;         /* the same, as four mpz_t a row */
  uint64_t *answers;     /* two words a row */
} Rows;

static void store(uint64_t *answer, const mpz_t quotient) {
  answer[0] = mpz_getlimbn(quotient, 0);
  answer[1] = mpz_getlimbn(quotient, 1);
}

static void pass_mpz_naive(void *context) {
  Rows *rows = context;
  for (size_t i = 0; i < rows->rows; i++) {
    mpz_t *row = rows->values + 4 * i;
    mpz_t numerator, divisor;
    mpz_init(numerator);
    mpz_init(divisor);
    mpz_mul(numerator, row[0], row[1]);
    mpz_mul_ui(numerator, numerator, year);
    mpz_mul(divisor, row[2], row[3]);
    mpz_fdiv_q(numerator, numerator, divisor);
    store(rows->answers + 2 * i, numerator);
    mpz_clear(numerator);
    mpz_clear(divisor);
  }
}

static void pass_mpz_reused(void *context) {
  Rows *rows = context;
  mpz_t numerator, divisor, quotient;
  mpz_inits(numerator, divisor, quotient, NULL);
  for (size_t i = 0; i < rows->rows; i++) {
    mpz_t *row = rows->values + 4 * i;
    mpz_mul(numerator, row[0], row[1]);
    mpz_mul_ui(numerator, numerator, year);
    mpz_mul(divisor, row[2], row[3]);
    mpz_tdiv_q(quotient, numerator, divisor);
    store(rows->answers + 2 * i, quotient);
  }
  mpz_clears(numerator, divisor, quotient, NULL);
}

static inline mp_size_t trimmed(const mp_limb_t *limbs, mp_size_t count) {
  while (count > 1 && limbs[count - 1] == 0) {
    count--;
  }
  return count;
}

static void pass_mpn(void *context) {
  Rows *rows = context;
  for (size_t i = 0; i < rows->rows; i++) {
    const mp_limb_t *row = (const mp_limb_t *)rows->words + 8 * i;
    mp_limb_t annual[3], numerator[5], divisor[4], quotient[5], remainder[4];
    mp_size_t price_size = trimmed(row + 2, 2);
    annual[price_size] = mpn_mul_1(annual, row + 2, price_size, year);
    mp_size_t annual_size = trimmed(annual, price_size + 1);
    if (annual_size >= 2) {
      mpn_mul(numerator, annual, annual_size, row, 2);
    } else {
      numerator[2] = mpn_mul_1(numerator, row, 2, annual[0]);
    }
    mp_size_t numerator_size = trimmed(numerator, annual_size + 2);
    mpn_mul_n(divisor, row + 4, row + 6, 2);
    mp_size_t divisor_size = trimmed(divisor, 4);
    uint64_t *answer = rows->answers + 2 * i;
    if (numerator_size < divisor_size) {
      answer[0] = answer[1] = 0;
      continue;
    }
    mpn_tdiv_qr(quotient, remainder, 0, numerator, numerator_size, divisor, divisor_size);
    answer[0] = quotient[0];
    answer[1] = numerator_size > divisor_size ? quotient[1] : 0;
  }
}

static void run(Rows *rows, Pass pass, const char *workload, const char *tool) {
  double ns = measure(pass, rows, rows->rows);
  uint64_t fold = 0;
  for (size_t i = 0; i < rows->rows; i++) {
    fold += folded(rows->answers + 2 * i, 2, i);
  }
  report(workload, tool, ns, rows->rows, fold);
}

static void run_rows(const char *file, const char *workload) {
  Words input = read_words(file, 0);
  size_t count = input.count / 8;
  Rows rows = {count, input.words, malloc(4 * count * sizeof(mpz_t)), calloc(2 * count, 8)};
  for (size_t i = 0; i < 4 * count; i++) {
    mpz_init(rows.values[i]);
    mpz_import(rows.values[i], 2, -1, 8, 0, 0, input.words + 2 * i);
  }
  run(&rows, pass_mpz_naive, workload, "c-mpz-naive");
  run(&rows, pass_mpz_reused, workload, "c-mpz-reused");
  run(&rows, pass_mpn, workload, "c-mpn");
}

void run_apr(void) {
  run_rows("apr-rows.bin", "apr/rows");
  run_rows("apr-round.bin", "apr/round");
}
