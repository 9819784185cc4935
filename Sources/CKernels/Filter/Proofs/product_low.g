# product of two normalised pairs, as in product.g: the low part is at most 3.125 u p.
@rnd = float<ieee_64, ne>;
ah = rnd(ah_); bh = rnd(bh_); al = rnd(al_); bl = rnd(bl_);

p rnd= ah * bh;
e = rnd(ah * bh - p);          # fused(a.high, b.high, -high)
i = rnd(al * bh + e);          # fused(a.low, b.high, error)
l = rnd(ah * bl + i);          # fused(a.high, b.low, ...)

{ @FIX(ah,-52) /\ @FIX(bh,-52) /\ ah in [1,2] /\ bh in [1,2] /\ |al| <= 1b-53 /\ |bl| <= 1b-53
  ->
     |l / p| <= 25b-56 }                                                  # 3.125 u

ah * bh - p -> -(p - ah * bh);
$ ah in 32, bh in 32;
