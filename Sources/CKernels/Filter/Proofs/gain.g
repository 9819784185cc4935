# rounded_gains: growth.high - 1 is exact, for 1 <= growth.high <= 2^27.
@rnd = float<ieee_64, ne>;
h = rnd(h_);
s = rnd(h - 1);
{ h in [1, 1b27] -> s - (h - 1) in [0,0] }
$ h in (1b1, 1b2, 1b3, 1b4, 1b5, 1b6, 1b7, 1b8, 1b9, 1b10, 1b11, 1b12, 1b13, 1b14, 1b15, 1b16, 1b17, 1b18, 1b19, 1b20, 1b21, 1b22, 1b23, 1b24, 1b25, 1b26);
