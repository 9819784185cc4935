// Unsafe: `rows` has room for `capacity` rows from `init` to `deinit`, all of them initialized.

/// Rows of a chunk on their way through the column kernels: read one by one, computed together, written one by
/// one.
@safe struct RowBlock: ~Copyable {
  /// Where a row stands.
  struct Row {
    /// Its first byte in the chunk's input.
    var start = 0
    /// Its bytes without the line end.
    var length = 0
    /// Line feeds of the chunk before it.
    var linesBefore = 0
  }

  /// Few enough for the first cache, many enough for the kernels.
  private static let capacity = 64

  private(set) var vaults = VaultColumns(capacity: capacity)
  private let rows: UnsafeMutablePointer<Row>

  init() {
    unsafe rows = .allocate(capacity: Self.capacity)
    unsafe rows.initialize(repeating: Row(), count: Self.capacity)
  }

  deinit { unsafe rows.deallocate() }

  var count: Int {
    @inline(__always) get { vaults.count }
  }

  var isFull: Bool {
    @inline(__always) get { vaults.count == Self.capacity }
  }

  /// Adds a row, for which there must be room.
  @inline(__always)
  mutating func append(_ vault: VaultWords, _ row: Row) {
    let index = vaults.count
    vaults.append(vault)
    unsafe rows[index] = row
  }

  @inline(__always)
  subscript(index: Int) -> Row {
    precondition(index < vaults.count, "no such row")
    return unsafe rows[index]
  }

  mutating func removeAll() { vaults.removeAll() }
}
