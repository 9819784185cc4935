#include "FilterOracle.h"

#include <fenv.h>

void berayield_round(int direction) {
  fesetround(direction < 0 ? FE_DOWNWARD : direction > 0 ? FE_UPWARD : FE_TONEAREST);
}
