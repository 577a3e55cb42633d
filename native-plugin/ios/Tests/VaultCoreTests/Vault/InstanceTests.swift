import Foundation
import Testing

@testable import VaultCore

/// Derives a key only when it is let. Of one test alone: it keeps a thread of Swift's pool, which has as many as there are
/// processors. Two of them would wait for each other for ever on a machine with two.
private final class Gate: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func wait() { semaphore.wait() }

  func open() { semaphore.signal() }
}

/// Until something is so, which another thread sees to.
func eventually(_ condition: () throws -> Bool) async throws {
  for _ in 0..<2000 {
    if try condition() { return }
    try await Task.sleep(nanoseconds: 5_000_000)
  }
  Issue.record("it never came to that")
}

/// A second instance of a vault, in another process or in this one.
struct InstanceTests {
  private let device = Device()

  @Test func doesNotTakeTheAttemptThatIsUnderWayForOneOfAKilledProcessNotEvenTheLastOne() async throws {
    let first = TestProcess(device).core
    try await first.create(try newVault("1234", ["a": "1"]))
    first.lock()
    for _ in 0..<4 {
      device.pass(.hour)
      #expect(try await refusalCode { try await first.unlock(passcode: "9999") } == .authenticationFailed)
    }
    device.pass(.hour)
    let gate = Gate()
    let trying = TestProcess(device) { $0.kdf = HookedKdf(base: $0.kdf) { gate.wait() } }.core
    async let unlocked: Void = trying.unlock(passcode: "1234")
    try await eventually { try device.storedAnchor().pending }
    async let started = TestProcess(device).core.start()
    gate.open()

    try await unlocked
    let found = try #require(try await started)
    #expect(found.anchor.attempts == 0 && !found.anchor.pending)
    #expect(try await trying.read() == ["a": "1"])
  }

  @Test(arguments: [(2, nil), (3, .conflict)] as [(Int, CoreErrorCode?)])
  func overtookItAndWhatIsStoredIsLookedAtAgainBeforeAnythingIsSpent(times: Int, end: CoreErrorCode?) async throws {
    let policy = VaultPolicy.test.with { $0.wipeAtMax = false }
    try await TestProcess(device).core.create(try newVault("1234", ["a": "1"], policy))
    let guesses = device.guesses
    let left = Guarded(times)
    let core = TestProcess(device) { ports in
      let overtaken: @Sendable () -> Bool = {
        left.with {
          $0 -= 1
          return $0 < 0
        }
      }
      ports.anchors = HookedAnchors(base: ports.anchors, beforeReplace: overtaken)
    }.core
    #expect(try await refusalCode { try await core.unlock(passcode: "1234") } == end)
    #expect(try device.storedAnchor().attempts == 0)
    #expect(device.guesses - guesses == (end == nil ? 1 : 0))
  }

  @Test func overtookARepairAndLoadingLooksAgain() async throws {
    try await TestProcess(device).core.create(try newVault("1234", ["a": "1"]))
    try? await TestProcess(device, .init(steps: 1)).core.unlock(passcode: "9999")
    #expect(try device.storedAnchor().pending)
    let isOvertaken = Guarded(true)
    let core = TestProcess(device) { ports in
      let once: @Sendable () -> Bool = {
        isOvertaken.with { isOvertaken in
          defer { isOvertaken = false }
          return !isOvertaken
        }
      }
      ports.anchors = HookedAnchors(base: ports.anchors, beforeReplace: once)
    }.core
    let anchor = try #require(try await core.start()).anchor
    #expect(anchor.attempts == 1 && !anchor.pending)
  }

  @Test func thatLooksWithoutATurnWaitsForNobodyAndRepairsNothing() async throws {
    let first = TestProcess(device).core
    #expect(try first.peek() == nil)
    try await first.create(try newVault("1234", ["a": "1"]))
    try? await TestProcess(device, .init(steps: 1)).core.unlock(passcode: "9999")
    let before = device.disk
    #expect(try first.peek()?.anchor.pending == true)
    #expect(device.disk == before)
  }
}
