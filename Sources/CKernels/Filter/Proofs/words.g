# pair_of_104_bits and pair_of_128_bits: what is taken off the doubles whose last places are the words, is exact.
@rnd = float<ieee_64, ne>;
X0 = 1b52 + x0;                      # bits 0 to 51
X1 = 1b104 + x1;                     # bits 52 to 103
X2 = 1b156 + x2;                     # bits 104 to 127
{ @FIX(x0,0) /\ x0 in [0, 4503599627370495] /\ @FIX(x1,52) /\ x1 in [0, 4503599627370495b52]
  /\ @FIX(x2,104) /\ x2 in [0, 16777215b104]
  ->
     rnd(X0) - X0 in [0,0] /\ rnd(X1) - X1 in [0,0] /\ rnd(X2) - X2 in [0,0]
  /\ rnd(X0 - 1b52) - (X0 - 1b52) in [0,0]
  /\ rnd(X1 - (1b104 + 1b52)) - (X1 - (1b104 + 1b52)) in [0,0]
  /\ rnd(X2 - (1b156 + 1b104)) - (X2 - (1b156 + 1b104)) in [0,0] }
