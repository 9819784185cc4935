package import Faults

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Where the name of an output leads, once every link is followed.
package enum OutputTarget: Hashable, Sendable {
  /// A descriptor that the process was started with, which `-`, `/dev/stdout` or `/dev/fd/3` stand for:
  /// written straight.
  case descriptor(Int32)
  /// What is no regular file, such as a device or a pipe, or the descriptor of another process, which is
  /// appended to: written straight.
  case stream(path: String, appends: Bool)
  /// A regular file, or the place of one that is not there yet: replaced or made in one step.
  case file(path: String)

  /// Follows a name.
  ///
  /// - Parameter path: a path; `-` is standard output.
  /// - Throws: `Fault` for a chain of links without an end, and for the name of a descriptor that is not
  ///   open for writing.
  package init(path: String) throws(Fault) {
    if path == "-" {
      self = try Self.descriptor(open: STDOUT_FILENO, name: "standard output")
      return
    }
    var current = path
    for _ in 0..<Self.linksLimit {
      if let owner = FileSystem.descriptorFolder(of: current) {
        self = try Self.opened(current, by: owner, name: path)
        return
      }
      guard let next = FileSystem.linkTarget(of: current) else {
        let isStream = FileSystem.mode(of: current).map { !$0.isRegularFile } ?? false
        self = isStream ? .stream(path: current, appends: false) : .file(path: current)
        return
      }
      current = next
    }
    throw Fault.file(.create, path, code: ELOOP)
  }

  /// Whether a regular file is replaced or made, so that others may stand beside it.
  package var isFile: Bool {
    if case .file = self { true } else { false }
  }

  /// More links than any system follows.
  private static let linksLimit = 40

  /// What the name of an open descriptor stands for.
  private static func opened(
    _ path: String, by owner: FileSystem.DescriptorOwner, name: String
  ) throws(Fault) -> OutputTarget {
    guard owner == .thisProcess, let number = Int32(FileSystem.file(of: path)) else {
      return .stream(path: path, appends: true)
    }
    return try descriptor(open: number, name: name)
  }

  private static func descriptor(open number: Int32, name: String) throws(Fault) -> OutputTarget {
    let flags = fcntl(number, F_GETFL)
    guard flags >= 0, flags & O_ACCMODE != O_RDONLY else {
      throw Fault.file(.create, name, code: EBADF)
    }
    return .descriptor(number)
  }
}
