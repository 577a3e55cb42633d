@testable import VaultCore

/// What a device has stored, in the open.
struct Disk: Equatable {
  var anchors: [String: Bytes] = [:]
  var blobs: [String: Bytes] = [:]
  /// What the blobs took the place of.
  var formers: [String: Bytes] = [:]
}

/// Keys whose prompt always succeeds.
struct KemKeys {
  var live: Set<String> = []
  /// Which secret each `enc` stands for, by the key's name and it.
  var secrets: [String: Bytes] = [:]
}

/// A device: what outlives a process, and what it was asked.
final class Device: Sendable {
  struct Contents {
    var disk = Disk()
    /// Keys by name.
    var ring: [String: Bytes] = [:]
    var kems = KemKeys()
    var now: Milliseconds = 1_000_000
    /// How often F was computed: passcodes that were tested with the device's key.
    var guesses = 0
    var random: Generator
  }

  /// Keeps the processes of this device apart.
  let mutex = DeviceMutex()
  private let contents: Guarded<UnsafeContents>

  /// `Contents` has a generator, which the compiler can't know to be used by one thread at a time.
  private struct UnsafeContents: @unchecked Sendable {
    var value: Contents
  }

  init(_ contents: Contents = Contents(random: Generator(seed: 1))) {
    self.contents = Guarded(UnsafeContents(value: contents))
  }

  func with<Result>(_ body: (inout Contents) throws -> Result) rethrows -> Result {
    try contents.with { try body(&$0.value) }
  }

  func copy() -> Device { Device(with { $0 }) }

  func pass(_ time: Milliseconds) {
    with { $0.now += time }
  }

  var disk: Disk { with { $0.disk } }

  var ring: [String: Bytes] { with { $0.ring } }

  var guesses: Int { with { $0.guesses } }
}
