package import Faults
internal import FixedPoint
package import Inputs
package import Quantities
package import Yields

extension VaultSnapshot {
  /// The keys of a vault's object, whatever is asked about it.
  package static let keys = KeyTree.vault(and: DiffQuestion.vaultKeys)
    .with(streamsKey, .objects(RewardStream.keys))

  /// The further rewards, which only an APR and its page have a place for.
  package static let streamsKey = "streams"

  /// Reads a vault's raw values.
  ///
  /// - Parameters:
  ///   - inputs: a document's object, options, or both.
  ///   - notes: where rounded digits are reported.
  /// - Returns: typed quantities, and where they come from.
  /// - Throws: a `Fault` for a missing or malformed value, with its place.
  package static func read(
    _ inputs: InputObject, notes: inout InputNotes
  ) throws(Fault) -> Observed<VaultSnapshot> {
    // What a snapshot could not read has no default.
    try inputs.refuseNulls(
      of: inputs.block == nil
        ? [.rewardRate, .totalSupply, .rewardPrice, .stakePrice] : SnapshotFile.required)
    let rewardRate = try inputs.required(.rewardRate)
    let totalSupply = try inputs.required(.totalSupply)
    let rewardPrice = try inputs.required(.rewardPrice)
    let stakePrice = try inputs.required(.stakePrice)
    let periodFinish = try inputs.periodFinish()
    let decimals = try inputs.field(.stakeDecimals)?.tokenDecimals() ?? .eighteen
    let rate = try rewardRate.rewardRate()
    let units = try totalSupply.rawInteger(of: .totalSupply, decimals: decimals)
    let reward = try rewardPrice.price(notes: &notes)
    let price = try stakePrice.stakePrice(notes: &notes)
    let snapshot = VaultSnapshot(
      vault: try inputs.string(InputKey.vault.rawValue),
      name: try inputs.string(InputKey.name.rawValue), rewardRate: rate,
      periodFinish: try periodFinish?.timestamp(notes: &notes),
      totalSupply: TokenAmount(unchecked: units, decimals: decimals), rewardPrice: reward,
      stakePrice: price, timestamp: try inputs.field(.timestamp)?.timestamp(notes: &notes),
      undistributedRewards: try inputs.field(.undistributedRewards)?.rawInteger(
        of: .undistributedRewards),
      streams: try inputs.objects(streamsKey, "the vault's further rewards").map {
        stream throws(Fault) in try RewardStream.read(stream, notes: &notes)
      })
    return Observed(
      snapshot,
      provenance: Provenance(
        source: inputs.file.map { .file($0) } ?? .options,
        statement: try inputs.string(InputKey.source.rawValue), time: snapshot.timestamp,
        block: inputs.block))
  }

  /// What people call the vault: name and address as far as they are known.
  var title: String {
    let names = [name, vault].compactMap(\.self)
    return names.isEmpty ? "Reward vault" : names.joined(separator: "  ")
  }
}

extension InputNotes {
  /// Notes at which time a vault is evaluated, where that is not simply the time asked for.
  package mutating func noteTime(_ time: EvaluationTime, of vault: VaultSnapshot) {
    noteTime(time, of: vault.timestamp, finish: vault.periodFinish)
  }
}
