package import Quantities
internal import Text

/// The answer to a question: what people and programs are shown, whole and bounded.
///
/// A sheet is data. One renderer a format writes it (`Sheet+Text`, `+JSON`, `+CSV`, `+HTML`); none of
/// them knows a key by name, computes a figure or opens a file.
package struct Sheet: Sendable {
  /// The heading, if the answer has one.
  package var title: Phrase?
  /// What stands behind the title: how the answer's subject is.
  package var state: State?
  /// The heading of a page, where it is another.
  package var pageTitle: String?
  /// What stands behind the title where a window shows it.
  package var headline: Phrase?
  /// Where the answer's inputs come from; the block of a chain is shown.
  package var provenance: Provenance?
  /// Whether the answer is that there is none: among others it stands last.
  package var isUnknown = false
  /// Figures, tables and the rest, in the order for reading.
  package private(set) var sections: [Section] = []
  /// What a reader should know about the figures, one sentence each; for people.
  package var remarks: [String] = []
  /// What looks wrong about the inputs.
  package var warnings: [Warning] = []
  /// The table that CSV writes where nobody chooses; nil writes the figures as one record.
  package var csvTable: String?
  /// What names the answer's subject, in front of the rows of its tables.
  package var subject: [Figure] = []
  /// The answer in a line among others of its kind: every figure that such a table can have.
  package var summary: [Figure] = []
  /// The figures of ``summary`` that are shown where nobody chooses.
  package var summaryColumns: [String] = []
  /// What programs get in place of the sections: a structure that the user gave, filled in as it is
  /// written.
  package var document: SheetWriter.Document?
  /// What NDJSON writes in place of ``document``.
  package var lines: SheetWriter.Lines?

  package init(_ title: Phrase? = nil) {
    self.title = title
  }

  /// The answer as a line among others, without its sections: what a list of many must hold.
  package var summarized: Sheet {
    var line = Sheet(title)
    (line.summary, line.summaryColumns) = (summary, summaryColumns)
    (line.provenance, line.isUnknown) = (provenance, isUnknown)
    return line
  }

  /// Adds a section.
  package mutating func append(_ section: Section) { sections.append(section) }

  /// Says which block the answer is of: first to programs, below the title to people.
  package mutating func place(at provenance: Provenance) {
    self.provenance = provenance
    guard let block = provenance.block else { return }
    sections.insert(Section(.figures(block.figures), key: "provenance", for: .programs), at: 0)
  }

  /// Adds figures; with a key they are an object of their own.
  package mutating func append(
    _ key: String? = nil, title: Section.Title? = nil, for audience: Audience = .everyone,
    figures: [Figure]
  ) {
    append(Section(.figures(figures), key: key, title: title, for: audience))
  }

  /// Adds a table.
  package mutating func append(_ table: Table, for audience: Audience = .everyone) {
    append(
      Section(.table(table), key: table.key, title: table.title.map { .heading($0) }, for: audience)
    )
  }
}

extension Sheet {
  /// How a subject is, in a word.
  package struct State: Hashable, Sendable {
    package let name: String
    /// Whether that is as it should be.
    package let isGood: Bool

    package init(_ name: String, isGood: Bool = true) {
      self.name = name
      self.isGood = isGood
    }
  }

  /// Whom a part of a sheet is for.
  package struct Audience: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    package static let text = Audience(rawValue: 1)
    package static let json = Audience(rawValue: 2)
    package static let csv = Audience(rawValue: 4)
    package static let html = Audience(rawValue: 8)
    package static let programs: Audience = [.json, .csv]
    package static let everyone: Audience = [.text, .json, .csv, .html]
  }

  /// A part of a sheet.
  package struct Section: Sendable {
    package enum Content: Sendable {
      case figures([Figure])
      case table(Table)
      /// Cells that people read; programs have the figures elsewhere.
      case cells(Cells)
      /// A derivation.
      case steps([Step])
      /// A line of its own, bold where it stands over what follows.
      case statement(Phrase, isBold: Bool)
      /// A paragraph of a page.
      case paragraph(Phrase, Role)
      /// Where programs find the warnings; people find them last.
      case warnings
      /// An object of sections.
      case group([Section])
      /// Pictures, each an SVG element.
      case plots([String])
      /// Other files of the site that a page is of.
      case links([Link])
    }

    /// A file beside a page.
    package struct Link: Hashable, Sendable {
      let title: String
      let address: String

      package init(_ title: String, _ address: String) {
        self.title = title
        self.address = address
      }
    }

    /// What a paragraph is to the page.
    package enum Role: Sendable {
      case identifier, good, doubtful, muted, footer
    }

    /// How a section begins for people.
    package enum Title: Sendable {
      case heading(Phrase)
      /// At the margin, with a label's weight.
      case margin(String)
      /// As the title of the first column.
      case column(String)
    }

    /// The content, made now where it was deferred.
    package var content: Content { make() }

    private let make: @Sendable () -> Content
    package let key: String?
    package let title: Title?
    package let audience: Audience

    package init(
      _ content: Content, key: String? = nil, title: Title? = nil,
      for audience: Audience = .everyone
    ) {
      make = { content }
      self.key = key
      self.title = title
      self.audience = audience
    }

    /// A large part for one format, made only where that format asks for it.
    package init(
      deferred make: @escaping @Sendable () -> Content, key: String? = nil, for audience: Audience
    ) {
      self.make = make
      self.key = key
      title = nil
      self.audience = audience
    }

    /// Where programs find the warnings.
    package static let warnings = Section(.warnings)
  }
}

/// A step of a derivation: a formula and its exact value.
package struct Step: Hashable, Sendable {
  package let name: String
  package let formula: String
  package let value: String
  /// What to know about the step, for example where it rounds.
  package let remark: String?

  package init(name: String, formula: String, value: String, remark: String? = nil) {
    self.name = name
    self.formula = formula
    self.value = value
    self.remark = remark
  }
}
