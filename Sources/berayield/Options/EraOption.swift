internal import ArgumentParser
internal import Contracts

/// The names of the protocol's eras on the command line.
enum EraOption: String, ExpressibleByArgument, CaseIterable {
  case bgt
  case polNext = "pol-next"

  /// The era itself.
  var era: ProtocolProfile.Era {
    switch self {
    case .bgt: .bgt
    case .polNext: .polNext
    }
  }
}
