/* exp, ln, pow and compounding of 18-decimal numbers to the nearest 18th decimal, with MPFR. */
#include <mpfr.h>

#include "peers.h"

typedef struct {
  size_t rows;
  mpz_t *values; /* x, n, b, y of each row; or its rate */
  mpz_t *results;
  mpz_t wad;
  unsigned long periods;
  mpfr_t x, y, scale;
} Rows;

static void load(mpfr_t to, const mpz_t raw, const mpfr_t scale) {
  mpfr_set_z(to, raw, MPFR_RNDN);
  mpfr_div(to, to, scale, MPFR_RNDN);
}

static void store(Rows *rows, size_t index) {
  mpfr_mul_z(rows->x, rows->x, rows->wad, MPFR_RNDN);
  mpfr_get_z(rows->results[index], rows->x, MPFR_RNDN);
}

static void pass_exp(void *context) {
  Rows *rows = context;
  for (size_t i = 0; i < rows->rows; i++) {
    load(rows->x, rows->values[4 * i], rows->scale);
    mpfr_exp(rows->x, rows->x, MPFR_RNDN);
    store(rows, i);
  }
}

static void pass_ln(void *context) {
  Rows *rows = context;
  for (size_t i = 0; i < rows->rows; i++) {
    load(rows->x, rows->values[4 * i + 1], rows->scale);
    mpfr_log(rows->x, rows->x, MPFR_RNDN);
    store(rows, i);
  }
}

static void pass_pow(void *context) {
  Rows *rows = context;
  for (size_t i = 0; i < rows->rows; i++) {
    load(rows->x, rows->values[4 * i + 2], rows->scale);
    load(rows->y, rows->values[4 * i + 3], rows->scale);
    mpfr_pow(rows->x, rows->x, rows->y, MPFR_RNDN);
    store(rows, i);
  }
}

static void pass_periods(void *context) {
  Rows *rows = context;
  for (size_t i = 0; i < rows->rows; i++) {
    load(rows->x, rows->values[i], rows->scale);
    mpfr_div_ui(rows->x, rows->x, rows->periods, MPFR_RNDN);
    mpfr_add_ui(rows->x, rows->x, 1, MPFR_RNDN);
    mpfr_pow_ui(rows->x, rows->x, rows->periods, MPFR_RNDN);
    mpfr_sub_ui(rows->x, rows->x, 1, MPFR_RNDN);
    store(rows, i);
  }
}

static void pass_continuous(void *context) {
  Rows *rows = context;
  for (size_t i = 0; i < rows->rows; i++) {
    load(rows->x, rows->values[i], rows->scale);
    mpfr_expm1(rows->x, rows->x, MPFR_RNDN);
    store(rows, i);
  }
}

/* The rows of a word file, `words` 64-bit words a value and `columns` values a row. */
static Rows read(Words input, size_t words, size_t columns) {
  size_t count = input.count / words;
  Rows rows = {.rows = count / columns,
               .values = malloc(count * sizeof(mpz_t)),
               .results = malloc(count / columns * sizeof(mpz_t))};
  for (size_t i = 0; i < count; i++) {
    mpz_init(rows.values[i]);
    mpz_import(rows.values[i], words, -1, 8, 0, 0, input.words + words * i);
  }
  for (size_t i = 0; i < rows.rows; i++) {
    mpz_init(rows.results[i]);
  }
  mpz_init(rows.wad);
  mpz_ui_pow_ui(rows.wad, 10, 18);
  return rows;
}

/* Measures a pass at a precision of `bits`. */
static void run(Rows *rows, Pass pass, int bits, const char *workload) {
  mpfr_inits2(bits, rows->x, rows->y, rows->scale, NULL);
  mpfr_set_z(rows->scale, rows->wad, MPFR_RNDN);
  double ns = measure(pass, rows, rows->rows);
  mpfr_clears(rows->x, rows->y, rows->scale, NULL);
  uint64_t fold = 0;
  for (size_t i = 0; i < rows->rows; i++) {
    fold += folded(mpz_limbs_read(rows->results[i]), mpz_size(rows->results[i]), i);
  }
  report(workload, "c-mpfr", ns, rows->rows, fold);
}

static void run_width(int bits) {
  Rows rows = read(read_words("functions-%d.bin", bits), ((size_t)bits + 63) / 64, 4);
  /* All bits of the result and 64 to decide with; a logarithm is small, however large n is. */
  const struct {
    const char *name;
    Pass pass;
    int precision;
  } functions[] = {{"exp", pass_exp, bits + 64}, {"ln", pass_ln, 192}, {"pow", pass_pow, bits + 64}};
  for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++) {
    char workload[64];
    snprintf(workload, sizeof workload, "functions/%s/%d", functions[i].name, bits);
    run(&rows, functions[i].pass, functions[i].precision, workload);
  }
}

void run_functions(void) {
  static const int widths[] = {128, 512, 4096, 33220};
  for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
    run_width(widths[i]);
  }
  Rows rates = read(read_words("compound.bin", 0), 2, 1);
  static const unsigned long periods[] = {12, 365, 31536000};
  for (size_t i = 0; i < sizeof periods / sizeof periods[0]; i++) {
    char workload[64];
    snprintf(workload, sizeof workload, "compound/%lu", periods[i]);
    rates.periods = periods[i];
    run(&rates, pass_periods, 192, workload);
  }
  run(&rates, pass_continuous, 192, "compound/continuous");
}
