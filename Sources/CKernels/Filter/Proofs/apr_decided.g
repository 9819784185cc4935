# floors, the decision, 1 <= q1 <= 2^97: the fraction less one half is rounded to the nearest integer n, by adding and taking off
# 2^52 + 2^49 (nearest). A lane is decided where |f| < room, f = y - n.
#   x = t*inv (real), |x| <= 12.1875 u q1 (apr_quotient);  Q the true quotient, |q1 + x - Q| <= 106 u^2 q1 (apr_chain).
# Proven: |Q - (fi + n) - 1/2 - f| + room <= 1/2. So |f| < room gives fi + n < Q < fi + n + 1: the floor is right.
@rnd = float<ieee_64, ne>;
q1 = rnd(q1_);
fi = int<dn>(q1);                      # whole
fr = rnd(q1 - fi);
x = q1 * z;
h = rnd(fr - 0.5);
y = rnd(x + h);                        # part = fused(rest, inverse, (quotient - whole) - 0.5)
nm = rnd(y + 5066549580791808);        # biased, 2^52 + 2^49 + n
n = rnd(nm - 5066549580791808);
f = rnd(y - n);
room = rnd(q1 * -1b-98 + (0.5 - 1b-48));
Q = q1 + x - q1 * d;
E = (Q - (fi + n) - 0.5) - f;
{ q1 in [1, 1b97] /\ |z| <= 195b-57 /\ |d| <= 106b-106
  ->
     n - (nm - 5066549580791808) in [0,0] /\ nm in [4503599627370496, 9007199254740991]
  /\ E + room <= 0.5 /\ room - E <= 0.5 }
E + room -> 0.5 - 1b-48 + ((y - n) - f) + ((x + h) - y) + ((fr - 0.5) - h) + ((q1 - fi) - fr) - q1 * (d + 1b-98) + (room - (q1 * -1b-98 + (0.5 - 1b-48)));
room - E -> 0.5 - 1b-48 - ((y - n) - f) - ((x + h) - y) - ((fr - 0.5) - h) - ((q1 - fi) - fr) - q1 * (1b-98 - d) + (room - (q1 * -1b-98 + (0.5 - 1b-48)));
y - n -> (y - (nm - 5066549580791808)) - (n - (nm - 5066549580791808));
y - (nm - 5066549580791808) -> -(nm - (y + 5066549580791808));
$ q1 in (12b-3, 8b-2, 12b-2, 8b-1, 12b-1, 8b0, 12b0, 8b1, 12b1, 8b2, 12b2, 8b3, 12b3, 8b4, 12b4, 8b5, 12b5, 8b6, 12b6, 8b7, 12b7, 8b8, 12b8, 8b9, 12b9, 8b10, 12b10, 8b11, 12b11, 8b12, 12b12, 8b13, 12b13, 8b14, 12b14, 8b15, 12b15, 8b16, 12b16, 8b17, 12b17, 8b18, 12b18, 8b19, 12b19, 8b20, 12b20, 8b21, 12b21, 8b22, 12b22, 8b23, 12b23, 8b24, 12b24, 8b25, 12b25, 8b26, 12b26, 8b27, 12b27, 8b28, 12b28, 8b29, 12b29, 8b30, 12b30, 8b31, 12b31, 8b32, 12b32, 8b33, 12b33, 8b34, 12b34, 8b35, 12b35, 8b36, 12b36, 8b37, 12b37, 8b38, 12b38, 8b39, 12b39, 8b40, 12b40, 8b41, 12b41, 8b42, 12b42, 8b43, 12b43, 8b44, 12b44, 8b45, 12b45, 8b46, 12b46, 8b47, 12b47, 8b48, 12b48, 8b49, 12b49, 8b50, 12b50, 8b51, 12b51, 8b52, 12b52, 8b53, 12b53, 8b54, 12b54, 8b55, 12b55, 8b56, 12b56, 8b57, 12b57, 8b58, 12b58, 8b59, 12b59, 8b60, 12b60, 8b61, 12b61, 8b62, 12b62, 8b63, 12b63, 8b64, 12b64, 8b65, 12b65, 8b66, 12b66, 8b67, 12b67, 8b68, 12b68, 8b69, 12b69, 8b70, 12b70, 8b71, 12b71, 8b72, 12b72, 8b73, 12b73, 8b74, 12b74, 8b75, 12b75, 8b76, 12b76, 8b77, 12b77, 8b78, 12b78, 8b79, 12b79, 8b80, 12b80, 8b81, 12b81, 8b82, 12b82, 8b83, 12b83, 8b84, 12b84, 8b85, 12b85, 8b86, 12b86, 8b87, 12b87, 8b88, 12b88, 8b89, 12b89, 8b90, 12b90, 8b91, 12b91, 8b92, 12b92, 8b93, 12b93);
