internal import Quantities
internal import Text

// Unsafe: a field's bytes are those of a `JSONFlatObject`, with its slack behind them; they are read while the
// span that lends them is there.

/// Which keys the objects of an array have and in which order, mostly the same in all: their header.
struct FlatVaultShape {
  private let keys: [[UInt8]]
  private let columns: [InputKey?]
  private let row: IndexedRow
  let hasTimestamp: Bool

  /// What the words of a vault, and its row, come from.
  private static let known: [InputKey] = InputKey.columns + [.vault, .name]

  /// Nothing for an object with another key, a key twice, or without a value that each vault needs.
  init?(_ object: JSONFlatObject, _ bytes: Span<UInt8>) {
    var columns: [InputKey?] = []
    keys = object.members.map { member in member.key.map { bytes[$0] } }
    for key in keys {
      guard let key = InputKey(rawValue: String(decoding: key, as: UTF8.self)),
        Self.known.contains(key), !columns.contains(key)
      else { return nil }
      columns.append(key)
    }
    guard let row = IndexedRow(columns: columns) else { return nil }
    self.columns = columns
    self.row = row
    hasTimestamp = columns.contains(.timestamp)
  }

  /// Whether an object has the same keys in the same order.
  func fits(_ object: JSONFlatObject, _ bytes: Span<UInt8>) -> Bool {
    guard object.members.count == keys.count else { return false }
    for (member, key) in zip(object.members, keys) {
      guard member.key.count == key.count else { return false }
      for offset in key.indices where bytes[member.key.lowerBound + offset] != key[offset] {
        return false
      }
    }
    return true
  }

  /// Where a key stands; nil where it is not there.
  func place(of key: InputKey) -> Int? { columns.firstIndex(of: key) }

  /// The words of an object that fits; nil where it needs the careful reader.
  func words(_ object: JSONFlatObject, _ bytes: Span<UInt8>) -> VaultWords? {
    for key in [InputKey.vault, .name] {
      guard let place = place(of: key) else { continue }
      let member = object.members[place]
      guard member.isText, !member.value.isEmpty else { return nil }
    }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      return unsafe row.words(
        MemberFields(base: UnsafeRawPointer(base), members: object.members),
        blank: VaultWords(timestamp: 0))
    }
  }
}

/// The values of an object's members.
@unsafe private struct MemberFields: RecordFields {
  let base: UnsafeRawPointer
  let members: [JSONFlatObject.Member]

  subscript(column: Int) -> DigitField {
    let value = unsafe members[column].value
    return unsafe DigitField(start: base + value.lowerBound, count: value.count)
  }
}
