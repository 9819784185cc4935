package import Contracts
package import Faults
package import FixedPoint
internal import Inputs
package import Platform
package import Text

/// What vaults get per day, as a file says it: CSV with the columns `vault` and `emission_per_day`.
package struct EmissionList: Sendable {
  /// Wei of the reward token per day.
  package private(set) var perDay: [Address: ExactInteger] = [:]
  private var places: [Address: Place] = [:]

  /// Reads a file of some form.
  ///
  /// - Throws: a `Fault` with its place for a missing column, a malformed value, or a vault twice.
  package init(reading file: ByteSource, form: CSVForm = CSVForm()) throws(Fault) {
    let reader = CSVRecordReader(try file.readAll(), name: file.name, form: form)
    guard let first = try reader.next() else {
      throw Fault(
        .invalidValue, at: .file(file.name), found: "an empty file",
        expected: "the columns vault and emission_per_day")
    }
    let header = CSVHeader(
      first.fields, file: file.name, line: first.position.line, form: reader.form)
    try header.requireDistinctNames()
    let (vault, emission) = (
      try header.index(ofRequired: "vault"), try header.index(ofRequired: "emission_per_day")
    )
    while let record = try reader.next() {
      try header.requireFieldCount(of: record)
      func field(_ index: Int) -> Field {
        Field(
          text: record.fields[index],
          place: .file(file.name, line: record.position.line, member: header.names[index]))
      }
      let address = try field(vault).address()
      let amount = try field(emission).rawInteger("an emission in wei per day", decimals: 18)
      if let place = places.updateValue(field(vault).place, forKey: address) {
        throw Fault(
          .repeated, at: field(vault).place, found: "\(address) again", expected: "each vault once",
          related: [place])
      }
      perDay[address] = amount
    }
  }

  /// A note about vaults of the file that a snapshot, whose vaults are `known`, does not have; nil where it
  /// has all.
  func note(beside known: Set<Address>) -> Fault? {
    let others = perDay.keys.filter { !known.contains($0) }.sorted()
    guard let first = others.first, let place = places[first] else { return nil }
    let more = others.count == 1 ? "" : " and \(others.count - 1) more"
    return Fault(
      .unusedValue, severity: .note, at: place, found: "a vault that the snapshot does not have",
      expected: "", hint: "not used: \(first)\(more)")
  }
}
