// What the core needs from where it runs. Storage, keys and cryptography answer at once, as they do on iOS; only what may
// ask a person, or wait for another process, is `async`, and that goes on where the task of the caller is cancelled. An
// implementation may be called from any thread, but for one vault by one operation at a time. Each method throws a
// `CoreError` and nothing else.

/// Of the monotonic clock.
public typealias Milliseconds = Int64

/// Milliseconds since boot, sleep included, comparable across processes.
public protocol Clock: Sendable {
  func now() -> Milliseconds
}

/// Keeps operations on one vault apart, also those of other processes that share its storage: `flock`, FORMAT.md §9 and
/// §18.1.
public protocol Mutex: Sendable {
  /// - Throws: what `task` throws; `temporarilyUnavailable`: somebody keeps it for too long, and `task` was not begun
  func hold<Result: Sendable>(
    _ name: String, during task: @Sendable () async throws -> Result
  ) async throws -> Result
}

/// How people are asked. The prompts of a `SlotKem` are its own.
public protocol Authenticator: Sendable {
  /// Shows the passcode prompt until something entered was right, or the person gave up.
  ///
  /// - Parameter submit: tries what was entered, and is not called for an empty entry. Returns the reason why another try
  ///   makes sense, `nil` when the vault is open; throws what ends the prompt, which is passed on.
  /// - Returns: `false`: the person gave up
  func enterPasscode(submit: @escaping @Sendable (TypedPasscode) async throws -> CoreError?) async throws -> Bool
}

/// Everything the core needs from where it runs.
public struct CorePorts: Sendable {
  public var random: any Random
  public var aead: any Aead
  public var kdf: any Kdf
  public var deviceFunction: any DeviceFunction
  public var anchorMac: any AnchorMac
  public var kems: SlotKems
  public var blobs: any BlobStore
  public var anchors: any AnchorStore
  public var joint: (any JointStore)?
  public var mutex: any Mutex
  public var clock: any Clock

  public init(
    random: any Random, aead: any Aead, kdf: any Kdf, deviceFunction: any DeviceFunction, anchorMac: any AnchorMac,
    kems: SlotKems, blobs: any BlobStore, anchors: any AnchorStore, joint: (any JointStore)? = nil, mutex: any Mutex,
    clock: any Clock
  ) {
    self.random = random
    self.aead = aead
    self.kdf = kdf
    self.deviceFunction = deviceFunction
    self.anchorMac = anchorMac
    self.kems = kems
    self.blobs = blobs
    self.anchors = anchors
    self.joint = joint
    self.mutex = mutex
    self.clock = clock
  }
}
