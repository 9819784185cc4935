internal import Contracts

// Names by which people tell addresses and keys apart.

extension Address {
  /// Its ends.
  var shortened: String {
    let text = description
    return "\(text.prefix(6))..\(text.suffix(4))"
  }

  /// A name with the ends of the address, as names are not unique; without one the address.
  func label(_ name: String?) -> String { name.map { "\($0) \(shortened)" } ?? description }
}

extension ValidatorKey {
  /// Its ends.
  var shortened: String {
    let text = description
    return "\(text.prefix(10))..\(text.suffix(8))"
  }
}
