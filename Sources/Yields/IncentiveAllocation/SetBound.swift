internal import FixedPoint

/// What no allocation to a set of vaults can exceed, and how to take the set apart.
///
/// With any price p of a step, an allocation of all U steps is worth p * U plus what its vaults gain
/// beyond the price, and no vault gains more than by the steps that are worth more than p (the greedy
/// value of a step against its price). Of the undecided vaults only so many can be in: those that gain
/// most. So p * U + the gains of the vaults that are in + the largest gains of the others bounds every
/// allocation, whatever the price; the price is chosen so that the bound is low. Where the steps that are
/// taken at that price are just those that there are, an allocation reaches the bound.
struct SetBound {
  /// The bound.
  let value: UnreducedFraction
  /// The vaults that reach it or come near: those that are in, and the undecided ones that gain most.
  let chosen: [Int]

  /// The undecided vaults, those that gain most first, equal ones by address.
  private let ranking: [Int]
  private let gains: [UnreducedFraction]
  private let room: Int

  /// The bound of a set.
  ///
  /// - Parameters:
  ///   - curves: all vaults.
  ///   - included: those that are in.
  ///   - undecided: those that may be in.
  ///   - room: how many of these may be, at least 1 and fewer than there are.
  ///   - steps: the steps of the whole.
  ///   - mostSteps: the most steps of one vault.
  init(
    _ curves: [IncentiveCurve], included: [Int], undecided: [Int], room: Int, steps: Int,
    mostSteps: Int
  ) {
    let vaults = included + undecided
    let first = included.count
    var demand = StepDemand(vaults.map { curves[$0] }, maximum: mostSteps)
    let market = demand.curves
    func ranked(_ taken: [Int], _ price: UnreducedFraction) -> [(
      position: Int, gain: UnreducedFraction
    )] {
      (first..<vaults.count).map { (position: $0, gain: market[$0].gain(of: taken[$0], at: price)) }
        .sorted {
          $0.gain > $1.gain || $0.gain == $1.gain && vaults[$0.position] < vaults[$1.position]
        }
    }
    func positions(_ ranking: [(position: Int, gain: UnreducedFraction)]) -> [Int] {
      Array(0..<first) + ranking.prefix(room).map(\.position)
    }
    demand.narrow(to: steps) { taken, price in
      positions(ranked(taken, price)).reduce(0) { $0 + taken[$1] }
    }
    // The upper bound of the price, the lower one, and the value of a step between them: where many steps
    // are worth the same, the best price is just their value.
    var prices = [demand.high]
    if demand.low < demand.high {
      prices.append(demand.low)
      let next = positions(ranked(demand.fewest, demand.high)).filter {
        demand.fewest[$0] < mostSteps
      }.map { market[$0].marginal(after: demand.fewest[$0]) }.max()
      if let next, next > demand.low { prices.append(next) }
    }
    var best: (value: UnreducedFraction, ranking: [(position: Int, gain: UnreducedFraction)])?
    for price in prices {
      let taken = demand.steps(at: price)
      let ranking = ranked(taken, price)
      let inside = positions(ranking)
      let worth = inside.reduce(UnreducedFraction.zero) {
        taken[$1] == 0 ? $0 : $0 + market[$1].value(of: taken[$1])
      }
      let value = worth + price * (steps - inside.reduce(0) { $0 + taken[$1] })
      if let best, best.value <= value { continue }
      best = (value, ranking)
    }
    let (value, ranking) = best ?? (.zero, [])
    self.value = value
    self.ranking = ranking.map { vaults[$0.position] }
    gains = ranking.map(\.gain)
    chosen = included + self.ranking.prefix(room)
    self.room = room
  }

  /// Decides the vaults of which one choice alone can beat a value.
  ///
  /// Without a chosen vault the bound falls by its gain less that of the first one behind; with one that
  /// is not chosen, by what the last chosen one gains more.
  ///
  /// - Parameter value: what is to be beaten.
  /// - Returns: the vaults that must be in, and those that stay undecided, in the order of their gains.
  func reduced(toBeat value: UnreducedFraction) -> (included: [Int], undecided: [Int]) {
    let slack = self.value - value
    var (included, undecided) = ([Int](), [Int]())
    for (rank, vault) in ranking.enumerated() {
      if rank < room {
        if gains[rank] - gains[room] >= slack {
          included.append(vault)
        } else {
          undecided.append(vault)
        }
      } else if gains[room - 1] - gains[rank] < slack {
        undecided.append(vault)
      }
    }
    return (included, undecided)
  }
}

extension IncentiveCurve {
  /// What steps are worth beyond a price for each.
  fileprivate func gain(of steps: Int, at price: UnreducedFraction) -> UnreducedFraction {
    steps == 0 ? .zero : value(of: steps) - price * steps
  }
}
