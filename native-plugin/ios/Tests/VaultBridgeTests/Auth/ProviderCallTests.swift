import Foundation
import Testing
import VaultCore

@testable import VaultBridge

@Suite struct ProviderCallTests {
  let phone = MemoryPhone()

  private var auth: MemoryAuth { phone.provider }

  private static func given(_ changes: [String: JSONValue] = [:]) -> [String: JSONValue] {
    let given: [String: JSONValue] = [
      "method": .text("POST"), "url": .text("https://login.example.com/token"),
      "headers": .list([header("Content-Type", "application/x-www-form-urlencoded"), header("DPoP", "proof")]),
      "body": .text("grant_type=refresh_token"), "timeout": .number(30_000),
    ]
    return given.merging(changes) { $1 }
  }

  private static func header(_ name: String, _ value: String) -> JSONValue {
    .object(["name": .text(name), "value": .text(value)])
  }

  private func answers(_ status: Int, _ headers: [String: String] = [:], _ body: Data = Data("{}".utf8)) {
    auth.facts.with { $0.answer = ProviderAnswer(status: status, headers: headers, body: body) }
  }

  private func send(_ changes: [String: JSONValue] = [:]) async throws -> JSONValue? {
    try await Page(VaultProcess(phone, version: "1")).call("sendToProvider", Self.given(changes))
  }

  @Test func sendsWhatItIsGiven() async throws {
    _ = try await send()
    let sent = try #require(auth.facts.with { $0.sent }.first)
    #expect(sent.method == .post)
    #expect(sent.address.url.absoluteString == "https://login.example.com/token")
    #expect(
      sent.headers == [
        ProviderHeader(name: "content-type", value: "application/x-www-form-urlencoded"),
        ProviderHeader(name: "dpop", value: "proof"),
      ])
    #expect(sent.body == "grant_type=refresh_token")
    #expect(sent.timeout == 30_000)
    var given = Self.given(["method": .text("GET"), "headers": .list([])])
    given["body"] = nil
    _ = try await Page(VaultProcess(phone, version: "1")).call("sendToProvider", given)
    #expect(auth.facts.with { $0.sent.last?.method } == .get)
  }

  @Test func tellsOnlySomeHeadersInOneOrder() async throws {
    answers(
      400,
      [
        "Set-Cookie": "a=CANARY", "Retry-After": "5", "DPoP-Nonce": "n", "Content-Type": "application/json",
        "Server": "x", "WWW-Authenticate": "DPoP", "Location": "https://evil.example/", "Date": "d",
        "Cache-Control": "no-store",
      ])
    let told: [JSONValue] = [
      Self.header("content-type", "application/json"), Self.header("dpop-nonce", "n"),
      Self.header("www-authenticate", "DPoP"), Self.header("date", "d"), Self.header("cache-control", "no-store"),
      Self.header("retry-after", "5"),
    ]
    #expect(
      try await send() == .object(["status": .number(400), "headers": .list(told), "body": .text("{}")]))
  }

  @Test(arguments: [100, 199, 300, 302, 307, 399, 600]) func aRedirectIsNoAnswer(_ status: Int) async throws {
    answers(status)
    #expect(try await send() == nil)
  }

  @Test(arguments: [200, 204, 299, 400, 401, 503, 599]) func anyOtherStatusIsOne(_ status: Int) async throws {
    answers(status)
    guard case .object(let answer) = try await send() else { throw Unexpected(what: "no answer") }
    #expect(answer["status"] == .number(Int64(status)))
  }

  @Test func noAnswerIsNoResult() async throws {
    #expect(try await send() == nil)
  }

  @Test func whatIsNotUTF8IsNoAnswer() async throws {
    let broken: [[UInt8]] = [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf4, 0x90, 0x80, 0x80]]
    for bytes in broken {
      answers(200, [:], Data(bytes))
      #expect(try await send() == nil)
    }
    for text in ["", "\u{feff}é", "a\0b", "\u{fffd}😀"] {
      answers(200, [:], Data(text.utf8))
      guard case .object(let answer) = try await send() else { throw Unexpected(what: "no answer") }
      guard case .text(let body) = answer["body"] else { throw Unexpected(what: "no body") }
      #expect(Array(body.utf8) == Array(text.utf8))
    }
  }

  @Test func whatIsTooLongIsNoAnswer() async throws {
    answers(200, [:], Data(repeating: 0x61, count: 1_048_577))
    #expect(try await send() == nil)
    answers(200, [:], Data(repeating: 0x61, count: 1_048_576))
    #expect(try await send() != nil)
  }

  @Test func asksOnlyWhereItIsAllowed() async throws {
    for host in ["https://evil.example", "http://login.example.com", "https://login.example.com@evil.example"] {
      let url = "\(host)/token"
      do {
        _ = try await send(["url": .text(url)])
        throw Unexpected(what: url)
      } catch let refused as Refused {
        #expect(refused == Refused(code: .policyNotMet, reason: .text("ORIGIN_NOT_ALLOWED")))
      }
    }
    #expect(auth.facts.with { $0.sent.isEmpty })
  }

  @Test func whatIsNoMessageIsRefused() async throws {
    let long = String(repeating: "a", count: 1024 * 1024 + 1)
    // Of each two and four bytes, and one and two units.
    let (umlauts, faces) = (String(repeating: "ü", count: 512 * 1024), String(repeating: "😀", count: 256 * 1024))
    let headers: [[JSONValue]] = [
      [Self.header("cookie", "a=b")], [Self.header("host", "evil.example")], [Self.header("", "a")],
      [Self.header("accept", "a\r\nHost: evil.example")], [Self.header("accept", "\u{7f}")],
      [Self.header("accept", "é")], [Self.header("accept", "a"), Self.header("Accept", "b")], [.text("accept: a")],
      [.object(["name": .text("accept")])],
    ]
    let changes: [[String: JSONValue]] =
      headers.map { ["headers": .list($0)] } + [
        ["method": .text("PUT")], ["method": .text("post")], ["method": .text("GET")],
        ["method": .text("GET"), "body": .text("")],
        ["method": .null], ["headers": .null], ["url": .null],
        ["timeout": .number(0)], ["timeout": .number(600_001)], ["timeout": .number(-1)], ["timeout": .null],
        ["body": .text(long)], ["body": .text(umlauts + "a")], ["body": .text(umlauts + umlauts)],
        ["body": .text(faces + "a")], ["body": .number(1)],
      ]
    for change in changes {
      #expect(await codeOf { _ = try await send(change) } == .bridgeArguments)
    }
    #expect(auth.facts.with { $0.sent.isEmpty })
    _ = try await send(["timeout": .number(600_000), "body": .text(String(long.dropFirst()))])
    _ = try await send(["timeout": .number(1), "headers": .list([Self.header("accept", " ~")])])
    _ = try await send(["body": .text(umlauts)])
    _ = try await send(["body": .text(faces)])
    _ = try await send(["body": .text("")])
    #expect(auth.facts.with { $0.sent.count } == 5)
  }
}
