import Foundation
import Testing
import VaultCore

@testable import VaultBridge

@Suite struct EventTests {
  let phone: MemoryPhone
  let process: VaultProcess
  let page: Page

  init() throws {
    phone = MemoryPhone()
    process = VaultProcess(phone, version: "0")
    page = try Page(process)
  }

  private func events(after number: Int64) async throws -> [[String: JSONValue]] {
    guard case .list(let list) = try await page.call("events", ["after": .number(number)]) else { return [] }
    return list.compactMap { if case .object(let event) = $0 { event } else { nil } }
  }

  private func unlockedVault(_ settings: [String: JSONValue] = [:]) async throws -> String {
    let vault = try await page.open(settings.merging(["mode": .number(1)]) { $1 })
    try await page.call("replace", Page.login(Page.typed("1234")), vault: vault)
    return vault
  }

  @Test func eventsAreNumberedAndToldBeforeTheAnswer() async throws {
    let vault = try await unlockedVault()
    guard case .resolved(let answer) = await page.send(page.message("lock", [:], vault: vault)) else {
      throw Unexpected(what: "refused")
    }
    #expect(answer["events"] == .number(2))
    try await page.call("unlockWithPasscode", ["passcode": Page.typed("1234")], vault: vault)
    let heard = try await events(after: 0)
    #expect(heard.map { $0["number"] } == [.number(1), .number(2), .number(3)])
    #expect(heard.map { $0["type"] } == [.text("configured"), .text("locked"), .text("unlocked")])
    #expect(heard[1]["saved"] == .flag(true) && heard[1]["timeout"] == .flag(false))
    #expect(heard.allSatisfy { $0["vault"] == .text(vault) })
    #expect(try await events(after: 2).count == 1)
  }

  @Test func theIdleLockIsToldBeforeItComesAndAGestureTakesThatBack() async throws {
    let vault = try await unlockedVault(["idleTimeout": .number(20_000)])
    phone.time.pass(10_000)
    try await page.call("activity", vault: vault)
    phone.time.pass(20_000)
    #expect(await codeOf { try await page.call("readAll", vault: vault) } == .vaultLocked)
    let types = try await events(after: 1).map { $0["type"] }
    #expect(types == [.text("idle"), .text("active"), .text("locked")])
  }

  @Test func aRefusalHasTheNumberOfTheLastEventToo() async throws {
    let vault = try await unlockedVault(["maxAttempts": .number(1)])
    try await page.call("lock", vault: vault)
    let message = page.message("unlockWithPasscode", ["passcode": Page.typed("4321")], vault: vault)
    guard case .rejected(.tooManyFailedAttempts, let data) = await page.send(message) else {
      throw Unexpected(what: "taken")
    }
    #expect(data?["events"] == .number(3))
    #expect(try await events(after: 2).first?["type"] == .text("configured"))
  }

  @Test func aPageWaitsUntilThereIsSomethingToHear() async throws {
    let vault = try await page.open(["mode": .number(1)])
    let waiting = page.begin("events", ["after": .number(0)])
    try await page.call("replace", Page.login(Page.typed("1234")), vault: vault)
    guard case .resolved(let answer) = await waiting.answer, case .list(let events) = answer["result"] else {
      throw Unexpected(what: "nothing heard")
    }
    #expect(events.count == 1)
  }

  @Test func theNinthWhoWaitsTakesThePlaceOfTheOldest() async throws {
    let waiting = (0..<9).map { _ in page.begin("events", ["after": .number(0)]) }
    guard case .rejected(.conflict, let data) = await waiting[0].answer else { throw Unexpected(what: "answered") }
    #expect(data?["events"] == .number(0))
  }

  @Test func atMost64InAnAnswerAndTheLast256AreKept() throws {
    let log = EventLog()
    for _ in 1...300 { log.add(.unlocked, of: "v") }
    var heard: [Int64] = []
    for after: Int64 in [0, 44, 299, 236] {
      log.hear(after: after) { result in
        if case .success(let events) = result { numbers.with { $0 = events.map(\.number) } }
      }
      heard += numbers.with { [Int64($0.count), $0.first ?? 0] }
    }
    #expect(heard == [64, 45, 64, 45, 1, 300, 64, 237])
  }

  private let numbers = Guarded<[Int64]>([])

  @Test func whoAsksForWhatIsStillToComeWaitsForThat() throws {
    let log = EventLog()
    log.hear(after: 1) { result in
      if case .success(let events) = result { numbers.with { $0 = events.map(\.number) } }
    }
    log.add(.unlocked, of: "v")
    #expect(numbers.with { $0 } == [])
    log.add(.configured, of: "v")
    #expect(numbers.with { $0 } == [2])
  }

  @Test func timeLocksInTheBackgroundAndSaysSo() async throws {
    let vault = try await unlockedVault(["lockAfter": .number(5000)])
    process.deactivate()
    process.pause()
    phone.time.pass(5000)
    let heard = try await events(after: 1)
    #expect(heard.first?["timeout"] == .flag(true))
    process.resume()
    process.activate()
    #expect(try await page.call("isUnlocked", vault: vault) == .flag(false))
  }

  @Test func aLockThatIsDueComesBeforeAnyAnswer() async throws {
    let vault = try await unlockedVault(["lockAfter": .number(5000)])
    process.pause()
    phone.time.pass(4999)
    #expect(try await page.call("isUnlocked", vault: vault) == .flag(true))
    process.resume()
    process.pause()
    phone.time.pass(5000)
    guard case .resolved(let answer) = await page.send(page.message("hidesScreen", [:])) else {
      throw Unexpected(what: "refused")
    }
    #expect(answer["events"] == .number(2))
  }

  @Test func aVaultThatIsOpenedInTheBackgroundIsThere() async throws {
    process.deactivate()
    process.pause()
    _ = try await unlockedVault(["lockAfter": .number(1000)])
    phone.time.pass(1000)
    #expect(try await events(after: 1).first?["type"] == .text("locked"))
  }

  @Test func theCoverStaysUntilTheAppHasLeftWhatItShowed() async throws {
    let vault = try await unlockedVault(["lockAfter": .number(1000), "hideScreen": .flag(true)])
    process.deactivate()
    process.pause()
    phone.time.pass(1000)
    process.resume()
    process.activate()
    #expect(screen() == ["covered"])
    try await page.call("acknowledge", ["event": .number(1)])
    try await page.call("acknowledge", ["event": .number(99)])
    #expect(screen() == ["covered"])
    try await page.call("acknowledge", ["event": .number(2)])
    #expect(screen() == ["covered", "uncovered"])
    try await page.call("acknowledge", ["event": .number(2)])
    phone.time.pass(2000)
    #expect(screen() == ["covered", "uncovered"])
    _ = vault
  }

  @Test func andAtMostTwoSeconds() async throws {
    _ = try await unlockedVault(["lockAfter": .number(1000), "hideScreen": .flag(true)])
    process.pause()
    phone.time.pass(1000)
    process.resume()
    phone.time.pass(1999)
    #expect(screen() == ["covered"])
    phone.time.pass(1)
    #expect(screen() == ["covered", "uncovered"])
  }

  @Test func whoLeavesAgainMeanwhileIsCoveredAgain() async throws {
    _ = try await unlockedVault(["lockAfter": .number(1000), "hideScreen": .flag(true)])
    process.pause()
    phone.time.pass(1000)
    process.resume()
    process.pause()
    phone.time.pass(2000)
    try await page.call("acknowledge", ["event": .number(2)])
    #expect(screen() == ["covered", "covered"])
    process.resume()
    #expect(screen() == ["covered", "covered", "uncovered"])
  }

  @Test func theScreenIsHiddenForEveryVaultAndWithoutAny() async throws {
    process.pause()
    process.resume()
    #expect(screen() == [])
    try await page.call("setHidesScreen", ["isHidden": .flag(true)])
    #expect(try await page.call("hidesScreen") == .flag(true))
    process.pause()
    process.resume()
    #expect(screen() == ["covered", "uncovered"])
    _ = try await page.open()
    process.pause()
    process.resume()
    #expect(screen() == ["covered", "uncovered", "covered", "uncovered"])
    try await page.call("setHidesScreen", ["isHidden": .flag(false)])
    process.pause()
    process.resume()
    #expect(screen().count == 4)
  }

  @Test func anOwnPromptThatUnlocksNothingLocksNoVaultUntilItEnds() async throws {
    let vault = try await unlockedVault(["lockAfter": .number(1000)])
    let isUnlocked = Guarded<JSONValue?>(nil)
    let (page, process, time) = (page, process, phone.time)
    phone.shown.with {
      $0.whileProving = {
        process.pause()
        time.pass(5000)
        let answer = try await page.call("isUnlocked", vault: vault)
        isUnlocked.with { $0 = answer }
      }
    }
    let proof = await codeOf { try await page.call("showBiometricPrompt", ["texts": .object([:])]) }
    #expect(proof == .userCanceledInteraction)
    #expect(isUnlocked.with { $0 } == .flag(true))
    #expect(try await page.call("isUnlocked", vault: vault) == .flag(false))
  }

  @Test func twoVaultsShareTheScreen() async throws {
    let one = try await unlockedVault(["hideScreen": .flag(true), "lockAfter": .number(1000)])
    _ = try await page.open(["hideScreen": .flag(true)], key: "other")
    process.pause()
    phone.time.pass(1000)
    process.resume()
    #expect(!screen().contains("uncovered"))
    phone.time.pass(2000)
    #expect(screen().last == "uncovered")
    _ = one
  }

  private func screen() -> [String] { phone.shown.with { $0.screen } }
}
