/// Runs tasks one after the other; a failed one doesn't stop the next. An actor would not do: it takes the next call as
/// soon as the one before waits for something.
final class Turns: Sendable {
  private let last = Guarded<Task<Void, Never>?>(nil)

  /// Takes its place before it returns. The task goes on to its end, also where whoever asked for it is cancelled.
  @discardableResult
  func begin<Result: Sendable>(_ task: @escaping @Sendable () async throws -> Result) -> Task<Result, any Error> {
    last.with { last in
      let before = last
      let turn = Task {
        await before?.value
        return try await task()
      }
      last = Task { _ = await turn.result }
      return turn
    }
  }
}
