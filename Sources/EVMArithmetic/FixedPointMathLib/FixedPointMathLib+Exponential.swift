// The contract's approximations of exp and ln. Algorithm and coefficients: Remco Bloemen,
// https://2π.com/22/exp-ln, as Solady v0.0.263 has them. Every intermediate is a two's complement
// word: `>>` floors, `sdiv` truncates, products wrap. Rearranging a line changes bits.
extension FixedPointMathLib {
  /// From this input down the result rounds to 0: `floor(ln(1e-18) * 1e18)`.
  private static var expUnderflow: Int256 { -41_446531673892822313 }
  /// From this input on the result leaves `int256`: `floor(ln((2^255 - 1) / 1e18) * 1e18)`.
  private static var expOverflow: Int256 { 135_305999368893231589 }
  /// 5^18: wads to binary fractions of 96 bits is a product with `2^78 / 5^18`.
  private static var fiveToThe18: Int256 { 3_814697265625 }
  /// `ln(2) * 2^96`.
  private static var ln2: Int256 { 54916777467707473351141471128 }

  /// `powWad`: `x^y` by way of `exp(ln(x) * y)`.
  ///
  /// The product is checked and the division truncates, so that small errors show:
  /// `powWad(2e18, 1e18)` is 1999999999999999999.
  ///
  /// - Parameters:
  ///   - x: The base, a wad above 0.
  ///   - y: The exponent, a signed wad.
  /// - Returns: The power, a wad.
  /// - Throws: `LnWadUndefined` when `x` is not positive, `Panic(0x11)` when `ln(x) * y` leaves
  ///   `int256`, `ExpOverflow` when the result does.
  public static func powWad(_ x: Int256, _ y: Int256) throws(Revert) -> Int256 {
    try expWad(try (try lnWad(x) * y) / signedWad)
  }

  /// `expWad`: the exponential.
  ///
  /// - Parameter x: The exponent, a signed wad.
  /// - Returns: About `e^x` as a wad; 0 below about -41.4465.
  /// - Throws: `ExpOverflow` from about 135.306 on.
  public static func expWad(_ x: Int256) throws(Revert) -> Int256 {
    if x <= expUnderflow { return .zero }
    if x >= expOverflow { throw .custom("ExpOverflow") }
    // To 96 binary fraction digits, then to (-ln(2)/2, ln(2)/2) by taking out powers of two.
    let binary = (x << 78).sdiv(fiveToThe18)
    let k = ((binary << 96).sdiv(ln2) &+ (1 << 95)) >> 96
    let reduced = binary &- k &* ln2
    let (p, q) = expRational(reduced)
    // 2^213 times the scale of the monic numerator times 1e18 / 2^96; k is from -61 to 195.
    let scale: UInt256 = 3822833074963236453042738258902158003155416615667
    let shift = 195 &- k
    guard let distance = UInt64(exactly: shift.bits) else { return .zero }
    return Int256(bitPattern: (p.sdiv(q).bits &* scale) >> Int(distance))
  }

  /// Numerator (in 2^192) and denominator (in 2^96) of the (6, 7)-term approximation.
  private static func expRational(_ x: Int256) -> (p: Int256, q: Int256) {
    var y = x &+ 1346386616545796478920950773328
    y = ((y &* x) >> 96) &+ 57155421227552351082224309758442
    var p = y &+ x &- 94201549194550492254356042504812
    p = ((p &* y) >> 96) &+ 28719021644029726153956944680412240
    p = p &* x &+ (4385272521454847904659076985693276 << 96)
    var q = x &- 2855989394907223263936484059900
    q = ((q &* x) >> 96) &+ 50020603652535783019961831881945
    q = ((q &* x) >> 96) &- 533845033583426703283633433725380
    q = ((q &* x) >> 96) &+ 3604857256930695427073651918091429
    q = ((q &* x) >> 96) &- 14423608567350463180887372962807573
    q = ((q &* x) >> 96) &+ 26449188498355588339934803723976023
    return (p, q)
  }

  /// `lnWad`: the natural logarithm.
  ///
  /// - Parameter x: A wad above 0.
  /// - Returns: About `ln(x)` as a signed wad.
  /// - Throws: `LnWadUndefined` when `x` is 0 or negative.
  public static func lnWad(_ x: Int256) throws(Revert) -> Int256 {
    if x.isZero || x.isNegative { throw .custom("LnWadUndefined") }
    // x = reduced * 2^(159 - zeros) with reduced in [1, 2) * 2^96.
    let zeros = x.bits.leadingZeroBitCount
    let reduced = Int256(bitPattern: (x.bits << zeros) >> 159)
    let (p, q) = lnRational(reduced)
    let exponent = 159 &- Int256(bitPattern: UInt256(UInt64(zeros)))
    // All three terms in 5^18 * 2^192: the scaled quotient, k ln(2), and ln(2^96 / 1e18).
    let scaled = 1677202110996718588342820967067443963516166 &* p.sdiv(q)
    let powersOfTwo =
      16597577552685614221487285958193947469193820559219878177908093499208371 &* exponent
    let offset: Int256 = 600920179829731861736702779321621459595472258049074101567377883020018308
    return (offset &+ (powersOfTwo &+ scaled)) >> 174
  }

  /// Numerator (in 2^192) and denominator (in 2^96) of the (8, 8)-term approximation.
  private static func lnRational(_ x: Int256) -> (p: Int256, q: Int256) {
    var p = x &+ 3273285459638523848632254066296
    p = ((p &* x) >> 96) &+ 24828157081833163892658089445524
    p = ((p &* x) >> 96) &+ 43456485725739037958740375743393
    p = ((p &* x) >> 96) &- 11111509109440967052023855526967
    p = ((p &* x) >> 96) &- 45023709667254063763336534515857
    p = ((p &* x) >> 96) &- 14706773417378608786704636184526
    p = p &* x &- (795164235651350426258249787498 << 96)
    var q = x &+ 5573035233440673466300451813936
    q = ((q &* x) >> 96) &+ 71694874799317883764090561454958
    q = ((q &* x) >> 96) &+ 283447036172924575727196451306956
    q = ((q &* x) >> 96) &+ 401686690394027663651624208769553
    q = ((q &* x) >> 96) &+ 204048457590392012362485061816622
    q = ((q &* x) >> 96) &+ 31853899698501571402653359427138
    q = ((q &* x) >> 96) &+ 909429971244387300277376558375
    return (p, q)
  }
}
