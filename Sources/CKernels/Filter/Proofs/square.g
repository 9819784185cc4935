# square of a normalised pair: p + e against (h + l)^2, relative to h^2: at most 3 u^2. normalised is Fast2Sum (lemma F; |e| <= p is
# proven here): it changes nothing.
@rnd = float<ieee_64, ne>;
h = rnd(h_); l = rnd(l_);
p rnd= h * h;
e0 = rnd(h * h - p);
hh = 2 * h;                    # h + h: doubling is exact
e = rnd(hh * l + e0);
{ @FIX(h,-52) /\ h in [1,2] /\ |l| <= 1b-53
  ->
     e0 - (h * h - p) in [0,0]
  /\ |((p + e) - (h + l) * (h + l)) / (h * h)| <= 3b-106
  /\ |e / p| <= 1b-51 }
h * h - p -> -(p - h * h);
(p + e) - (h + l) * (h + l) -> (e0 - (h * h - p)) + (e - (hh * l + e0)) - l * l;
$ h in 64;
