/// A dictionary whose writes since a mark can be taken back.
///
/// A revert must leave no trace. Copying a vault before every operation would cost time in
/// proportion to its accounts; taking back the few entries that an operation touched does not.
public struct RevertibleMap<Key: Hashable & Sendable, Value: Hashable & Sendable>: Sendable {
  private var entries: [Key: Value]
  /// What entries were before each write since the mark, oldest first.
  private var previous: [(key: Key, value: Value?)] = []
  private var isMarked = false

  /// Wraps a dictionary.
  ///
  /// - Parameter entries: The entries.
  public init(_ entries: [Key: Value] = [:]) {
    self.entries = entries
  }

  /// The value of a key; writing `nil` removes the entry.
  ///
  /// - Parameter key: The key.
  /// - Returns: The value, or `nil` where there is none.
  public subscript(key: Key) -> Value? {
    get { entries[key] }
    set {
      if isMarked { previous.append((key, entries[key])) }
      entries[key] = newValue
    }
  }

  /// The value of a key, or a default where there is none.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - value: The default.
  /// - Returns: The value or the default.
  public subscript(key: Key, default value: @autoclosure () -> Value) -> Value {
    get { entries[key] ?? value() }
    set { self[key] = newValue }
  }

  /// All keys, in no order.
  public var keys: Dictionary<Key, Value>.Keys { entries.keys }
  /// All values, in no order.
  public var values: Dictionary<Key, Value>.Values { entries.values }

  mutating func apply(_ step: AtomicStep) {
    if step == .rollBack {
      for (key, value) in previous.reversed() { entries[key] = value }
    }
    previous.removeAll(keepingCapacity: true)
    isMarked = step == .mark
  }
}

extension RevertibleMap: Hashable {
  /// Whether two maps have the same entries.
  ///
  /// - Parameters:
  ///   - lhs: A map.
  ///   - rhs: A map.
  /// - Returns: Whether their entries are equal.
  public static func == (lhs: RevertibleMap, rhs: RevertibleMap) -> Bool {
    lhs.entries == rhs.entries
  }

  /// Feeds the entries to a hasher.
  ///
  /// - Parameter hasher: The hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(entries)
  }
}

extension RevertibleMap: Sequence {
  /// Goes through keys and values, in no order.
  ///
  /// - Returns: An iterator.
  public func makeIterator() -> Dictionary<Key, Value>.Iterator {
    entries.makeIterator()
  }
}

extension RevertibleMap: ExpressibleByDictionaryLiteral {
  /// Makes a map of literal entries; the last of equal keys counts.
  ///
  /// - Parameter elements: Keys and values.
  public init(dictionaryLiteral elements: (Key, Value)...) {
    self.init(Dictionary(elements) { _, last in last })
  }
}
