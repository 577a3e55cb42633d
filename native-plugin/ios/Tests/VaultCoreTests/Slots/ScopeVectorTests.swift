import OpenSSLCryptography
import Testing

@testable import VaultCore

/// Every case of `scopes.json`.
struct ScopeVectorTests {
  @Test(arguments: try VectorCase.all(of: "scopes.json"))
  func scope(_ each: VectorCase) async throws {
    try await each.check { fields in
      let appId: String = try fields.take("appId")
      let descriptor = try Descriptor(fields)
      let expected = try fields.object("expect")
      if let error: String = try expected.takeIfAny("error") {
        try requireEqual(await refusal { try scopeOf(OpenSSLAead(), appId: appId, descriptor) }, error)
      } else {
        try requireEqual(scopeInput(appId: appId, descriptor), expected.bytes("input"))
        try requireEqual(scopeOf(OpenSSLAead(), appId: appId, descriptor), expected.bytes("scope"))
      }
      try expected.assertAllTaken()
    }
  }

  @Test func scope_ofDifferentDescriptors_neverCollides() throws {
    let scopes = try StrictObject.cases(of: "scopes.json").compactMap { each -> Bytes? in
      try each.object("expect").bytesIfAny("scope")
    }
    #expect(scopes.count > 1)
    #expect(Set(scopes).count == scopes.count)
  }
}

extension Descriptor {
  fileprivate init(_ fields: StrictObject) throws {
    if let key: String = try fields.takeIfAny("key") {
      self = .key(Array(key.utf16))
    } else if fields.has("vaultNameUtf16") {
      self = .user(vaultName: try fields.units("vaultNameUtf16"), username: try username(fields))
    } else {
      let vaultName: String = try fields.take("vaultName")
      self = .user(vaultName: Array(vaultName.utf16), username: try username(fields))
    }
  }
}

private func username(_ fields: StrictObject) throws -> [UInt16] {
  let name: String = try fields.take("username")
  return Array(name.utf16)
}
