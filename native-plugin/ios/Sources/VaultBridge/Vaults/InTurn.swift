#if SWIFT_PACKAGE
  import VaultCore
#endif

/// Tasks one after the other, in the order in which they came; and what comes after them. BRIDGE.md §5.2.
public final class InTurn: Sendable {
  private let last = Guarded<Task<Void, Never>?>(nil)

  public init() {}

  /// Takes its place before it returns.
  public func begin<Result: Sendable>(
    _ task: @escaping @Sendable () async throws -> Result
  ) -> Task<Result, any Error> {
    add { before in
      await before?.value
      return try await task()
    }
  }

  /// Waits for nothing, but what comes later waits for it.
  func beginAtOnce<Result: Sendable>(
    _ task: @escaping @Sendable () async throws -> Result
  ) -> Task<Result, any Error> {
    add { before in
      defer { _ = before }
      return try await task()
    }
  }

  /// Reads what was written by then. Nothing waits for it.
  func after<Result: Sendable>(_ task: @escaping @Sendable () async throws -> Result) -> Task<Result, any Error> {
    let before = last.with { $0 }
    return Task {
      await before?.value
      return try await task()
    }
  }

  private func add<Result: Sendable>(
    _ task: @escaping @Sendable (Task<Void, Never>?) async throws -> Result
  ) -> Task<Result, any Error> {
    last.with { last in
      let before = last
      let turn = Task { try await task(before) }
      last = Task {
        await before?.value
        _ = await turn.result
      }
      return turn
    }
  }
}
