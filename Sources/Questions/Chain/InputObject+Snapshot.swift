internal import Contracts
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
}

extension ObservedBlock {
  /// The era of the block's contracts; between both the new controller is there already.
  var contractEra: ProtocolProfile.Era { era == "bgt" ? .bgt : .polNext }
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
