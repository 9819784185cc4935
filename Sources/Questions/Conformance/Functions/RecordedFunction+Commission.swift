internal import EVMArithmetic
internal import Contracts
internal import Text
internal import Faults

// BeraChef.sol's commission and RewardVaultFactory.sol's fee.
extension RecordedFunction {
  static let commission: [String: RecordedFunction] = [
    "getValidatorIncentiveTokenShare": validatorShare,
    "getIncentiveFeeAmount": incentiveFee,
    "setBGTIncentiveFeeRate": setIncentiveFeeRate,
  ]

  /// PoL Next: no fee.
  static let commissionV2: [String: RecordedFunction] = [
    "getValidatorIncentiveTokenShare": validatorShare,
    "getIncentiveFeeAmount": incentiveFee.removed,
    "setBGTIncentiveFeeRate": setIncentiveFeeRate.removed,
  ]

  private static var validatorShare: RecordedFunction {
    RecordedFunction(["storedCommissionBps", "amount"]) { input, profile throws(Fault) in
      let stored = try input.optionalWord("storedCommissionBps", "basis points")
      let amount = try input.word("amount", "token base units")
      let commission = ValidatorCommission(operator: .zero, stored: stored)
      return Outcome.of { () throws(Revert) in
        let share = try commission.share(of: amount, profile.commission)
        return .members([
          "effectiveCommissionBps": .word(commission.effectiveRate(profile.commission)),
          "share": .word(share),
        ])
      }
    }
  }

  private static var incentiveFee: RecordedFunction {
    RecordedFunction(["bgtIncentiveFeeRateBps", "incentiveAmount"]) { input, _ throws(Fault) in
      let rate = try input.word("bgtIncentiveFeeRateBps", "basis points")
      let amount = try input.word("incentiveAmount", "token base units")
      return Outcome.of { () throws(Revert) in
        var fee = IncentiveFee()
        try fee.setRate(rate)
        return .members(["fee": .word(try fee.amount(of: amount))])
      }
    }
  }

  private static var setIncentiveFeeRate: RecordedFunction {
    RecordedFunction(["bps"]) { input, _ throws(Fault) in
      let rate = try input.word("bps", "basis points")
      return Outcome.of { () throws(Revert) in
        var fee = IncentiveFee()
        try fee.setRate(rate)
        return .members([:])
      }
    }
  }
}
