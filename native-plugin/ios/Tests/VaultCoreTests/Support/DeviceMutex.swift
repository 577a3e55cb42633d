@testable import VaultCore

/// One at a time for each name, in the order they came.
final class DeviceMutex: Mutex {
  private struct Queue {
    var isHeld = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let queues = Guarded<[String: Queue]>([:])

  func hold<Result: Sendable>(
    _ name: String, during task: @Sendable () async throws -> Result
  ) async throws -> Result {
    await enter(name)
    defer { leave(name) }
    return try await task()
  }

  private func enter(_ name: String) async {
    await withCheckedContinuation { waiter in
      let isFree = queues.with { queues in
        let isFree = !queues[name, default: Queue()].isHeld
        queues[name, default: Queue()].isHeld = true
        if !isFree { queues[name]?.waiting.append(waiter) }
        return isFree
      }
      if isFree { waiter.resume() }
    }
  }

  private func leave(_ name: String) {
    let next: CheckedContinuation<Void, Never>? = queues.with { queues in
      if queues[name]?.waiting.isEmpty == false { return queues[name]?.waiting.removeFirst() }
      queues[name] = nil
      return nil
    }
    next?.resume()
  }
}
