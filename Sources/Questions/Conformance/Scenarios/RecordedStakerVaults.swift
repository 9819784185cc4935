internal import EVMArithmetic
internal import Contracts
internal import Text
internal import Faults
internal import Inputs

extension WBERAStakerVault: RecordedStakerVault {
  static let subject = "WBERAStakerVault"
  static let assetKey = "wbera"
  static let needsNoCaller: Set = ["receiveRewards", "donate"]
  static let ownKeys = ["legacyRequest"]
  static let operations: OperationKeys = [
    "jump": [], "deposit": ["assets"], "mint": ["shares"], "depositNative": ["assets", "value"],
    "withdraw": ["assets"], "redeem": ["shares"], "queueWithdraw": ["assets"],
    "queueRedeem": ["shares"], "completeWithdrawalLegacy": ["isNative"],
    "completeWithdrawal": ["requestId", "isNative"], "cancelQueuedWithdrawal": ["requestId"],
    "receiveRewards": ["amount"], "donate": ["amount"], "approve": ["spender", "amount"],
    "pause": [], "unpause": [],
  ]

  init(_ profile: ProtocolProfile, _ labels: inout Labels) {
    self.init(profile: profile)
    pauser = labels.address(of: "pauser")
    manager = labels.address(of: "manager")
  }

  static func read(
    _ operation: String, _ input: RecordedObject, _ parties: StakerVaultParties,
    _ labels: inout Labels
  ) throws(Fault) -> Operation {
    let (wei, receiver, owner) = ("WBERA wei", parties.receiver, parties.owner)
    switch operation {
    case "deposit": return .deposit(try input.word("assets", wei), receiver: receiver)
    case "mint": return .mint(try input.word("shares", "shares"), receiver: receiver)
    case "depositNative":
      let assets = try input.word("assets", wei)
      let value = try input.optionalWord("value", wei) ?? assets
      return .depositNative(assets, receiver: receiver, value: value)
    case "withdraw":
      return .withdraw(try input.word("assets", wei), receiver: receiver, owner: owner)
    case "redeem":
      return .redeem(try input.word("shares", "shares"), receiver: receiver, owner: owner)
    case "queueWithdraw":
      return .queueWithdraw(try input.word("assets", wei), receiver: receiver, owner: owner)
    case "queueRedeem":
      return .queueRedeem(try input.word("shares", "shares"), receiver: receiver, owner: owner)
    case "completeWithdrawalLegacy":
      return .completeWithdrawalLegacy(isNative: try input.flag("isNative", "paid in BERA"))
    case "completeWithdrawal":
      let isNative = try input.flag("isNative", "paid in BERA")
      return .completeWithdrawal(try input.word("requestId", "a request"), isNative: isNative)
    case "cancelQueuedWithdrawal":
      return .cancelQueuedWithdrawal(try input.word("requestId", "a request"))
    case "receiveRewards": return .receiveRewards(try input.word("amount", wei))
    case "donate": return .donate(try input.word("amount", wei))
    case "approve":
      let spender = try input.address("spender", "an account", &labels)
      return .approve(spender: spender, try input.word("amount", "shares"))
    case "pause": return .pause
    default: return .unpause
    }
  }

  func ownMembers(of account: Address) -> [(String, JSONValue)] {
    let legacy = legacyRequests[account]
    return [
      (
        "legacyRequest",
        .members([
          "assets": .word(legacy?.assets ?? 0), "shares": .word(legacy?.shares ?? 0),
          "requestTime": .word(legacy?.requestTime ?? 0),
        ])
      )
    ]
  }
}

extension LSTStakerVault: RecordedStakerVault {
  static let subject = "LSTStakerVault"
  static let assetKey = "asset"
  static let needsNoCaller: Set = ["donate"]
  static let ownKeys: [String] = []
  static let operations: OperationKeys = [
    "jump": [], "deposit": ["assets"], "mint": ["shares"], "withdraw": ["assets"],
    "redeem": ["shares"], "queueWithdraw": ["assets"], "queueRedeem": ["shares"],
    "completeWithdrawal": ["requestId"], "cancelQueuedWithdrawal": ["requestId"],
    "receiveRewards": ["amount"], "donate": ["amount"], "approve": ["spender", "amount"],
    "pause": [], "unpause": [],
  ]

  init(_ profile: ProtocolProfile, _ labels: inout Labels) {
    self.init(profile: profile)
    pauser = labels.address(of: "pauser")
    manager = labels.address(of: "vaultManager")
  }

  static func read(
    _ operation: String, _ input: RecordedObject, _ parties: StakerVaultParties,
    _ labels: inout Labels
  ) throws(Fault) -> Operation {
    let (units, receiver, owner) = ("asset base units", parties.receiver, parties.owner)
    switch operation {
    case "deposit": return .deposit(try input.word("assets", units), receiver: receiver)
    case "mint": return .mint(try input.word("shares", "shares"), receiver: receiver)
    case "withdraw": return .withdraw(try input.word("assets", units), owner: owner)
    case "redeem": return .redeem(try input.word("shares", "shares"), owner: owner)
    case "queueWithdraw":
      return .queueWithdraw(try input.word("assets", units), receiver: receiver, owner: owner)
    case "queueRedeem":
      return .queueRedeem(try input.word("shares", "shares"), receiver: receiver, owner: owner)
    case "completeWithdrawal":
      return .completeWithdrawal(try input.word("requestId", "a request"))
    case "cancelQueuedWithdrawal":
      return .cancelQueuedWithdrawal(try input.word("requestId", "a request"))
    case "receiveRewards": return .receiveRewards(try input.word("amount", units))
    case "donate": return .donate(try input.word("amount", units))
    case "approve":
      let spender = try input.address("spender", "an account", &labels)
      return .approve(spender: spender, try input.word("amount", "shares"))
    case "pause": return .pause
    default: return .unpause
    }
  }

  func ownMembers(of account: Address) -> [(String, JSONValue)] { [] }
}
