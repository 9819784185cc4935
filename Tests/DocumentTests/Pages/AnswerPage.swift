import Quantities
import Questions
import Text
import Yields

/// `docs/json.md`: every key of every answer.
enum AnswerPage {
  static var text: String {
    var page = PageText(
      "Answers for programs",
      """
      Every command answers in JSON, NDJSON and CSV with the same keys, exactly and completely. This \
      page has every key of every answer. The JSON Schemas (2020-12) in [docs/schema](schema) say the \
      same to programs.
      """)
    appendRule(to: &page)
    appendUnits(to: &page)
    for answer in Answer.all { append(answer, to: &page) }
    appendCSV(to: &page)
    appendDiagnostics(to: &page)
    return page.finished
  }

  private static func appendRule(to page: inout PageText) {
    page.heading("The rule")
    page.list([
      "US dollars are strings of plain decimals in keys that end in `Usd`; the inputs `rewardPrice` "
        + "and `stakePrice` keep their names.",
      "Whole tokens are strings of plain decimals in keys that end in `Tokens`; `rewardsPerDay`, "
        + "`rewardsPerYear` and `rewardsUntilFinish` keep their names.",
      "A contract's integers are strings of digits, named as the contract names them, in the "
        + "contract's unit.",
      "Times are unix seconds, numbers. Spans of time are seconds, numbers, in keys that end in "
        + "`Seconds`; `secondsLeft` and the contract's `rewardsDuration` keep their names.",
      "Shares and yields are fractions: strings of plain decimals, 0.5 for 50 %. Keys that end in "
        + "`Percent` have the same times 100.",
      "Basis points are numbers in keys that end in `Bps`. Counts and blocks are numbers.",
      "A whole number from 2^53 on is a string of digits, where smaller ones are numbers: a "
        + "reader that takes numbers for doubles would lose digits.",
      "What does not exist is `null`, and an empty cell in CSV. A key with a condition in brackets "
        + "is there under that condition only; all others are always there.",
    ])
    page.heading("Rows")
    page.paragraph(
      """
      CSV has rows of one kind, and so has NDJSON where `--table NAME` chooses one; `figures` is the \
      answer without its tables as one row, in which the figures of an object have its key: \
      `assets.buffer`. NDJSON without `--table` is one answer per line where CSV has `figures`, else a \
      line for each of the same rows. Rows of answers about vaults begin with `vault` and `name` \
      (`vaultName` where the rows have names of their own); a vault without rows has one whose other \
      columns are null. The rows are equal in all formats; in \
      CSV the elements of an array stand behind each other with `;`, the members of an object as \
      `key=value` with blanks.
      """)
  }

  private static func appendUnits(to page: inout PageText) {
    page.heading("Units")
    page.list(FigureUnit.allCases.map { "`\($0.name)`: \($0.meaning)" })
  }

  private static func append(_ answer: Answer, to page: inout PageText) {
    page.heading(answer.command)
    page.paragraph("\(answer.meaning) Schema: [\(answer.name).json](schema/\(answer.name).json).")
    let rows = answer.rows.map { "`\($0.name)`" + ($0.name == answer.usualRows ? " (usual)" : "") }
    if !rows.isEmpty { page.paragraph("Rows: \(rows.joined(separator: ", ")).") }
    page.list(items(answer.keys, under: ""))
    if let line = answer.line {
      page.paragraph("A line of NDJSON without `--table`:")
      page.list(items(line, under: ""))
    }
    for rows in answer.ownRows + answer.furtherRows {
      page.paragraph("A row of `\(rows.name)`:")
      page.list(items(rows.keys, under: ""))
    }
  }

  private static func items(_ keys: [AnswerKey], under prefix: String) -> [String] {
    keys.flatMap { key -> [String] in
      let path = prefix + key.name
      let own = "`\(path)`: \(description(of: key))"
      switch key.content {
      case .object(let inner): return [own] + items(inner, under: path + ".")
      case .rows(let inner): return [own] + items(inner, under: path + "[].")
      case .value, .words, .countOr, .texts, .metric, .warnings, .place, .given: return [own]
      }
    }
  }

  private static func description(of key: AnswerKey) -> String {
    var parts = [kind(of: key.content)]
    if let absence = key.absence { parts.append("null where \(absence)") }
    let description = "\(parts.joined(separator: "; ")). \(key.meaning)"
    return key.condition.map { "(\($0)) \(description)" } ?? description
  }

  private static func kind(of content: AnswerKey.Content) -> String {
    switch content {
    case .value(let unit): unit.name
    case .words(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .countOr(let word): "count, or `\(word)`"
    case .texts: "array of texts"
    case .metric: "of the metric's unit"
    case .warnings: "array of `{code, message, field}`"
    case .object: "object"
    case .place: "object with a key for each axis"
    case .rows: "array of objects"
    case .given: "anything"
    }
  }

  private static func appendCSV(to page: inout PageText) {
    page.heading("csv")
    page.paragraph(
      """
      `csv` appends [figures](figures.md) to the columns of a file: `\
      \(FigureKey.columns.map(\.column).joined(separator: "`, `"))`. Where there is none of a figure \
      its cell is empty. See [csv](csv.md) for the file of rejected rows.
      """)
  }

  private static func appendDiagnostics(to page: inout PageText) {
    page.heading("Errors, notes and warnings")
    page.paragraph(
      """
      With `--format json` or `ndjson`, errors and notes on stderr are JSON, one object per line: \
      `{"error": ...}` or `{"note": ...}`. Schema: [diagnostics.json](schema/diagnostics.json). The \
      codes stand in [faults](faults.md), those of warnings in [warnings](warnings.md).
      """)
    page.list([
      "`code`: text. The kind, stable for programs.",
      "`message`: text. The whole line as people read it.",
      "`file`: text; null where it is about no file. The file as it was named.",
      "`line`, `column`: count; null where they are not known. From 1.",
      "`path`: text; null where there is none. The option, the key or path of JSON, or the column.",
      "`found`: text. What is there.",
      "`expected`: text; null where `found` says it all. What should be there.",
      "`hint`: text; null where there is none. What to do about it, or what was done.",
    ])
    page.paragraph("A warning of an answer:")
    page.list([
      "`code`: text. The kind, stable for programs.",
      "`message`: text. One sentence with the evidence.",
      "`field`: text; null where it is about several. The key of the input.",
    ])
  }
}
