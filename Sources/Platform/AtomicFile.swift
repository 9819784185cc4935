package import Faults

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: calls of C that take a path for the call only, and write(2), which reads the buffer it
// is given within the call and no further than its length. The descriptor is open until
// `closeDescriptor`.

/// An output that appears under its name whole or not at all.
///
/// Bytes go to a new file beside the target; `commit()` renames it over the target in one step, so a
/// reader of the name sees the old file or the complete new one. Without `commit()` nothing happens
/// to the target and the new file goes away.
///
/// On Linux the new file has no name until it is committed (`O_TMPFILE`), so that even a killed
/// process leaves nothing behind. Where the file system cannot do that, it is a hidden file that is
/// removed by `discard()`, by the end of this object's life, and by the signal handlers of
/// `ProcessSignals`. Names that are not regular files (`-`, a pipe, `/dev/null`) have no such second
/// step: bytes go straight there.
package final class AtomicFile {
  private enum Stage {
    /// Straight to a descriptor that is not ours to rename.
    case direct
    /// A file without a name, in the target's directory.
    case unnamed
    /// A hidden file beside the target, registered for removal on a signal.
    case named(path: String, registration: ProcessSignals.Registration)
    case finished
  }

  /// How messages name this output: the path as given, or `standard output`.
  package let name: String
  /// Where symbolic links end: what the rename replaces.
  private let target: String
  private let descriptor: Int32
  private var stage: Stage
  /// Whether a file of that name was there before.
  package let replacesFile: Bool
  /// How many bytes were accepted so far.
  package private(set) var byteCount = 0

  /// Prepares an output for `path`; `-` is standard output.
  package init(path: String) throws(Fault) {
    if path == "-" {
      (name, target, descriptor, stage) = ("standard output", path, STDOUT_FILENO, .direct)
      replacesFile = false
      FileSystem.enlargePipe(descriptor)
      return
    }
    name = path
    target = FileSystem.resolvingLinks(path)
    let mode = FileSystem.mode(of: target)
    replacesFile = mode != nil
    if let mode, !mode.isRegularFile {
      descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC)
      stage = .direct
      guard descriptor >= 0 else { throw Fault.file(.create, path, code: errno) }
      return
    }
    if mode != nil, unsafe access(target, W_OK) != 0 {
      throw Fault.file(.create, path, code: errno)
    }
    let opened = try FileSystem.openBeside(target, name: path)
    descriptor = opened.descriptor
    stage =
      opened.hiddenPath.map { .named(path: $0, registration: ProcessSignals.register($0)) }
      ?? .unnamed
    if let mode { fchmod(descriptor, mode.permissions) }
  }

  deinit { discard() }

  /// Appends bytes; on a failure the caller should give up and `discard()`.
  package func write(_ bytes: [UInt8]) throws(Fault) {
    try write(bytes.span)
  }

  /// Appends text as UTF-8.
  package func write(_ text: String) throws(Fault) {
    try write(Array(text.utf8))
  }

  /// Appends bytes; on a failure the caller should give up and `discard()`.
  package func write(_ bytes: Span<UInt8>) throws(Fault) {
    try unsafe bytes.withUnsafeBytes { buffer throws(Fault) in try unsafe write(buffer) }
  }

  /// Appends bytes; on a failure the caller should give up and `discard()`.
  package func write(_ buffer: UnsafeRawBufferPointer) throws(Fault) {
    var written = 0
    while written < buffer.count {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
      let count = unsafe systemWrite(descriptor, rest)
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw Fault.file(.write, name, code: errno)
      }
    }
    byteCount += buffer.count
  }

  /// Gives the complete file its name.
  ///
  /// Nothing can be written after it.
  package func commit() throws(Fault) {
    switch stage {
    case .finished: return
    case .direct:
      stage = .finished
      try closeDescriptor()
    case .unnamed:
      let hidden = try FileSystem.nameBeside(target, descriptor: descriptor, name: name)
      stage = .named(path: hidden, registration: ProcessSignals.register(hidden))
      try commit()
    case .named(let hidden, let registration):
      try closeDescriptor()
      guard unsafe rename(hidden, target) == 0 else {
        let code = errno
        discard()
        throw Fault.file(.rename, name, code: code)
      }
      ProcessSignals.unregister(registration)
      stage = .finished
    }
  }

  /// Forgets what was written; the target stays as it was.
  ///
  /// Harmless after `commit()`.
  package func discard() {
    if !isClosed { try? closeDescriptor() }
    if case .named(let hidden, let registration) = stage {
      unsafe unlink(hidden)
      ProcessSignals.unregister(registration)
    }
    stage = .finished
  }

  private var isClosed = false

  /// Closes what this object opened.
  ///
  /// Network file systems report a failed write only here.
  private func closeDescriptor() throws(Fault) {
    guard !isClosed, descriptor != STDOUT_FILENO else { return }
    isClosed = true
    guard close(descriptor) == 0 || errno == EINTR else {
      let code = errno
      throw Fault.file(.close, name, code: code)
    }
  }
}

/// `write(2)`, whose name the methods above hide.
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
  unsafe write(descriptor, buffer.baseAddress, buffer.count)
}
