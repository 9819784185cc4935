package import Faults
package import Inputs
package import Quantities
internal import Text
internal import FixedPoint
internal import YieldKernels
package import Yields

// Unsafe: figures are written at a cursor within the room that was reserved for them, which covers the bytes
// that `DigitWriter` may scribble on.

/// Writes vaults that are flat JSON objects of plain digits as lines of CSV, by the fixed-width kernels: the
/// fast twin of reading an object, making its answer and writing that as a row.
///
/// It may refuse what is right, but never writes another row; `FlatVaultTests` compares the two.
package struct FlatVaults {
  /// What a column holds.
  package enum Column: Hashable, Sendable {
    /// A text of the vault's own.
    case text(InputKey)
    /// A figure of ``VaultFigure``.
    case figure(FigureKey)
    /// The same in every row; nil is empty.
    case constant(String?)
  }

  private let columns: [Column]
  private let time: EvaluationTime
  private let compounding: Compounding?
  private var rules: VaultRules
  private var shape: FlatVaultShape?
  private var object = JSONFlatObject()
  private let lines = ByteBuffer(capacity: 1 << 17)
  /// Lines are handed on from here on.
  private static let pieceLength = 1 << 16
  /// Bytes that a figure may take, comma included.
  private static let bytesPerFigure = 64

  /// - Parameters:
  ///   - columns: what is in a row.
  ///   - time: when a vault is evaluated.
  ///   - convention: the year, the compoundings and the commission; its time plays no part.
  package init(columns: [Column], time: EvaluationTime, convention: YieldConvention) {
    self.columns = columns
    self.time = time
    compounding = convention.compounding.flatMap { try? Compounding(periodsPerYear: $0) }
    rules = VaultRules(year: convention.year, commission: convention.commission ?? .zero)
  }

  /// Writes the vaults that come next in a document, as far as they are flat and within the kernels' range.
  ///
  /// - Parameters:
  ///   - document: an array of vaults, whose first has been taken.
  ///   - notes: where times are noted.
  ///   - sink: takes the lines piece by piece.
  /// - Throws: what `sink` throws.
  package mutating func write(
    from document: inout VaultDocument, notes: inout InputNotes,
    to sink: ([UInt8]) throws(Fault) -> Void
  ) throws(Fault) {
    var object = object
    while document.takeFlat(&object, { append($0, $1, &notes) }) {
      if lines.count >= Self.pieceLength { try handOn(to: sink) }
    }
    self.object = object
    try handOn(to: sink)
  }

  private func handOn(to sink: ([UInt8]) throws(Fault) -> Void) throws(Fault) {
    guard lines.count > 0 else { return }
    try sink(lines.copy(0..<lines.count))
    lines.count = 0
  }

  private mutating func append(
    _ object: JSONFlatObject, _ bytes: Span<UInt8>, _ notes: inout InputNotes
  ) -> Bool {
    if shape?.fits(object, bytes) != true {
      guard let other = FlatVaultShape(object, bytes) else { return false }
      shape = other
    }
    guard let shape, var vault = shape.words(object, bytes) else { return false }
    let observation = shape.hasTimestamp ? Timestamp(unchecked: vault.timestamp) : nil
    vault.timestamp = time.resolved(for: observation).seconds
    let length = lines.count
    guard append(vault, shape, object, bytes) else {
      lines.count = length
      return false
    }
    notes.noteTime(time, of: observation, finish: Timestamp(unchecked: vault.periodFinish))
    return true
  }

  private mutating func append(
    _ vault: VaultWords, _ shape: FlatVaultShape, _ object: JSONFlatObject, _ bytes: Span<UInt8>
  ) -> Bool {
    let status = vault.status
    let (factors, bounds) = rules.of(decimals: vault.stakeDecimals)
    let apr = vault.apr(status, factors.gross)
    guard status != .zeroStakePrice,
      let doubts = vault.doubts(status, apr: apr, factors.gross, bounds)
    else { return false }
    var isFirst = true
    for column in columns {
      if !isFirst { lines.append(UInt8(ascii: ",")) }
      isFirst = false
      switch column {
      case .text(let key):
        guard let field = shape.place(of: key).map({ object.members[$0].value }) else { break }
        var text: [UInt8] = []
        CSVWriter.append(bytes.extracting(field), to: &text)
        lines.append(text)
      case .constant(let text):
        if let text { lines.append(Array(text.utf8)) }
      case .figure(.warnings): lines.append(Array(doubts.text.utf8))
      case .figure(let key):
        guard append(figure(key, of: vault, status, factors)) else { return false }
      }
    }
    lines.append(UInt8(ascii: "\n"))
    return true
  }

  private func figure(
    _ key: FigureKey, of vault: VaultWords, _ status: VaultStatus, _ factors: VaultRules.Factors
  ) -> FixedFigure {
    switch key {
    case .periodFinish: .count(vault.periodFinish)
    case .evaluatedAt: .count(vault.timestamp)
    default:
      vault.figure(
        key, status, key.isNet ? factors.net : factors.gross, compounding: compounding)
    }
  }

  private func append(_ figure: FixedFigure) -> Bool {
    lines.reserve(Self.bytesPerFigure + ByteBuffer.slack)
    let start = unsafe lines.base + lines.count
    var cursor = unsafe start
    guard unsafe figure.append(at: &cursor) else { return false }
    lines.count += unsafe cursor - start
    return true
  }
}

/// What the year, a commission and the decimals of a stake token make of a vault's words, folded once.
struct VaultRules {
  /// The factors of the APR, before and after the commission.
  struct Factors {
    let gross: AnnualFactor
    let net: AnnualFactor
  }

  private let year: YearLength
  private let commission: BasisPoints
  private var known: [UInt8: (Factors, DoubtBounds)] = [:]

  init(year: YearLength, commission: BasisPoints) {
    (self.year, self.commission) = (year, commission)
  }

  mutating func of(decimals: UInt8) -> (Factors, DoubtBounds) {
    if let known = known[decimals] { return known }
    func factor(_ commission: BasisPoints) -> AnnualFactor {
      AnnualFactor(
        secondsPerYear: year.seconds, stakeDecimals: decimals,
        commissionBasisPoints: UInt16(commission.value))
    }
    let factors = Factors(gross: factor(.zero), net: factor(commission))
    let rules = (factors, DoubtBounds(factors.gross))
    known[decimals] = rules
    return rules
  }
}
