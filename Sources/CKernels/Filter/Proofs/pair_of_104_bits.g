# pair_of_104_bits: high + low = b + a exactly, the number, for a the double of its lower 52 bits with its 2^52, and b that of the
# others less a's 2^52 (words). |b| >= |a| need not hold and is not used. The two cases cover b + a from 0 to 2^104.
@rnd = float<ieee_64, ne>;
high = rnd(b + a);
z    = rnd(high - b);
low  = rnd(a - z);
{ @FIX(a,0) /\ @FIX(b,52) /\ a in [1b52, 9007199254740991] /\ b in [-1b52, 1b104]
  ->
     (b + a in [0, 1b53]     -> z - (high - b) in [0,0] /\ (a - z) - -(high - (b + a)) in [0,0] /\ low - (a - z) in [0,0])
  /\ (b + a in [1b53, 1b104] -> z - (high - b) in [0,0] /\ (a - z) - -(high - (b + a)) in [0,0] /\ low - (a - z) in [0,0]) }
high - b -> (high - (b + a)) + a;
a - z -> -(high - (b + a)) - (z - (high - b));
(a - z) - -(high - (b + a)) -> -(z - (high - b));
