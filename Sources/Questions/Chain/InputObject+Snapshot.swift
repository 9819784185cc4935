package import Contracts
package import Faults
package import Inputs
package import Quantities
package import Sheets

extension InputObject {
  /// Runs a question on these inputs; its answer says where they come from, its fault where they stand.
  package func answer(_ body: () throws(Fault) -> Sheet) throws(Fault) -> Sheet {
    var sheet = try locating(body)
    sheet.place(
      at: Provenance(source: file.map { .file($0) } ?? .options, time: block?.time, block: block))
    return sheet
  }

  /// The era of the snapshot that the inputs come from; a block between both has the new controller
  /// already.
  package var era: ProtocolProfile.Era? {
    block.map { $0.era == "bgt" ? .bgt : .polNext }
  }
}

extension Sheet {
  /// The sheet, as computed from values of a block, if they are from one.
  package func of(_ block: ObservedBlock?) -> Sheet {
    guard let block else { return self }
    var sheet = self
    sheet.place(at: Provenance(source: .options, time: block.time, block: block))
    return sheet
  }
}
