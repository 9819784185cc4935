#include "FilterOracle.h"
#include "random.h"

#include <gmp.h>
#include <math.h>

static const uint64_t scale = 1000000000000000000;

// r + (n-1)/(2n) r^2 10^-18 is the gain but for terms that small rates do not feel: near a half where the square is.
static uint64_t near_a_half(uint64_t *state, uint32_t periods) {
  double halves = (double)(1 + below(state, 8)), n = periods > 1 ? periods : 2;
  return (uint64_t)sqrt(halves * n / (n - 1) * 1e18) + below(state, 5) - 2;
}

// For two periods the gain is r + r^2 / (4 10^18): whole for multiples of 2 10^9, and half but for 1 / (4 10^18)
// beside odd multiples of 10^18.
static uint64_t for_two_periods(uint64_t *state) {
  uint64_t whole = below(state, 2) == 0 ? 2000000000 * below(state, 9000000000)
                                        : 1000000000000000000 * (1 + 2 * below(state, 9));
  return whole + below(state, 3) - 1;
}

void berayield_adversarial_rates(uint64_t seed, size_t rows, uint32_t periods, uint64_t *apr) {
  uint64_t state = seed;
  for (size_t row = 0; row < rows; row++) {
    wide_t rate;
    switch (below(&state, 8)) {
    case 0: rate = of_width(&state, (unsigned)below(&state, 65)); break;
    case 1: rate = of_width(&state, 64); break;
    case 2: rate = below(&state, 1844) * (scale / 100); break;
    case 3: rate = below(&state, 18) * scale + below(&state, 3) - 1; break;
    case 4: rate = near_a_half(&state, periods); break;
    case 5: rate = for_two_periods(&state); break;
    case 6: rate = below(&state, 3 * scale); break;
    default: rate = below(&state, 64) == 0 ? of_width(&state, 70) : below(&state, scale); break;
    }
    put(apr, row, rate);
  }
}

typedef struct {
  mpz_t scale, divisor, growth, base, exact, units, rest;
} rooms_t;

enum { places = 384, error_bits = 60 };

// units = growth * 10^18 / unit - 10^18, rounded.
static void round_gain(rooms_t *x, const mpz_t growth, const mpz_t unit, int direction) {
  mpz_mul(x->units, growth, x->scale);
  if (direction == 0) {
    mpz_fdiv_qr(x->units, x->rest, x->units, unit);
    mpz_mul_2exp(x->rest, x->rest, 1);
    int side = mpz_cmp(x->rest, unit);
    if (side > 0 || (side == 0 && mpz_odd_p(x->units))) {
      mpz_add_ui(x->units, x->units, 1);
    }
  } else if (direction < 0) {
    mpz_fdiv_q(x->units, x->units, unit);
  } else {
    mpz_cdiv_q(x->units, x->units, unit);
  }
  mpz_sub(x->units, x->units, x->scale);
}

static void export(rooms_t *x, uint64_t *apy, size_t row) {
  put(apy, row, 0);
  mpz_export(apy + 2 * row, NULL, -1, 8, 0, 0, x->units);
}

// By 384 binary places, cut off: the growth is below 2^27 and lacks less than 4 * 8760 * 2^27 units, far below 2^60.
// Where that leaves the rounding open, by the exact fraction.
static void exact_apy(rooms_t *x, uint64_t rate, uint32_t periods, int direction, uint64_t *apy, size_t row) {
  mpz_import(x->base, 1, -1, 8, 0, 0, &rate);
  mpz_add(x->exact, x->base, x->divisor);
  mpz_mul_2exp(x->base, x->exact, places);
  mpz_fdiv_q(x->base, x->base, x->divisor);
  mpz_set(x->growth, x->base);
  for (int bit = 30 - __builtin_clz(periods); bit >= 0; bit--) {
    mpz_mul(x->growth, x->growth, x->growth);
    mpz_fdiv_q_2exp(x->growth, x->growth, places);
    if (periods >> bit & 1) {
      mpz_mul(x->growth, x->growth, x->base);
      mpz_fdiv_q_2exp(x->growth, x->growth, places);
    }
  }
  mpz_set_ui(x->base, 1);
  mpz_mul_2exp(x->base, x->base, places);
  round_gain(x, x->growth, x->base, direction);
  export(x, apy, row);
  uint64_t low = apy[2 * row];
  mpz_set_ui(x->rest, 1);
  mpz_mul_2exp(x->rest, x->rest, error_bits);
  mpz_add(x->growth, x->growth, x->rest);
  round_gain(x, x->growth, x->base, direction);
  export(x, apy, row);
  if (low != apy[2 * row]) {
    mpz_pow_ui(x->growth, x->exact, periods);
    mpz_pow_ui(x->base, x->divisor, periods);
    round_gain(x, x->growth, x->base, direction);
    export(x, apy, row);
  }
}

void berayield_exact_apys(const uint64_t *apr, size_t rows, uint32_t periods, int direction, uint64_t *apy) {
  rooms_t x;
  mpz_inits(x.scale, x.divisor, x.growth, x.base, x.exact, x.units, x.rest, NULL);
  mpz_import(x.scale, 1, -1, 8, 0, 0, &scale);
  mpz_mul_ui(x.divisor, x.scale, periods);
  for (size_t row = 0; row < rows; row++) {
    if (apr[2 * row + 1] != 0) {
      put(apy, row, ~(wide_t)0);
    } else if (apr[2 * row] == 0) {
      put(apy, row, 0);
    } else {
      exact_apy(&x, apr[2 * row], periods, direction, apy, row);
    }
  }
  mpz_clears(x.scale, x.divisor, x.growth, x.base, x.exact, x.units, x.rest, NULL);
}
