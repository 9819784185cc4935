package import Faults

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: stat(2) and fstat(2) fill a structure of our own; paths are taken for the call only.

/// What tells whether two names are the same file: links, hard links and names of descriptors lead to
/// it, and where no file is there yet, its folder and its name in it.
package struct FileIdentity: Sendable {
  private enum Object: Equatable {
    case existing(device: UInt64, inode: UInt64)
    case missing(folder: UInt64, on: UInt64, name: String)
  }

  private let descriptor: Int32?
  /// Nil for what two names may share, such as a terminal or `/dev/null`.
  private let object: Object?

  /// The identity of an input; `-` is standard input.
  package init(input path: String) {
    descriptor = path == "-" ? STDIN_FILENO : nil
    object = path == "-" ? Self.object(STDIN_FILENO) : Self.object(path)
  }

  /// The identity of an output; `-` is standard output.
  ///
  /// - Throws: `Fault` where the name leads nowhere.
  package init(output path: String) throws(Fault) {
    switch try OutputTarget(path: path) {
    case .descriptor(let number): (descriptor, object) = (number, Self.object(number))
    case .stream(let path, _): (descriptor, object) = (nil, Self.object(path))
    case .file(let path): (descriptor, object) = (nil, Self.object(path) ?? Self.place(path))
    }
  }

  /// Whether this is standard output, under whatever name.
  package var isStandardOutput: Bool { descriptor == STDOUT_FILENO }

  /// Whether this is an open descriptor and not a file by its name.
  package var isDescriptor: Bool { descriptor != nil }

  /// Whether both are the same file, or the same descriptor.
  package func isSame(as other: FileIdentity) -> Bool {
    if let descriptor, descriptor == other.descriptor { return true }
    return object != nil && object == other.object
  }

  private static func object(_ path: String) -> Object? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? object(status) : nil
  }

  private static func object(_ descriptor: Int32) -> Object? {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? object(status) : nil
  }

  private static func object(_ status: stat) -> Object? {
    // Two names may well be one terminal, or /dev/null.
    switch status.st_mode & S_IFMT {
    case S_IFCHR, S_IFSOCK: nil
    default:
      .existing(
        device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino))
    }
  }

  /// The folder and the name of a file that is not there yet.
  private static func place(_ path: String) -> Object? {
    guard case .existing(let device, let inode) = object(FileSystem.directory(of: path)) else {
      return nil
    }
    return .missing(folder: inode, on: device, name: FileSystem.file(of: path))
  }
}
