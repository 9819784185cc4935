internal import Faults
internal import FixedPoint
internal import Inputs
internal import Quantities
internal import Yields

/// The values of one row as exact quantities, filled field by field, by the readers of every input.
struct CarefulValues {
  private var rewardRate = RewardRate.zero
  /// The end of the period; nil where none is given.
  private(set) var periodFinish: Timestamp?
  private var totalSupply = ExactInteger(0)
  private var rewardPrice = Price.zero
  private var stakePrice = Price.zero
  private var stakeDecimals = TokenDecimals.eighteen
  private(set) var time: Timestamp
  /// The published yield, where the row has one.
  private(set) var published: PublishedFigure?
  /// What is known to be taken from it.
  private(set) var commission: BasisPoints?
  private var notes: InputNotes

  init(time: Timestamp, refusesRounding: Bool) {
    self.time = time
    notes = InputNotes(strict: refusesRounding)
  }

  /// Values that had digits beyond the 18th decimal and were rounded.
  var roundedValues: Int { notes.recorded.count }

  /// The column of the first time that names no zone.
  var zonelessColumn: Place? { notes.zoneless?.place }

  /// The values together.
  var snapshot: VaultSnapshot {
    VaultSnapshot(
      rewardRate: rewardRate, periodFinish: periodFinish,
      totalSupply: TokenAmount(unchecked: totalSupply, decimals: stakeDecimals),
      rewardPrice: rewardPrice, stakePrice: stakePrice)
  }

  /// Reads a field.
  ///
  /// - Parameters:
  ///   - field: its text and its column.
  ///   - key: what the column means, one of `InputKey.columns` or `comparisonColumns`, which may be
  ///     empty.
  /// - Throws: `Fault` at the column.
  mutating func read(_ field: Field, as key: InputKey) throws(Fault) {
    if field.text.isEmpty, InputKey.comparisonColumns.contains(key) { return }
    switch key {
    case .rewardRate: rewardRate = try field.rewardRate()
    case .totalSupply: totalSupply = try field.rawInteger(of: .totalSupply)
    case .rewardPrice: rewardPrice = try field.price(notes: &notes)
    case .stakePrice: stakePrice = try field.stakePrice(notes: &notes)
    case .periodFinish: periodFinish = try field.timestamp(notes: &notes)
    case .timestamp: time = try field.timestamp(notes: &notes)
    case .stakeDecimals: stakeDecimals = try field.tokenDecimals()
    case .published: published = try field.publishedYield()
    case .commission: commission = try field.deductedCommission()
    default: preconditionFailure("\(key) is no column")
    }
  }
}
