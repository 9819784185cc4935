# product of two normalised pairs: |al| <= ulp(ah)/2, |bl| <= ulp(bh)/2. Scaled (lemma S): ah, bh in [1,2).
# Error relative to ah*bh: at most 5 u^2; the low part, product_low, at most 3.125 u p.
@rnd = float<ieee_64, ne>;
ah = rnd(ah_); bh = rnd(bh_); al = rnd(al_); bl = rnd(bl_);

p rnd= ah * bh;
e = rnd(ah * bh - p);          # fused(a.high, b.high, -high)
i = rnd(al * bh + e);          # fused(a.low, b.high, error)
l = rnd(ah * bl + i);          # fused(a.high, b.low, ...)

{ @FIX(ah,-52) /\ @FIX(bh,-52) /\ ah in [1,2] /\ bh in [1,2] /\ |al| <= 1b-53 /\ |bl| <= 1b-53
  ->
     e - (ah * bh - p) in [0,0]                                           # e is exact: no lemma
  /\ |((p + l) - (ah + al) * (bh + bl)) / (ah * bh)| <= 5b-106 }

ah * bh - p -> -(p - ah * bh);
(p + l) - (ah + al) * (bh + bl) -> (e - (ah * bh - p)) + (i - (al * bh + e)) + (l - (ah * bl + i)) - al * bl;
$ ah in 64, bh in 64;
