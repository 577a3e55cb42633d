@testable import VaultCore

typealias Hook = @Sendable (String) throws -> Void

private let nothing: Hook = { _ in }

/// A device function that does something before it does what the other one does.
struct HookedFunction: DeviceFunction {
  let base: any DeviceFunction
  var beforeCreate = nothing
  var beforeDestroy = nothing

  var prf: Prf { base.prf }

  func create(_ name: String) throws {
    try beforeCreate(name)
    try base.create(name)
  }

  func exists(_ name: String) throws -> Bool { try base.exists(name) }

  func destroy(_ name: String) throws {
    try beforeDestroy(name)
    try base.destroy(name)
  }

  func evaluate(_ name: String, _ input: SecretBytes, as prf: Prf) throws -> SecretBytes {
    try base.evaluate(name, input, as: prf)
  }
}

struct HookedMac: AnchorMac {
  let base: any AnchorMac
  var beforeMac = nothing
  var beforeDestroy = nothing

  func create(_ name: String) throws { try base.create(name) }

  func exists(_ name: String) throws -> Bool { try base.exists(name) }

  func destroy(_ name: String) throws {
    try beforeDestroy(name)
    try base.destroy(name)
  }

  func mac(_ name: String, _ data: Bytes) throws -> Bytes {
    try beforeMac(name)
    return try base.mac(name, data)
  }
}

struct HookedKem: SlotKem {
  let base: any SlotKem
  var cancelOffersOther = false
  var beforeCreate: @Sendable (_ survivesEnrolment: Bool) throws -> Void = { _ in }
  var beforeDecapsulate: @Sendable () async throws -> Void = {}
  var afterDecapsulate: @Sendable () async throws -> Void = {}
  var beforeDestroy = nothing

  var kem: Kem { base.kem }

  func create(_ name: String, survivesEnrolment: Bool) async throws -> Encapsulated {
    try beforeCreate(survivesEnrolment)
    return try await base.create(name, survivesEnrolment: survivesEnrolment)
  }

  func decapsulate(_ input: KemInput) async throws -> SecretBytes {
    try await beforeDecapsulate()
    let secret = try await base.decapsulate(input)
    try await afterDecapsulate()
    return secret
  }

  func destroy(_ name: String) throws {
    try beforeDestroy(name)
    try base.destroy(name)
  }
}

/// The same, of one that has a public key.
struct HookedPublicKem: PublicKeyKem {
  var hooked: HookedKem

  var kem: Kem { hooked.kem }
  var cancelOffersOther: Bool { hooked.cancelOffersOther }

  func create(_ name: String, survivesEnrolment: Bool) async throws -> Encapsulated {
    try await hooked.create(name, survivesEnrolment: survivesEnrolment)
  }

  func encapsulate(_ name: String) throws -> Encapsulated {
    guard let base = hooked.base as? any PublicKeyKem else { throw CoreError(.policyNotMet, "no public key") }
    return try base.encapsulate(name)
  }

  func decapsulate(_ input: KemInput) async throws -> SecretBytes { try await hooked.decapsulate(input) }

  func destroy(_ name: String) throws { try hooked.destroy(name) }
}

struct HookedKdf: Kdf {
  let base: any Kdf
  let beforeDerive: @Sendable () throws -> Void

  func derive(_ passcode: SecretBytes, salt: Bytes, iterations: Int) throws -> SecretBytes {
    try beforeDerive()
    return try base.derive(passcode, salt: salt, iterations: iterations)
  }
}
