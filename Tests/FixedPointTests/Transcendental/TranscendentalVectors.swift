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
  }

  struct Malformed: Error {
    let line: String
  }

  static let modulus: ExactInteger = 170_141_183_460_469_231_731_687_303_715_884_105_727

  static let rules: [RoundingRule] = [.down, .up, .towardZero, .halfEven, .halfUp]

  init(line: String) throws {
    let fields = line.split(separator: ",", omittingEmptySubsequences: false)
    guard fields.count == 5, fields[4].count == Self.rules.count else {
      throw Malformed(line: line)
    }
    function = String(fields[0])
    x = try ExactInteger(parsing: fields[1])
    y = fields[2].isEmpty ? nil : try ExactInteger(parsing: fields[2])
    if fields[3].hasPrefix("b") {
      let parts = fields[3].dropFirst().split(separator: "r")
      guard parts.count == 2, let bitWidth = Int(parts[0]) else { throw Malformed(line: line) }
      floor = .digest(bitWidth: bitWidth, residue: try ExactInteger(parsing: parts[1]))
    } else {
      floor = .whole(try ExactInteger(parsing: fields[3]))
    }
    let digits = fields[4].map { $0 == "1" ? 1 : 0 }
    offsets = Dictionary(uniqueKeysWithValues: zip(Self.rules, digits))
    description = "\(function)(\(fields[1])\(fields[2].isEmpty ? "" : ", ")\(fields[2]))"
  }

  /// All rows of the file.
  static func all() throws -> [TranscendentalVector] {
    let bytes = try VectorFile.bytes("transcendental.csv")
    return try String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n").dropFirst().map { try TranscendentalVector(line: String($0)) }
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
    default: throw Malformed(line: description)
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
    guard let value else { throw Malformed(line: description) }
    return value
  }
}
