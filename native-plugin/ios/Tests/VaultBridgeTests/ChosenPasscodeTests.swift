import Foundation
import Testing
import VaultCore

@testable import VaultBridge

@Suite struct ChosenPasscodeTests {
  let phone: MemoryPhone
  let page: Page

  init() throws {
    phone = MemoryPhone()
    page = try Page(VaultProcess(phone, version: "0"))
  }

  private func chosen(_ passcode: String?, _ vault: String) async throws -> String? {
    phone.shown.with { $0.entries = [passcode.map { TypedPasscode(utf16: $0.utf16) }] }
    guard case .object(let answer) = try await page.call("choosePasscode", vault: vault),
      case .text(let reference) = answer["chosen"]
    else { return nil }
    return reference
  }

  private func login(_ reference: String, _ vault: String) async -> RejectionCode? {
    let passcode: JSONValue = .object(["chosen": .text(reference)])
    return await codeOf { try await page.call("replace", Page.login(passcode), vault: vault) }
  }

  @Test func aReferenceStandsForThePasscodeOnce() async throws {
    let vault = try await page.open(["mode": .number(1)])
    let reference = try #require(try await chosen("secret code", vault))
    #expect(reference.utf8.count == 22)
    #expect(await login(reference, vault) == nil)
    #expect(await login(reference, vault) == .missingPasscode)
    try await page.call("lock", vault: vault)
    try await page.call("unlockWithPasscode", ["passcode": Page.typed("secret code")], vault: vault)
  }

  @Test func itIsTakenOutWhateverBecomesOfTheCall() async throws {
    let vault = try await page.open(["mode": .number(1)])
    try await page.call("replace", Page.login(Page.typed("1234")), vault: vault)
    let reference = try #require(try await chosen("secret code", vault))
    try await page.call("lock", vault: vault)
    let rekey: [String: JSONValue] = ["mode": .number(1), "passcode": .object(["chosen": .text(reference)])]
    #expect(await codeOf { try await page.call("rekey", rekey, vault: vault) } == .vaultLocked)
    try await page.call("unlockWithPasscode", ["passcode": Page.typed("1234")], vault: vault)
    #expect(await codeOf { try await page.call("rekey", rekey, vault: vault) } == .missingPasscode)
  }

  @Test func itIsForOneVaultAndForNoUnlock() async throws {
    let vault = try await page.open(["mode": .number(1)])
    let other = try await page.open(["mode": .number(1)], key: "other")
    let reference = try #require(try await chosen("secret code", vault))
    #expect(await login(reference, other) == .missingPasscode)
    #expect(await login(reference, vault) == .missingPasscode)
    let second = try #require(try await chosen("secret code", vault))
    let unlock: [String: JSONValue] = ["passcode": .object(["chosen": .text(second)])]
    #expect(await codeOf { try await page.call("unlockWithPasscode", unlock, vault: vault) } == .missingPasscode)
  }

  @Test func atMostFourAreKeptAndTenMinutes() async throws {
    let vault = try await page.open(["mode": .number(1)])
    var references: [String] = []
    for _ in 1...5 { references.append(try #require(try await chosen("secret code", vault))) }
    #expect(Set(references).count == 5)
    #expect(await login(references[0], vault) == .missingPasscode)
    #expect(await login(references[1], vault) == nil)
    phone.time.pass(599_999)
    #expect(await login(references[2], vault) == nil)
    phone.time.pass(1)
    #expect(await login(references[3], vault) == .missingPasscode)
  }

  @Test func whoGivesUpChoosesNothingAndWhatIsTooShortIsSaid() async throws {
    let vault = try await page.open(["mode": .number(1)])
    #expect(try await chosen(nil, vault) == nil)
    #expect(try await chosen("123", vault) == nil)
    #expect(try await chosen(String(repeating: "x", count: 129), vault) == nil)
    #expect(try await chosen("1234\u{378}", vault) == nil)
    #expect(phone.shown.with { $0.complaints } == [.tooShort(least: 4), .tooLong(most: 128), .notAllowed])
  }

  @Test func itIsTakenOutBeforeTheEntriesAreJudged() async throws {
    let vault = try await page.open(["mode": .number(1)])
    try await page.call("replace", Page.login(Page.typed("1234")), vault: vault)
    try await page.call("lock", vault: vault)
    let reference = try #require(try await chosen("secret code", vault))
    for key in ["", String(repeating: "é", count: 513)] {
      var given = Page.login(.object(["chosen": .text(reference)]))
      given["entries"] = .list([.object(["key": .text(key), "json": .text("1")])])
      let expected: RejectionCode = key.isEmpty ? .invalidArguments : .missingPasscode
      #expect(await codeOf { try await page.call("replace", given, vault: vault) } == expected)
    }
    // The former vault is as it was.
    try await page.call("unlockWithPasscode", ["passcode": Page.typed("1234")], vault: vault)
  }
}
