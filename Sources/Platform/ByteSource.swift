package import Faults

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: open(2) takes the path for the call only; read(2) fills the buffer it is given within
// the call and no further than its length; poll(2) fills a structure of our own. The descriptor is open as long as the object lives.

/// Bytes from a file or from standard input (`-`), read in order in pieces of the caller's size.
///
/// It holds no buffer of its own. One thread reads at a time; the pipeline's lock sees to that.
package final class ByteSource: Sendable {
  /// The path as given, or `standard input`: how messages name this input.
  package let name: String
  private let descriptor: Int32
  private let closesDescriptor: Bool
  private let identity: Identity

  /// What tells a file from its later self.
  ///
  /// A pipe has no such thing.
  private struct Identity: Equatable {
    let isRegularFile: Bool
    let size: Int64
    let modifiedSeconds: Int
    let modifiedNanoseconds: Int
  }

  /// How messages name an input.
  package static func name(ofPath path: String) -> String { path == "-" ? "standard input" : path }

  /// Opens the file at `path`, or standard input when `path` is `-`.
  package init(path: String) throws(Fault) {
    name = Self.name(ofPath: path)
    if path == "-" {
      descriptor = STDIN_FILENO
      closesDescriptor = false
    } else {
      descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
      closesDescriptor = true
    }
    guard descriptor >= 0 else {
      throw Fault.file(.open, name, code: errno)
    }
    guard let identity = Self.identity(of: descriptor) else {
      let code = errno
      if closesDescriptor { close(descriptor) }
      throw Fault.file(.inspect, name, code: code)
    }
    self.identity = identity
    if !identity.isRegularFile { FileSystem.enlargePipe(descriptor) }
  }

  deinit {
    if closesDescriptor { close(descriptor) }
  }

  /// The size in bytes when this is a regular file, for progress.
  package var size: Int? { identity.isRegularFile ? Int(exactly: identity.size) : nil }

  /// Fills the front of `bytes` with what comes next and returns how much that was; 0 at the end.
  package func read(into bytes: inout MutableSpan<UInt8>) throws(Fault) -> Int {
    try read(into: &bytes, atLeast: 1)
  }

  /// Fills the front of `bytes` until `minimum` bytes are there; fewer only at the end of the input.
  package func read(
    into bytes: inout MutableSpan<UInt8>, atLeast minimum: Int
  ) throws(Fault) -> Int {
    try unsafe bytes.withUnsafeMutableBytes { buffer throws(Fault) in
      try unsafe read(into: buffer, atLeast: minimum)
    }
  }

  /// Fills the front of `buffer` until `minimum` bytes are there; fewer only at the end of the input.
  package func read(
    into buffer: UnsafeMutableRawBufferPointer, atLeast minimum: Int
  ) throws(Fault) -> Int {
    var filled = 0
    while filled < min(minimum, buffer.count) {
      let count = try unsafe read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// Fills the front of `buffer` with what comes without a pause.
  ///
  /// - Returns: how many bytes; fewer than there is room for at the end of the input, or where a pipe
  ///   has had nothing more for a moment; 0 at the end alone.
  package func readUntilPause(into buffer: UnsafeMutableRawBufferPointer) throws(Fault) -> Int {
    var filled = 0
    while filled < buffer.count {
      if filled > 0, !identity.isRegularFile, !hasMore(within: Self.pauseMilliseconds) { break }
      let count = try unsafe read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// A pipe that has nothing for so long pauses: too short to be waited for, too long for a writer that
  /// is only slower than its reader.
  private static let pauseMilliseconds: Int32 = 50

  /// Whether a read would return at once, or does within some time.
  private func hasMore(within milliseconds: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&request, 1, milliseconds) != 0
  }

  private func read(into buffer: UnsafeMutableRawBufferPointer) throws(Fault) -> Int {
    while true {
      let count = unsafe systemRead(descriptor, buffer)
      if count >= 0 { return count }
      if errno != EINTR { throw Fault.file(.read, name, code: errno) }
    }
  }

  /// The most bytes of an input that is read whole: 256 MiB.
  package static let largestWhole = 1 << 28

  /// The fault that more than ``largestWhole`` bytes would have to be held at once.
  package var notWhole: Fault {
    Fault(
      .tooLong, at: .file(name), found: "more than \(Self.largestWhole) bytes",
      expected: "at most as many, where an input or an element of it is read whole")
  }

  /// Everything that is left, for inputs that fit in memory.
  ///
  /// - Parameter check: looks at what is there, and where the last piece of it begins: a source such
  ///   as `/dev/zero` has no end of its own.
  /// - Returns: the bytes.
  /// - Throws: `Fault` for more than ``largestWhole`` bytes, and what the check throws.
  package func readAll(
    checking check: (_ bytes: [UInt8], _ piece: Int) throws(Fault) -> Void = { _, _ in }
  ) throws(Fault) -> [UInt8] {
    var all: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var span = piece.mutableSpan
      let count = try read(into: &span)
      if count == 0 { return all }
      let start = all.count
      guard count <= Self.largestWhole - start else {
        throw notWhole
      }
      all.append(contentsOf: piece[..<count])
      try check(all, start)
    }
  }

  /// Whether the regular file behind this input is no longer the one that was opened: its size or
  /// its modification time moved, so that what was read may be a mixture of two files.
  package func hasChangedSinceOpening() -> Bool {
    identity.isRegularFile && Self.identity(of: descriptor) != identity
  }

  private static func identity(of descriptor: Int32) -> Identity? {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let modified = status.st_mtimespec
    #else
      let modified = status.st_mtim
    #endif
    return Identity(
      isRegularFile: status.st_mode & S_IFMT == S_IFREG, size: Int64(status.st_size),
      modifiedSeconds: modified.tv_sec, modifiedNanoseconds: modified.tv_nsec)
  }
}

/// `read(2)`, whose name the method above hides.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  unsafe read(descriptor, buffer.baseAddress, buffer.count)
}
