# nearest, the bits: whole = 2^48 top + rest, top rounded to the nearest integer, so that |rest| <= 2^47; rest goes straight onto
# 2^52 + 2^49 + n. Both doubles have an exponent of 52, so their bits are 0x433 << 52 and an integer (lemma B): top, and
# 2^49 + n + rest, whose bias is 2 in units of 2^48. |part| is bounded by apr_quotient (|x| <= 12.1875 u 2^97) and apy_decided.
@rnd = float<ieee_64, ne>;
fi = rnd(fi_);
am = rnd(fi * 1b-48 + 1b52);           # biased_top
ah = rnd(am - 1b52);
rm = rnd(fi - ah * 1b48);              # rest
nm = rnd(y + 5066549580791808);        # biased
b  = rnd(rm + nm);                     # bottom
{ @FIX(fi,0) /\ fi in [0, 1b97] /\ |y| <= 196b40
  ->
     am in [1b52, 5066549580791808] /\ ah - (am - 1b52) in [0,0]
  /\ rm - (fi - ah * 1b48) in [0,0] /\ |rm| <= 1b47
  /\ b - (rm + nm) in [0,0] /\ b in [1b52, 9007199254740991] }
fi - ah * 1b48 -> -1b48 * ((am - (fi * 1b-48 + 1b52)) + (ah - (am - 1b52)));
