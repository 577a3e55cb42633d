@testable import VaultCore

/// The process was killed.
struct Crash: Error {}

/// How long a process lives: a number of steps that leave something behind, twice for each: before and after.
final class Life: Sendable {
  /// `nil`: it is not killed.
  private let left: Guarded<Int?>

  init(steps: Int? = nil) {
    left = Guarded(steps)
  }

  /// May also be set while the process runs.
  func limit(to steps: Int?) {
    left.with { $0 = steps }
  }

  /// After its crash it can do nothing any more, not even read.
  func assertAlive() throws {
    if left.with({ $0 ?? 0 }) < 0 { throw Crash() }
  }

  /// One of the steps that leave something behind.
  func step() throws {
    try assertAlive()
    left.with { left in left = left.map { $0 - 1 } }
    try assertAlive()
  }

  /// Something that leaves something behind, if it says so.
  func write(_ task: () -> Bool) throws -> Bool {
    try step()
    let isWritten = task()
    if isWritten { try step() }
    return isWritten
  }

  func write(_ task: () -> Void) throws {
    _ = try write {
      task()
      return true
    }
  }
}
