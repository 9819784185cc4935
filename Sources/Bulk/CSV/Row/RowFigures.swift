internal import Text
internal import YieldKernels
internal import Yields

// Unsafe: the cursor moves within memory that the caller has reserved: `room` bytes, which cover
// the eight that `DigitWriter` may scribble on behind the last figure.

/// Appends a row's figures by the fixed-width kernels.
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
  private let delimiter: CSVDelimiter

  /// Bytes that the figures of a row may take, and what is scribbled on behind them.
  let room: Int
  /// Bytes that one figure may take, delimiter included; the widest is a number of 39 digits.
  private static let bytesPerFigure = 64

  init(plan: RowPlan) {
    keys = plan.figures.map(\.key)
    factors = plan.factors
    netFactors = plan.netFactors
    bounds = plan.bounds
    sound = zip(plan.factors, plan.bounds).map { SoundBounds($0, $1) }
    hasAPR = keys.contains(.apr)
    delimiter = plan.form.delimiter
    let codes = keys.contains(.warnings) ? VaultDoubts.longestText : 0
    room = plan.figures.count * Self.bytesPerFigure + codes + ByteBuffer.slack
  }

  /// Writes a delimiter and a figure for each key; the row's warnings, or nil where it needs the careful
  /// path.
  @inline(always)
  func append(_ row: VaultWords, at cursor: inout UnsafeMutableRawPointer) -> VaultDoubts? {
    let status = row.status
    guard status != .zeroStakePrice else { return nil }
    let place = factors.count == 1 ? 0 : Int(row.stakeDecimals)
    let factor = factors[place]
    // With an APR at hand, it is compared where it is written; else its words tell.
    var isSound =
      status == .active && sound[place].containsInputs(row)
      && (hasAPR || sound[place].containsAPR(of: row))
    for key in keys {
      unsafe cursor.storeBytes(of: delimiter.rawValue, as: UInt8.self)
      unsafe cursor += 1
      let isWritten: Bool
      switch key {
      // The usual ones are in the loop, the others are a call each.
      case .apr:
        let apr = row.apr(status, factor)
        if case .decimal(let word) = apr, SoundBounds.contains(apr: word) {
        } else {
          isSound = false
        }
        isWritten = unsafe apr.append(at: &cursor)
      case .active: isWritten = unsafe FixedFigure.flag(row.isActive).append(at: &cursor)
      case .warnings:
        // Codes divided as the fields are would need quotes.
        guard let doubts = doubts(row, status, place), delimiter != .semicolon || doubts.isEmpty
        else { return nil }
        isWritten = unsafe append(doubts, at: &cursor)
      case .netApr, .netApy:
        isWritten = unsafe appendRare(row.figure(key, status, netFactors[place]), at: &cursor)
      default: isWritten = unsafe appendRare(row.figure(key, status, factor), at: &cursor)
      }
      guard isWritten else { return nil }
    }
    return isSound ? [] : doubts(row, status, place)
  }

  @inline(never)
  private func doubts(
    _ row: VaultWords, _ status: VaultStatus, _ place: Int
  ) -> VaultDoubts? {
    row.doubts(status, factors[place], bounds[place])
  }

  @inline(never)
  private func append(_ doubts: VaultDoubts, at cursor: inout UnsafeMutableRawPointer) -> Bool {
    for byte in doubts.text.utf8 {
      unsafe cursor.storeBytes(of: byte, as: UInt8.self)
      unsafe cursor += 1
    }
    return true
  }

  @inline(never)
  private func appendRare(
    _ figure: FixedFigure, at cursor: inout UnsafeMutableRawPointer
  ) -> Bool {
    unsafe figure.append(at: &cursor)
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
