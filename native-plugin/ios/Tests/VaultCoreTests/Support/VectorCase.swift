import Testing

@testable import VaultCore

/// A case of a file in `native-plugin/vectors`. Every field of it has to be taken.
///
/// `@unchecked Sendable`: what JSON was read to is never changed.
struct VectorCase: @unchecked Sendable, CustomTestStringConvertible {
  let file: String
  let id: String
  let why: String
  private let fields: [String: Any]

  var testDescription: String { "\(id): \(why)" }

  static func all(of file: String) throws -> [VectorCase] {
    let document = try StrictObject.document(file)
    return try (try document.take("cases") as [[String: Any]]).map { try VectorCase(file: file, $0) }
  }

  /// The bases of a file, by name.
  static func bases(of file: String) throws -> [String: [String: Any]] {
    let bases: [[String: Any]] = try StrictObject.document(file).take("bases")
    return Dictionary(uniqueKeysWithValues: try bases.map { (try #require($0["name"] as? String), $0) })
  }

  private init(file: String, _ fields: [String: Any]) throws {
    self.file = file
    id = try #require(fields["id"] as? String)
    why = try #require(fields["why"] as? String)
    self.fields = fields
  }

  /// Counted when `check` has taken every field and thrown nothing.
  ///
  /// - Parameter check: has to throw where the case fails
  func check(_ check: (StrictObject) async throws -> Void) async throws {
    let object = try StrictObject(fields.filter { $0.key != "id" && $0.key != "why" })
    try await check(object)
    try object.assertAllTaken()
    VectorCounts.passed.add(1, of: file)
  }
}

extension StrictObject {
  func bytes(_ name: String) throws -> Bytes {
    try Bytes(hex: try take(name))
  }

  func bytesIfAny(_ name: String) throws -> Bytes? {
    has(name) ? try bytes(name) : nil
  }

  func takeIfAny<Value>(_ name: String) throws -> Value? {
    has(name) ? try take(name) : nil
  }

  /// UTF-16 code units as hexadecimal.
  func units(_ name: String) throws -> [UInt16] {
    let bytes = try bytes(name)
    return stride(from: 0, to: bytes.count, by: 2).map { index -> UInt16 in
      UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
    }
  }

  /// `[key, value as text]` each, as bytes: texts that look the same may differ.
  func entries(_ name: String) throws -> [[Bytes]] {
    let texts: [[String]] = try take(name)
    return texts.map { entry in entry.map { Bytes($0.utf8) } }
  }
}

extension Bytes {
  init(hex text: String) throws {
    let digits = try text.utf8.map { try digit($0) }
    self = stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

private func digit(_ character: UInt8) throws -> UInt8 {
  switch character {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): return character - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): return character - UInt8(ascii: "a") + 10
  default: throw UnknownField(name: "a digit that is not hexadecimal")
  }
}
