import Foundation
import Testing

/// What a runner of vectors doesn't know: then it must fail, for it would check less than the case says.
struct UnknownField: Error {
  let name: String
}

/// An object of a vector file whose every field has to be taken.
final class StrictObject {
  private var fields: [String: Any]

  init(_ json: Any) throws {
    fields = try #require(json as? [String: Any])
  }

  /// The `cases` of a file in `native-plugin/vectors`.
  static func cases(of file: String) throws -> [StrictObject] {
    try document(file).objects("cases")
  }

  /// A file in `native-plugin/vectors`.
  static func document(_ file: String) throws -> StrictObject {
    let vectors = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../../vectors").standardizedFileURL
    let data = try Data(contentsOf: vectors.appendingPathComponent(file))
    return try StrictObject(try JSONSerialization.jsonObject(with: data))
  }

  func has(_ name: String) -> Bool { fields[name] != nil }

  func take<Value>(_ name: String) throws -> Value {
    let value = fields.removeValue(forKey: name)
    return try #require(value as? Value, "\(name)")
  }

  func takeOrNull<Value>(_ name: String) throws -> Value? {
    let value = fields.removeValue(forKey: name)
    return value is NSNull ? nil : try #require(value as? Value, "\(name)")
  }

  func object(_ name: String) throws -> StrictObject { try StrictObject(try take(name) as [String: Any]) }

  func objects(_ name: String) throws -> [StrictObject] {
    try (try take(name) as [[String: Any]]).map { try StrictObject($0) }
  }

  /// Fails if a field is left.
  func read<Value>(_ value: (StrictObject) throws -> Value) throws -> Value {
    let result = try value(self)
    try assertAllTaken()
    return result
  }

  func assertAllTaken() throws {
    if let name = fields.keys.first { throw UnknownField(name: name) }
  }
}
