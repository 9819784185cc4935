internal import Contracts
internal import Faults

/// What the accounts, contracts and validators of a case are called, and which addresses stand for them.
///
/// A file may write an address or any label: `alice`, `vault0`. An address of 20 bytes is itself,
/// whatever the case of its digits; each label gets the address of a number. An account that is written
/// as such an address is a label too, so that it is nobody else. Either is shown as it was first written.
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
      ("sWBERA", WBERAStakerVault.address), ("BGT", RewardToken.bgt.address),
      ("WBERA", RewardToken.wbera.address), ("LSTStakerVault", LSTStakerVault.address),
      ("collector", IncentivesCollector.address),
    ]
    for (text, address) in own {
      addresses[text] = address
      texts[address] = text
    }
  }

  /// The address that a text stands for; `0x` and zeros only, however many, are `zero`.
  mutating func address(of text: String) -> Address {
    let written = try? Address(text)
    let name = written?.description ?? text
    if let known = addresses[name] { return known }
    let address: Address =
      if text.hasPrefix("0x"), text.dropFirst(2).allSatisfy({ $0 == "0" }) {
        .zero
      } else if let written, !written.isNumber {
        written
      } else {
        Address(number: Self.number(addresses.count))
      }
    addresses[name] = address
    if texts[address] == nil { texts[address] = text }
    return address
  }

  /// The public key that a text stands for.
  mutating func key(of text: String) -> ValidatorKey {
    let written = try? ValidatorKey(text)
    let name = written?.description ?? text
    if let known = keys[name] { return known }
    let key: ValidatorKey =
      if let written, !written.isNumber {
        written
      } else {
        ValidatorKey(number: Self.number(keys.count))
      }
    keys[name] = key
    if keyTexts[key] == nil { keyTexts[key] = text }
    return key
  }

  /// What an address is called.
  func text(of address: Address) -> String { texts[address] ?? address.description }

  /// What a validator is called.
  func text(of key: ValidatorKey) -> String { keyTexts[key] ?? key.description }

  /// The numbers of labels begin where the contracts' own are not.
  private static func number(_ count: Int) -> UInt64 { 1 << 63 + UInt64(count) }
}
