internal import Yields

extension ConformanceFile {
  /// What `replay` answers: the user's document, filled in.
  package static let answer = Answer(
    "replay", "replay",
    "The scenario as it was given, filled in: a file of cases, an array of them, or a single one.",
    roots: [
      .object([
        AnswerKey(
          "about", .given, "What the file says about itself.", given: "where the file has it"),
        .rows("cases", "The cases.", replayedCase),
      ]),
      .rows(replayedCase), .object(replayedCase),
    ],
    usualRows: StepRecords.key,
    ownRows: [Answer.Rows(name: StepRecords.key, keys: StepRecords.keys)], line: line)

  private static let ofCase = "where the case has it"

  private static let annotations: [AnswerKey] = ["name", "note", "about"].map { name in
    AnswerKey(name, .given, "What the case says about itself.", given: ofCase)
  }

  private static let outcome: [AnswerKey] = [
    AnswerKey(
      "out", .given, "The contract's answer, by the names of its own, words as strings of digits.",
      given: "where it does not revert"),
    .value("revert", .text, "The name of the revert.", given: "where it reverts"),
  ]

  private static let step: [AnswerKey] =
    [
      AnswerKey("t", .given, "The time, as it was given.", given: "where times are counted"),
      AnswerKey("block", .given, "The block, as it was given.", given: "where blocks are counted"),
      AnswerKey("in", .given, "The operation, as it was given."),
    ] + outcome + [
      AnswerKey(
        "state", .given,
        "What the contract's views show after the step, by the names of its own, words as strings of "
          + "digits."),
      AnswerKey("note", .given, "What the step says about itself.", given: "where the step has it"),
      AnswerKey("name", .given, "What the step is called.", given: "where the step has it"),
    ]

  private static let replayedCase: [AnswerKey] =
    annotations + [
      AnswerKey(
        "in", .given, "The inputs, as they were given.", given: ofCase),
      AnswerKey(
        "before", .given, "The state before a call of the auction, as it was given.", given: ofCase),
      AnswerKey(
        "after", .given, "What the contract's views show after a call of the auction.",
        given: "of such a call"),
      AnswerKey(
        "initialState", .given, "What the contract's views show before the first step.",
        given: "where the case has steps in time"),
      .rows("steps", "The steps.", given: "where the case has them", step),
    ]
    + outcome.map { key in
      AnswerKey(key.name, key.content, key.meaning, given: "of a case that is one call")
    }

  /// A step with the case that it is of; a case that is one call is a line.
  private static let line: [AnswerKey] =
    [
      .value("case", .text, "The case's name, or where it stands."),
      .value("step", .count, "The step's number, from 0.", given: "of a step"),
      AnswerKey("result", .given, "The whole case.", given: "of a case that is one call"),
    ]
    + step.map { key in
      AnswerKey(key.name, key.content, key.meaning, given: key.condition ?? "of a step")
    }
}

extension VerificationReport {
  /// What `vectors` and `replay --verify` answer.
  package static let answer = Answer(
    "vectors", "vectors", "What of a file the engine does not reproduce; `replay --verify` too.",
    usualRows: "mismatches",
    [
      .value("cases", .count, "How many cases were run."),
      .rows(
        "mismatches", "The first difference of each case that has one.",
        [
          .value("case", .text, "The case's name, or where it stands."),
          .value("path", .text, "Where the recorded value stands, as a JSON path."),
          .value("line", .count, "Its line in the file."),
          .value("recorded", .text, "What the file records, as JSON."),
          .value("computed", .text, "What the engine computes, as JSON."),
        ]),
      .rows(
        "functions", "How many cases there were of each function or contract.",
        [
          .value("function", .text, "The function or the contract."),
          .value("cases", .count, "Its cases."), .value("steps", .count, "Their steps."),
          .value("mismatches", .count, "Those that differ."),
        ]),
    ])
}
