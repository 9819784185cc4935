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
/// Bytes go to a new file beside the target; `commit()` renames it over the target in one step, once
/// they are on the disk, so a reader of the name sees the old file or the complete new one. Without
/// `commit()` nothing happens to the target and the new file goes away.
///
/// On Linux the new file has no name until it is committed (`O_TMPFILE`), so that a killed process
/// leaves nothing behind unless it is killed in that moment. Where the file system cannot do that, it is
/// a hidden file from the start. That is removed by `discard()`, by the end of this object's life, by the
/// signal handlers of `ProcessSignals`, and after `kill -9` by the next `AtomicFile` of the same name.
/// What is not a regular file (`-`, `/dev/stdout`, a pipe, `/dev/null`) has no such second step: bytes
/// go straight there.
package final class AtomicFile {
  private enum Stage {
    /// Straight to what is not ours to rename.
    case direct
    /// A file without a name, in the target's directory.
    case unnamed
    /// A hidden file beside the target.
    case named(HiddenFile)
    /// The same, complete and on the disk.
    case prepared(HiddenFile)
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
  /// Whether bytes go straight to a regular file, as where a shell has redirected stdout.
  private let overwritesFile: Bool
  /// How many bytes were accepted so far.
  package private(set) var byteCount = 0

  /// Prepares an output for `path`; `-` is standard output.
  package init(path: String) throws(Fault) {
    name = path == "-" ? "standard output" : path
    switch try OutputTarget(path: path) {
    case .descriptor(let number):
      // A copy, so that closing tells what a network file system has to say, and `number` stays open.
      (target, descriptor) = (path, fcntl(number, F_DUPFD_CLOEXEC, 3))
      (stage, replacesFile) = (.direct, false)
      overwritesFile = FileSystem.isRegularFile(number)
    case .stream(let stream, let appends):
      let flags = O_WRONLY | O_CLOEXEC | (appends ? O_APPEND : 0)
      (target, descriptor) = (stream, unsafe open(stream, flags))
      (stage, replacesFile) = (.direct, false)
      overwritesFile = appends && FileSystem.isRegularFile(descriptor)
    case .file(let file):
      let mode = FileSystem.mode(of: file)
      (target, replacesFile) = (file, mode != nil)
      overwritesFile = false
      if mode != nil, unsafe access(file, W_OK) != 0 {
        throw Fault.file(.create, path, to: file, code: errno)
      }
      HiddenFile.removeAbandoned(beside: file)
      do throws(SystemError) {
        let opened = try HiddenFile.open(beside: file)
        descriptor = opened.descriptor
        stage = opened.hidden.map { .named($0) } ?? .unnamed
      } catch {
        throw Fault.file(.create, path, to: file, code: error.code)
      }
      if let mode { fchmod(descriptor, mode.permissions) }
    }
    guard descriptor >= 0 else { throw Fault.file(.create, name, to: target, code: errno) }
    if case .direct = stage { FileSystem.enlargePipe(descriptor) }
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

  /// Brings the complete file to the disk, so that nothing but its renaming is left to do.
  ///
  /// Nothing can be written after it.
  package func prepare() throws(Fault) {
    switch stage {
    case .finished, .prepared: return
    case .direct:
      stage = .finished
      try closeDescriptor()
    case .unnamed:
      try synchronize()
      do throws(SystemError) {
        stage = .prepared(try HiddenFile.link(descriptor, beside: target))
      } catch {
        throw Fault.file(.rename, name, to: target, code: error.code)
      }
    case .named(let hidden):
      try synchronize()
      stage = .prepared(hidden)
    }
  }

  /// Gives the complete file its name.
  ///
  /// Nothing can be written after it.
  package func commit() throws(Fault) {
    try prepare()
    guard case .prepared(let hidden) = stage else { return }
    do throws(SystemError) {
      try hidden.rename(to: target)
    } catch {
      discard()
      throw Fault.file(.rename, name, to: target, code: error.code)
    }
    stage = .finished
    // Only now, because the lock goes with it. What a disk has to say, `synchronize` has heard.
    try? closeDescriptor()
  }

  /// Says that another file belongs to this one, as rejects to their rows, before this is written.
  ///
  /// Where a shell has redirected stdout to a file, that is of this run from the first byte on: the
  /// companion of another run is removed now.
  package func begin(with companion: AtomicFile) throws(Fault) {
    if overwritesFile { try companion.removeTarget() }
  }

  /// Gives two files that belong together their names.
  ///
  /// Whenever the process is killed, the companion of another run never stands beside this file: the
  /// old companion is removed before this file is renamed, and the new one is renamed last.
  package func commit(with companion: AtomicFile) throws(Fault) {
    try companion.prepare()
    try prepare()
    if case .prepared = stage { try companion.removeTarget() }
    try commit()
    try companion.commit()
  }

  /// Removes the old file under the name that this one is to have.
  private func removeTarget() throws(Fault) {
    switch stage {
    case .direct, .finished: return
    case .unnamed, .named, .prepared:
      guard unsafe unlink(target) == 0 || errno == ENOENT else {
        throw Fault.file(.remove, name, to: target, code: errno)
      }
    }
  }

  /// Forgets what was written; the target stays as it was.
  ///
  /// Harmless after `commit()`.
  package func discard() {
    switch stage {
    case .named(let hidden), .prepared(let hidden): hidden.remove()
    case .direct, .unnamed, .finished: break
    }
    stage = .finished
    if !isClosed { try? closeDescriptor() }
  }

  private var isClosed = false

  /// Sends what was written to the disk: without it a name can hold an empty file after a loss of power.
  private func synchronize() throws(Fault) {
    while fsync(descriptor) != 0 {
      if errno != EINTR { throw Fault.file(.sync, name, code: errno) }
    }
  }

  /// Closes what this object opened.
  ///
  /// Network file systems report a failed write only here.
  private func closeDescriptor() throws(Fault) {
    guard !isClosed else { return }
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
