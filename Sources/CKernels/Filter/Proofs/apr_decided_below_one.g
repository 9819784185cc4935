# floors, the decision, 0 <= q1 < 1: the fraction less one half is rounded to the nearest integer n, by adding and taking off
# 2^52 + 2^49 (nearest). A lane is decided where |f| < room, f = y - n.
#   x = t*inv (real), |x| <= 12.1875 u q1 (apr_quotient);  Q the true quotient, |q1 + x - Q| <= 106 u^2 q1 (apr_chain).
# Proven: |Q - (fi + n) - 1/2 - f| + room <= 1/2. So |f| < room gives fi + n < Q < fi + n + 1: the floor is right.
@rnd = float<ieee_64, ne>;
q1 = rnd(q1_);
fi = int<dn>(q1);
x = q1 * z;
h = rnd(q1 - 0.5);                     # quotient - whole is the quotient
y = rnd(x + h);
nm = rnd(y + 5066549580791808);        # biased, 2^52 + 2^49 + n
n = rnd(nm - 5066549580791808);
f = rnd(y - n);
room = rnd(q1 * -1b-98 + (0.5 - 1b-48));
Q = q1 + x - q1 * d;
E = (Q - (fi + n) - 0.5) - f;
{ q1 in [0, 9007199254740991b-53] /\ |z| <= 195b-57 /\ |d| <= 106b-106
  ->
     n - (nm - 5066549580791808) in [0,0] /\ nm in [4503599627370496, 9007199254740991]
  /\ E + room <= 0.5 /\ room - E <= 0.5 }
E + room -> 0.5 - 1b-48 + ((y - n) - f) + ((x + h) - y) + ((q1 - 0.5) - h) - fi - q1 * (d + 1b-98) + (room - (q1 * -1b-98 + (0.5 - 1b-48)));
room - E -> 0.5 - 1b-48 - ((y - n) - f) - ((x + h) - y) - ((q1 - 0.5) - h) + fi - q1 * (1b-98 - d) + (room - (q1 * -1b-98 + (0.5 - 1b-48)));
y - n -> (y - (nm - 5066549580791808)) - (n - (nm - 5066549580791808));
y - (nm - 5066549580791808) -> -(nm - (y + 5066549580791808));
