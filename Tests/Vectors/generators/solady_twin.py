"""Solady's FixedPointMathLib (Vectorized/solady v0.0.263), opcode by opcode on Python's integers."""

WORD = 1 << 256
MAX = WORD - 1
WAD = 10**18


class Revert(Exception):
    """The contract's error."""


def unsigned(x):
    return x % WORD


def signed(x):
    x %= WORD
    return x - WORD if x >> 255 else x


def div(x, y):
    return x // y if y else 0


def sdiv(x, y):
    if y == 0:
        return 0
    quotient = abs(x) // abs(y)
    return signed(-quotient if (x < 0) != (y < 0) else quotient)


def smul(x, y):
    return signed(x * y)


def require(condition, error):
    if not condition:
        raise Revert(error)


def mul_wad(x, y):
    require(not (x > div(MAX, y) and y), "MulWadFailed")
    return x * y // WAD


def mul_wad_up(x, y):
    product = unsigned(x * y)
    require(div(product, y) == x or not y, "MulWadFailed")
    return product // WAD + (product % WAD != 0)


def div_wad(x, y):
    require(y and x < 1 + MAX // WAD, "DivWadFailed")
    return x * WAD // y


def div_wad_up(x, y):
    return div_wad(x, y) + (x * WAD % y != 0)


def mul_div(x, y, d):
    product = unsigned(x * y)
    require((x == 0 or div(product, x) == y) and d, "MulDivFailed")
    return product // d


def mul_div_up(x, y, d):
    return mul_div(x, y, d) + (x * y % d != 0)


def full_mul_div(x, y, d):
    require(d and x * y // d <= MAX, "FullMulDivFailed")
    return x * y // d


def full_mul_div_up(x, y, d):
    result = full_mul_div(x, y, d) + (x * y % d != 0)
    require(result <= MAX, "FullMulDivFailed")
    return result


def div_up(x, d):
    require(d, "DivFailed")
    return x // d + (x % d != 0)


def s_mul_wad(x, y):
    z = smul(x, y)
    require((x == 0 or sdiv(z, x) == y) and not (x == -1 and y == -(1 << 255)), "SMulWadFailed")
    return sdiv(z, WAD)


def s_div_wad(x, y):
    z = smul(x, WAD)
    require(y and sdiv(z, WAD) == x, "SDivWadFailed")
    return sdiv(z, y)


def exp_wad(x):
    if x <= -41446531673892822313:
        return 0
    require(x < 135305999368893231589, "ExpOverflow")
    ln2 = 54916777467707473351141471128
    x = sdiv(signed(x << 78), 5**18)
    k = signed(sdiv(signed(x << 96), ln2) + 2**95) >> 96
    x = signed(x - k * ln2)
    y = x + 1346386616545796478920950773328
    y = (smul(y, x) >> 96) + 57155421227552351082224309758442
    p = y + x - 94201549194550492254356042504812
    p = (smul(p, y) >> 96) + 28719021644029726153956944680412240
    p = signed(smul(p, x) + (4385272521454847904659076985693276 << 96))
    q = x - 2855989394907223263936484059900
    for c in (
        50020603652535783019961831881945,
        -533845033583426703283633433725380,
        3604857256930695427073651918091429,
        -14423608567350463180887372962807573,
        26449188498355588339934803723976023,
    ):
        q = (smul(q, x) >> 96) + c
    r = unsigned(sdiv(p, q))
    return signed(unsigned(r * 3822833074963236453042738258902158003155416615667) >> (195 - k))


def ln_wad(x):
    require(x > 0, "LnWadUndefined")
    # The contract finds the highest bit by a search and a table; the result is the same integer.
    r = 256 - x.bit_length()
    x = unsigned(x << r) >> 159
    p = x + 3273285459638523848632254066296
    p = (smul(p, x) >> 96) + 24828157081833163892658089445524
    p = (smul(p, x) >> 96) + 43456485725739037958740375743393
    p = (smul(p, x) >> 96) - 11111509109440967052023855526967
    p = (smul(p, x) >> 96) - 45023709667254063763336534515857
    p = (smul(p, x) >> 96) - 14706773417378608786704636184526
    p = signed(smul(p, x) - (795164235651350426258249787498 << 96))
    q = x + 5573035233440673466300451813936
    for c in (
        71694874799317883764090561454958,
        283447036172924575727196451306956,
        401686690394027663651624208769553,
        204048457590392012362485061816622,
        31853899698501571402653359427138,
        909429971244387300277376558375,
    ):
        q = (smul(x, q) >> 96) + c
    p = smul(1677202110996718588342820967067443963516166, sdiv(p, q))
    p += 16597577552685614221487285958193947469193820559219878177908093499208371 * (159 - r)
    p += 600920179829731861736702779321621459595472258049074101567377883020018308
    return signed(p) >> 174


def pow_wad(x, y):
    product = ln_wad(x) * y
    require(-(1 << 255) <= product < 1 << 255, "Panic(0x11)")
    return exp_wad(sdiv(product, WAD))


def sqrt(x):
    z, r = 181, 0
    for bits, step in ((136, 128), (72, 64), (40, 32), (24, 16)):
        r |= step * ((x >> r) > (1 << bits) - 1)
    z <<= r >> 1
    z = unsigned(z * ((x >> r) + 65536)) >> 18
    for _ in range(7):
        z = (z + div(x, z)) >> 1
    return z - (div(x, z) < z)


def sqrt_wad(x):
    if x <= MAX // WAD:
        return sqrt(x * WAD)
    z = (1 + sqrt(x)) * 10**9
    z = (unsigned(x * WAD // z) + z) >> 1
    return z - (WAD - 1 > unsigned(z * z % x - 1))


def cbrt(x):
    r = 0
    for bits in (128, 64, 32, 16, 8):
        r |= bits * ((x >> r) > (1 << bits) - 1)
    z = div((0xF << ((x >> r) > 0xF)) << (r // 3), 7 ^ (r % 3))
    for _ in range(7):
        z = unsigned(div(x, unsigned(z * z)) + z + z) // 3
    return z - (div(x, unsigned(z * z)) < z)


def log2(x):
    return x.bit_length() - 1 if x else 0


def rpow(x, y, b):
    z = 0 if y else b
    if x:
        z = x if y & 1 else b
        half = b >> 1
        y >>= 1
        while y:
            square = unsigned(x * x)
            rounded = unsigned(square + half)
            require(not (rounded < square or x >> 128), "RPowOverflow")
            x = div(rounded, b)
            if y & 1:
                product = unsigned(z * x)
                rounded = unsigned(product + half)
                if div(product, x) != z or rounded < product:
                    require(not x, "RPowOverflow")
                z = div(rounded, b)
            y >>= 1
    return z


FUNCTIONS = {
    "mulWad": mul_wad, "mulWadUp": mul_wad_up, "divWad": div_wad, "divWadUp": div_wad_up,
    "mulDiv": mul_div, "mulDivUp": mul_div_up, "fullMulDiv": full_mul_div,
    "fullMulDivUp": full_mul_div_up, "divUp": div_up, "sMulWad": s_mul_wad, "sDivWad": s_div_wad,
    "expWad": exp_wad, "lnWad": ln_wad, "powWad": pow_wad, "sqrt": sqrt, "sqrtWad": sqrt_wad,
    "cbrt": cbrt, "log2": log2, "rpow": rpow,
}


def answer(name, arguments):
    try:
        return {"out": {"r": str(FUNCTIONS[name](*arguments))}}
    except Revert as revert:
        return {"revert": str(revert)}
