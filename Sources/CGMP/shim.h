// GMP's public header. Its mpz_* names are macros, so Swift sees them as __gmpz_*.
#ifndef BERAYIELD_CGMP_SHIM_H
#define BERAYIELD_CGMP_SHIM_H
#include <gmp.h>
#endif
