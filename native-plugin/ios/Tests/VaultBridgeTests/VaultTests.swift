import Foundation
import Testing
import VaultCore

@testable import VaultBridge

@Suite struct VaultTests {
  let phone: MemoryPhone
  let page: Page

  init() throws {
    phone = MemoryPhone()
    page = try Page(VaultProcess(phone, version: "0"))
  }

  @Test func opensWritesAndReads() async throws {
    let vault = try await page.open()
    #expect(try await page.call("write", Page.change("a", #"{ "b":1.0 }"#), vault: vault) == nil)
    let entry = JSONValue.object(["key": .text("a"), "json": .text(#"{ "b":1.0 }"#)])
    #expect(try await page.call("read", ["keys": .texts(["a", "b", ""])], vault: vault) == .list([entry]))
    #expect(try await page.call("readAll", vault: vault) == .list([entry]))
    #expect(try await page.call("keys", vault: vault) == .list([.text("a")]))
    #expect(try await page.call("write", Page.change("a", nil), vault: vault) == nil)
    #expect(try await page.call("keys", vault: vault) == .list([]))
  }

  @Test func theSameScopeIsTheSameVaultAndTheLatestSettingsWin() async throws {
    let first = try await page.open()
    let second = try await page.open(["mode": .number(1), "maxAttempts": .number(3)])
    #expect(first == second)
    #expect(try await page.open(key: "other") != first)
    guard case .object(let status) = try await page.call("status", vault: first) else {
      throw Unexpected(what: "status")
    }
    #expect(status["mode"] == .number(1))
    #expect(status["attemptsLeft"] == .number(3))
    #expect(status["isPasscodeSetupNeeded"] == .flag(true))
  }

  @Test func ofTwoChangesTheLaterWins() async throws {
    let vault = try await page.open()
    func change(_ json: JSONValue) -> JSONValue { .object(["key": .text("a"), "json": json]) }
    try await page.call("write", ["changes": .list([change(.text("1")), change(.text("2"))])], vault: vault)
    try await page.call(
      "write", ["changes": .list([change(.null), change(.text("3"))])], vault: vault)
    #expect(
      try await page.call("readAll", vault: vault)
        == .list([.object(["key": .text("a"), "json": .text("3")])]))
    let key = String(repeating: "é", count: 513)
    #expect(await codeOf { try await page.call("write", Page.change(key, "1"), vault: vault) } == .invalidArguments)
  }

  @Test func aPasscodeIsTriedAndAttemptsAreCounted() async throws {
    let vault = try await page.open(["mode": .number(1), "maxAttempts": .number(2)])
    try await page.call("replace", Page.login(Page.typed("1234")), vault: vault)
    try await page.call("lock", vault: vault)
    #expect(await codeOf { try await page.call("readAll", vault: vault) } == .vaultLocked)
    let wrong = ["passcode": Page.typed("4321")]
    #expect(await codeOf { try await page.call("unlockWithPasscode", wrong, vault: vault) } == .authFailed)
    try await page.call("unlockWithPasscode", ["passcode": Page.typed("1234")], vault: vault)
    #expect(try await page.call("isUnlocked", vault: vault) == .flag(true))
    try await page.call("lock", vault: vault)
    #expect(await codeOf { try await page.call("unlockWithPasscode", wrong, vault: vault) } == .authFailed)
    #expect(
      await codeOf { try await page.call("unlockWithPasscode", wrong, vault: vault) } == .tooManyFailedAttempts)
    #expect(phone.disk.state.with { $0.envelopes.isEmpty && $0.anchors.isEmpty && $0.keys.isEmpty })
  }

  @Test func theBuiltInPromptSaysHowManyAttemptsAreLeft() async throws {
    let vault = try await page.open(["mode": .number(1), "maxAttempts": .number(3)])
    try await page.call("replace", Page.login(Page.typed("1234")), vault: vault)
    try await page.call("lock", vault: vault)
    let entries = ["4321", "12", "1234"].map { TypedPasscode(utf16: $0.utf16) }
    phone.shown.with { $0.entries = entries }
    try await page.call("unlock", vault: vault)
    #expect(phone.shown.with { $0.complaints } == [.wrong, .impossible])
    #expect(phone.shown.with { $0.attemptsLeft } == [3, 2, 2])
    #expect(try await page.call("isUnlocked", vault: vault) == .flag(true))
  }

  @Test func whoGivesUpIsToldSo() async throws {
    let vault = try await page.open(["mode": .number(1)])
    try await page.call("replace", Page.login(Page.typed("1234")), vault: vault)
    try await page.call("lock", vault: vault)
    #expect(await codeOf { try await page.call("unlock", vault: vault) } == .userCanceledInteraction)
  }

  @Test func whatNeedsAPasscodeAndHasNoneIsRefused() async throws {
    let vault = try await page.open(["mode": .number(1)])
    #expect(await codeOf { try await page.call("replace", Page.login(nil), vault: vault) } == .missingPasscode)
    do {
      try await page.call("replace", Page.login(Page.typed("123")), vault: vault)
      Issue.record("three characters were taken")
    } catch let refused as Refused {
      #expect(refused == Refused(code: .policyNotMet, reason: .text("PASSCODE_NOT_ALLOWED")))
    }
    do {
      try await page.call("slotsFor", ["mode": .number(0)], vault: vault)
      Issue.record("there are no biometrics")
    } catch let refused as Refused {
      #expect(refused == Refused(code: .policyNotMet, reason: .text("NO_BIOMETRIC_KEYS")))
    }
  }

  @Test func aLeaseWritesOnceAfterALockAndNothingIsRead() async throws {
    let vault = try await page.open(["mode": .number(1)])
    try await page.call("replace", Page.login(Page.typed("1234")), vault: vault)
    guard case .text(let lease) = try await page.call("lease", ["keys": .texts(["session"])], vault: vault) else {
      throw Unexpected(what: "no lease")
    }
    try await page.call("lock", vault: vault)
    let renewed = Page.change("session", "\"renewed\"").merging(["lease": .text(lease)]) { $1 }
    #expect(try await page.call("write", renewed, vault: vault) == nil)
    #expect(await codeOf { try await page.call("readAll", vault: vault) } == .vaultLocked)
    #expect(await codeOf { try await page.call("write", renewed, vault: vault) } == .vaultLocked)
    try await page.call("unlockWithPasscode", ["passcode": Page.typed("1234")], vault: vault)
    let entry = JSONValue.object(["key": .text("session"), "json": .text("\"renewed\"")])
    #expect(try await page.call("readAll", vault: vault) == .list([entry]))
  }

  @Test func aLeaseThatEndedWritesNothing() async throws {
    let vault = try await page.open(["mode": .number(1)])
    try await page.call("replace", Page.login(Page.typed("1234")), vault: vault)
    guard case .text(let lease) = try await page.call("lease", ["keys": .texts(["session"])], vault: vault) else {
      throw Unexpected(what: "no lease")
    }
    try await page.call("endLease", ["lease": .text(lease)], vault: vault)
    try await page.call("lock", vault: vault)
    let renewed = Page.change("session", "2").merging(["lease": .text(lease)]) { $1 }
    #expect(await codeOf { try await page.call("write", renewed, vault: vault) } == .vaultLocked)
  }

  @Test func aVaultInMemoryIsInUseWhileItHasValuesAndStoresNothing() async throws {
    let vault = try await page.open(["mode": .number(3)])
    try await page.call("write", Page.change("session", "1"), vault: vault)
    guard case .object(let status) = try await page.call("status", vault: vault) else {
      throw Unexpected(what: "status")
    }
    #expect(status["isStored"] == .flag(false))
    #expect(status["isInUse"] == .flag(true))
    #expect(status["hasSession"] == .flag(true))
    #expect(phone.disk.state.with { $0.envelopes.isEmpty })
  }

  @Test func eachModeHasItsWays() async throws {
    let vault = try await page.open()
    phone.shown.with { ($0.isBiometricsAvailable, $0.isDeviceCredentialAvailable) = (true, true) }
    let kinds: [[Int64]] = [[1], [3], [1, 3], [], [1], [4], [2], [1, 2]]
    for (mode, expected) in kinds.enumerated() {
      let answer = try await page.call("slotsFor", ["mode": .whole(mode)], vault: vault)
      #expect(answer == .list(expected.map { .number($0) }), "mode \(mode)")
    }
  }

  @Test func aBiometricPromptOffersThePasscodeOfTheDeviceWhereTheVaultHasIt() async throws {
    phone.shown.with { ($0.isBiometricsAvailable, $0.isDeviceCredentialAvailable) = (true, true) }
    let vault = try await page.open([
      "mode": .number(7),
      "texts": .object([
        "iosBiometricsLocalizedReason": .text("To pay"), "iosBiometricsLocalizedCancelTitle": .text(""),
      ]),
    ])
    try await page.call("replace", Page.login(nil, mode: 7), vault: vault)
    let prompts = try #require(phone.shown.with { $0.prompts })
    for (only, offers) in [(nil, true), (Int64(1), false)] {
      try await page.call("lock", vault: vault)
      try await page.call("unlock", only.map { ["only": .number($0)] } ?? [:], vault: vault)
      #expect(prompts.offersDeviceCredential == offers)
    }
    #expect(prompts.texts == PromptTexts(reason: "To pay"))
  }

  @Test func erasingNeedsNoUnlockAndForgetsTheChosenMode() async throws {
    let vault = try await page.open()
    try await page.call("rekey", ["mode": .number(3)], vault: vault)
    try await page.call("write", Page.change("a", "1"), vault: vault)
    #expect(phone.disk.state.with { $0.envelopes.isEmpty })
    try await page.call("erase", vault: vault)
    try await page.call("write", Page.change("a", "1"), vault: vault)
    #expect(phone.disk.state.with { $0.envelopes.count } == 1)
  }

  @Test func theNextProcessFindsWhatWasStoredAndKnowsNoOldId() async throws {
    let vault = try await page.open()
    try await page.call("write", Page.change("a", "1"), vault: vault)
    let next = try Page(VaultProcess(MemoryPhone(phone.disk), version: "0"))
    #expect(await codeOf { try await next.call("keys", vault: vault) } == .bridgeVault)
    #expect(try await next.call("keys", vault: try await next.open()) == .list([.text("a")]))
  }

  @Test func theProtectionOfAPasscodeSaysWhetherJavaScriptSawIt() async throws {
    let vault = try await page.open(["mode": .number(1)])
    func seen() async throws -> JSONValue? {
      guard case .object(let report) = try await page.call("protection", vault: vault) else { return nil }
      return report["passcodeSeenByJs"]
    }
    func chosen() async throws -> JSONValue {
      phone.shown.with { $0.entries = [TypedPasscode(utf16: "secret code".utf16)] }
      return try #require(try await page.call("choosePasscode", vault: vault))
    }
    #expect(try await seen() == .text("unknown"))
    let tooShort = Page.login(Page.typed("123"))
    #expect(await codeOf { try await page.call("replace", tooShort, vault: vault) } == .policyNotMet)
    #expect(try await seen() == .text("unknown"))
    try await page.call("replace", Page.login(Page.typed("1234")), vault: vault)
    #expect(try await seen() == .text("yes"))
    try await page.call("rekey", ["mode": .number(1), "passcode": try await chosen()], vault: vault)
    #expect(try await seen() == .text("no"))
    try await page.call("rekey", ["mode": .number(1)], vault: vault)
    #expect(try await seen() == .text("no"))

    let right = ["passcode": Page.typed("secret code")]
    // It is unlocked: nothing is tried.
    try await page.call("unlockWithPasscode", right, vault: vault)
    try await page.call("lock", vault: vault)
    let rekey: [String: JSONValue] = ["mode": .number(1), "passcode": Page.typed("5678")]
    #expect(await codeOf { try await page.call("rekey", rekey, vault: vault) } == .vaultLocked)
    let wrong = ["passcode": Page.typed("4321")]
    #expect(await codeOf { try await page.call("unlockWithPasscode", wrong, vault: vault) } == .authFailed)
    #expect(try await seen() == .text("no"))
    try await page.call("unlockWithPasscode", right, vault: vault)
    #expect(try await seen() == .text("yes"))
    try await page.call("replace", Page.login(try await chosen()), vault: vault)
    #expect(try await seen() == .text("no"))
    try await page.call("rekey", rekey, vault: vault)
    #expect(try await seen() == .text("yes"))
    try await page.call("erase", vault: vault)
    #expect(try await seen() == .text("unknown"))
  }

  @Test func whatTheLastAttemptErasedHasNoPasscodeThatWasSeen() async throws {
    let vault = try await page.open(["mode": .number(1), "maxAttempts": .number(1)])
    try await page.call("replace", Page.login(Page.typed("1234")), vault: vault)
    try await page.call("lock", vault: vault)
    let wrong = ["passcode": Page.typed("4321")]
    #expect(
      await codeOf { try await page.call("unlockWithPasscode", wrong, vault: vault) } == .tooManyFailedAttempts)
    guard case .object(let report) = try await page.call("protection", vault: vault) else {
      throw Unexpected(what: "no report")
    }
    #expect(report["passcodeSeenByJs"] == .text("unknown"))
  }

  @Test func whatAnEarlierProcessTookIsNotKnownUntilItOpens() async throws {
    let former = try await page.open(["mode": .number(1)])
    try await page.call("replace", Page.login(Page.typed("1234")), vault: former)
    let next = try Page(VaultProcess(MemoryPhone(phone.disk), version: "0"))
    let vault = try await next.open(["mode": .number(1)])
    for expected in ["unknown", "yes"] {
      guard case .object(let report) = try await next.call("protection", vault: vault) else {
        throw Unexpected(what: "no report")
      }
      #expect(report["passcodeSeenByJs"] == .text(expected))
      try await next.call("unlockWithPasscode", ["passcode": Page.typed("1234")], vault: vault)
    }
  }

  @Test func aKeyThatCanNotBeOneIsJudgedAfterTheLock() async throws {
    let vault = try await page.open(["mode": .number(1)])
    try await page.call("replace", Page.login(Page.typed("1234")), vault: vault)
    for key in ["", String(repeating: "é", count: 513), String(repeating: "x", count: 65_537)] {
      let change = Page.change(key, "1")
      #expect(await codeOf { try await page.call("write", change, vault: vault) } == .invalidArguments)
      try await page.call("lock", vault: vault)
      #expect(await codeOf { try await page.call("write", change, vault: vault) } == .vaultLocked)
      try await page.call("unlockWithPasscode", ["passcode": Page.typed("1234")], vault: vault)
      #expect(try await page.call("keys", vault: vault) == .list([.text("session")]))
    }
    let memory = try await page.open(["mode": .number(3)], key: "memory")
    #expect(await codeOf { try await page.call("write", Page.change("", "1"), vault: memory) } == .invalidArguments)
    let nothing = try await page.open(key: "nothing")
    let files = phone.disk.state.with { $0.envelopes.count }
    #expect(await codeOf { try await page.call("write", Page.change("", "1"), vault: nothing) } == .invalidArguments)
    #expect(phone.disk.state.with { $0.envelopes.count } == files)
  }

  /// A process that has looked at nothing yet: its unlock waits for the storage, and the lock for nothing.
  @Test(arguments: [true, false]) func aLockThatComesAfterAnUnlockWins(isPrompt: Bool) async throws {
    let former = try await page.open(["mode": .number(1)])
    try await page.call("replace", Page.login(Page.typed("1234")), vault: former)
    let next = MemoryPhone(phone.disk)
    let page = try Page(VaultProcess(next, version: "0"))
    let vault = try await page.open(["mode": .number(1)])
    next.shown.with { $0.entries = [TypedPasscode(utf16: "1234".utf16)] }
    let (gate, opened) = AsyncStream<Void>.makeStream()
    phone.disk.state.with { $0.gate = Task { for await _ in gate {} } }
    let unlock =
      isPrompt
      ? page.begin("unlock", vault: vault)
      : page.begin("unlockWithPasscode", ["passcode": Page.typed("1234")], vault: vault)
    try await page.call("lock", vault: vault)
    opened.finish()
    guard case .rejected(.vaultLocked, _) = await unlock.answer else { throw Unexpected(what: "unlocked") }
    #expect(try await page.call("isUnlocked", vault: vault) == .flag(false))
    #expect(next.shown.with { $0.entries.count } == 1)
    try await page.call("unlock", vault: vault)
    #expect(try await page.call("isUnlocked", vault: vault) == .flag(true))
  }

  @Test func aStatusIsThatOfTheMomentItWasAskedFor() async throws {
    let vault = try await page.open(["mode": .number(1)])
    try await page.call("replace", Page.login(Page.typed("1234")), vault: vault)
    let asked = page.begin("status", vault: vault)
    let lock = page.begin("lock", vault: vault)
    guard case .resolved = await lock.answer, case .resolved(let answer) = await asked.answer,
      case .object(let status) = answer["result"]
    else { throw Unexpected(what: "no status") }
    #expect(status["isLocked"] == .flag(false))
  }

  @Test func callsOfOneVaultBeginInTheirOrder() async throws {
    let vault = try await page.open()
    let gate = Guarded<CheckedContinuation<Void, Never>?>(nil)
    let held = Task { await withCheckedContinuation { opened in gate.with { $0 = opened } } }
    phone.disk.state.with { $0.gate = held }
    let answers = [
      page.begin("write", Page.change("a", "1"), vault: vault), page.begin("keys", vault: vault),
      page.begin("write", Page.change("b", "2"), vault: vault), page.begin("erase", vault: vault),
      page.begin("keys", vault: vault),
    ]
    while gate.with({ $0 == nil }) { await Task.yield() }
    gate.with { $0 }?.resume()
    var results: [JSONValue?] = []
    for stream in answers {
      guard case .resolved(let members) = await stream.answer else { throw Unexpected(what: "rejected") }
      results.append(members["result"])
    }
    #expect(results[4] == .list([]))
    #expect(phone.disk.state.with { $0.envelopes.isEmpty && $0.keys.isEmpty })
  }

  @Test func aCallAfterALockFindsItLocked() async throws {
    let vault = try await page.open(["mode": .number(1)])
    try await page.call("replace", Page.login(Page.typed("1234")), vault: vault)
    let lock = page.begin("lock", vault: vault)
    let read = page.begin("readAll", vault: vault)
    guard case .resolved = await lock.answer, case .rejected(.vaultLocked, _) = await read.answer else {
      throw Unexpected(what: "the read came before the lock")
    }
  }

  @Test func whatTheDeviceSaysIsPassedOn() async throws {
    guard case .object(let facts) = try await page.call("deviceFacts") else { throw Unexpected(what: "facts") }
    #expect(facts["hardware"] == .texts(["face"]))
    #expect(facts["permission"] == .text("prompt"))
    #expect(try await page.call("isBiometricsSupported") == .flag(true))
    #expect(try await page.call("isBiometricsAvailable") == .flag(false))
    let texts: JSONValue = .object(["iosBiometricsLocalizedReason": .text("To pay")])
    #expect(
      await codeOf { try await page.call("showBiometricPrompt", ["texts": texts]) } == .userCanceledInteraction)
    #expect(phone.shown.with { $0.proved } == [PromptTexts(reason: "To pay")])
  }
}
