# growth_per_period: 1 + r/n. p + e is the product of the APR, exact in a pair, and the reciprocal of n 10^18:
#   p + e = R (1 + er), R = r/n the exact rate;  |er| <= 16 u^2 by rate, |e| <= 3.125 u p by product_low.
# s is p + 1 and t its error exactly, by TwoSum (lemma T); normalised is Fast2Sum (lemma F; |w| <= s is proven here). Proven:
#   |(s + w) - (1 + R)| <= beta (1 + R).
# (r = 0: p = e = 0, everything is exact.)
@rnd = float<ieee_64, ne>;
p = rnd(p_); e = rnd(e_);
s rnd= p + 1;
t = (p + 1) - s;
w = rnd(t + e);
R = (p + e) / (1 + er);
{ |e / p| <= 25b-56 /\ |er| <= 16b-106
  ->
     (p in [0, 18.5]  -> |((s + w) - (1 + R)) / (1 + R)| <= 20b-106 /\ |w / s| <= 0.5)   # any n
  /\ (p in [0, 0.052] -> |((s + w) - (1 + R)) / (1 + R)| <= 7b-108) }                    # n >= 365: 1.75 u^2
e -> p * (e / p);
(s + w) - (1 + R) -> (w - (t + e)) + (p + e) * (er / (1 + er)) { 1 + er <> 0 };
(p + 1) - s -> -(s - (p + 1));
