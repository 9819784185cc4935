import FixedPoint
import TestSupport

/// One row of `Tests/Vectors/transcendental.csv`; its script describes the columns.
struct TranscendentalVector: CustomStringConvertible {
  let function: String
  let x: ExactInteger
  /// The exponent of a power, as a raw wad, or the periods of compounding.
  let y: ExactInteger?
  let floor: Floor
  /// By rounding rule, what to add to the floor: 0 or 1.
  let offsets: [RoundingRule: Int]
  let description: String

  enum Floor {
    case whole(ExactInteger)
    /// A number too long to be written down: the width of its magnitude, and its residue modulo
    /// 2^127 - 1.
    case digest(bitWidth: Int, residue: ExactInteger)

    /// Decimal digits, or `b<bit width>r<residue>`.
    fileprivate init?(_ text: String) throws {
      guard text.hasPrefix("b") else {
        self = .whole(try ExactInteger(parsing: text))
        return
      }
      let parts = text.dropFirst().split(separator: "r")
      guard parts.count == 2, let bitWidth = Int(parts[0]) else { return nil }
      self = .digest(bitWidth: bitWidth, residue: try ExactInteger(parsing: parts[1]))
    }
  }

  /// A name or a number that the file's header does not promise.
  struct Malformed: Error {
    let row: String
  }

  static let modulus: ExactInteger = 170_141_183_460_469_231_731_687_303_715_884_105_727

  static let rules: [RoundingRule] = [.down, .up, .towardZero, .halfEven, .halfUp]

  private init(_ row: VectorRow) throws {
    function = try row.text("function")
    x = try row.value("x") { try ExactInteger(parsing: $0) }
    y = try row.valueIfPresent("y") { try ExactInteger(parsing: $0) }
    floor = try row.value("floor") { try Floor($0) }
    let digits = try row.value("offsets") { text in
      let digits = text.compactMap { "01".contains($0) ? $0.wholeNumberValue : nil }
      return digits.count == text.count && digits.count == Self.rules.count ? digits : nil
    }
    offsets = Dictionary(uniqueKeysWithValues: zip(Self.rules, digits))
    description = "\(row.place): \(function)(\(x)\(y.map { ", \($0)" } ?? ""))"
  }

  /// All rows of the file.
  static func all() throws -> [TranscendentalVector] {
    try VectorRow.all(in: "transcendental.csv").map { try TranscendentalVector($0) }
  }

  /// What the package answers.
  func computed(_ rounding: RoundingRule) throws -> Wad {
    let argument = Wad(raw: x)
    switch function {
    case "exp": return try argument.exp(rounding: rounding)
    case "expm1": return try argument.expm1(rounding: rounding)
    case "ln": return try argument.ln(rounding: rounding)
    case "log1p": return try argument.log1p(rounding: rounding)
    case "log2": return try argument.log2(rounding: rounding)
    case "log10": return try argument.log10(rounding: rounding)
    case "pow": return try argument.pow(Wad(raw: try required(y)), rounding: rounding)
    case "apy": return try compounding().apy(fromAPR: argument, rounding: rounding)
    case "apr": return try compounding().apr(fromAPY: argument, rounding: rounding)
    case "apyContinuous":
      return try Compounding.continuous.apy(fromAPR: argument, rounding: rounding)
    case "aprContinuous":
      return try Compounding.continuous.apr(fromAPY: argument, rounding: rounding)
    default: throw Malformed(row: description)
    }
  }

  /// Whether `wad` is what the row asks for.
  func accepts(_ wad: Wad, _ rounding: RoundingRule) throws -> Bool {
    let computedFloor = wad.rawValue - ExactInteger(try required(offsets[rounding]))
    switch floor {
    case .whole(let value): return computedFloor == value
    case .digest(let bitWidth, let residue):
      let (_, remainder) = try computedFloor.quotientAndRemainder(dividingBy: Self.modulus)
      let positive = remainder.isNegative ? remainder + Self.modulus : remainder
      return computedFloor.bitWidth == bitWidth && positive == residue
    }
  }

  /// What the package answers without the fixed width; nil for functions that have none.
  func unbounded(_ rounding: RoundingRule) throws -> Wad? {
    let argument = ExactRational(Wad(raw: x))
    switch function {
    case "apy": return try compounding().apy(fromAPR: argument, rounding: rounding)
    case "apyContinuous":
      return try Compounding.continuous.apy(fromAPR: argument, rounding: rounding)
    default: return nil
    }
  }

  private func compounding() throws -> Compounding {
    try Compounding(periodsPerYear: try required(Int(exactly: try required(y))))
  }

  private func required<T>(_ value: T?) throws -> T {
    guard let value else { throw Malformed(row: description) }
    return value
  }
}
