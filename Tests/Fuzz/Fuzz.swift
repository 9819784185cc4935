import Foundation

/// The program of `Scripts/fuzz.sh`: libFuzzer's arguments where it is linked in, with the law in
/// `BERAYIELD_LAW` (it starts itself again with its own arguments), else
/// `Fuzz LAW [--seed N] [--inputs N] [--seconds N] [--current FILE] SEEDS...`.
@main
enum Fuzz {
  static func main() {
    #if LIBFUZZER
      Guided.run()
    #else
      let arguments = CommandLine.arguments.dropFirst()
      MutationRun(law(arguments.first), Array(arguments.dropFirst())).run()
    #endif
  }

  /// The law of a name.
  static func law(_ name: String?) -> Law {
    guard let law = name.flatMap(Law.init(rawValue:)) else {
      stop("expected one of \(Law.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return law
  }

  /// Says why and ends.
  static func stop(_ reason: String) -> Never {
    FileHandle.standardError.write(Data("error: \(reason)\n".utf8))
    exit(1)
  }
}
