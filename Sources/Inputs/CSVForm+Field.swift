package import Faults
package import Text

extension CSVForm {
  /// The form that inputs ask for.
  ///
  /// - Parameters:
  ///   - delimiter: what divides the fields, by its name; nil for the usual comma.
  ///   - trimsBlanks: whether blanks around a field are no part of its value.
  /// - Throws: a `Fault` for a delimiter of no name.
  package init(delimiter: Field?, trimsBlanks: Bool) throws(Fault) {
    self.init(trimsBlanks: trimsBlanks)
    guard let delimiter else { return }
    guard let named = CSVDelimiter(named: delimiter.text) else {
      throw delimiter.unknownName(among: CSVDelimiter.allCases.map(\.name))
    }
    self.delimiter = named
  }
}
