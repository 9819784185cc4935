#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

// Unsafe: open(2) takes the path for the call only; fstat(2) fills a structure of our own.

/// The descriptors 0, 1 and 2, by number what a process reads and says.
package enum StandardDescriptors {
  /// Occupies those that the process was started without (`2>&-`), so that no file that is opened later
  /// gets their number and notes are not written into it.
  ///
  /// Reading stdin and writing stdout fail then, as they would without; what goes to stderr is lost.
  package static func occupy() {
    for (number, access) in [
      (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY),
    ] where fcntl(number, F_GETFD) < 0 {
      // The lowest number that is free is this one: those below it are open by now.
      _ = unsafe open("/dev/null", access)
    }
  }

  /// Whether stdin is a pipe, or a file with something in it: no terminal, no `/dev/null`.
  package static var hasPipedInput: Bool {
    var status = stat()
    guard unsafe fstat(STDIN_FILENO, &status) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind == S_IFIFO || kind == S_IFSOCK || kind == S_IFREG && status.st_size > 0
  }
}
