# ratio(a, b): a = ah + al and b = bh + bl are exact splits of integers (|al| <= ulp(ah)/2, the same for bl); q + q2 against a/b.
# Scaled (lemma S): ah, bh in [1,2). normalised is Fast2Sum (lemma F; |q2| <= q is proven here), so high + low = q + q2 and
# |low| <= ulp(high)/2. For the factor of the APRs a and b are words, for the reciprocal of the APYs 1 and n 10^18 < 2^73.
@rnd = float<ieee_64, ne>;
ah = rnd(ah_); bh = rnd(bh_); al = rnd(al_); bl = rnd(bl_);

q  = rnd(ah / bh);
r  = rnd(ah - q * bh);         # __builtin_fma(-high, b.high, a.high)
c  = rnd(r + al);
t  = rnd(c - q * bl);          # __builtin_fma(-high, b.low, ...)
q2 = rnd(t / bh);

T = (ah + al) - q * (bh + bl);
{ @FIX(ah,-52) /\ @FIX(bh,-52) /\ ah in [1,2] /\ bh in [1,2] /\ |al| <= 1b-53 /\ |bl| <= 1b-53
  ->
     r - (ah - q * bh) in [0,0]
  /\ |((q + q2) - (ah + al) / (bh + bl)) / (ah / bh)| <= 10b-106
  /\ |q2 / q| <= 4b-53 }

ah - q * bh -> -(bh * (q - ah / bh));
T -> (ah - q * bh) + al - q * bl;
c - q * bl -> T + (c - (r + al)) + (r - (ah - q * bh));
t - T -> (t - (c - q * bl)) + (c - (r + al)) + (r - (ah - q * bh));
(q + q2) - (ah + al) / (bh + bl) -> (q2 - t / bh) + (t - T) / bh + T * (bl / (bh * (bh + bl)))
  { bh <> 0, bh + bl <> 0 };
$ ah in 24, bh in 24;
