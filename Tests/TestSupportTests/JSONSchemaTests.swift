import TestSupport
import Testing
import Text

/// The validator admits what a schema admits, and nothing else.
struct JSONSchemaTests {
  private static let schema = """
    {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "t",
    "type": "object", "properties": {
      "usd": {"$ref": "#/$defs/usd"},
      "name": {"anyOf": [{"type": "string"}, {"type": "null"}]},
      "count": {"type": "integer", "minimum": 0, "exclusiveMaximum": 100},
      "length": {"type": "number"}, "state": {"enum": ["on", "off"]},
      "is": {"type": "boolean"}, "any": {},
      "rows": {"type": "array", "items": {"type": "object", "properties": {"at": {"type": "integer"}},
        "required": ["at"], "additionalProperties": false}}
    }, "required": ["usd"], "additionalProperties": false,
    "$defs": {"usd": {"type": "string", "pattern": "^-?[0-9]+([.][0-9]*[1-9])?$"}}}
    """

  @Test(arguments: [
    #"{"usd": "1.5"}"#, #"{"usd": "-1", "name": null, "count": 0, "length": 1.5}"#,
    #"{"usd": "0", "state": "on", "is": false, "any": [{}], "rows": [{"at": 1}, {"at": 2}]}"#,
  ])
  func `what a schema admits`(text: String) throws {
    let schema = JSONSchema(try JSONReader.parse(Self.schema))
    #expect(schema.faults(of: try JSONReader.parse(text)) == [])
  }

  @Test(arguments: [
    "[]", "{}", #"{"usd": 1.5}"#, #"{"usd": "1.50"}"#, #"{"usd": "1e5"}"#, #"{"usd": null}"#,
    #"{"usd": "1", "more": 1}"#, #"{"usd": "1", "name": 5}"#, #"{"usd": "1", "count": 1.5}"#,
    #"{"usd": "1", "count": -1}"#, #"{"usd": "1", "count": 100}"#, #"{"usd": "1", "count": "1"}"#,
    #"{"usd": "1", "length": "1.5"}"#, #"{"usd": "1", "state": "x"}"#, #"{"usd": "1", "is": 1}"#,
    #"{"usd": "1", "rows": {}}"#, #"{"usd": "1", "rows": [{}]}"#,
    #"{"usd": "1", "rows": [{"at": 1, "on": 2}]}"#, #"{"usd": "1", "rows": [{"at": "1"}]}"#,
  ])
  func `what a schema refuses`(text: String) throws {
    let schema = JSONSchema(try JSONReader.parse(Self.schema))
    #expect(schema.faults(of: try JSONReader.parse(text)) != [])
  }

  @Test(arguments: [
    #"{"oneOf": []}"#, ##"{"$ref": "#/$defs/none"}"##, #"{"additionalProperties": {}}"#,
    #"{"pattern": "("}"#, "true",
  ])
  func `a schema that says something else is a fault`(text: String) throws {
    let schema = JSONSchema(try JSONReader.parse(text))
    #expect(schema.faults(of: try JSONReader.parse("\"a\"")) != [])
  }

  @Test func `a definition stands for itself`() throws {
    let schema = JSONSchema(try JSONReader.parse(Self.schema))
    #expect(schema.faults(of: try JSONReader.parse("\"5\""), as: "usd") == [])
    #expect(schema.faults(of: try JSONReader.parse("5"), as: "usd") != [])
    #expect(schema.faults(of: try JSONReader.parse("5"), as: "none") != [])
  }
}
