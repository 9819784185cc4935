public import Foundation

/// The input files that the runner wrote, and the time that one measurement may take.
public struct Workbench: Sendable {
  /// The directory of the input files.
  public let directory: String
  /// How long one measurement may take.
  public let budget: Duration

  /// The workload's name and the workbench, from `WORKLOAD INPUT_DIRECTORY BUDGET_MS`.
  public static func fromCommandLine() throws -> (workload: String, Workbench) {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let milliseconds = Double(arguments[3]) else {
      throw WorkbenchError.usage("usage: \(arguments[0]) WORKLOAD INPUT_DIRECTORY BUDGET_MS")
    }
    let bench = Workbench(
      directory: arguments[2], budget: .microseconds(Int(milliseconds * 1000)))
    return (arguments[1], bench)
  }

  /// What `BERAYIELD_PROCESSOR` asks the kernels for, behind a hyphen: a part of a tool's name.
  public var forcedVariant: String? {
    ProcessInfo.processInfo.environment["BERAYIELD_PROCESSOR"].map { "-" + $0 }
  }

  /// Inputs in `directory`, and `budget` a measurement.
  public init(directory: String, budget: Duration) {
    self.directory = directory
    self.budget = budget
  }

  /// The bytes of an input file.
  public func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(filePath: directory).appending(path: name))
  }

  /// The 64-bit little-endian words of an input file.
  public func words(_ name: String) throws -> [UInt64] {
    let data = try bytes(name)
    var words = [UInt64](repeating: 0, count: data.count / 8)
    for index in words.indices {
      for byte in 0..<8 {
        words[index] |= UInt64(data[data.startIndex + 8 * index + byte]) << UInt64(8 * byte)
      }
    }
    return words
  }

  /// The 128-bit integers of an input file, two words each.
  public func integers(_ name: String) throws -> [UInt128] {
    let words = try words(name)
    return stride(from: 0, to: words.count, by: 2).map { at in
      UInt128(words[at + 1]) << 64 | UInt128(words[at])
    }
  }

  /// The lines of an input file.
  public func lines(_ name: String) throws -> [String] {
    String(decoding: try bytes(name), as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

/// Why a benchmark program ends without a result.
public enum WorkbenchError: Error, CustomStringConvertible {
  /// The command line is not the expected one.
  case usage(String)
  /// An answer is not the one it must be.
  case wrongAnswer(String)

  /// The sentence to print.
  public var description: String {
    switch self {
    case .usage(let text), .wrongAnswer(let text): text
    }
  }
}
