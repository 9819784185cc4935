internal import EVMArithmetic
internal import Contracts
internal import Text
internal import Faults
internal import Inputs
internal import Quantities

// What scenario and conformance files hold: words, addresses, times.

extension Field {
  /// An unsigned 256-bit word in decimal or hexadecimal digits.
  func word(_ what: String) throws(Fault) -> UInt256 {
    if let word = UInt256(text) { return word }
    // Says what is wrong where the text is no integer at all.
    _ = try rawInteger(what)
    throw error(expected: "\(what), \(InputBounds.word)")
  }

  /// A signed 256-bit word.
  func signedWord(_ what: String) throws(Fault) -> Int256 {
    if let word = Int256(text) { return word }
    throw error(expected: "\(what) as an integer from -2^255 to 2^255 - 1")
  }

  /// A number that the contracts keep in 64 bits: a time, a block.
  func narrowWord(_ what: String) throws(Fault) -> UInt64 {
    guard let narrow = UInt64(exactly: try word(what)) else {
      throw error(expected: "\(what) below 2^64")
    }
    return narrow
  }
}

extension RecordedObject {
  /// A word that must be there.
  func word(_ key: String, _ what: String) throws(Fault) -> UInt256 {
    try requiredField(key, what).word(what)
  }

  /// A word that may be missing.
  func optionalWord(_ key: String, _ what: String) throws(Fault) -> UInt256? {
    try field(key, what)?.word(what)
  }

  /// A number of 64 bits that must be there.
  func narrowWord(_ key: String, _ what: String) throws(Fault) -> UInt64 {
    try requiredField(key, what).narrowWord(what)
  }

  /// An address that must be there.
  func address(
    _ key: String, _ what: String, _ labels: inout Labels
  ) throws(Fault) -> Address {
    guard let address = try optionalAddress(key, what, &labels) else { throw missing(key, what) }
    return address
  }

  /// An address that may be missing.
  func optionalAddress(
    _ key: String, _ what: String, _ labels: inout Labels
  ) throws(Fault) -> Address? {
    let expected = "\(what): a name or an address"
    guard let name = try field(key, expected) else { return nil }
    guard !name.text.isEmpty else { throw name.error(expected: expected) }
    return labels.address(of: name.text)
  }

  /// A flag that may be missing.
  func flag(_ key: String, _ what: String) throws(Fault) -> Bool {
    guard let member = given(key) else { return false }
    guard let flag = member.json.bool else {
      throw member.fault(.wrongType, expected: "\(what): true or false")
    }
    return flag
  }

  /// An object inside this one.
  func object(_ key: String, _ what: String) throws(Fault) -> RecordedObject? {
    try given(key).map { member throws(Fault) in try RecordedObject(member, what) }
  }

  /// An object inside this one that must be there.
  func requiredObject(_ key: String, _ what: String) throws(Fault) -> RecordedObject {
    guard let object = try object(key, what) else { throw missing(key, what) }
    return object
  }

  /// An array inside this one, or nil.
  func array(_ key: String, _ what: String) throws(Fault) -> [InputNode]? {
    try given(key).map { member throws(Fault) in try member.elements("an array: \(what)") }
  }

  /// The keys of this object in the order written, when they are free names.
  var names: [String] { node.members?.map(\.key) ?? [] }

  /// The keys of this object as addresses, in the order written, each once.
  func addresses(
    _ labels: inout Labels
  ) throws(Fault) -> [(name: String, address: Address)] {
    var seen: Set<Address> = []
    return try names.map { name throws(Fault) in
      let address = labels.address(of: name)
      guard seen.insert(address).inserted else {
        throw conflict(name, found: "the same address twice", expected: "each address once")
      }
      return (name, address)
    }
  }

  /// Words by address, such as balances by account, in the order written.
  func words(
    _ what: String, _ labels: inout Labels
  ) throws(Fault) -> [(address: Address, word: UInt256)] {
    var words: [(Address, UInt256)] = []
    for (name, address) in try addresses(&labels) { words.append((address, try word(name, what))) }
    return words
  }
}

extension JSONValue {
  /// A word as these files write it: decimal digits in a string.
  static func word(_ word: UInt256) -> JSONValue { .string(word.description) }

  /// A signed word in a string.
  static func word(_ word: Int256) -> JSONValue { .string(word.description) }

  /// A narrow number in a string.
  static func word(_ number: UInt64) -> JSONValue { .string(String(number)) }

  /// An object whose keys are only known at run time.
  static func named(_ members: some Sequence<(String, JSONValue)>) -> JSONValue {
    .object(members.map { JSONMember(key: $0.0, value: $0.1) })
  }

  /// What a view answers: the word, or `revert:NAME` where it reverts.
  static func view(_ view: () throws(Revert) -> UInt256) -> JSONValue {
    do {
      return .word(try view())
    } catch {
      return .string("revert:\(error.name)")
    }
  }
}
