package import Faults
package import Quantities

/// What the user should know about the times at which snapshots were evaluated: totals, so that a
/// document of any length brings a line of each kind.
struct TimeNotes: Hashable {
  private var own = OwnTimes()
  private var unused = OwnTimes()
  private var evaluatedNow = 0
  private var now: Timestamp?

  mutating func add(_ time: EvaluationTime, own observation: Timestamp?, finish: Timestamp?) {
    switch (time, observation) {
    case (.at(let time), let observation?) where observation != time:
      unused.add(observation, finish: nil, now: time)
    case (.at, _): break
    case (.ofObservation(let now), let observation?):
      self.now = now
      own.add(observation, finish: finish, now: now)
    case (.ofObservation(let now), nil): addPresent(now)
    }
  }

  mutating func addPresent(_ now: Timestamp) {
    self.now = now
    evaluatedNow += 1
  }

  var notes: [Fault] {
    var notes: [Fault] = []
    if unused.count == 1, let time = unused.earliest {
      notes.append(.unusedTime("the snapshot's own time, \(time.date),"))
    } else if unused.count > 1 {
      notes.append(.unusedTime("the own time of each of \(unused.count) snapshots"))
    }
    guard let now else { return notes }
    if let note = own.note(of: "snapshot", now: now) { notes.append(note) }
    if evaluatedNow > 0 {
      let note = Fault.evaluatedNow(now)
      notes.append(own.count == 0 ? note : note.of(evaluatedNow, "snapshot"))
    }
    return notes
  }
}

extension Fault {
  /// The same note about some of several things.
  fileprivate func of(_ count: Int, _ thing: String) -> Fault {
    Fault(
      code, severity: severity, at: place,
      found: "\(count) \(thing)\(count == 1 ? "" : "s") \(found)", expected: expected)
  }
}

extension InputNotes {
  /// Notes at which time a snapshot is evaluated, where that is not simply the time asked for.
  ///
  /// - Parameters:
  ///   - time: the time asked for.
  ///   - observation: when the values were read, as far as it is known.
  ///   - finish: the end of the snapshot's period, as far as it is known.
  package mutating func noteTime(
    _ time: EvaluationTime, of observation: Timestamp?, finish: Timestamp?
  ) {
    times.add(time, own: observation, finish: finish)
  }

  /// The time given, or the present one with a note.
  ///
  /// - Parameters:
  ///   - field: the time as it is given; nil where none is.
  ///   - now: the present time.
  /// - Returns: the time of evaluation.
  /// - Throws: `Fault` for what is no time.
  package mutating func time(_ field: Field?, elseNow now: Timestamp) throws(Fault) -> Timestamp {
    if let field { return try field.timestamp(notes: &self) }
    times.addPresent(now)
    return now
  }

  /// Adds a note that is no error in strict mode either.
  package mutating func add(_ note: Fault) { added.append(note) }
}
