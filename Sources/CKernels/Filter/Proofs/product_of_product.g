# product of a = (ah, al), |al| <= 3.125 u ah, itself a product, and a normalised pair: (rate * price) * factor.
# Error relative to ah*bh: at most 12 u^2; the low part, product_of_product_low, at most 6.25 u p.
@rnd = float<ieee_64, ne>;
ah = rnd(ah_); bh = rnd(bh_); al = rnd(al_); bl = rnd(bl_);

p rnd= ah * bh;
e = rnd(ah * bh - p);
i = rnd(al * bh + e);
l = rnd(ah * bl + i);

{ @FIX(ah,-52) /\ @FIX(bh,-52) /\ ah in [1,2] /\ bh in [1,2] /\ |al / ah| <= 25b-56 /\ |bl| <= 1b-53
  ->
     e - (ah * bh - p) in [0,0]
  /\ |((p + l) - (ah + al) * (bh + bl)) / (ah * bh)| <= 12b-106 }

al -> ah * (al / ah);
ah * bh - p -> -(p - ah * bh);
(p + l) - (ah + al) * (bh + bl) -> (e - (ah * bh - p)) + (i - (al * bh + e)) + (l - (ah * bl + i)) - al * bl;
$ ah in 64, bh in 64;
