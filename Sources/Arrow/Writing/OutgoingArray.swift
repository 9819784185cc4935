package import CBeraYield

// Unsafe: what is handed out is allocated here and freed by its release function, which the consumer calls once: it
// releases the children that were not moved, then the buffers, by letting go of the object that owns them. An array
// that only passes through keeps its producer's own release function.

/// An array that leaves: its buffers, its columns, its dictionary.
@safe package final class OutgoingArray {
  private let length: Int
  private let nullCount: Int
  private let buffers: [ArrowMemory?]
  private let children: [OutgoingArray]
  private let dictionary: OutgoingArray?
  /// An array that passes through, until it is handed out.
  private var foreign: ArrowArray?

  init(
    length: Int, nullCount: Int = 0, buffers: [ArrowMemory?] = [], children: [OutgoingArray] = [],
    dictionary: OutgoingArray? = nil
  ) {
    self.length = length
    self.nullCount = nullCount
    self.buffers = buffers
    self.children = children
    self.dictionary = dictionary
    unsafe foreign = nil
  }

  /// Takes an array over that passes through.
  convenience init(moving source: UnsafeMutablePointer<ArrowArray>) {
    self.init(length: 0)
    unsafe foreign = source.pointee
    unsafe source.pointee.release = nil
  }

  deinit {
    guard var array = unsafe foreign, let release = unsafe array.release else { return }
    unsafe release(&array)
  }

  /// Shows some of the rows of an array that passes through.
  func show(from first: Int, count: Int) {
    guard unsafe foreign != nil else { return }
    let isWhole = unsafe first == 0 && foreign?.length == Int64(count)
    unsafe foreign?.offset += Int64(first)
    unsafe foreign?.length = Int64(count)
    if !isWhole, unsafe foreign?.null_count != 0 { unsafe foreign?.null_count = -1 }
  }

  /// A batch of columns.
  package static func batch(_ length: Int, _ columns: [OutgoingArray]) -> OutgoingArray {
    OutgoingArray(length: length, buffers: [nil], children: columns)
  }

  /// Hands the array out.
  package func export(to target: UnsafeMutablePointer<ArrowArray>) {
    if let own = unsafe foreign {
      unsafe target.initialize(to: own)
      return unsafe foreign = nil
    }
    let owned = HandedOut(buffers, children.count, dictionary != nil)
    for (index, child) in children.enumerated() {
      if let place = unsafe owned.children[index] { unsafe child.export(to: place) }
    }
    if let dictionary, let place = unsafe owned.dictionary { unsafe dictionary.export(to: place) }
    LiveCounts.begin(.array)
    unsafe target.initialize(
      to: ArrowArray(
        length: Int64(length), null_count: Int64(nullCount), offset: 0,
        n_buffers: Int64(buffers.count), n_children: Int64(children.count),
        buffers: owned.buffers, children: children.isEmpty ? nil : owned.children,
        dictionary: owned.dictionary, release: Self.release,
        private_data: Unmanaged.passRetained(owned).toOpaque()))
  }

  private static let release: @convention(c) (UnsafeMutablePointer<ArrowArray>?) -> Void = {
    array in
    guard let array = unsafe array, let owned = unsafe array.pointee.private_data else { return }
    unsafe array.pointee.release = nil
    unsafe Unmanaged<HandedOut>.fromOpaque(owned).release()
    LiveCounts.end(.array)
  }

  /// What an array that was handed out owns.
  @safe private final class HandedOut {
    let memory: [ArrowMemory?]
    let buffers: UnsafeMutablePointer<UnsafeRawPointer?>
    let children: UnsafeMutablePointer<UnsafeMutablePointer<ArrowArray>?>
    let childCount: Int
    let dictionary: UnsafeMutablePointer<ArrowArray>?

    init(_ memory: [ArrowMemory?], _ childCount: Int, _ hasDictionary: Bool) {
      self.memory = memory
      self.childCount = childCount
      unsafe buffers = .allocate(capacity: max(1, memory.count))
      for (index, buffer) in memory.enumerated() {
        unsafe (buffers + index).initialize(to: buffer.map { unsafe $0.pointer })
      }
      unsafe children = .allocate(capacity: max(1, childCount))
      for index in 0..<childCount {
        let child = UnsafeMutablePointer<ArrowArray>.allocate(capacity: 1)
        unsafe child.initialize(to: ArrowArray())
        unsafe (children + index).initialize(to: child)
      }
      if hasDictionary {
        let place = UnsafeMutablePointer<ArrowArray>.allocate(capacity: 1)
        unsafe place.initialize(to: ArrowArray())
        unsafe dictionary = place
      } else {
        unsafe dictionary = nil
      }
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
      unsafe buffers.deallocate()
    }
  }
}
