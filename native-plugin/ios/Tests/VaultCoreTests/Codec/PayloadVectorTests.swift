import Testing

@testable import VaultCore

/// Every case of `payloads.json`.
struct PayloadVectorTests {
  @Test(arguments: try VectorCase.all(of: "payloads.json"))
  func payload(_ each: VectorCase) async throws {
    try await each.check { fields in
      let bytes = try fields.bytes("hex")
      let expected = try fields.object("expect")
      if let error: String = try expected.takeIfAny("error") {
        try requireEqual(await refusal { try parsePayload(bytes) }, error)
      } else {
        let values = try parsePayload(bytes)
        try requireEqual(values.inOrder, expected.entries("values"))
        try requireEqual(encodePayload(values), bytes)
      }
      try expected.assertAllTaken()
    }
  }
}

extension Values {
  /// As the payload has them.
  var inOrder: [[Bytes]] {
    sorted { $0.key < $1.key }.map { [$0.key.utf8, $0.value] }
  }
}
