# pair_of_128_bits, for y = c + b in [2^105, 2^128]: the only operation that loses anything is the sum low, and
#   |(sum + low) - (y + a)| <= 1.016 u^2 (y + a),   |low| <= sum.
# The last two lines are Fast2Sum with |low| <= sum: what they return is sum + low (lemma F).
# Below 2^105 there is no error at all: pair_of_128_bits_small.
@rnd = float<ieee_64, ne>;

sum = rnd(y);                 # y = c + b
e = y - sum;                  # by pair_of_128_bits_sum
low rnd= e + a;

{ @FIX(y,52) /\ @FIX(a,0) /\ y in [1b105, 1b128] /\ a in [0, 4503599627370495]
  ->
     |((sum + low) - (y + a)) / (y + a)| <= 65b-112
  /\ |low / sum| <= 1 }

(sum + low) - (y + a) -> low - (e + a);
y - sum -> -(sum - y);
$ y in (1b106, 1b107, 1b108, 1b109, 1b110, 1b111, 1b112, 1b113, 1b114, 1b115, 1b116, 1b117, 1b118, 1b119, 1b120, 1b121, 1b122, 1b123, 1b124, 1b125, 1b126, 1b127);
