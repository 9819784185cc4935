// Numbers as unevaluated sums of two doubles. The bounds are proven beside this file, u = 2^-53.
//
// Floating point: the errors are bounded, and proven (docs/filter.md).
#ifndef BERAYIELD_DOUBLE_DOUBLE_H
#define BERAYIELD_DOUBLE_DOUBLE_H

typedef struct {
  reals high, low;
} pairs;

// The double of the `bits` lowest bits of a word, and a power of two that is its last place times 2^52: or-ing
// an integer below 2^52 into that power gives the power plus so many of its last places.
#define PLACES(word, power) ((reals)((word) | (words)each(power)))

INLINE words lowest_52(words word) { return word & ((1ull << 52) - 1); }

// Numbers below 2^104, exactly.
INLINE pairs pair_of_104_bits(wides x) {
  reals a = PLACES(lowest_52(x.low), 0x1p52); // 2^52 too large, which the next takes off
  reals b = PLACES(x.low >> 52 | x.high << 12, 0x1p104) - (0x1p104 + 0x1p52);
  reals high = b + a;
  return (pairs){high, a - (high - b)};
}

// Any numbers: within 1.016 u^2 of them, and below 2^105 exactly.
INLINE pairs pair_of_128_bits(wides x) {
  reals a = PLACES(lowest_52(x.low), 0x1p52) - 0x1p52;
  reals b = PLACES(lowest_52(x.low >> 52 | x.high << 12), 0x1p104); // 2^104 too large, as above
  reals c = PLACES(x.high >> 40, 0x1p156) - (0x1p156 + 0x1p104);
  reals sum = c + b, low = (b - (sum - c)) + a;
  reals high = sum + low;
  return (pairs){high, low - (high - sum)};
}

// |a.low| up to half a last place of a.high, or 3.125 u of it as a product's; the same for b. Within 5 u^2 of
// a.high * b.high, or 12 where one is such a product. The sum is not normalised.
INLINE pairs product(pairs a, pairs b) {
  reals high = a.high * b.high, error = fused(a.high, b.high, -high);
  return (pairs){high, fused(a.high, b.low, fused(a.low, b.high, error))};
}

// Normalises a sum with |low| <= |high|: Fast2Sum.
INLINE pairs normalised(pairs x) {
  reals high = x.high + x.low;
  return (pairs){high, x.low - (high - x.high)};
}

// An integer as a sum of two doubles, exactly: for 106 bits and fewer.
typedef struct {
  double high, low;
} pair;

INLINE pair pair_of(unsigned __int128 integer) {
  double high = (double)integer;
  return (pair){high, (double)(__int128)(integer - (unsigned __int128)high)};
}

// a / b, the same in each lane, within 10 u^2; normalised.
INLINE pairs ratio(pair a, pair b) {
  double high = a.high / b.high;
  double rest = __builtin_fma(-high, b.low, __builtin_fma(-high, b.high, a.high) + a.low);
  return normalised((pairs){each(high), each(rest / b.high)});
}

#endif
