package import CBeraYield

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: as `OutgoingArray`. The texts of a schema that is copied end with a zero byte; its metadata has its own
// lengths, which are the producer's word.

/// A column of a schema that leaves.
package struct OutgoingField: Sendable {
  private let format: String
  private let name: String
  private let flags: Int64
  private let children: [OutgoingField]
  private let dictionary: [OutgoingField]
  /// Key and value pairs, as Arrow packs them.
  private var metadata: [UInt8]?

  init(
    _ name: String, format: String, isNullable: Bool = true, children: [OutgoingField] = [],
    dictionary: OutgoingField? = nil
  ) {
    self.format = format
    self.name = name
    flags = isNullable ? Int64(ARROW_FLAG_NULLABLE) : 0
    self.children = children
    self.dictionary = dictionary.map { [$0] } ?? []
    metadata = nil
  }

  /// A batch of columns.
  package static func batch(_ columns: [OutgoingField]) -> OutgoingField {
    OutgoingField("", format: "+s", isNullable: false, children: columns)
  }

  /// What another schema says.
  ///
  /// - Throws: `ArrowFault` where it was released or lacks a part.
  init(copying schema: ArrowSchema, depth: Int = 0) throws(ArrowFault) {
    guard unsafe schema.release != nil, let format = unsafe schema.format, depth < 64 else {
      throw .malformed(nil, "a schema without a format, or without an end", expected: "a format")
    }
    unsafe self.format = String(cString: format)
    unsafe name = schema.name.map { unsafe String(cString: $0) } ?? ""
    unsafe flags = schema.flags
    unsafe metadata = schema.metadata.flatMap { unsafe Self.metadata($0) }
    let count = unsafe Int(clamping: schema.n_children)
    guard count >= 0, unsafe count == 0 || schema.children != nil else {
      throw .malformed(nil, "\(count) columns and no pointers to them", expected: "both")
    }
    var children: [OutgoingField] = []
    for index in 0..<count {
      guard let child = unsafe schema.children[index] else {
        throw .malformed(nil, "a column that is null", expected: "a column")
      }
      children.append(try unsafe OutgoingField(copying: child.pointee, depth: depth + 1))
    }
    self.children = children
    if let values = unsafe schema.dictionary {
      dictionary = [try unsafe OutgoingField(copying: values.pointee, depth: depth + 1)]
    } else {
      dictionary = []
    }
  }

  /// The bytes of metadata: a count of pairs, and twice a pair a length and so many bytes.
  private static func metadata(_ start: UnsafePointer<CChar>) -> [UInt8]? {
    let base = unsafe UnsafeRawPointer(start)
    let pairs = unsafe base.loadUnaligned(as: Int32.self)
    guard pairs > 0 else { return nil }
    var end = 4
    for _ in 0..<2 * Int(pairs) {
      let length = unsafe base.loadUnaligned(fromByteOffset: end, as: Int32.self)
      guard length >= 0 else { return nil }
      end += 4 + Int(length)
    }
    return unsafe Array(UnsafeRawBufferPointer(start: base, count: end))
  }

  /// Hands the schema out.
  package func export(to target: UnsafeMutablePointer<ArrowSchema>) {
    let owned = HandedOut(children.count, hasDictionary: !dictionary.isEmpty)
    for (index, child) in children.enumerated() {
      if let place = unsafe owned.children[index] { unsafe child.export(to: place) }
    }
    if let dictionary = dictionary.first, let place = unsafe owned.dictionary {
      unsafe dictionary.export(to: place)
    }
    owned.take(format, name, metadata)
    LiveCounts.begin(.schema)
    unsafe target.initialize(
      to: ArrowSchema(
        format: owned.texts[0], name: owned.texts[1], metadata: owned.texts[2], flags: flags,
        n_children: Int64(children.count), children: children.isEmpty ? nil : owned.children,
        dictionary: owned.dictionary, release: Self.release,
        private_data: Unmanaged.passRetained(owned).toOpaque()))
  }

  private static let release: @convention(c) (UnsafeMutablePointer<ArrowSchema>?) -> Void = {
    schema in
    guard let schema = unsafe schema, let owned = unsafe schema.pointee.private_data else { return }
    unsafe schema.pointee.release = nil
    unsafe Unmanaged<HandedOut>.fromOpaque(owned).release()
    LiveCounts.end(.schema)
  }

  /// What a schema that was handed out owns.
  @safe private final class HandedOut {
    var texts: [UnsafeMutablePointer<CChar>?] = unsafe []
    let children: UnsafeMutablePointer<UnsafeMutablePointer<ArrowSchema>?>
    let childCount: Int
    let dictionary: UnsafeMutablePointer<ArrowSchema>?

    init(_ childCount: Int, hasDictionary: Bool) {
      self.childCount = childCount
      unsafe children = .allocate(capacity: max(1, childCount))
      for index in 0..<childCount {
        let child = UnsafeMutablePointer<ArrowSchema>.allocate(capacity: 1)
        unsafe child.initialize(to: ArrowSchema())
        unsafe (children + index).initialize(to: child)
      }
      if hasDictionary {
        let place = UnsafeMutablePointer<ArrowSchema>.allocate(capacity: 1)
        unsafe place.initialize(to: ArrowSchema())
        unsafe dictionary = place
      } else {
        unsafe dictionary = nil
      }
    }

    func take(_ format: String, _ name: String, _ metadata: [UInt8]?) {
      unsafe texts = [strdup(format), strdup(name), metadata.flatMap { unsafe Self.copy($0) }]
    }

    private static func copy(_ bytes: [UInt8]) -> UnsafeMutablePointer<CChar>? {
      guard let memory = unsafe malloc(bytes.count) else { return nil }
      unsafe bytes.withUnsafeBytes { source in
        if let start = source.baseAddress {
          unsafe memory.copyMemory(from: start, byteCount: source.count)
        }
      }
      return unsafe memory.assumingMemoryBound(to: CChar.self)
    }

    deinit {
      for index in 0..<childCount {
        guard let child = unsafe children[index] else { continue }
        if let release = unsafe child.pointee.release { unsafe release(child) }
        unsafe child.deallocate()
      }
      if let dictionary = unsafe dictionary {
        if let release = unsafe dictionary.pointee.release { unsafe release(dictionary) }
        unsafe dictionary.deallocate()
      }
      unsafe children.deallocate()
      for index in unsafe texts.indices { unsafe free(texts[index]) }
    }
  }
}
