import Foundation
import VirtualTime

/// The phone behind the fakes of Apple's modules, and the person who holds it. One for a process; its state is in a file,
/// so that the next process finds it.
public final class FakeDevice: @unchecked Sendable {
  public static let current = FakeDevice()

  public let person = Person()
  /// What the app is told when the system shows something above it; set by the fake UIKit.
  public var onSystemPrompt: (@Sendable (_ isShown: Bool) -> Void)?
  /// Statuses that Keychain functions fail with, by the function's name, once each.
  private var failures: [String: [Int32]] = [:]
  private var calls: [String: Int] = [:]
  private let lock = NSRecursiveLock()
  private var stored: DeviceState
  private let file: URL?

  private init() {
    let path = ProcessInfo.processInfo.environment["FAKE_DEVICE"]
    file = path.map { URL(fileURLWithPath: $0) }
    let data = file.flatMap { try? Data(contentsOf: $0) }
    stored = data.flatMap { try? JSONDecoder().decode(DeviceState.self, from: $0) } ?? DeviceState()
    virtual_set(stored.nanosecondsSinceBoot)
  }

  public var state: DeviceState {
    lock.withLock { stored }
  }

  /// Written before it returns, so that a process that is killed loses nothing.
  @discardableResult
  public func change<Result>(_ change: (inout DeviceState) -> Result) -> Result {
    lock.withLock {
      let result = change(&stored)
      stored.nanosecondsSinceBoot = virtual_now()
      if let file, let data = try? JSONEncoder().encode(stored) { try? data.write(to: file, options: .atomic) }
      return result
    }
  }

  /// Lets time pass, and fires the timers that fall due.
  public func pass(milliseconds: UInt64) {
    virtual_advance(milliseconds * 1_000_000)
    change { _ in }
  }

  /// The next call of this function fails with it. Several are used up in order.
  public func fail(_ function: String, with status: Int32) {
    lock.withLock { failures[function, default: []].append(status) }
  }

  /// Each fake of a Keychain function asks this first. What it counts is what tests see of how often it was called.
  public func failure(of function: String) -> Int32? {
    lock.withLock {
      calls[function, default: 0] += 1
      guard var queue = failures[function], !queue.isEmpty else { return nil }
      let status = queue.removeFirst()
      failures[function] = queue
      return status
    }
  }

  public func count(of function: String) -> Int {
    lock.withLock { calls[function, default: 0] }
  }
}
