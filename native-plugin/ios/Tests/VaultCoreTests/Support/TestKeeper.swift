@testable import VaultCore

/// Notes what the lock has done.
final class TestKeeper: KeyKeeper {
  private let noted = Guarded<[String]>([])

  var done: [String] { noted.with { $0 } }

  func dropKey() { note("dropKey") }
  func dropOpened() { note("dropOpened") }
  func keepOpened() { note("keepOpened") }
  func forgetLease() {}
  func showPrompt(_ tell: @escaping Tell) { note("showPrompt") }
  func erase() { note("erase") }
  func markSlotDead(_ tell: @escaping Tell) { note("markSlotDead") }

  private func note(_ what: String) {
    noted.with { $0.append(what) }
  }
}
