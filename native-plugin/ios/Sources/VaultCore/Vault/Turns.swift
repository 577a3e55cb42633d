/// Runs tasks one after the other; a failed one doesn't stop the next. An actor would not do: it takes the next call as
/// soon as the one before waits for something.
final class Turns: Sendable {
  private struct Line {
    var isBusy = false
    /// What lets each begin that comes later.
    var waiting: [@Sendable () -> Void] = []
  }

  private let line = Guarded(Line())

  /// In the task of the caller: who finds nobody before them waits for no other thread.
  func run<Result: Sendable>(_ task: () async throws -> Result) async rethrows -> Result {
    if !begins() { await withCheckedContinuation { turn in join { turn.resume() } } }
    defer { next() }
    return try await task()
  }

  /// Takes its place before it returns.
  func later(_ task: @escaping @Sendable () async -> Void) {
    join { [self] in
      Task {
        await task()
        next()
      }
    }
  }

  /// `false`: somebody is before.
  private func begins() -> Bool {
    line.with { line in
      defer { line.isBusy = true }
      return !line.isBusy
    }
  }

  private func join(_ begin: @escaping @Sendable () -> Void) {
    let isFirst = line.with { line in
      if line.isBusy { line.waiting.append(begin) }
      defer { line.isBusy = true }
      return !line.isBusy
    }
    if isFirst { begin() }
  }

  private func next() {
    let begin = line.with { line in
      line.isBusy = !line.waiting.isEmpty
      return line.isBusy ? line.waiting.removeFirst() : nil
    }
    begin?()
  }
}
