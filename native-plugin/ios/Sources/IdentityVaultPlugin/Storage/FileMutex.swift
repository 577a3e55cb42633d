import Darwin
import Foundation
import UIKit

#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Keeps processes apart that share the files: `flock` on a descriptor of its own. FORMAT.md §9, §18.1.
final class FileMutex: Mutex {
  /// Milliseconds.
  private static let patience: Milliseconds = 5000

  private let folder: VaultFolder
  private let clock: any Clock
  private let assertions: BackgroundAssertions

  init(folder: VaultFolder, clock: any Clock, assertions: BackgroundAssertions) {
    self.folder = folder
    self.clock = clock
    self.assertions = assertions
  }

  func hold<Result: Sendable>(
    _ name: String, during task: @Sendable () async throws -> Result
  ) async throws -> Result {
    // The system ends an app that is suspended while it holds a lock in a container that it shares.
    let assertion = assertions.begin()
    defer { assertion.end() }
    let descriptor = open(try folder.path(FileMutex.fileName(name)), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR)
    guard descriptor >= 0 else { throw DurableFile.failure("opening the lock") }
    // Closing the descriptor gives the lock up.
    defer { close(descriptor) }
    try await lock(descriptor)
    return try await task()
  }

  private func lock(_ descriptor: Int32) async throws {
    let start = clock.now()
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw DurableFile.failure("taking the lock") }
      if clock.now() - start >= FileMutex.patience {
        throw CoreError(.temporarilyUnavailable, "somebody keeps the vault for too long")
      }
      await FileMutex.pause()
    }
  }

  /// Not `Task.sleep`, which would not wait in a task that was cancelled: an operation goes on to its end there, too.
  private static func pause() async {
    await withCheckedContinuation { over in
      DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(20)) { over.resume() }
    }
  }

  /// The names of FORMAT.md §17: `hex(scope).lock`, where the core says `idv1.hex(scope)`; and `idv1`.
  private static func fileName(_ name: String) -> String {
    let prefix = "idv1."
    return "\(name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name).lock"
  }
}
