#@ -Eprecision=300
# fractions_at and floors, all error terms together: V = q1 + t*inv against the true
# quotient Q* = R P num / (S Ps den).  The terms are the results of the other scripts, each relative to the exact product of
# ITS operands; the k's turn "relative to the product of the high words" into "relative to the product" (|l| <= 6.25 u h
# on either side: within 2^-49 of 1).
#   computed numerator   N = R P (num/den) (1+er)(1+ep)(1+m1 k1)(1+ec k2)(1+m2 k3)
#   computed divisor     D = S Ps          (1+es)(1+eq)(1+m3 k4)
# and Q = N/D.  Where prices and stake are below 2^104, ep = es = eq = 0; the other case is proven here.
ratio = ((1+er)*(1+ep)*(1+m1*k1)*(1+ec*k2)*(1+m2*k3)) / ((1+es)*(1+eq)*(1+m3*k4));   # Q / Q*
{ |er| <= 65b-112 /\ |ep| <= 65b-112 /\ |es| <= 65b-112 /\ |eq| <= 65b-112      # pair_of_128_bits: 1.016 u^2
  /\ |m1| <= 5b-106 /\ |m3| <= 5b-106                                         # product
  /\ |m2| <= 12b-106                                                          # product_of_product
  /\ |ec| <= 10b-106                                                          # ratio
  /\ |k1 - 1| <= 1b-49 /\ |k2 - 1| <= 1b-49 /\ |k3 - 1| <= 1b-49 /\ |k4 - 1| <= 1b-49
  /\ |VQ| <= 69b-106                                                          # apr_quotient: (V - Q) / q1
  /\ |tq| <= 195b-57                                                          # apr_quotient: t*inv / q1
  ->
  # (V - Q*) / q1, because Q / q1 = 1 + tq - VQ and Q* = Q / ratio
     |VQ + (1 + tq - VQ) * (1 - 1 / ratio)| <= 106b-106 }
k1 -> 1 + (k1 - 1); k2 -> 1 + (k2 - 1); k3 -> 1 + (k3 - 1); k4 -> 1 + (k4 - 1);
