# rounded_gains: (h, l) is the growth, h + l = Y + h eps, Y = (1 + r/n)^n the true value, |eps| <= 75500 u^2 (power.py);
# s = h - 1 exactly (gain). Z = 10^18 (Y - 1) + bias, bias = -1/2, 0 or 1/2 to round down, to nearest or up. The gain's fraction with
# the bias is rounded to the nearest integer n as in apr_decided. A lane is decided where |f| < room. Proven:
#   |Z - (fi + n) - f| + room <= 1/2,
# so |f| < room gives |Z - (fi + n)| < 1/2: fi + n is the rounded gain, and Y - 1 is no tie.
@rnd = float<ieee_64, ne>;
h = rnd(h_); l = rnd(l_);
s = h - 1;
p  = rnd(s * 1000000000000000000);     # high
e0 = rnd(s * 1000000000000000000 - p);
e  = rnd(l * 1000000000000000000 + e0);  # low
fi = int<dn>(p);                       # whole
fp = rnd(p - fi);
fh = rnd(fp + bias);
y  = rnd(fh + e);                      # part
nm = rnd(y + 5066549580791808);        # biased, 2^52 + 2^49 + n
n  = rnd(nm - 5066549580791808);
f  = rnd(y - n);
room = rnd(h * -1b-30 + (0.5 - 1b-40));
Y  = h + l - h * eps;
Z  = (Y - 1) * 1000000000000000000 + bias;
E  = (Z - (fi + n)) - f;
{ h in [1, 1b27] /\ |l / h| <= 1b-53 /\ |eps| <= 75500b-106 /\ bias in [-0.5, 0.5] /\ @FIX(bias, -1)
  ->
     e0 - (s * 1000000000000000000 - p) in [0,0] /\ fp - (p - fi) in [0,0] /\ n - (nm - 5066549580791808) in [0,0]
  /\ E + room <= 0.5 /\ room - E <= 0.5
  /\ p in [0, 1b87] /\ |y| <= 1b38 }      # within the ranges of nearest

l -> h * (l / h);
s * 1000000000000000000 - p -> -(p - s * 1000000000000000000);
E + room -> ((l * 1000000000000000000 + e0) - e) + ((fp + bias) - fh) + ((fh + e) - y) + ((y - n) - f) - (e0 - (s * 1000000000000000000 - p)) - (fp - (p - fi)) + 0.5 - 1b-40 - h * (1b-30 + eps * 1000000000000000000) + (room - (h * -1b-30 + (0.5 - 1b-40)));
room - E -> -((l * 1000000000000000000 + e0) - e) - ((fp + bias) - fh) - ((fh + e) - y) - ((y - n) - f) + (e0 - (s * 1000000000000000000 - p)) + (fp - (p - fi)) + 0.5 - 1b-40 - h * (1b-30 - eps * 1000000000000000000) + (room - (h * -1b-30 + (0.5 - 1b-40)));
y - n -> (y - (nm - 5066549580791808)) - (n - (nm - 5066549580791808));
y - (nm - 5066549580791808) -> -(nm - (y + 5066549580791808));
$ h in (1b1, 1b2, 1b3, 1b4, 1b5, 1b6, 1b7, 1b8, 1b9, 1b10, 1b11, 1b12, 1b13, 1b14, 1b15, 1b16, 1b17, 1b18, 1b19, 1b20, 1b21, 1b22, 1b23, 1b24, 1b25, 1b26);
