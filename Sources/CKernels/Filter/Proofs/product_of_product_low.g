# product of a product and a normalised pair, as in product_of_product.g: the low part is at most 6.25 u p.
@rnd = float<ieee_64, ne>;
ah = rnd(ah_); bh = rnd(bh_); al = rnd(al_); bl = rnd(bl_);

p rnd= ah * bh;
e = rnd(ah * bh - p);
i = rnd(al * bh + e);
l = rnd(ah * bl + i);

{ @FIX(ah,-52) /\ @FIX(bh,-52) /\ ah in [1,2] /\ bh in [1,2] /\ |al / ah| <= 25b-56 /\ |bl| <= 1b-53
  ->
     |l / p| <= 50b-56 }                                                 # 6.25 u

al -> ah * (al / ah);
ah * bh - p -> -(p - ah * bh);
$ ah in 32, bh in 32;
