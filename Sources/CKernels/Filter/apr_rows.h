// The APRs of rows: floor(R * Pr * numerator / (S * Ps * divisor)).
//
// Floating point: a floor is taken only where the proven error cannot move it (docs/filter.md).
#ifndef BERAYIELD_APR_ROWS_H
#define BERAYIELD_APR_ROWS_H

// Numerator and divisor of LANES rows.
typedef struct {
  pairs numerator, divisor;
} fractions;

// The fractions of the rows from `row` on. All but the rate are below 2^104 unless `are_wide`; the bits that
// are not are gathered in `excess`.
INLINE fractions fractions_at(const berayield_vault_columns *columns, size_t row, pairs factor,
                              bool are_wide, words *excess) {
  wides rate = load(columns->reward_rate + 2 * row), price = load(columns->reward_price + 2 * row);
  wides supply = load(columns->total_supply + 2 * row), unit = load(columns->stake_price + 2 * row);
  pairs paid = pair_of_128_bits(rate);
  if (are_wide) {
    return (fractions){
        product(product(paid, pair_of_128_bits(price)), factor),
        product(pair_of_128_bits(supply), pair_of_128_bits(unit))};
  }
  *excess |= (price.high | supply.high | unit.high) >> 40;
  return (fractions){
      product(product(paid, pair_of_104_bits(price)), factor),
      product(pair_of_104_bits(supply), pair_of_104_bits(unit))};
}

// The floors of the quotients of LANES rows; the bits of the rows that are decided.
//
// quotient + rest * inverse is within 106 u^2 of the true quotient Q, relatively, and adding up its fraction
// loses less than Q 12.2 u^2 + 2^-51: of the room, Q 2^-98 + 2^-48, less than half. A quotient of 2^97 and
// more leaves none; a divisor of zero gives NaN, which is below nothing.
INLINE uint64_t floors(fractions x, uint64_t *apr) {
  pairs n = x.numerator, d = x.divisor;
  reals inverse = 1.0 / d.high, quotient = n.high * inverse;
  reals rest = fused(-quotient, d.low, fused(-quotient, d.high, n.high) + n.low);
  reals whole = __builtin_elementwise_floor(quotient);
  reals part = fused(rest, inverse, (quotient - whole) - 0.5);
  reals room = fused(quotient, each(-0x1p-98), each(0.5 - 0x1p-48));
  wides floor;
  flags decided = nearest(whole, part, room, &floor);
  store(apr, floor);
  return bits_of(decided);
}

// The floors of some groups of rows from `row` on; the bits of the rows that are decided.
//
// The products of all groups come before the quotients of all: neither waits for the other's results.
INLINE uint64_t all_floors(const berayield_vault_columns *columns, size_t row, size_t groups, pairs factor,
                           uint64_t *apr) {
  fractions x[64 / LANES];
  words excess = each_word(0);
  for (size_t g = 0; g < groups; g++) {
    x[g] = fractions_at(columns, row + g * LANES, factor, false, &excess);
  }
  if (__builtin_reduce_or(excess)) {
    for (size_t g = 0; g < groups; g++) {
      x[g] = fractions_at(columns, row + g * LANES, factor, true, &excess);
    }
  }
  uint64_t decided = 0;
  for (size_t g = 0; g < groups; g++) {
    decided |= floors(x[g], apr + 2 * (row + g * LANES)) << (g * LANES);
  }
  return decided;
}

static int apr_rows(const berayield_vault_columns *columns, size_t rows, uint64_t numerator,
                     uint64_t divisor, uint64_t *apr, uint64_t *undecided) {
  const pairs factor = ratio(pair_of(numerator), pair_of(divisor));
  if (!rounds_to_nearest()) {
    return leave(rows, undecided);
  }
  size_t row = 0;
  for (; row + 64 <= rows; row += 64) {
    undecided[row / 64] = ~all_floors(columns, row, 64 / LANES, factor, apr);
  }
  if (row < rows) {
    undecided[row / 64] =
        lowest_bits(rows - row) & ~all_floors(columns, row, (rows - row) / LANES, factor, apr);
  }
  return 1;
}

#endif
