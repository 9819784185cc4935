internal import EVMArithmetic
internal import Contracts
internal import Faults
internal import Inputs

// Tokens of a reward vault's steps: which of a token's functions fail, and what rewards are paid in.
extension RewardVaultScenario {
  private enum FailingFunction: String, CaseIterable {
    /// `transfer` and `transferFrom`.
    case transfer
    case approve
    /// `transfer` only: what leaves the vault.
    case send
  }

  /// A function of a token begins or ceases to fail.
  mutating func readFault(
    _ token: Address, begins: Bool, _ input: RecordedObject
  ) throws(Fault) -> RewardVault.Operation {
    let recipient = try input.optionalAddress("recipient", "an account", &labels)
    let given = try input.field("function", "transfer, approve or send")
    let (usual, blocked) = Self.usualFault(of: labels.text(of: token))
    return switch try given?.name(of: FailingFunction.self) ?? usual {
    case .approve: .setApprovalsFail(token: token, begins)
    case .transfer: .setTransfersFail(token: token, begins)
    case .send:
      .setSendingFails(
        token: token, to: recipient ?? blocked.map { labels.address(of: $0) }, begins)
    }
  }

  /// What fails of a token where a step does not say: the recorded files tell it by the token's name.
  private static func usualFault(
    of token: String
  ) -> (function: FailingFunction, recipient: String?) {
    switch token {
    case "APRV": (.approve, nil)
    case "FALS", "GASX": (.send, nil)
    case "BLKC": (.send, Names.collector)
    case "BLKO": (.send, "op1")
    default: (.transfer, nil)
    }
  }

  /// Which of the tokens that rewards are paid in a step means.
  func readRewardToken(_ input: RecordedObject) throws(Fault) -> RewardToken {
    let field = try input.requiredField("token", "BGT or WBERA")
    switch field.text {
    case "BGT": return .bgt
    case "WBERA": return .wbera
    default: throw field.unknownName(among: ["BGT", "WBERA"])
    }
  }
}
