/// IDVA
let anchorMagic: UInt32 = 0x4944_5641

/// Which envelope: its generation and the SHA-256 of all its bytes.
public struct EnvelopeRef: Equatable, Sendable {
  public var generation: Int
  public var digest: Bytes
}

/// The record beside the envelope. FORMAT.md §8.
public struct Anchor: Equatable, Sendable {
  public var vaultId: Bytes
  public var scope: Bytes
  public var cur: EnvelopeRef?
  /// An envelope about to take the place of `cur`.
  public var next: EnvelopeRef?
  /// With `next` the attempts start anew: its passcode is another one.
  public var nextResets = false
  /// Erasing has begun: the vault is gone.
  public var erasing = false
  /// An attempt was begun and not judged.
  public var pending = false
  /// Failed attempts, the pending one included.
  public var attempts = 0
  /// Monotonic clock, milliseconds.
  public var delayStart: Milliseconds = 0
  /// Slot ids, ascending, for which device keys may exist.
  public var keySlots: [Bytes] = []
  /// Slot ids, ascending, whose device key the system destroyed.
  public var deadSlots: [Bytes] = []
}

/// The bits of an anchor's `flags`. FORMAT.md §8.
struct AnchorFlags: OptionSet {
  let rawValue: UInt8

  static let cur = AnchorFlags(rawValue: 1)
  static let next = AnchorFlags(rawValue: 2)
  static let pending = AnchorFlags(rawValue: 4)
  static let erasing = AnchorFlags(rawValue: 8)
  static let nextResets = AnchorFlags(rawValue: 16)
  static let all: AnchorFlags = [.cur, .next, .pending, .erasing, .nextResets]
}
