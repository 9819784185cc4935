internal import Contracts
internal import Faults
internal import Inputs
internal import Quantities
internal import Questions
internal import Sheets
internal import Text

// The questions about snapshots, as the commands of their names answer them in JSON.
extension Ask {
  /// The best allocation.
  static func allocate(_ request: InputNode) throws(Fault) -> Reply {
    var asked = try SnapshotRequest(
      request, "an allocation's request",
      keys: [
        "validator", "days", "emissionPerDay", "stakeShare", "blockTime", "boost", "others",
        "maxWeight", "maxVaults", "step", "only", "not", "maxNodes", "commissionBps", "startBlock",
        "calldata",
      ] + SnapshotRequest.listKeys + SnapshotRequest.ruleKeys)
    let inputs = asked.inputs
    let question = try AllocateQuestion.read(
      asked.snapshot,
      AllocateQuestion.Request(
        validator: try inputs.field("validator"),
        only: try asked.fields("only", "the address of a vault"),
        not: try asked.fields("not", "the address of a vault"),
        others: try asked.emissions("others"),
        isCalldataWanted: try inputs.bool("calldata") ?? false), inputs, rules: try asked.rules(),
      notes: &asked.notes)
    return try asked.reply { () throws(Fault) in try question.sheet() }
  }

  /// What a validator earns and directs.
  static func validator(_ request: InputNode) throws(Fault) -> Reply {
    var asked = try SnapshotRequest(
      request, "a validator's request",
      keys: [
        "validator", "stakeShare", "stake", "totalStake", "blockTime", "boost", "rewardPrice",
        "commissionBps", "poolFee", "emission", "year",
      ] + SnapshotRequest.listKeys + SnapshotRequest.ruleKeys)
    let inputs = asked.inputs
    let question = try ValidatorQuestion.read(
      asked.snapshot, try inputs.field("validator"), emissions: try asked.emissions("emission"),
      inputs, rules: try asked.rules(), year: try asked.year(), notes: &asked.notes)
    return try asked.reply { () throws(Fault) in try question.sheet() }
  }

  /// The vaults by what they offer.
  static func rank(_ request: InputNode) throws(Fault) -> Reply {
    var asked = try SnapshotRequest(
      request, "a ranking's request",
      keys: ["emission", "sort", "top", "year"] + SnapshotRequest.listKeys)
    let order = SheetList(
      sort: try asked.inputs.string("sort") ?? RankQuestion.usualOrder,
      top: try asked.inputs.field("top").map { top throws(Fault) in
        try top.integer("a number of vaults", in: 1...Int.max)
      })
    let question = try RankQuestion.read(
      asked.snapshot, emissions: try asked.emissions("emission"), year: try asked.year(),
      notes: &asked.notes)
    return Reply(
      .members([
        "provenance": asked.snapshot.block.json,
        "vaults": .elements(try order.ordered(question.sheets).map(\.json)),
      ]), notes: asked.notes.notes)
  }

  /// What moved between two snapshots.
  static func changes(_ request: InputNode) throws(Fault) -> Reply {
    var notes = try Request.notes()
    let inputs = try InputObject(
      request, "a request for changes", keys: ["before", "after", "threshold", "strict"],
      notes: &notes)
    if try inputs.bool("strict") == true { notes = try Request.notes(strict: true) }
    let question = try ChangesQuestion.read(
      from: try SnapshotRequest.snapshot("before", of: inputs),
      to: try SnapshotRequest.snapshot("after", of: inputs),
      threshold: try inputs.field("threshold"), notes: &notes)
    return Reply(question.sheet.json, notes: notes.notes)
  }
}
