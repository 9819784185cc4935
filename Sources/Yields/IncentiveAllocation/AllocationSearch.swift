internal import FixedPoint

/// The search for the steps of weight that are worth most, in exact fractions.
///
/// Without the limit on the number of vaults the answer is greedy. Where the limit binds, sets of vaults
/// are taken apart (branch and bound): a set has vaults that are in and vaults that may be; its bound is
/// ``SetBound``. The set with the highest bound comes first, so that the highest bound of those that are
/// left is the bound of all.
struct AllocationSearch: Sendable {
  let curves: [IncentiveCurve]
  /// The steps of the whole.
  let steps: Int
  /// The most steps of one vault.
  let mostSteps: Int
  let mostVaults: Int
  /// Whether each vault is in, with a step at least.
  let takesAll: Bool

  /// How many steps each vault has, and what they are worth.
  struct Filling {
    let steps: [Int]
    let value: UnreducedFraction
  }

  struct Outcome {
    let filling: Filling
    let bound: UnreducedFraction
    let isOptimal: Bool
    let nodes: Int
  }

  /// A set of vaults: some are in, some are still undecided, the others are out.
  private struct Node {
    let included: [Int]
    let undecided: [Int]
    let bound: SetBound
  }

  func run(maxNodes: Int) -> Outcome {
    let greedy = fill(Array(curves.indices))
    guard greedy.steps.count(where: { $0 > 0 }) > mostVaults else {
      return Outcome(filling: greedy, bound: greedy.value, isOptimal: true, nodes: 0)
    }
    let root = bound(including: [], of: Array(curves.indices))
    var best = fill(root.chosen)
    var open = [Node(included: [], undecided: Array(curves.indices), bound: root)]
    var nodes = 0
    while let node = open.popLast() {
      guard node.bound.value > best.value else { break }
      guard nodes < maxNodes else {
        return Outcome(filling: best, bound: node.bound.value, isOptimal: false, nodes: nodes)
      }
      nodes += 1
      consider(fill(node.bound.chosen), &best)
      for child in children(of: node, &best) where child.bound.value > best.value {
        open.insert(child, at: place(of: child, in: open))
      }
    }
    return Outcome(filling: best, bound: best.value, isOptimal: true, nodes: nodes)
  }

  /// Where a set belongs among those that are open, the highest bound last.
  private func place(of node: Node, in open: [Node]) -> Int {
    var (low, high) = (0, open.count)
    while low < high {
      let middle = (low + high) / 2
      if open[middle].bound.value < node.bound.value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func consider(_ filling: Filling, _ best: inout Filling) {
    if filling.value > best.value { best = filling }
  }

  /// The two halves of a set: one undecided vault is in, or out.
  ///
  /// Vaults of which one choice cannot beat the best are decided before. Sets in which all that may be in
  /// can be are worth what they are filled with.
  private func children(of node: Node, _ best: inout Filling) -> [Node] {
    let (decided, undecided) = node.bound.reduced(toBeat: best.value)
    let included = node.included + decided
    let room = mostVaults - included.count
    guard room > 0, undecided.count > room else {
      if isEnough(included.count + min(room, undecided.count)) {
        consider(fill(included + (room > 0 ? undecided : [])), &best)
      }
      return []
    }
    // The vault that is the first to give way to another.
    let vault = undecided[room - 1]
    let others = undecided.filter { $0 != vault }
    var children: [Node] = []
    for included in [included + [vault], included] {
      let room = min(mostVaults - included.count, others.count)
      guard isEnough(included.count + room) else { continue }
      if room == others.count || room == 0 {
        consider(fill(included + (room > 0 ? others : [])), &best)
      } else {
        children.append(
          Node(
            included: included, undecided: others, bound: bound(including: included, of: others)))
      }
    }
    return children
  }

  private func isEnough(_ vaults: Int) -> Bool { vaults * mostSteps >= steps }

  private func bound(including included: [Int], of undecided: [Int]) -> SetBound {
    SetBound(
      curves, included: included, undecided: undecided, room: mostVaults - included.count,
      steps: steps, mostSteps: mostSteps)
  }
}

// Greedy: steps go to the highest marginal value.
extension AllocationSearch {
  /// Gives all steps to some vaults, each to where it is worth most; ties go to the first vault.
  ///
  /// - Parameter vaults: the vaults, enough for all steps.
  /// - Returns: the best allocation to them.
  func fill(_ vaults: [Int]) -> Filling {
    let vaults = vaults.sorted()
    let least = takesAll ? 1 : 0
    var demand = StepDemand(vaults.map { curves[$0] }, minimum: least, maximum: mostSteps)
    demand.narrow(to: steps) { steps, _ in steps.reduce(0, +) }
    var taken = demand.fewest
    var marginals = taken.indices.map { marginal(of: vaults[$0], after: taken[$0]) }
    var left = steps - taken.reduce(0, +)
    while left > 0 {
      var best: (position: Int, value: UnreducedFraction)?
      for (position, value) in marginals.enumerated() {
        guard let value else { continue }
        if let leader = best, leader.value >= value { continue }
        best = (position, value)
      }
      guard let best else { break }
      // As long as steps are worth the same, the vault stays the first.
      let equal = curves[vaults[best.position]].steps(
        above: best.value, in: taken[best.position] + 1...mostSteps, orEqual: true)
      let given = min(left, equal - taken[best.position])
      taken[best.position] += given
      left -= given
      marginals[best.position] = marginal(of: vaults[best.position], after: taken[best.position])
    }
    var all = curves.map { _ in 0 }
    for (position, vault) in vaults.enumerated() { all[vault] = taken[position] }
    return Filling(
      steps: all,
      value: vaults.reduce(.zero) { sum, vault in
        all[vault] == 0 ? sum : sum + curves[vault].value(of: all[vault])
      })
  }

  private func marginal(of vault: Int, after steps: Int) -> UnreducedFraction? {
    steps < mostSteps ? curves[vault].marginal(after: steps) : nil
  }

  /// The least valuable step that could go elsewhere.
  func last(in filling: [Int]) -> (index: Int, value: UnreducedFraction)? {
    filling.indices.filter { filling[$0] > (takesAll ? 1 : 0) }
      .map { (index: $0, value: curves[$0].marginal(after: filling[$0] - 1)) }
      .min { $0.value < $1.value }
  }

  /// The most valuable step that there is room for beside these.
  func next(beside filling: [Int]) -> (index: Int, value: UnreducedFraction)? {
    let isFull = filling.count(where: { $0 > 0 }) >= mostVaults
    return filling.indices.filter { filling[$0] < mostSteps && (filling[$0] > 0 || !isFull) }
      .map { (index: $0, value: curves[$0].marginal(after: filling[$0])) }
      .max { $0.value < $1.value }
  }
}
