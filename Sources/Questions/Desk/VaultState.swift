internal import Contracts
internal import Faults
internal import FixedPoint
internal import Inputs
internal import Quantities
internal import Text
internal import Yields

/// What a snapshot says of a vault, word by word; nil is what it could not read.
///
/// Nothing here hangs on a price: a vault whose APR is not known still has a state.
struct VaultState: Sendable {
  /// What a vault pays a validator for emission in one token.
  struct Offer: Sendable {
    let token: Address
    let symbol: String?
    let decimals: TokenDecimals?
    /// Base units per 1e18 wei of emission.
    let rate: ExactInteger?
    /// Base units that are still to be paid.
    let remaining: ExactInteger?

    /// Whether it pays anything; nil where a word that says so could not be read.
    var pays: Bool? {
      if rate?.isZero ?? false || remaining?.isZero ?? false { return false }
      return rate == nil || remaining == nil ? nil : true
    }

    /// How long it lasts at an emission, exact seconds; nil where it does not run dry, or nothing says so.
    func runway(_ emission: VaultEmission?) -> ExactRational? {
      guard let emission, let rate, let remaining else { return nil }
      return IncentiveOffer.runwayDays(of: remaining, at: rate, emissionPerDay: emission.perDay)
        .map { $0 * ExactRational(Seconds.day.count) }
    }
  }

  let address: Address
  /// What people call it.
  let name: String?
  let stakeToken: Address?
  let stakeDecimals: TokenDecimals?
  let stakePrice: Price?
  let isPaused: Bool?
  /// Scale 1e36.
  let rewardRate: ExactInteger?
  let periodFinish: Timestamp?
  /// Base units of the stake token.
  let totalSupply: ExactInteger?
  /// What reaches it, by the one rule.
  let emission: VaultEmission?
  /// Nil where its incentive tokens could not be listed.
  let offers: [Offer]?

  /// Whether its period runs at a time.
  func isRunning(at time: Timestamp) -> Bool? { periodFinish.map { time < $0 } }
}

extension SnapshotFile {
  /// The states of the file's vaults, in its order.
  ///
  /// - Throws: a `Fault` with its place for a malformed value, and for a vault twice.
  func vaultStates(notes: inout InputNotes) throws(Fault) -> [VaultState] {
    var states: [VaultState] = []
    var seen: Set<Address> = []
    for node in try vaults() {
      let state = try state(of: node, notes: &notes)
      guard seen.insert(state.address).inserted else {
        throw node.fault(.repeated, found: "\(state.address) again", expected: "each vault once")
      }
      states.append(state)
    }
    return states
  }

  private func state(of node: InputNode, notes: inout InputNotes) throws(Fault) -> VaultState {
    guard let address = node.member("vault") else {
      throw node.fault(
        .missingValue, found: "a vault without its address", expected: "a snapshot's vault")
    }
    return VaultState(
      address: try address.field("an address").address(), name: name(of: node),
      stakeToken: try node.member("stakeToken")?.field("an address").address(),
      stakeDecimals: try node.member("stakeDecimals")?.field("decimals").tokenDecimals(),
      stakePrice: try node.member("stakePrice").map { member throws(Fault) in
        try member.field("a price in USD").price(notes: &notes)
      },
      isPaused: node.json["paused"]?.bool,
      rewardRate: try node.member("rewardRate")?.field("a rewardRate").rawInteger("a rewardRate"),
      periodFinish: try node.member("periodFinish")?.field("a periodFinish").timestamp(),
      totalSupply: try node.member("totalSupply")?.field("a totalSupply").rawInteger(
        "a totalSupply"),
      emission: try emission(to: node),
      offers: try node.member("incentives")?.elements("incentive tokens").map {
        offer throws(Fault) in try state(ofOffer: offer)
      })
  }

  private func state(ofOffer node: InputNode) throws(Fault) -> VaultState.Offer {
    guard let token = node.member("token") else {
      throw node.fault(
        .missingValue, found: "an incentive token without its address",
        expected: "a snapshot's incentive token")
    }
    return VaultState.Offer(
      token: try token.field("an address").address(), symbol: node.json["symbol"]?.string,
      decimals: try node.member("decimals")?.field("decimals").tokenDecimals(),
      rate: try node.member("incentiveRate")?.field("a rate").rawInteger("a rate"),
      remaining: try node.member("amountRemaining")?.field("an amount").rawInteger("an amount"))
  }
}
