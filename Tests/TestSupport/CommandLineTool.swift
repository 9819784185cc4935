public import Foundation

/// What a run of the tool left behind.
public struct ToolRun: Sendable {
  /// The exit code; 128 and the signal, as shells say it, where a signal ended the run.
  public let status: Int32
  /// All of stdout.
  public let output: String
  /// All of stderr.
  public let errors: String
}

/// Runs the `berayield` executable that was built together with the tests, from the package's root,
/// as a reader of the README would.
public enum CommandLineTool {
  /// The package's root folder.
  public static let packageRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs the tool to its end.
  ///
  /// Output goes through files, so that no pipe can fill up and block the tool.
  ///
  /// - Parameters:
  ///   - arguments: what follows `berayield`.
  ///   - input: what the tool finds on stdin.
  /// - Returns: exit code, stdout and stderr.
  /// - Throws: when the tool cannot be started.
  public static func run(_ arguments: [String], input: String = "") throws -> ToolRun {
    try start(executable, arguments, input: input)
  }

  /// Runs a line of shell in which `berayield` is the tool under test.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - folder: where it runs; the package's root unless given.
  ///   - input: what stdin holds.
  /// - Returns: exit code, stdout and stderr.
  /// - Throws: when the shell cannot be started.
  public static func shell(
    _ line: String, in folder: URL = packageRoot, input: String = ""
  ) throws -> ToolRun {
    let tools = executable.deletingLastPathComponent().path
    return try start(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", "PATH=\"\(tools):$PATH\"; cd \"\(folder.path)\"; \(line)"], input: input)
  }

  /// A folder of its own for a body that writes files, with the package's `data` in it.
  ///
  /// - Parameter body: what to do there.
  /// - Throws: what `body` throws.
  public static func inTemporaryFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("berayield-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("data"),
      withDestinationURL: packageRoot.appendingPathComponent("data"))
    try body(folder)
  }

  private static func start(
    _ program: URL, _ arguments: [String], input: String
  ) throws -> ToolRun {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("berayield-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (inputFile, outputFile, errorFile) = (
      folder.appendingPathComponent("in"), folder.appendingPathComponent("out"),
      folder.appendingPathComponent("err")
    )
    try Data(input.utf8).write(to: inputFile)
    try Data().write(to: outputFile)
    try Data().write(to: errorFile)

    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = packageRoot
    // The width and the colours of a page are those of a pipe, wherever the tests run.
    process.environment = ProcessInfo.processInfo.environment.filter { name, _ in
      name != "COLUMNS" && name != "NO_COLOR"
    }
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    let signal: Int32 = process.terminationReason == .uncaughtSignal ? 128 : 0
    return ToolRun(
      status: signal + process.terminationStatus,
      output: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
  }

  /// Whether the tests run on Linux, with its tools.
  public static var isOnLinux: Bool {
    #if os(Linux)
      true
    #else
      false
    #endif
  }

  /// `BERAYIELD_EXECUTABLE`, or the file beside the test bundle.
  private static var executable: URL {
    if let path = ProcessInfo.processInfo.environment["BERAYIELD_EXECUTABLE"] {
      return URL(fileURLWithPath: path)
    }
    #if os(macOS)
      let products = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
        .deletingLastPathComponent()
    #else
      let products = Bundle.main.executableURL?.deletingLastPathComponent()
    #endif
    return (products ?? packageRoot).appendingPathComponent("berayield")
  }
}
