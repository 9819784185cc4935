/* exp, ln and pow of 18-decimal numbers to the nearest 18th decimal, with MPFR. */
#include <mpfr.h>

#include "peers.h"

/* x < 40 and y < 8 make x^y < 2^43 and e^x < 2^58: 60 bits of fraction and 64 to decide with. */
enum { bits = 192 };

typedef struct {
  size_t rows;
  mpz_t *values; /* x, y */
  mpz_t *results;
  mpz_t wad;
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
    load(rows->x, rows->values[2 * i], rows->scale);
    mpfr_exp(rows->x, rows->x, MPFR_RNDN);
    store(rows, i);
  }
}

static void pass_ln(void *context) {
  Rows *rows = context;
  for (size_t i = 0; i < rows->rows; i++) {
    load(rows->x, rows->values[2 * i], rows->scale);
    mpfr_log(rows->x, rows->x, MPFR_RNDN);
    store(rows, i);
  }
}

static void pass_pow(void *context) {
  Rows *rows = context;
  for (size_t i = 0; i < rows->rows; i++) {
    load(rows->x, rows->values[2 * i], rows->scale);
    load(rows->y, rows->values[2 * i + 1], rows->scale);
    mpfr_pow(rows->x, rows->x, rows->y, MPFR_RNDN);
    store(rows, i);
  }
}

static void run(Rows *rows, Pass pass, const char *workload) {
  double ns = measure(pass, rows, rows->rows);
  uint64_t fold = 0;
  for (size_t i = 0; i < rows->rows; i++) {
    fold += folded(mpz_limbs_read(rows->results[i]), mpz_size(rows->results[i]), i);
  }
  report(workload, "c-mpfr", ns, rows->rows, fold);
}

void run_functions(void) {
  Words input = read_words("functions.bin", 0);
  size_t count = input.count / 4;
  Rows rows = {.rows = count,
               .values = malloc(2 * count * sizeof(mpz_t)),
               .results = malloc(count * sizeof(mpz_t))};
  for (size_t i = 0; i < 2 * count; i++) {
    mpz_init(rows.values[i]);
    mpz_import(rows.values[i], 2, -1, 8, 0, 0, input.words + 2 * i);
  }
  for (size_t i = 0; i < count; i++) {
    mpz_init(rows.results[i]);
  }
  mpz_init(rows.wad);
  mpz_ui_pow_ui(rows.wad, 10, 18);
  mpfr_inits2(bits, rows.x, rows.y, rows.scale, NULL);
  mpfr_set_z(rows.scale, rows.wad, MPFR_RNDN);
  run(&rows, pass_exp, "functions/exp");
  run(&rows, pass_ln, "functions/ln");
  run(&rows, pass_pow, "functions/pow");
}
