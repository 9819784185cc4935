#include "FilterOracle.h"
#include "random.h"

#include <gmp.h>

typedef struct {
  wide_t rate, price, supply, unit;
} vault_t;

static wide_t small_step(uint64_t *state) { return (wide_t)below(state, 3) - 1; }

static unsigned width_of(wide_t value) {
  unsigned width = 0;
  for (; value != 0; value >>= 1) {
    width++;
  }
  return width;
}

static wide_t edge(uint64_t *state) {
  wide_t value = of_width(state, (unsigned)below(state, 129));
  switch (below(state, 6)) {
  case 0: return 0;
  case 1: return ~(wide_t)0 >> below(state, 128);
  case 2: return ((wide_t)1 << below(state, 128)) - below(state, 3);
  case 3: return value | (((wide_t)1 << below(state, 128)) - 1);
  case 4: return ~(wide_t)0 << below(state, 128);
  default: return value;
  }
}

static vault_t of_any_widths(uint64_t *state) {
  return (vault_t){
      of_width(state, (unsigned)below(state, 129)), of_width(state, (unsigned)below(state, 129)),
      of_width(state, (unsigned)below(state, 129)), of_width(state, (unsigned)below(state, 129))};
}

static vault_t of_edges(uint64_t *state) {
  return (vault_t){edge(state), edge(state), edge(state), edge(state)};
}

static vault_t ordinary(uint64_t *state) {
  return (vault_t){
      of_width(state, 100 + (unsigned)below(state, 25)), of_width(state, 50 + (unsigned)below(state, 20)),
      of_width(state, 60 + (unsigned)below(state, 20)), of_width(state, 50 + (unsigned)below(state, 30))};
}

static vault_t round_numbers(uint64_t *state) {
  return (vault_t){
      (1 + below(state, 1000)) * power_of_ten(30 + (unsigned)below(state, 6)),
      (1 + below(state, 1000)) * power_of_ten(12 + (unsigned)below(state, 6)),
      (1 + below(state, 1000)) * power_of_ten(15 + (unsigned)below(state, 6)),
      (1 + below(state, 1000)) * power_of_ten(14 + (unsigned)below(state, 8))};
}

// A whole quotient of factors, one of the four numbers perhaps one off.
static vault_t whole(uint64_t *state) {
  wide_t a = 1 + of_width(state, (unsigned)below(state, 51)), b = 1 + of_width(state, (unsigned)below(state, 41));
  wide_t c = 1 + of_width(state, (unsigned)below(state, 41)), d = 1 + of_width(state, (unsigned)below(state, 41));
  wide_t quotient = 1 + of_width(state, (unsigned)below(state, 37));
  vault_t vault = {quotient * a * c, b * d, a * b, c * d};
  switch (below(state, 6)) {
  case 0: vault.rate += small_step(state); break;
  case 1: vault.price += small_step(state); break;
  case 2: vault.supply += small_step(state); break;
  case 3: vault.unit += small_step(state); break;
  default: break;
  }
  return vault;
}

// rate = quotient * divisor + rest, the rest a hair of any width above or below zero, with prices that are powers of
// two: of one, if there is a year of one second.
static vault_t beside_a_whole(uint64_t *state) {
  unsigned divisor_width = 1 + (unsigned)below(state, 100);
  wide_t divisor = of_width(state, divisor_width) | (wide_t)1 << (divisor_width - 1);
  wide_t rest = of_width(state, (unsigned)below(state, divisor_width + 1));
  wide_t quotient = of_width(state, (unsigned)below(state, 129 - divisor_width));
  unsigned shift = (unsigned)below(state, 100), down = (unsigned)below(state, 129 - divisor_width);
  wide_t rate = quotient * divisor + (below(state, 2) == 0 ? rest : -rest);
  return (vault_t){rate, (wide_t)1 << shift, divisor, (wide_t)1 << (down < 104 ? down : 103)};
}

// A quotient around a power of two at which something ends.
static vault_t around_a_limit(uint64_t *state) {
  static const unsigned limits[] = {64, 96, 97, 98, 99, 127, 128};
  unsigned limit = limits[below(state, sizeof limits / sizeof *limits)];
  wide_t supply = 1 + of_width(state, 20), unit = 1 + of_width(state, 10), divisor = supply * unit;
  unsigned shift = limit + width_of(divisor) > 126 ? limit + width_of(divisor) - 126 : 0;
  // rate * 2^shift near divisor * 2^limit
  wide_t rate = divisor << (limit - shift);
  return (vault_t){rate + (wide_t)below(state, 9) - 4, (wide_t)1 << shift, supply, unit};
}

typedef vault_t kind_t(uint64_t *state);
static kind_t *const kinds[] = {of_any_widths, of_edges, ordinary,       round_numbers,
                                whole,         whole,    beside_a_whole, around_a_limit};
enum { kind_count = sizeof kinds / sizeof *kinds };

void berayield_adversarial_vaults(uint64_t seed, size_t rows, uint64_t *reward_rate, uint64_t *reward_price,
                                  uint64_t *total_supply, uint64_t *stake_price) {
  uint64_t state = seed, kind = 0;
  for (size_t row = 0; row < rows; row++) {
    if (row % 64 == 0) {
      kind = below(&state, kind_count + 1);
    }
    vault_t vault = kinds[kind < kind_count ? kind : below(&state, kind_count)](&state);
    put(reward_rate, row, vault.rate);
    put(reward_price, row, vault.price);
    put(total_supply, row, vault.supply);
    put(stake_price, row, vault.unit);
  }
}

static void set_number(mpz_t number, const uint64_t *words) { mpz_import(number, 2, -1, 8, 0, 0, words); }

static void multiply_by_word(mpz_t number, uint64_t word, mpz_t room) {
  mpz_import(room, 1, -1, 8, 0, 0, &word);
  mpz_mul(number, number, room);
}

void berayield_exact_aprs(const uint64_t *reward_rate, const uint64_t *reward_price, const uint64_t *total_supply,
                          const uint64_t *stake_price, size_t rows, uint64_t numerator, uint64_t divisor,
                          uint64_t *apr) {
  mpz_t n, d, other;
  mpz_inits(n, d, other, NULL);
  for (size_t row = 0; row < rows; row++) {
    set_number(n, reward_rate + 2 * row);
    set_number(other, reward_price + 2 * row);
    mpz_mul(n, n, other);
    multiply_by_word(n, numerator, other);
    set_number(d, total_supply + 2 * row);
    set_number(other, stake_price + 2 * row);
    mpz_mul(d, d, other);
    multiply_by_word(d, divisor, other);
    put(apr, row, ~(wide_t)0);
    if (mpz_sgn(d) != 0) {
      mpz_fdiv_q(n, n, d);
      if (mpz_sizeinbase(n, 2) <= 128) {
        put(apr, row, 0);
        mpz_export(apr + 2 * row, NULL, -1, 8, 0, 0, n);
      }
    }
  }
  mpz_clears(n, d, other, NULL);
}
