/* 18-decimal operations of any width with GMP mpz: temporaries and results live across calls. */
#include <string.h>

#include "peers.h"

typedef struct {
  size_t rows;
  mpz_t *a, *b, *c, *results;
  char **texts;
  char *buffer;
  mpz_t wad, product, remainder;
} Operands;

static void pass_add(void *context) {
  Operands *o = context;
  for (size_t i = 0; i < o->rows; i++) {
    mpz_add(o->results[i], o->a[i], o->b[i]);
  }
}

static void pass_multiply(void *context) {
  Operands *o = context;
  for (size_t i = 0; i < o->rows; i++) {
    mpz_mul(o->product, o->a[i], o->b[i]);
    mpz_fdiv_q(o->results[i], o->product, o->wad);
  }
}

static void pass_divide(void *context) {
  Operands *o = context;
  for (size_t i = 0; i < o->rows; i++) {
    mpz_mul(o->product, o->a[i], o->wad);
    mpz_fdiv_q(o->results[i], o->product, o->b[i]);
  }
}

static void pass_muldiv(void *context) {
  Operands *o = context;
  for (size_t i = 0; i < o->rows; i++) {
    mpz_mul(o->product, o->a[i], o->b[i]);
    mpz_fdiv_q(o->results[i], o->product, o->c[i]);
  }
}

static void pass_sqrt(void *context) {
  Operands *o = context;
  for (size_t i = 0; i < o->rows; i++) {
    mpz_mul(o->product, o->a[i], o->wad);
    mpz_sqrt(o->results[i], o->product);
  }
}

/* "12.5" to 12500000000000000000: the point is taken out and the fraction filled up to 18 digits. */
static void pass_parse(void *context) {
  Operands *o = context;
  for (size_t i = 0; i < o->rows; i++) {
    const char *text = o->texts[i], *point = strchr(text, '.');
    size_t whole = point ? (size_t)(point - text) : strlen(text);
    size_t fraction = point ? strlen(point + 1) : 0;
    memcpy(o->buffer, text, whole);
    memcpy(o->buffer + whole, point ? point + 1 : "", fraction);
    memset(o->buffer + whole + fraction, '0', 18 - fraction);
    o->buffer[whole + 18] = 0;
    mpz_set_str(o->results[i], o->buffer, 10);
  }
}

static void pass_print(void *context) {
  Operands *o = context;
  for (size_t i = 0; i < o->rows; i++) {
    mpz_fdiv_qr(o->product, o->remainder, o->a[i], o->wad);
    mpz_get_str(o->buffer, 10, o->product);
    size_t length = strlen(o->buffer);
    uint64_t fraction = mpz_get_ui(o->remainder);
    if (fraction != 0) {
      o->buffer[length++] = '.';
      char *digit = o->buffer + length + 18;
      *digit = 0;
      for (int place = 0; place < 18; place++, fraction /= 10) {
        *--digit = (char)('0' + fraction % 10);
      }
      length += 18;
      while (o->buffer[length - 1] == '0') {
        length--;
      }
      o->buffer[length] = 0;
    }
  }
}

/* Printing is checked by the last text: it must be the one that was read. */
static void check_print(Operands *o) {
  if (strcmp(o->buffer, o->texts[o->rows - 1]) != 0) {
    fprintf(stderr, "print: %s\n", o->buffer);
    exit(5);
  }
  for (size_t i = 0; i < o->rows; i++) {
    mpz_set(o->results[i], o->a[i]);
  }
}

static char **read_lines(int bits, size_t rows, size_t *longest) {
  Words file = read_words("wide-%d.txt", bits);
  char **lines = calloc(rows, sizeof *lines), *text = (char *)file.words;
  *longest = 0;
  for (size_t i = 0; i < rows; i++) {
    char *end = strchr(text, '\n');
    *end = 0;
    lines[i] = text;
    *longest = (size_t)(end - text) > *longest ? (size_t)(end - text) : *longest;
    text = end + 1;
  }
  return lines;
}

static void run_width(int bits) {
  Words input = read_words("wide-%d.bin", bits);
  size_t words = ((size_t)bits + 63) / 64, rows = input.count / (3 * words), longest;
  Operands o = {.rows = rows, .texts = read_lines(bits, rows, &longest)};
  o.buffer = malloc(longest + 64);
  mpz_t *all = malloc(4 * rows * sizeof(mpz_t));
  o.a = all, o.b = all + rows, o.c = all + 2 * rows, o.results = all + 3 * rows;
  mpz_inits(o.wad, o.product, o.remainder, NULL);
  mpz_ui_pow_ui(o.wad, 10, 18);
  for (size_t i = 0; i < 4 * rows; i++) {
    mpz_init(all[i]);
  }
  for (size_t i = 0; i < rows; i++) {
    mpz_t *operands[3] = {&o.a[i], &o.b[i], &o.c[i]};
    for (size_t k = 0; k < 3; k++) {
      mpz_import(*operands[k], words, -1, 8, 0, 0, input.words + (3 * i + k) * words);
    }
  }
  static const struct {
    const char *name;
    Pass pass;
  } operations[] = {{"add", pass_add},     {"multiply", pass_multiply}, {"divide", pass_divide},
                    {"muldiv", pass_muldiv}, {"sqrt", pass_sqrt},         {"parse", pass_parse},
                    {"print", pass_print}};
  for (size_t k = 0; k < sizeof operations / sizeof operations[0]; k++) {
    double ns = measure(operations[k].pass, &o, rows);
    if (operations[k].pass == pass_print) {
      check_print(&o);
    }
    uint64_t fold = 0;
    for (size_t i = 0; i < rows; i++) {
      fold += folded(mpz_limbs_read(o.results[i]), mpz_size(o.results[i]), i);
    }
    char workload[64];
    snprintf(workload, sizeof workload, "wide/%s/%d", operations[k].name, bits);
    report(workload, "c-mpz-reused", ns, rows, fold);
  }
}

void run_wide(void) {
  static const int widths[] = {64, 128, 192, 256, 512, 1024, 4096, 33220};
  for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
    run_width(widths[i]);
  }
}
