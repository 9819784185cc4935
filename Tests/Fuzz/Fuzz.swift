import Foundation

/// The program of `Scripts/fuzz.sh`: `Fuzz LAW [libFuzzer's arguments]` where libFuzzer is linked in, else
/// `Fuzz LAW [--seed N] [--inputs N] [--seconds N] [--current FILE] SEEDS...`.
@main
enum Fuzz {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count > 1, let law = Law(rawValue: arguments[1]) else {
      stop("expected one of \(Law.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    #if LIBFUZZER
      Guided.run()
    #else
      MutationRun(law, Array(arguments.dropFirst(2))).run()
    #endif
  }

  /// Says why and ends.
  static func stop(_ reason: String) -> Never {
    FileHandle.standardError.write(Data("error: \(reason)\n".utf8))
    exit(1)
  }
}
