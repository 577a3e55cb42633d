import Testing

@testable import VaultCore

struct TurnsTests {
  private let turns = Turns()
  private let done = Guarded<[Int]>([])

  @Test func whatIsAskedFor_isDoneInThatOrder() async throws {
    let (busy, queue) = AsyncStream<Void>.makeStream()
    turns.later { for await _ in busy {} }
    for number in 1...20 { later(number) }
    #expect(done.with { $0 } == [])
    queue.finish()
    await turns.run { note(21) }
    #expect(done.with { $0 } == Array(1...21))
  }

  @Test func whatFails_letsTheNextBegin() async throws {
    for _ in 1...3 {
      #expect(try await refusal { try await turns.run { throw conflict() } } == "CONFLICT")
    }
    later(1)
    #expect(await turns.run { done.with { $0 } } == [1])
  }

  @Test func whoIsCancelledWhileWaiting_hasTheTurnAllTheSame() async throws {
    let (busy, queue) = AsyncStream<Void>.makeStream()
    turns.later { for await _ in busy {} }
    let waiting = Task { await turns.run { note(1) } }
    waiting.cancel()
    queue.finish()
    await waiting.value
    await turns.run { note(2) }
    #expect(done.with { $0 } == [1, 2])
  }

  private func later(_ number: Int) {
    turns.later { note(number) }
  }

  private func note(_ number: Int) {
    done.with { $0.append(number) }
  }
}
