/// Where the rows go that have no result.
public enum CSVRejectsFile: Hashable, Sendable {
  /// Nowhere; the summary counts them.
  case none
  /// To a file that is written in any case, with its header alone when no row was rejected.
  case always(path: String)
  /// To a file that is written when a row was rejected, or when a file of that name is there from an
  /// earlier run and would tell of rows that are not bad any more.
  case whenNeeded(path: String)

  var path: String? {
    switch self {
    case .none: nil
    case .always(let path), .whenNeeded(let path): path
    }
  }
}
