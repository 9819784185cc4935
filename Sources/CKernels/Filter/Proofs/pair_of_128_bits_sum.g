# pair_of_128_bits, the first sum: sum + e = c + b exactly, for b the double of the bits 52 to 103 with its 2^104, and c that of
# the bits 104 to 127 less b's 2^104 (words): multiples of 2^52 and of 2^104. The two cases cover c + b from 0
# to 2^156, more than there is.
@rnd = float<ieee_64, ne>;
sum = rnd(c + b);
z   = rnd(sum - c);
e   = rnd(b - z);
{ @FIX(b,52) /\ @FIX(c,104) /\ b in [1b104, 9007199254740991b52] /\ c in [-1b104, 1b156]
  ->
     (c + b in [0, 1b105]     -> z - (sum - c) in [0,0] /\ (b - z) - -(sum - (c + b)) in [0,0] /\ e - (b - z) in [0,0])
  /\ (c + b in [1b105, 1b156] -> z - (sum - c) in [0,0] /\ (b - z) - -(sum - (c + b)) in [0,0] /\ e - (b - z) in [0,0]) }
sum - c -> (sum - (c + b)) + b;
b - z -> -(sum - (c + b)) - (z - (sum - c));
(b - z) - -(sum - (c + b)) -> -(z - (sum - c));
