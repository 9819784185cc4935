extension RevertibleMap {
  /// All keys, in the order in which they first came.
  public var keys: [Key] { map(\.key) }
  /// All values, in the order of `keys`.
  public var values: [Value] { map(\.value) }
}

extension RevertibleMap: Sequence {
  /// Goes through keys and values, in the order in which the keys first came.
  public struct Iterator: IteratorProtocol {
    fileprivate var rest: IndexingIterator<[Entry]>

    /// The next key and its value.
    ///
    /// - Returns: The pair, or `nil` at the end.
    public mutating func next() -> (key: Key, value: Value)? {
      while let entry = rest.next() {
        if let value = entry.value { return (entry.key, value) }
      }
      return nil
    }
  }

  /// Goes through keys and values, in the order in which the keys first came.
  ///
  /// - Returns: An iterator.
  public func makeIterator() -> Iterator {
    Iterator(rest: entries.makeIterator())
  }
}

extension RevertibleMap: Hashable {
  /// Whether two maps have the same entries, in whatever order.
  ///
  /// - Parameters:
  ///   - lhs: A map.
  ///   - rhs: A map.
  /// - Returns: Whether their entries are equal.
  public static func == (lhs: RevertibleMap, rhs: RevertibleMap) -> Bool {
    lhs.count == rhs.count && lhs.allSatisfy { rhs[$0.key] == $0.value }
  }

  /// Feeds the entries to a hasher.
  ///
  /// - Parameter hasher: The hasher.
  public func hash(into hasher: inout Hasher) {
    // Sums do not depend on the order.
    hasher.combine(reduce(0) { $0 &+ Pair(key: $1.key, value: $1.value).hashValue })
  }

  private struct Pair: Hashable {
    let key: Key
    let value: Value
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
