internal import Contracts
internal import Faults

/// What the accounts, contracts and validators of a case are called, and which addresses stand for them.
///
/// A file may write an address or any label: `alice`, `vault0`. An address of 20 bytes is itself,
/// whatever the case of its digits; each label gets an address of its own, which no account has. Either
/// is shown as it was first written.
struct Labels {
  private var addresses: [String: Address] = [:]
  private var texts: [Address: String] = [:]
  private var keys: [String: ValidatorKey] = [:]
  private var keyTexts: [ValidatorKey: String] = [:]

  /// The labels that every case has: `zero`, and those of the contracts themselves.
  init() {
    let own: [(String, Address)] = [
      ("zero", .zero), ("vault", VaultEnvironment.vault),
      ("stakeToken", VaultEnvironment.stakeTokenAddress), ("BGTStaker", BGTStaker.address),
      ("sWBERA", WBERAStakerVault.address),
    ]
    for (text, address) in own {
      addresses[text] = address
      texts[address] = text
    }
  }

  /// The address that a text stands for; `0x` and zeros only, however many, are `zero`.
  mutating func address(of text: String) -> Address {
    if let known = addresses[text] { return known }
    let address: Address =
      if text.hasPrefix("0x"), text.dropFirst(2).allSatisfy({ $0 == "0" }) {
        .zero
      } else if let written = try? Address(text) {
        written
      } else {
        Address(number: Self.number(addresses.count))
      }
    addresses[text] = address
    if texts[address] == nil { texts[address] = text }
    return address
  }

  /// The public key that a text stands for.
  mutating func key(of text: String) -> ValidatorKey {
    if let known = keys[text] { return known }
    let key: ValidatorKey =
      if let written = try? ValidatorKey(text) {
        written
      } else {
        ValidatorKey(number: Self.number(keys.count))
      }
    keys[text] = key
    if keyTexts[key] == nil { keyTexts[key] = text }
    return key
  }

  /// What an address is called.
  func text(of address: Address) -> String { texts[address] ?? address.description }

  /// What a validator is called.
  func text(of key: ValidatorKey) -> String { keyTexts[key] ?? key.description }

  /// The numbers of labels begin where neither accounts nor the contracts' own addresses are.
  private static func number(_ count: Int) -> UInt64 { 1 << 63 + UInt64(count) }
}
