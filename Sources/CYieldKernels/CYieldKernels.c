#include "CYieldKernels.h"
