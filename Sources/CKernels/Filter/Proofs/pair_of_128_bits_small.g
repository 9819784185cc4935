# pair_of_128_bits, y = c + b below 2^105: no error. sum = y, e = 0, low = a; and y = 0 or y >= 2^52 > low (lemma F).
@rnd = float<ieee_64, ne>;

sum = rnd(y);                 # y = c + b
e = y - sum;                  # by pair_of_128_bits_sum
low rnd= e + a;

{ @FIX(y,52) /\ @FIX(a,0) /\ y in [0, 1b105] /\ a in [0, 4503599627370495]
  -> sum - y in [0,0] /\ e in [0,0] /\ low - (e + a) in [0,0] /\ low in [0, 4503599627370495] }

y - sum -> -(sum - y);
