internal import Text
internal import YieldKernels
internal import Yields

// Unsafe: the cursor moves within memory that the caller has reserved: `room` bytes, which cover
// the eight that `DigitWriter` may scribble on behind the last figure.

/// Appends rows' figures by the fixed-width kernels.
///
/// Where a kernel's range ends it gives up on the row, and ``CarefulRow`` has the figures of the
/// catalogue and the warnings.
struct RowFigures: Sendable {
  private let keys: [FigureKey]
  private let factors: [AnnualFactor]
  private let netFactors: [AnnualFactor]
  private let bounds: [DoubtBounds]
  private let sound: [SoundBounds]
  private let hasAPR: Bool
  /// Whether figures follow from the APR of a running period.
  private let needsAPR: Bool
  private let delimiter: CSVDelimiter
  /// Its byte.
  private let divider: UInt8

  /// Bytes that the figures of a row may take, and what is scribbled on behind them.
  let room: Int
  /// Bytes that one figure may take, delimiter included; the widest is a number of 39 digits.
  private static let bytesPerFigure = 64

  init(plan: RowPlan) {
    keys = plan.figures.map(\.key)
    factors = plan.factors
    netFactors = plan.netFactors
    bounds = plan.bounds
    sound = plan.sound
    hasAPR = keys.contains(.apr)
    needsAPR = keys.contains { [.apr, .aprPercent, .apyDaily, .apyContinuous].contains($0) }
    delimiter = plan.form.delimiter
    divider = delimiter.rawValue
    let codes = keys.contains(.warnings) ? VaultDoubts.longestText : 0
    room = plan.figures.count * Self.bytesPerFigure + codes + ByteBuffer.slack
  }

  /// Where a factor stands; one for 18 decimals alone has no others beside it.
  @inline(__always)
  private func place(ofDecimals decimals: UInt8) -> Int { factors.count == 1 ? 0 : Int(decimals) }

  /// Computes the yields of all vaults that the figures need.
  func evaluate(_ vaults: borrowing VaultColumns) {
    let place = place(ofDecimals: 18)
    if needsAPR { vaults.evaluateAPR(.apr, factors[place]) }
    if keys.contains(.apyDaily) { vaults.evaluateAPY(.apyDaily, of: .apr) }
    guard !netFactors.isEmpty else { return }
    vaults.evaluateAPR(.netAPR, netFactors[place])
    if keys.contains(.netApy) { vaults.evaluateAPY(.netAPYDaily, of: .netAPR) }
  }

  /// Writes a delimiter and a figure for each key.
  ///
  /// - Parameters:
  ///   - vaults: those of a block, evaluated.
  ///   - index: the row's place among them.
  ///   - cursor: where the figures go; it moves behind them.
  /// - Returns: the row's warnings, or nil where it needs the careful path.
  @inline(always)
  func append(
    _ vaults: borrowing VaultColumns, _ index: Int, at cursor: inout UnsafeMutableRawPointer
  ) -> VaultDoubts? {
    let row = vaults[index]
    let status = row.status
    guard status != .zeroStakePrice else { return nil }
    let place = place(ofDecimals: row.stakeDecimals)
    // With an APR at hand, it is compared where it is written; else its words tell.
    var isSound =
      status == .active && sound[place].containsInputs(row)
      && (hasAPR || sound[place].containsAPR(of: row))
    for key in keys {
      unsafe cursor.storeBytes(of: divider, as: UInt8.self)
      unsafe cursor += 1
      let isWritten: Bool
      switch key {
      // The usual ones are in the loop, the others are a call each.
      case .apr:
        if status == .active, let apr = vaults.word(.apr, at: index) {
          if !SoundBounds.contains(apr: apr) { isSound = false }
          isWritten = unsafe DigitWriter.append(wad: apr, at: &cursor)
        } else {
          isSound = false
          isWritten = unsafe appendRare(row.apr(status, factors[place]), at: &cursor)
        }
      case .apyDaily:
        if status == .active, let apy = vaults.word(.apyDaily, at: index) {
          isWritten = unsafe DigitWriter.append(wad: apy, at: &cursor)
        } else {
          isWritten = unsafe appendRare(row.figure(key, status, factors[place]), at: &cursor)
        }
      case .active: isWritten = unsafe FixedFigure.flag(row.isActive).append(at: &cursor)
      case .warnings:
        // Codes divided as the fields are would need quotes.
        guard let doubts = doubts(row, status, place, vaults, index),
          delimiter != .semicolon || doubts.isEmpty
        else { return nil }
        isWritten = unsafe append(doubts, at: &cursor)
      default:
        isWritten = unsafe appendRare(
          figure(key, of: row, status, place, vaults, index), at: &cursor)
      }
      guard isWritten else { return nil }
    }
    return isSound ? [] : doubts(row, status, place, vaults, index)
  }

  /// A figure from the columns, or from the row's words.
  @inline(never)
  private func figure(
    _ key: FigureKey, of row: VaultWords, _ status: VaultStatus, _ place: Int,
    _ vaults: borrowing VaultColumns, _ index: Int
  ) -> FixedFigure {
    let known: VaultColumns.Yield? =
      switch key {
      case .netApr: .netAPR
      case .netApy: .netAPYDaily
      default: nil
      }
    if status == .active, let known, let word = vaults.word(known, at: index) {
      return .decimal(word)
    }
    return row.figure(key, status, known == nil ? factors[place] : netFactors[place])
  }

  @inline(never)
  private func doubts(
    _ row: VaultWords, _ status: VaultStatus, _ place: Int, _ vaults: borrowing VaultColumns,
    _ index: Int
  ) -> VaultDoubts? {
    let known = needsAPR && status == .active ? vaults.word(.apr, at: index) : nil
    let apr = known.map { .decimal($0) } ?? row.apr(status, factors[place])
    return row.doubts(status, apr: apr, factors[place], bounds[place])
  }

  // What is seldom written goes by copies of the cursor: the usual figures keep it in a register.

  @inline(__always)
  private func append(_ doubts: VaultDoubts, at cursor: inout UnsafeMutableRawPointer) -> Bool {
    unsafe cursor = write(doubts, at: cursor)
    return true
  }

  @inline(never)
  private func write(
    _ doubts: VaultDoubts, at start: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer {
    var cursor = unsafe start
    for byte in doubts.text.utf8 {
      unsafe cursor.storeBytes(of: byte, as: UInt8.self)
      unsafe cursor += 1
    }
    return unsafe cursor
  }

  @inline(__always)
  private func appendRare(
    _ figure: FixedFigure, at cursor: inout UnsafeMutableRawPointer
  ) -> Bool {
    guard let end = unsafe write(figure, at: cursor) else { return false }
    unsafe cursor = end
    return true
  }

  @inline(never)
  private func write(
    _ figure: FixedFigure, at start: UnsafeMutableRawPointer
  ) -> UnsafeMutableRawPointer? {
    var cursor = unsafe start
    return unsafe figure.append(at: &cursor) ? cursor : nil
  }
}

extension FixedFigure {
  /// Writes the figure as `FigureValue` does, nothing where there is none; false where the value is
  /// not known or is wider than `DigitWriter` writes.
  @inline(always)
  func append(at cursor: inout UnsafeMutableRawPointer) -> Bool {
    switch self {
    case .decimal(let word): return unsafe DigitWriter.append(wad: word, at: &cursor)
    case .count(let count): unsafe DigitWriter.append(count, at: &cursor)
    case .flag(let flag):
      let word: UInt64 = flag ? 0x65_75_72_74 : 0x65_73_6C_61_66  // "true", "false" from the right
      unsafe cursor.storeBytes(of: word.littleEndian, as: UInt64.self)
      unsafe cursor += flag ? 4 : 5
    case .status(let status):
      for byte in status.name.utf8 {
        unsafe cursor.storeBytes(of: byte, as: UInt8.self)
        unsafe cursor += 1
      }
    case .none: break
    case .beyond: return false
    }
    return true
  }
}
