// The APYs of rows: (1 + r/n)^n - 1 for the APR r, both scaled by 1e18.
//
// Floating point: a gain is taken only where the proven error cannot move it (docs/filter.md).
#ifndef BERAYIELD_APY_ROWS_H
#define BERAYIELD_APY_ROWS_H

// Groups of LANES rows that are multiplied side by side: a product of one waits for none of another.
enum { side_by_side = 8 };

// 1 + r/n for APRs of one word, the reciprocal that of n * 10^18; normalised. r/n may exceed 1: TwoSum.
INLINE pairs growth_per_period(words apr, pairs reciprocal) {
  pairs rate = product(pair_of_104_bits((wides){apr, each_word(0)}), reciprocal);
  reals sum = rate.high + 1.0, one = sum - rate.high;
  reals error = (rate.high - (sum - one)) + (1.0 - one);
  return normalised((pairs){sum, error + rate.low});
}

// Within 3 u^2, normalised.
INLINE pairs square(pairs x) {
  reals high = x.high * x.high, error = fused(x.high, x.high, -high);
  return normalised((pairs){high, fused(x.high + x.high, x.low, error)});
}

// The gains of LANES rows, rounded; the flags of the rows that are decided.
//
// The growth is within 75,500 u^2 of the true one for up to 8760 periods, and below 2^27. The gain's error
// is then below growth * 2^-30, and adding up its fraction loses less than 2^-40.
INLINE flags rounded_gains(pairs growth, double bias, wides *apy) {
  const reals scale = each(1e18);
  // growth - 1 is exact.
  reals gain = growth.high - 1.0, high = gain * scale;
  reals low = fused(growth.low, scale, fused(gain, scale, -high));
  reals whole = __builtin_elementwise_floor(high);
  reals part = ((high - whole) + bias) + low;
  return nearest(whole, part, fused(growth.high, each(-0x1p-30), each(0.5 - 0x1p-40)), apy);
}

// `count` groups of rows; the bits of the rows that are decided.
INLINE uint64_t compound(const uint64_t *apr, size_t count, uint32_t periods, pairs reciprocal, double bias,
                         uint64_t *apy) {
  pairs base[side_by_side], growth[side_by_side];
  flags fits[side_by_side];
  for (size_t g = 0; g < count; g++) {
    wides rates = load(apr + 2 * LANES * g);
    fits[g] = rates.high == 0;
    growth[g] = base[g] = growth_per_period(rates.low, reciprocal);
  }
  for (uint32_t bit = (1u << 31) >> __builtin_clz(periods); bit > 1;) {
    bit >>= 1;
    for (size_t g = 0; g < count; g++) {
      growth[g] = square(growth[g]);
    }
    if (periods & bit) {
      for (size_t g = 0; g < count; g++) {
        growth[g] = normalised(product(growth[g], base[g]));
      }
    }
  }
  uint64_t decided = 0;
  for (size_t g = 0; g < count; g++) {
    wides gains;
    flags lanes = rounded_gains(growth[g], bias, &gains) & fits[g];
    store(apy + 2 * LANES * g, gains);
    decided |= bits_of(lanes) << (g * LANES);
  }
  return decided;
}

static int apy_rows(const uint64_t *apr, size_t rows, uint32_t periods, int direction, uint64_t *apy,
                     uint64_t *undecided) {
  if (!rounds_to_nearest() || periods == 0 || periods > 8760) {
    return leave(rows, undecided);
  }
  const pairs reciprocal =
      ratio(pair_of(1), pair_of((unsigned __int128)1000000000000000000 * periods));
  const double bias = 0.5 * direction;
  for (size_t row = 0; row < rows; row += 64) {
    size_t count = rows - row < 64 ? rows - row : 64, at = 0;
    const uint64_t *from = apr + 2 * row;
    uint64_t *to = apy + 2 * row, decided = 0;
    for (; at + side_by_side * LANES <= count; at += side_by_side * LANES) {
      decided |= compound(from + 2 * at, side_by_side, periods, reciprocal, bias, to + 2 * at) << at;
    }
    for (; at + LANES <= count; at += LANES) {
      decided |= compound(from + 2 * at, 1, periods, reciprocal, bias, to + 2 * at) << at;
    }
    undecided[row / 64] = lowest_bits(count) & ~decided;
  }
  return 1;
}

#endif
