internal import Contracts
internal import Faults
internal import FixedPoint
internal import Inputs
internal import Quantities
internal import Yields
internal import Sheets
internal import Text

/// What comes off a validator's incentives: the fee, then its commission.
struct IncentiveTerms: Sendable {
  let feeRate: BasisPoints
  let commission: CommissionTerms
  let era: ProtocolProfile.Era

  /// Who gets which part of some USD.
  func shares(of gross: ExactRational) throws(Fault) -> IncentiveMarket.Shares {
    .init(of: gross, feeRate: feeRate, commission: try commission.effective())
  }
}

extension SnapshotFile {
  /// The terms of a validator.
  ///
  /// - Parameters:
  ///   - validator: whose.
  ///   - inputs: `commissionBps`, where an option gives it.
  ///   - profile: the rules of the vaults' era.
  /// - Returns: the terms.
  /// - Throws: a `Fault` where the commission could not be read and no option gives it.
  func terms(
    of validator: ObservedValidator, _ inputs: InputObject, profile: ProtocolProfile
  ) throws(Fault) -> IncentiveTerms {
    let given = try inputs.field("commissionBps")?.basisPoints()
    guard let stored = given.map({ UInt64($0.value) }) ?? validator.commission else {
      throw inputs.missing(
        "commissionBps", "the validator's commission, which the snapshot could not read")
    }
    let fee = try node("incentives")?.member("bgtIncentiveFeeRate")?.field("a fee").basisPoints()
    let delay = try node("chef")?.member("commissionChangeDelay")?.field("a delay")
      .count("a delay in blocks")
    return try inputs.locating { () throws(Fault) in
      let usual = try BasisPoints(profile: profile.incentiveFeeRate)
      return IncentiveTerms(
        feeRate: fee ?? usual,
        commission: try CommissionTerms(
          stored: stored, changeDelay: delay, rules: profile.commission), era: profile.era)
    }
  }
}

extension ProtocolProfile.Era {
  /// Who gets what fee and commission leave of incentives: its key, and what people call it.
  var incentiveReceiver: (key: String, label: String) {
    switch self {
    case .bgt: ("boosters", "boosters")
    case .polNext: ("auction", "auction (sWBERA)")
    }
  }
}
