import Foundation
import Questions
import TestSupport
import Testing
import Text

/// Every answer is what its schema says, and every key of the catalogue comes out of some run.
struct AnswerTests {
  private static func schema(_ name: String) throws -> JSONSchema {
    let file = PageTests.docs.appendingPathComponent("schema/\(name).json")
    return JSONSchema(try JSONReader.parse(Array(try Data(contentsOf: file))))
  }

  @Test(arguments: AnswerRun.all)
  func `JSON is as the schema says`(run: AnswerRun) throws {
    let schema = try Self.schema(run.answer)
    let output = try run.output("json")
    #expect(output.status == run.status, "\(output.errors)")
    let faults = schema.faults(of: try JSONReader.parse(Array(output.output.utf8)))
    #expect(faults == [])
    let diagnostics = try Self.schema("diagnostics")
    for line in try AnswerRun.lines(output.errors) {
      let faults = diagnostics.faults(of: line)
      #expect(faults == [])
    }
  }

  @Test(arguments: AnswerRun.all)
  func `a line of NDJSON is as the schema says`(run: AnswerRun) throws {
    let schema = try Self.schema(run.answer)
    let answer = try #require(run.catalogue)
    let usual = answer.line == nil && answer.usualRows != Answer.figures
    let whole = run.isOfSnapshot ? "vault" : "answer"
    let definition = answer.line != nil ? "line" : usual ? "rows.\(answer.usualRows)" : whole
    let faults = try AnswerRun.lines(try run.output("ndjson").output).flatMap {
      schema.faults(of: $0, as: definition)
    }
    #expect(faults == [])
  }

  @Test func `every command and every answer has a run`() {
    #expect(Set(AnswerRun.all.map(\.answer)) == Set(Answer.all.map(\.name)))
  }

  @Test func `every declared key comes out, and every null that is declared`() throws {
    for answer in Answer.all {
      var found = Found()
      for run in AnswerRun.all where run.answer == answer.name {
        let document = try run.document()
        for root in answer.roots {
          switch root {
          case .object(let keys): found.visit(document, keys, "")
          case .rows(let keys): for row in document.elements ?? [] { found.visit(row, keys, "") }
          case .snapshot(let keys):
            for row in document["vaults"]?.elements ?? [] { found.visit(row, keys, "") }
          }
        }
      }
      let declared = answer.roots.flatMap { root -> [(String, AnswerKey)] in
        switch root {
        case .object(let keys), .rows(let keys): Found.paths(of: keys, under: "")
        // The same keys; what is null there is null with an unknown status.
        case .snapshot: []
        }
      }
      #expect(Set(declared.map(\.0)).subtracting(found.paths) == [], "\(answer.name): never there")
      let nullable = declared.filter { $0.1.absence != nil }.map(\.0)
      #expect(Set(nullable).subtracting(found.nulls) == [], "\(answer.name): never null")
    }
  }

  @Test func `a document with another key, another type or another null is refused`() throws {
    let schema = try Self.schema("pool-price")
    let run = try #require(AnswerRun.all.first { $0.answer == "pool-price" })
    let text = try run.output("json").output
    for (old, new) in [
      ("\"feeCapBps\": 1000", "\"feeCapBps\": \"1000\""), ("\"feeCapBps\"", "\"feeCap\""),
      ("\"phase\": \"", "\"phase\": \"re"), ("\"warnings\": []", "\"warnings\": null"),
      ("\"totalSupply\": \"", "\"totalSupply\": \"0x"),
    ] {
      #expect(text.contains(old))
      let changed = text.replacingOccurrences(of: old, with: new)
      #expect(schema.faults(of: try JSONReader.parse(changed)) != [], "\(new)")
    }
  }
}

/// Which of the declared keys were met.
private struct Found {
  private(set) var paths: Set<String> = []
  private(set) var nulls: Set<String> = []

  static func paths(of keys: [AnswerKey], under prefix: String) -> [(String, AnswerKey)] {
    keys.flatMap { key -> [(String, AnswerKey)] in
      let path = prefix + key.name
      switch key.content {
      case .object(let inner): return [(path, key)] + paths(of: inner, under: path + ".")
      case .rows(let inner): return [(path, key)] + paths(of: inner, under: path + "[].")
      case .value, .words, .countOr, .texts, .metric, .warnings, .place, .given:
        return [(path, key)]
      }
    }
  }

  mutating func visit(_ node: JSONNode, _ keys: [AnswerKey], _ prefix: String) {
    for key in keys {
      guard let value = node[key.name] else { continue }
      let path = prefix + key.name
      paths.insert(path)
      if value.isNull { nulls.insert(path) }
      switch key.content {
      case .object(let inner): visit(value, inner, path + ".")
      case .rows(let inner):
        for row in value.elements ?? [] { visit(row, inner, path + "[].") }
      case .value, .words, .countOr, .texts, .metric, .warnings, .place, .given: break
      }
    }
  }
}
