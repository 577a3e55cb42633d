import OpenSSLCryptography
import Testing

@testable import VaultCore

/// Every case of `envelopes.json`.
struct EnvelopeVectorTests {
  @Test(arguments: try VectorCase.all(of: "envelopes.json"))
  func envelope(_ each: VectorCase) async throws {
    try await each.check { fields in
      let base: String? = try fields.takeIfAny("base")
      let given = try EnvelopeCase(fields, base: try base.map { try #require(try EnvelopeBase.all.get()[$0]) })
      let level: String = try fields.take("level")
      let expected = try fields.object("expect")
      switch level {
      case "parse": try await parse(fields, given.bytes, expected)
      case "open": try await open(given, expected)
      case "compose": try compose(try fields.object("compose"), expected)
      default: throw UnknownField(name: level)
      }
      try expected.assertAllTaken()
    }
  }

  private func parse(_ fields: StrictObject, _ bytes: Bytes, _ expected: StrictObject) async throws {
    let error: String? = try expected.takeIfAny("error")
    guard let ends: [Int] = try fields.takeIfAny("truncate") else {
      return try requireEqual(await refusal { try Envelope(parsing: bytes) }, error)
    }
    try requireEqual(error, "CORRUPT")
    try await requireEveryTruncation(bytes, ends) { _ = try Envelope(parsing: $0) }
  }

  private func open(_ given: EnvelopeCase, _ expected: StrictObject) async throws {
    if let error: String = try expected.takeIfAny("error") {
      return try requireEqual(await refusal(given.open), error)
    }
    try requireEqual(await given.open().inOrder, expected.entries("values"))
  }

  private func compose(_ rule: StrictObject, _ expected: StrictObject) throws {
    let aead = OpenSSLAead()
    let header = try rule.bytes("header")
    let key = try PayloadKey(try rule.take("key") as String)
    let value = Bytes(repeating: try rule.bytes("byte")[0], count: try rule.take("length"))
    let dek = try aead.importDek(try rule.secret("dek"))
    let binding = Binding(nonce: try rule.bytes("payloadNonce"), aad: header)
    try rule.assertAllTaken()

    let salt = Bytes(header[6..<22])
    let ciphertext = try aead.seal(try encodePayload([key: value]), under: dek, salt: salt, binding)
    let payload = SealedPayload(nonce: binding.nonce, ciphertext: ciphertext[...])
    let envelope = try encodeEnvelope(headerBytes: header, payload: payload)
    try requireEqual(aead.digest(envelope), expected.bytes("sha256"))
    try requireEqual(openPayload(aead, Envelope(parsing: envelope), dek), [key: value])
  }
}

private struct EnvelopeBase: Sendable {
  let bytes: Bytes
  let scope: Bytes
  let kind: Int
  let passcode: String?
  let keys: GivenKeys

  /// By name, read once.
  static let all = Result {
    try VectorCase.bases(of: "envelopes.json").mapValues { try EnvelopeBase(try StrictObject($0)) }
  }

  private init(_ fields: StrictObject) throws {
    bytes = try fields.bytes("hex")
    scope = try fields.bytes("scope")
    kind = try fields.take("kind")
    passcode = try fields.takeIfAny("passcode")
    let vaultId = try Envelope(parsing: bytes).header.vaultId
    var keys = GivenKeys(keys: [:], secrets: [:])
    for slot in try fields.objects("slots") {
      let slotId = try slot.bytes("slotId")
      keys.keys[deviceKeyNames(vaultId, slotId).prf] = try slot.bytes("prfKey")
      keys.secrets[slotId.hex] = try slot.bytesIfAny("secret")
    }
    self.keys = keys
  }
}

/// A base, as the case changes it.
private struct EnvelopeCase {
  let bytes: Bytes
  let scope: Bytes
  let kind: Int
  let passcode: String?
  let keys: GivenKeys

  init(_ fields: StrictObject, base: EnvelopeBase?) throws {
    let edits = fields.has("edits") ? try fields.objects("edits") : []
    bytes = try (try fields.bytesIfAny("hex") ?? base?.bytes ?? []).edited(edits)
    scope = try fields.bytesIfAny("scope") ?? base?.scope ?? []
    kind = try fields.takeIfAny("kind") ?? base?.kind ?? 0
    passcode = try fields.takeIfAny("passcode") ?? base?.passcode
    var keys = base?.keys ?? GivenKeys(keys: [:], secrets: [:])
    for name in try fields.takeIfAny("missingKeys") as [String]? ?? [] { keys.keys[name] = nil }
    for (name, key) in try fields.takeIfAny("keys") as [String: String]? ?? [:] {
      keys.keys[name] = try Bytes(hex: key)
    }
    for (slotId, secret) in try fields.takeIfAny("secrets") as [String: String]? ?? [:] {
      keys.secrets[slotId] = try Bytes(hex: secret)
    }
    self.keys = keys
  }

  /// FORMAT.md §6.4, step by step.
  func open() async throws -> Values {
    let envelope = try Envelope(parsing: bytes)
    try assertScope(envelope.header.scope, scope)
    let slot = try findSlot(envelope, try #require(Kind(rawValue: UInt8(kind))))
    var ports = CorePorts(of: Device())
    ports.deviceFunction = keys
    ports.kems = keys.kems
    let passcode =
      slot.head.kdf == .none ? nil : try normalisePasscode(TypedPasscode(utf16: Array((passcode ?? "").utf16)))
    let opened = try await openSlot(ports, envelope, slot, Credential(passcode: passcode))
    return try openPayload(ports.aead, envelope, opened.dek)
  }
}
