#if SWIFT_PACKAGE
  import VaultCore
#endif

/// The events of the process, by number, and who waits for them. BRIDGE.md §5.
final class EventLog: Sendable {
  typealias Heard = @Sendable (Result<[VaultEvent], Rejection>) -> Void

  private struct Waiting {
    let after: Int64
    let heard: Heard
  }

  private struct State {
    var kept: [VaultEvent] = []
    var last: Int64 = 0
    var waiting: [Waiting] = []
    /// By the number of the event that they wait for.
    var acknowledgements: [Int64: [@Sendable () -> Void]] = [:]
    var unacknowledged: Set<Int64> = []

    func events(after number: Int64) -> [VaultEvent] {
      Array(kept.filter { $0.number > number }.prefix(BridgeLimit.eventsInAnswer))
    }
  }

  private let state = Guarded(State())

  /// The number of the last event; 0 at first.
  var last: Int64 { state.with { $0.last } }

  /// - Returns: its number
  @discardableResult
  func add(_ kind: VaultEvent.Kind, of vault: String) -> Int64 {
    let (number, answers): (Int64, [@Sendable () -> Void]) = state.with { state in
      state.last += 1
      let number = state.last
      state.kept.append(VaultEvent(number: number, vault: vault, kind: kind))
      state.unacknowledged.insert(number)
      if state.kept.count > BridgeLimit.eventsKept { state.unacknowledged.remove(state.kept.removeFirst().number) }
      let ready = state.waiting.filter { $0.after < number }
      state.waiting.removeAll { $0.after < number }
      return (number, ready.map { [state] one in { one.heard(.success(state.events(after: one.after))) } })
    }
    for answer in answers { answer() }
    return number
  }

  /// Answers once there is an event with a higher number.
  func hear(after number: Int64, _ heard: @escaping Heard) {
    let answer: (@Sendable () -> Void)? = state.with { state in
      let events = state.events(after: number)
      if !events.isEmpty { return { heard(.success(events)) } }
      state.waiting.append(Waiting(after: number, heard: heard))
      guard state.waiting.count > BridgeLimit.waitingCalls else { return nil }
      // Of a former page: the one that shows asks again after each answer.
      let oldest = state.waiting.removeFirst()
      return { oldest.heard(.failure(Rejection(.conflict))) }
    }
    answer?()
  }

  /// A number that is repeated or not known is ignored.
  func acknowledge(_ number: Int64) {
    let waiting = state.with { state in
      state.unacknowledged.remove(number)
      return state.acknowledgements.removeValue(forKey: number) ?? []
    }
    for one in waiting { one() }
  }

  /// Calls back once the app has reacted to this event: at once, where it has.
  func onAcknowledged(_ number: Int64, _ callback: @escaping @Sendable () -> Void) {
    let isOver = state.with { state in
      if !state.unacknowledged.contains(number) { return true }
      state.acknowledgements[number, default: []].append(callback)
      return false
    }
    if isOver { callback() }
  }
}
