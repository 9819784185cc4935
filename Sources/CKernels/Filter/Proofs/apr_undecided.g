# floors, quotients of 2^97 and more: room is negative, and no distance is below it: never decided.
# (q1 = inf gives room = -inf; a NaN anywhere gives a false comparison. q1 <= 2^320 where it is finite.)
@rnd = float<ieee_64, ne>;
q1 = rnd(q1_);
room = rnd(q1 * -1b-98 + (0.5 - 1b-48));
{ q1 in [1b97, 1b400] -> room <= -1b-48 }
