/// A dictionary whose writes since a mark can be taken back.
///
/// A revert must leave no trace. Copying a vault before every operation would cost time in
/// proportion to its accounts; taking back the few entries that an operation touched does not.
///
/// Entries lie in an array, in the order in which their keys first came; a table of places, found by
/// hash and linear probing, leads to them. An entry keeps its place even without a value, so that
/// the record of what was written needs no keys.
public struct RevertibleMap<Key: Hashable & Sendable, Value: Hashable & Sendable>: Sendable {
  struct Entry {
    let key: Key
    /// Nothing where the value was removed, or its first write taken back.
    var value: Value?
  }

  private(set) var entries: [Entry] = []
  /// An entry's number plus one, or 0; a power of two of them, at least a quarter of which are 0.
  private var places: [UInt32] = []
  private var emptyEntries = 0
  /// What entries were before each write since the mark, oldest first.
  private var previous: [(entry: Int, value: Value?)] = []

  /// Wraps a dictionary.
  ///
  /// - Parameter entries: The entries.
  public init(_ entries: [Key: Value] = [:]) {
    for (key, value) in entries { self[key] = value }
    previous = []
  }

  /// The value of a key; writing `nil` removes the entry.
  ///
  /// - Parameter key: The key.
  /// - Returns: The value, or `nil` where there is none.
  public subscript(key: Key) -> Value? {
    get {
      guard let entry = find(key) else { return nil }
      return entries[entry].value
    }
    set {
      guard let entry = find(key) ?? (newValue == nil ? nil : add(key)) else { return }
      previous.append((entry, entries[entry].value))
      write(newValue, to: entry)
    }
  }

  /// The value of a key, or a default where there is none.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - value: The default.
  /// - Returns: The value or the default.
  public subscript(key: Key, default value: @autoclosure () -> Value) -> Value {
    get { self[key] ?? value() }
    set { self[key] = newValue }
  }

  /// Changes a value, which starts as a default where there is none; looks it up once.
  @inline(__always)
  mutating func update<Failure: Error>(
    _ key: Key, default value: @autoclosure () -> Value,
    _ change: (inout Value) throws(Failure) -> Void
  ) throws(Failure) {
    let entry = find(key) ?? add(key)
    let before = entries[entry].value
    var changed = before ?? value()
    try change(&changed)
    previous.append((entry, before))
    write(changed, to: entry)
  }

  private mutating func write(_ value: Value?, to entry: Int) {
    emptyEntries &+= (value == nil ? 1 : 0) &- (entries[entry].value == nil ? 1 : 0)
    entries[entry].value = value
  }

  /// How many keys have a value.
  public var count: Int { entries.count &- emptyEntries }

  /// Begins an operation, or takes back what it wrote.
  @inline(__always)
  package mutating func apply(_ step: AtomicStep) {
    // Most operations touch few of a contract's maps.
    if !previous.isEmpty { forget(step) }
  }

  @inline(never)
  private mutating func forget(_ step: AtomicStep) {
    if step == .rollBack {
      for (entry, value) in previous.reversed() { write(value, to: entry) }
    }
    // Room for an operation is kept, room for whatever filled the map before is not.
    previous.removeAll(keepingCapacity: previous.count <= 64)
    if emptyEntries > 64 && emptyEntries &* 2 > entries.count { closeGaps() }
  }
}

// Places.
extension RevertibleMap {
  private func find(_ key: Key) -> Int? {
    if places.isEmpty { return nil }
    let mask = places.count &- 1
    var place = key.hashValue & mask
    while places[place] != 0 {
      let entry = Int(places[place] &- 1)
      if entries[entry].key == key { return entry }
      place = (place &+ 1) & mask
    }
    return nil
  }

  /// Adds a key that is not there, without a value.
  @inline(never)
  private mutating func add(_ key: Key) -> Int {
    precondition(entries.count < Int32.max, "a map holds less than 2^31 keys")
    entries.append(Entry(key: key, value: nil))
    emptyEntries &+= 1
    if entries.count &* 4 > places.count &* 3 {
      places = [UInt32](repeating: 0, count: Swift.max(8, places.count &* 2))
      for entry in entries.indices { register(entry) }
    } else {
      register(entries.count - 1)
    }
    return entries.count - 1
  }

  private mutating func register(_ entry: Int) {
    let mask = places.count &- 1
    var place = entries[entry].key.hashValue & mask
    while places[place] != 0 { place = (place &+ 1) & mask }
    places[place] = UInt32(truncatingIfNeeded: entry &+ 1)
  }

  /// Drops entries without a value; between operations only, as records know entries by number.
  private mutating func closeGaps() {
    entries.removeAll { $0.value == nil }
    emptyEntries = 0
    places = [UInt32](repeating: 0, count: places.count)
    for entry in entries.indices { register(entry) }
  }
}
