import Foundation
import Testing
import VaultCore

@testable import VaultBridge

@Suite struct HelloTests {
  let process = VaultProcess(MemoryPhone(), version: "1.2.3")

  private func hello(_ versions: [Int64], isLogged: Bool = false) -> BridgeAnswer {
    process.hello(.object(["protocols": .list(versions.map { .number($0) })]), isLogged: isLogged)
  }

  @Test func agreesOnAVersionAndGivesTheSameCapabilityToEveryPage() throws {
    guard case .resolved(let first) = hello([2, 1]), case .resolved(let second) = hello([1]) else {
      throw Unexpected(what: "refused")
    }
    #expect(first["protocol"] == .number(1))
    #expect(first["version"] == .text("1.2.3"))
    #expect(first["events"] == .number(0))
    #expect([first["page"], second["page"]] == [.number(1), .number(2)])
    #expect(first["capability"] == second["capability"])
    guard case .text(let capability) = first["capability"] else { throw Unexpected(what: "no capability") }
    #expect(capability.utf8.count == 43)
    let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    #expect(Set(capability).isSubset(of: letters))
  }

  @Test func anotherProcessHasAnotherCapability() throws {
    #expect(try Page(process).capability != Page(VaultProcess(MemoryPhone(), version: "")).capability)
  }

  @Test func saysWhatItSpeaksWhereNothingIsInCommon() {
    #expect(hello([2, 3]) == .rejected(.bridgeProtocol, data: ["protocols": .list([.number(1)])]))
    #expect(hello([]) == .rejected(.bridgeProtocol, data: ["protocols": .list([.number(1)])]))
  }

  @Test func refusesWhatIsLogged() {
    #expect(hello([1], isLogged: true) == .rejected(.policyNotMet, data: nil))
  }

  @Test func refusesWhatIsNoHello() {
    #expect(process.hello(.unreadable, isLogged: false) == .rejected(.vaultUnavailable, data: nil))
    #expect(process.hello(.object([:]), isLogged: false) == .rejected(.vaultUnavailable, data: nil))
    for none: [JSONValue] in [[], [.text("1")], [.flag(true)], [.number(2)]] {
      #expect(
        process.hello(.object(["protocols": .list(none)]), isLogged: false)
          == .rejected(.bridgeProtocol, data: ["protocols": .list([.number(1)])]))
    }
  }

  @Test(arguments: ["", "x", "wrong-capability-of-the-right-length-0123456789"])
  func aCallWithoutTheCapabilityIsRefusedBeforeAnythingElse(_ wrong: String) async throws {
    let page = try Page(process)
    var message = page.message("no such call", [:])
    message["capability"] = .text(wrong)
    let refused = BridgeAnswer.rejected(
      .bridgeCapability, data: ["id": message["id"] ?? .null, "events": .number(0)])
    #expect(await page.send(message) == refused)
    message["capability"] = nil
    #expect(await page.send(message) == refused)
    message["capability"] = .text(String(page.capability.dropLast()))
    #expect(await page.send(message) == refused)
  }

  @Test func whatIsNoMessageIsRefused() async throws {
    let page = try Page(process)
    let vault = try await page.open()
    let bad: [[String: JSONValue]] = [
      page.message("no such call", [:]), page.message("status", [:]), page.message("open", [:], vault: vault),
      page.message("no such call", [:], vault: vault), page.message("write", [:], vault: vault),
      page.message("write", ["changes": .text("x")], vault: vault),
      page.message("slotsFor", ["mode": .number(8)], vault: vault),
      page.message("slotsFor", ["mode": .flag(true)], vault: vault),
      page.message("slotsFor", ["mode": .number(257)], vault: vault),
      page.message("slotsFor", ["mode": .number(4_294_967_297)], vault: vault),
      page.message("unlock", ["only": .number(257)], vault: vault),
      page.message("no such call", [:], vault: "unknown"), page.message("open", [:], vault: "unknown"),
      page.message("events", ["after": .number(-1)]),
      page.message("unlock", ["only": .number(0)], vault: vault),
      page.message("rekey", ["mode": .number(1), "passcode": .object([:])], vault: vault),
      page.message("rekey", ["mode": .number(1), "passcode": .object(["chosen": .text("short")])], vault: vault),
    ]
    for message in bad {
      guard case .rejected(let code, _) = await page.send(message) else { throw Unexpected(what: "\(message)") }
      #expect(code == .bridgeArguments)
    }
    var noArguments = page.message("hidesScreen", [:])
    noArguments["arguments"] = nil
    var longId = page.message("hidesScreen", [:])
    longId["id"] = .text(String(repeating: "1", count: 65))
    for message in [noArguments, longId] {
      guard case .rejected(.bridgeArguments, _) = await page.send(message) else { throw Unexpected(what: "taken") }
    }
    for name in VaultCalls.names {
      #expect(await codeOf { try await page.call(name, vault: "unknown") } == .bridgeVault)
    }
    #expect(await codeOf { try await page.call("write", Page.change("a", "1"), vault: vault) } == nil)
  }

  @Test func tooLongIsRefused() async throws {
    let page = try Page(process)
    let vault = try await page.open()
    let name = String(repeating: "x", count: 65_537)
    #expect(await codeOf { _ = try await page.open(key: name) } == .bridgeArguments)
    let json = String(repeating: "x", count: 16 * 1024 * 1024 + 1)
    #expect(await codeOf { try await page.call("write", Page.change("a", json), vault: vault) } == .limitExceeded)
    #expect(try await page.call("keys", vault: vault) == .list([]))
  }

  @Test func whatIsJustShortEnoughIsTaken() async throws {
    let page = try Page(process)
    _ = try await page.open(key: String(repeating: "x", count: 65_536))
    var message = page.message("hidesScreen", [:])
    let id = String(repeating: "1", count: 64)
    message["id"] = .text(id)
    guard case .resolved(let answer) = await page.send(message) else { throw Unexpected(what: "rejected") }
    #expect(answer["id"] == .text(id))
    message["call"] = .text(String(repeating: "x", count: 64))
    guard case .rejected(.bridgeArguments, _) = await page.send(message) else { throw Unexpected(what: "taken") }
  }

  @Test func aSettingOutOfRangeIsRefused() async throws {
    let page = try Page(process)
    #expect(await codeOf { _ = try await page.open(["maxAttempts": .number(0)]) } == .invalidArguments)
    #expect(await codeOf { _ = try await page.open(["maxAttempts": .number(256)]) } == .invalidArguments)
    #expect(await codeOf { _ = try await page.open(["onEnrollmentChange": .text("x")]) } == .bridgeArguments)
    #expect(await codeOf { _ = try await page.open(["lockAfter": .number(-1)]) } == .bridgeArguments)
  }

  @Test func membersThatAreNotKnownAreIgnored() async throws {
    let page = try Page(process)
    var message = page.message("hidesScreen", ["later": .number(1)])
    message["later"] = .list([])
    guard case .resolved(let answer) = await page.send(message) else { throw Unexpected(what: "refused") }
    #expect(answer["result"] == .flag(false))
  }
}
