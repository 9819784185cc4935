# floors, the quotient: V = q1 + t*inv against (nh + nl)/(dh + dl), the quotient of the two computed products.
# Proven: |V - Q| <= 69 u^2 q1, |t*inv| <= 12.1875 u q1.
# |nl| <= 6.25 u nh (product_of_product_low), |dl| <= 3.125 u dh (product_low). Scaled (lemma S): nh, dh in [1,2).
@rnd = float<ieee_64, ne>;
nh = rnd(nh_); dh = rnd(dh_); nl = rnd(nl_); dl = rnd(dl_);

inv = rnd(1 / dh);             # inverse
q1 = rnd(nh * inv);            # quotient
r = rnd(nh - q1 * dh);         # fused(-quotient, d.high, n.high)
a = rnd(r + nl);
t = rnd(a - q1 * dl);          # rest = fused(-quotient, d.low, ...)

T = (nh + nl) - q1 * (dh + dl);
V = q1 + t * inv;              # real: t*inv goes to the fraction of q1 by one fused product (apr_decided)
Q = (nh + nl) / (dh + dl);
{ @FIX(nh,-52) /\ @FIX(dh,-52) /\ nh in [1,2] /\ dh in [1,2] /\ |nl / nh| <= 50b-56 /\ |dl / dh| <= 25b-56
  ->
     |(V - Q) / q1| <= 69b-106
  /\ |(t * inv) / q1| <= 195b-57                          }  # 12.1875 u

nl -> nh * (nl / nh);
dl -> dh * (dl / dh);
q1 - nh / dh -> (q1 - nh * inv) + nh * (inv - 1 / dh);
nh - q1 * dh -> -(dh * (q1 - nh / dh));
T -> (nh - q1 * dh) + nl - q1 * dl;
a - q1 * dl -> T + (a - (r + nl)) + (r - (nh - q1 * dh));
t - T -> (t - (a - q1 * dl)) + (a - (r + nl)) + (r - (nh - q1 * dh));
V - Q -> (t - T) * inv + T * (inv - 1 / dh) + T * (dl / (dh * (dh + dl))) { dh <> 0, dh + dl <> 0 };
$ nh in 24, dh in 24;
