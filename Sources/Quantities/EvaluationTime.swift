/// When a yield is evaluated: what a convention says before it meets an observation.
public enum EvaluationTime: Hashable, Sendable {
  /// At this time, whatever the observation says.
  case at(Timestamp)
  /// When the values were observed; where that is not known, at the given present time.
  case ofObservation(elseNow: Timestamp)

  /// The time for values observed at `observation`.
  public func resolved(for observation: Timestamp?) -> Timestamp {
    switch self {
    case .at(let time): time
    case .ofObservation(let now): observation ?? now
    }
  }
}
