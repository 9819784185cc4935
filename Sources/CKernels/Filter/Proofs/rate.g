#@ -Eprecision=300
# growth_per_period, the rate: the errors of the reciprocal (ratio) and of the product with it (product), relative to the exact
# ones; the k's turn "relative to the product of the high words" into "relative to the product" (within 2^-49 of 1).
{ |c| <= 10b-106 /\ |m| <= 5b-106 /\ |k1 - 1| <= 1b-49 /\ |k2 - 1| <= 1b-49
  -> |(1 + c * k1) * (1 + m * k2) - 1| <= 16b-106 }
k1 -> 1 + (k1 - 1); k2 -> 1 + (k2 - 1);
