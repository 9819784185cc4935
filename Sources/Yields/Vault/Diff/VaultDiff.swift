public import FixedPoint
public import Quantities
internal import YieldKernels

/// Which known conventions separate a published yield from the exact APR of a vault.
///
/// Every convention is tried alone and with every other that concerns another part of the
/// calculation. What comes within the tolerance is an explanation; fewer conventions rank before
/// more, then the closer figure, then the more common convention. Figures that round to the published
/// digits are equally close: what separates them was never printed.
public struct VaultDiff: Sendable {
  /// What was published.
  public let published: PublishedFigure
  /// How far a figure may be from the published one, as a fraction.
  public let tolerance: ExactRational
  /// The exact APR at the time of evaluation, net of the commission: what the engine would publish.
  public let figure: ExactRational
  /// Whether the engine's figure is already within the tolerance.
  public let agrees: Bool
  /// The explanations, best first; where the figures agree, the first has no conventions.
  public let explanations: [PublishedExplanation]
  /// Where nothing explains the figure: the nearest single conventions, nearest first, at most three.
  public let nearest: [PublishedExplanation]

  /// Looks for the conventions; nil where nobody stakes: no APR exists to compare with.
  ///
  /// - Parameters:
  ///   - published: the published figure.
  ///   - snapshot: the vault's raw values and the prices.
  ///   - convention: time and year of the engine's figure.
  ///   - commission: what is taken before the stakers get it; nil where none is known of.
  ///   - wholeSupply: the stake token's whole supply, base units; nil where not known.
  ///   - tolerance: how far a figure may be; nil takes one unit of the last published digit, and for
  ///     figures printed to more digits than a double holds what double arithmetic loses.
  ///   - mostConventions: 1 or 2 conventions at a time.
  public init?(
    explaining published: PublishedFigure, of snapshot: VaultSnapshot,
    under convention: YieldConvention, commission: BasisPoints? = nil,
    wholeSupply: ExactInteger? = nil, tolerance: ExactRational? = nil, mostConventions: Int = 2
  ) {
    let equation = VaultEquation(
      snapshot: snapshot, year: convention.year, commission: commission ?? .zero)
    guard let running = equation.exactAPR else { return nil }
    let subject = PublishedSubject(
      snapshot: snapshot, year: convention.year, commission: commission, wholeSupply: wholeSupply,
      isActive: snapshot.isActive(at: convention.time))
    let search = ConventionSearch(
      running: running, subject: subject, published: published, tolerance: tolerance)
    let plain = search.trial(of: [])
    self.published = published
    self.tolerance = tolerance ?? published.defaultTolerance
    figure = plain?.explanation.figure ?? .zero
    agrees = plain?.isWithin ?? false
    let trials = search.trials(mostConventions: mostConventions)
    explanations = trials.filter(\.isWithin).map(\.explanation)
    nearest = explanations.isEmpty ? search.nearest(among: trials, count: 3) : []
  }
}

/// Tries conventions alone and in pairs.
private struct ConventionSearch {
  struct Trial {
    let explanation: PublishedExplanation
    let isWithin: Bool
  }

  let running: ExactRational
  let subject: PublishedSubject
  let published: PublishedFigure
  let tolerance: ExactRational?

  /// All trials that change the figure, best first.
  func trials(mostConventions: Int) -> [Trial] {
    guard let plain = trial(of: []) else { return [] }
    var trials = plain.isWithin ? [plain] : []
    var singles: [(convention: PublishedConvention, figure: ExactRational)] = []
    for convention in subject.candidates {
      // What leaves the figure as it is, as a price of 1 left out, explains nothing.
      guard let trial = trial(of: [convention]),
        trial.explanation.figure != plain.explanation.figure
      else { continue }
      singles.append((convention, trial.explanation.figure))
      trials.append(trial)
    }
    if mostConventions > 1 { trials += pairs(of: singles, besides: plain.explanation.figure) }
    let ranked = trials.enumerated().map { place, trial in
      (trial: trial, distance: distance(of: trial.explanation), place: place)
    }
    return ranked.sorted { left, right in
      let (a, b) = (left.trial.explanation.conventions, right.trial.explanation.conventions)
      if a.count != b.count { return a.count < b.count }
      return left.distance == right.distance
        ? left.place < right.place : left.distance < right.distance
    }.map(\.trial)
  }

  /// How far a figure is from the published one; nothing where it rounds to the published digits.
  private func distance(of explanation: PublishedExplanation) -> ExactRational {
    let distance = explanation.difference.magnitude
    return distance + distance <= published.lastDigit ? .zero : distance
  }

  private func pairs(
    of singles: [(convention: PublishedConvention, figure: ExactRational)],
    besides plain: ExactRational
  ) -> [Trial] {
    // While the period is over, everything is 0 but for ignoring that: it must be one of the two.
    let candidates = subject.isActive ? singles.map(\.convention) : subject.candidates
    let alone = Dictionary(
      singles.map { ($0.convention, $0.figure) }, uniquingKeysWith: { first, _ in first })
    var trials: [Trial] = []
    for (index, first) in candidates.enumerated() {
      for second in candidates[(index + 1)...] where first.parts.isDisjoint(with: second.parts) {
        guard subject.isActive || first == .periodFinishIgnored || second == .periodFinishIgnored,
          let trial = trial(of: [first, second])
        else { continue }
        let figure = trial.explanation.figure
        // One of the two would have done alone.
        if figure == plain || figure == alone[first] || figure == alone[second] { continue }
        trials.append(trial)
      }
    }
    return trials
  }

  func trial(of conventions: [PublishedConvention]) -> Trial? {
    var recipe = YieldRecipe(emits: subject.isActive)
    for convention in conventions { convention.change(&recipe, of: subject) }
    guard let figure = recipe.figure(ofRunningAPR: running) else { return nil }
    let difference = figure - published.value
    let allowed =
      tolerance
      ?? max(published.defaultTolerance, published.value.magnitude * recipe.doublePrecisionLoss)
    return Trial(
      explanation: PublishedExplanation(
        conventions: conventions, figure: figure, difference: difference),
      isWithin: difference.magnitude <= allowed)
  }

  func nearest(among trials: [Trial], count: Int) -> [PublishedExplanation] {
    Array(trials.map(\.explanation).filter { $0.conventions.count == 1 }.prefix(count))
  }
}
