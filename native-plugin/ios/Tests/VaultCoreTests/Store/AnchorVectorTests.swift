import Testing

@testable import VaultCore

/// Every case of `anchors.json`.
struct AnchorVectorTests {
  @Test(arguments: try VectorCase.all(of: "anchors.json"))
  func anchor(_ each: VectorCase) async throws {
    try await each.check { fields in
      let level: String = try fields.take("level")
      let given = try AnchorCase(fields)
      let expected = try fields.object("expect")
      switch level {
      case "parse": try await parse(fields, try #require(given.anchor), expected)
      case "load": try await load(given, expected)
      default: throw UnknownField(name: level)
      }
      try expected.assertAllTaken()
    }
  }

  private func parse(_ fields: StrictObject, _ anchor: Bytes, _ expected: StrictObject) async throws {
    let error: String? = try expected.takeIfAny("error")
    guard let ends: [Int] = try fields.takeIfAny("truncate") else {
      return try requireEqual(await refusal { try TaggedAnchor(parsing: anchor) }, error)
    }
    try requireEqual(error, "CORRUPT")
    try await requireEveryTruncation(anchor, ends) { _ = try TaggedAnchor(parsing: $0) }
  }

  private func load(_ given: AnchorCase, _ expected: StrictObject) async throws {
    let device = given.device()
    let before = device.disk
    let watch = LoadWatch()
    var ports = CorePorts(of: device)
    ports.deviceFunction = WatchedKeys(watch: watch)
    ports.anchors = WatchedAnchors(anchors: ports.anchors, watch: watch)
    var vault: LoadedVault?
    var error = try await refusal { vault = try loadVault(ports, VaultPlace(given.scope)) }
    if error == nil && vault == nil { error = "NOT_FOUND" }

    try requireEqual(error, expected.takeIfAny("error"))
    if let vault {
      try requireLoaded(vault, device.disk.blobs[given.scope.hex], expected)
      try requireEqual(device.disk.anchors[given.scope.hex], expected.bytes("anchor"))
    } else if error == "NOT_FOUND" || error == "TOO_MANY_ATTEMPTS" {
      try requireEqual(device.disk, Disk())
      guard given.anchor != nil else { return }
      try requireEqual(watch.noted.lastAnchor ?? given.anchor, expected.bytes("anchor"))
    } else {
      try requireEqual(device.disk, before)
      return try requireEqual(watch.noted.writes, 0)
    }
    try requireEqual(watch.noted.writes, expected.take("writes"))
    try requireEqual(watch.noted.destroyed, expected.takeIfAny("destroyed") ?? [])
  }

  private func requireLoaded(_ vault: LoadedVault, _ stored: Bytes?, _ expected: StrictObject) throws {
    let generation: Int = try expected.take("generation")
    try requireEqual(vault.envelope.header.generation, generation)
    try requireEqual(Envelope(parsing: stored ?? []).header.generation, generation)
    try requireEqual(vault.anchor.attempts, expected.takeIfAny("attempts") ?? 0)
    try requireEqual(vault.anchor.deadSlots.map(\.hex), expected.takeIfAny("dead") ?? [])
  }
}

private struct AnchorBase: Sendable {
  let bytes: Bytes
  let scope: Bytes?
  let anchorKey: Bytes?

  /// By name, read once.
  static let all = Result {
    try VectorCase.bases(of: "anchors.json").mapValues { try AnchorBase(try StrictObject($0)) }
  }

  private init(_ fields: StrictObject) throws {
    bytes = try fields.bytes("hex")
    scope = try fields.bytesIfAny("scope")
    anchorKey = try fields.bytesIfAny("anchorKey")
  }
}

private struct AnchorCase {
  let scope: Bytes
  let anchor: Bytes?
  let anchorKey: Bytes?
  let envelope: Bytes?
  let former: Bytes?

  init(_ fields: StrictObject) throws {
    let bases = try AnchorBase.all.get()
    let settled = try #require(bases["settled"])
    let named = { (name: String?) in try name.map { try #require(bases[$0]).bytes } }
    if fields.has("base") { try requireEqual(fields.take("base"), "settled") }
    scope = try #require(settled.scope)

    if fields.has("anchor") {
      anchor = try (try fields.takeOrNull("anchor")).map { try Bytes(hex: $0) }
    } else {
      anchor = try settled.bytes.edited(fields.has("edits") ? try fields.objects("edits") : [])
    }
    if fields.has("anchorKey") {
      anchorKey = try (try fields.takeOrNull("anchorKey")).map { try Bytes(hex: $0) }
    } else {
      anchorKey = settled.anchorKey
    }
    envelope = try fields.bytesIfAny("envelopeHex") ?? named(try fields.takeIfAny("envelope"))
    former = try named(try fields.takeIfAny("former"))
  }

  func device() -> Device {
    var contents = Device.Contents(random: Generator(seed: 1))
    contents.disk.anchors[scope.hex] = anchor
    contents.disk.blobs[scope.hex] = envelope
    contents.disk.formers[scope.hex] = former
    contents.ring[anchorKeyName(scope)] = anchorKey
    return Device(contents)
  }
}

/// What loading did.
private final class LoadWatch: Sendable {
  struct Noted {
    var writes = 0
    var lastAnchor: Bytes?
    var destroyed: [String] = []
  }

  private let guarded = Guarded(Noted())

  var noted: Noted { guarded.with { $0 } }

  func note(_ change: (inout Noted) -> Void) {
    guarded.with(change)
  }
}

private struct WatchedAnchors: AnchorStore {
  let anchors: any AnchorStore
  let watch: LoadWatch

  func read(_ name: String) throws -> Bytes? { try anchors.read(name) }
  func remove(_ name: String) throws { try anchors.remove(name) }

  func replace(_ name: String, expected: Bytes?, with next: Bytes) throws -> Bool {
    watch.note {
      $0.writes += 1
      $0.lastAnchor = next
    }
    return try anchors.replace(name, expected: expected, with: next)
  }
}

private struct WatchedKeys: DeviceFunction {
  let watch: LoadWatch
  var prf: Prf { .hmac }

  func create(_ name: String) throws { throw Unasked() }
  func exists(_ name: String) throws -> Bool { throw Unasked() }
  func evaluate(_ name: String, _ input: SecretBytes, as prf: Prf) throws -> SecretBytes { throw Unasked() }

  func destroy(_ name: String) throws {
    watch.note { $0.destroyed.append(String(name.split(separator: ".")[2])) }
  }
}
