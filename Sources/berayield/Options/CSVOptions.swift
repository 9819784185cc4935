internal import ArgumentParser
internal import Faults
internal import Inputs
internal import Platform
internal import Questions
internal import Text

/// How CSV files are written: the same options for every command that reads one.
struct CSVOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What divides the fields of a CSV file (default: ',').", valueName: "','|';'|'|'|tab"),
    completion: .names(CSVDelimiter.allCases.map(\.name)))
  var delimiter: String?

  @Flag(help: "Ignore blanks around the fields of a CSV file.") var trim = false

  /// The form asked for.
  func form() throws(Fault) -> CSVForm {
    try CSVForm(
      delimiter: delimiter.map { Field(option: "--delimiter", text: $0) }, trimsBlanks: trim)
  }

  /// Refuses these options where no CSV file is read.
  ///
  /// - Parameters:
  ///   - isUsed: whether one is.
  ///   - expected: when one would be.
  /// - Throws: `Fault`.
  func requireUse(_ isUsed: Bool, expected: String) throws(Fault) {
    guard !isUsed else { return }
    if let delimiter {
      throw Field(option: "--delimiter", text: delimiter).error(.conflict, expected: expected)
    }
    if trim {
      throw Fault(.conflict, at: .option("--trim"), found: "it", expected: expected)
    }
  }
}

extension CSVOptions {
  /// Reads what vaults get from the file that an option names.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - option: the option, for these options without a file.
  /// - Returns: the list; nil where there is no file.
  /// - Throws: `Fault` for an unknown form, these options alone, or what is wrong in the file.
  func emissions(_ path: String?, _ option: String) throws(Fault) -> EmissionList? {
    try requireUse(path != nil, expected: "\(option) FILE as well")
    return try path.map { path throws(Fault) in
      try EmissionList(reading: try ByteSource(path: path), form: try form())
    }
  }
}
