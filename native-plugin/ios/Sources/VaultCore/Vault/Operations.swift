/// The operations on one vault: in this process one after the other, and apart from those of other processes that share
/// the storage. FORMAT.md §9.
final class Operations: Sendable {
  private let mutex: any Mutex
  private let name: String
  private let turns = Turns()

  init(_ ports: CorePorts, scope: Bytes) {
    mutex = ports.mutex
    name = vaultLockName(scope.hex)
  }

  /// All that were asked for until now are over.
  func settled() async {
    await turns.run {}
  }

  /// In the task of the caller, and to its end where that is cancelled: nothing that it waits for looks at that.
  func apart<Result: Sendable>(_ task: @Sendable () async throws -> Result) async throws -> Result {
    try await turns.run { try await mutex.hold(name, during: task) }
  }

  /// What comes later finds it done. A failure shows with the next operation.
  func later(_ task: @escaping @Sendable () async throws -> Void) {
    turns.later { [mutex, name] in _ = try? await mutex.hold(name, during: task) }
  }
}
