/// A name that programs and people use, by one key; its other spellings follow by rule.
///
/// The raw value is the key in JSON: `rewardRate`.
public protocol SpelledKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

extension SpelledKey {
  /// The column of the same name: `reward_rate`.
  public var column: String { KeySpelling.words(of: rawValue, separator: "_") }

  /// The key with a name, in whatever of the spellings: `stakePrice`, `stake_price`, `stake-price`;
  /// nil where there is none.
  ///
  /// - Parameter name: the name.
  public init?(spelled name: String) {
    let key = name.filter { $0 != "_" && $0 != "-" }.lowercased()
    guard let found = Self.allCases.first(where: { $0.rawValue.lowercased() == key }) else {
      return nil
    }
    self = found
  }
}

/// The one rule by which a key becomes words.
enum KeySpelling {
  /// `rewardRate` as `reward_rate` or `reward-rate`.
  static func words(of key: String, separator: String) -> String {
    key.reduce(into: "") { text, letter in
      text += letter.isUppercase ? separator + letter.lowercased() : String(letter)
    }
  }
}
