@testable import VaultCore

/// Notes what the lock has done.
final class TestKeeper: KeyKeeper {
  private let noted = Guarded<[String]>([])
  private let timesForgotten = Guarded(0)

  var done: [String] { noted.with { $0 } }

  /// How often it was told that there is no lease.
  var forgotten: Int { timesForgotten.with { $0 } }

  func dropKey() { note("dropKey") }
  func dropOpened() { note("dropOpened") }
  func keepOpened() { note("keepOpened") }
  func forgetLease() { timesForgotten.with { $0 += 1 } }
  func showPrompt(_ tell: @escaping Tell) { note("showPrompt") }
  func erase() { note("erase") }
  func markSlotDead(_ tell: @escaping Tell) { note("markSlotDead") }

  private func note(_ what: String) {
    noted.with { $0.append(what) }
  }
}
