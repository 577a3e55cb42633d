import Testing
import VaultCore

@testable import VaultBridge

@Suite struct AuthSessionTests {
  static let callback = "com.example.app:/auth/callback"

  let phone = MemoryPhone()

  private var auth: MemoryAuth { phone.provider }

  private func process() -> VaultProcess { VaultProcess(phone, version: "1") }

  private static func given(_ changes: [String: JSONValue] = [:]) -> [String: JSONValue] {
    let given: [String: JSONValue] = [
      "url": .text("https://login.example.com/authorize?state=s1"), "callbackUrl": .text(callback),
      "state": .text("s1"), "isEphemeral": .flag(false),
    ]
    return given.merging(changes) { $1 }
  }

  private func comesBack(_ urls: String?...) { auth.facts.with { $0.comesBack = urls } }

  @Test func answersWithWhatTheUserCameBackWith() async throws {
    let page = try Page(process())
    comesBack("\(Self.callback)?code=1&state=s1")
    let answer = try await page.call("openAuthSession", Self.given())
    #expect(answer == .object(["url": .text("\(Self.callback)?code=1&state=s1")]))
    let shown = auth.facts.with { $0.shown }
    #expect(shown.map(\.address.url.absoluteString) == ["https://login.example.com/authorize?state=s1"])
    #expect(shown.map(\.callback.kind) == [.privateUse(scheme: "com.example.app")])
    #expect(shown.map(\.isEphemeral) == [false])
  }

  @Test func answersWithNoAddressWhereTheUserClosesIt() async throws {
    let page = try Page(process())
    #expect(try await page.call("openAuthSession", Self.given(["isEphemeral": .flag(true)])) == .object([:]))
    #expect(auth.facts.with { $0.shown.map(\.isEphemeral) } == [true])
  }

  @Test func isShownAgainWhereWhatCameBackIsNoAnswer() async throws {
    let page = try Page(process())
    let forged = ["\(Self.callback)?error=access_denied", "\(Self.callback)?code=0&state=s0"]
    comesBack(forged[0], forged[1], "\(Self.callback)?code=1&state=s1")
    let answer = try await page.call("openAuthSession", Self.given())
    #expect(answer == .object(["url": .text("\(Self.callback)?code=1&state=s1")]))
    #expect(auth.facts.with { $0.shown.count } == 3)
  }

  @Test func isNotShownAgainForEver() async throws {
    let page = try Page(process())
    comesBack("\(Self.callback)", "\(Self.callback)", "\(Self.callback)", "\(Self.callback)?code=1&state=s1")
    #expect(try await page.call("openAuthSession", Self.given()) == .object([:]))
    #expect(auth.facts.with { $0.shown.count } == 3)
  }

  @Test func withoutAStateAnyQueryIsTheAnswer() async throws {
    let page = try Page(process())
    var given = Self.given()
    given["state"] = nil
    comesBack("\(Self.callback)?a=b")
    #expect(try await page.call("openAuthSession", given) == .object(["url": .text("\(Self.callback)?a=b")]))
  }

  @Test func isOneAtATimeAndTheNextOneComesAfterAnyEnd() async throws {
    let page = try Page(process())
    let second = Guarded<RejectionCode?>(nil)
    auth.facts.with { facts in
      facts.meanwhile = {
        let code = await codeOf { try await page.call("openAuthSession", Self.given()) }
        second.with { $0 = code }
      }
    }
    #expect(try await page.call("openAuthSession", Self.given()) == .object([:]))
    #expect(second.with { $0 } == .conflict)
    auth.facts.with { ($0.failure, $0.meanwhile) = (Rejection(.vaultUnavailable), {}) }
    #expect(await codeOf { try await page.call("openAuthSession", Self.given()) } == .vaultUnavailable)
    auth.facts.with { $0.failure = nil }
    #expect(try await page.call("openAuthSession", Self.given()) == .object([:]))
  }

  @Test func takesItsPlaceInTheOrderOfCalls() async throws {
    let page = try Page(process())
    // Shown until the other one was answered.
    let (over, end) = AsyncStream<Void>.makeStream()
    auth.facts.with { $0.meanwhile = { for await _ in over {} } }
    let calls = [page.begin("openAuthSession", Self.given()), page.begin("openAuthSession", Self.given())]
    let both = calls.map { call in
      Task {
        defer { end.finish() }
        return await call.answer
      }
    }
    guard case .resolved = await both[0].value, case .rejected(.conflict, _) = await both[1].value else {
      throw Unexpected(what: "another order")
    }
  }

  @Test func aPageThatIsLoadedAgainFindsItShown() async throws {
    let process = process()
    let former = try Page(process)
    let code = Guarded<RejectionCode?>(nil)
    auth.facts.with { facts in
      facts.meanwhile = {
        let found = await codeOf { try await Page(process).call("openAuthSession", Self.given()) }
        code.with { $0 = found }
      }
    }
    _ = try await former.call("openAuthSession", Self.given())
    #expect(code.with { $0 } == .conflict)
  }

  @Test func opensOnlyWhatIsAllowed() async throws {
    let page = try Page(process())
    for url in ["https://evil.example/", "http://login.example.com/", "https://login.example.com:8443/", ""] {
      let refused = await page.send(page.message("openAuthSession", Self.given(["url": .text(url)])))
      guard case .rejected(.policyNotMet, let data) = refused else { throw Unexpected(what: url) }
      #expect(data?["reason"] == .text("ORIGIN_NOT_ALLOWED"))
    }
    #expect(auth.facts.with { $0.shown.isEmpty })
  }

  @Test func comesBackByHttpsWhereTheSystemCanDoThat() async throws {
    let page = try Page(process())
    let given = Self.given(["callbackUrl": .text("https://app.example.com/callback")])
    comesBack("https://app.example.com/callback?code=1&state=s1")
    _ = try await page.call("openAuthSession", given)
    #expect(
      auth.facts.with { $0.shown.map(\.callback.kind) } == [.https(host: "app.example.com", path: "/callback")])
    auth.facts.with { $0.takesHTTPSCallbacks = false }
    #expect(await codeOf { try await page.call("openAuthSession", given) } == .vaultUnavailable)
    // No place was taken.
    #expect(await codeOf { try await page.call("openAuthSession", Self.given()) } == nil)
    #expect(auth.facts.with { $0.shown.count } == 2)
  }

  @Test func whatIsNoMessageIsRefused() async throws {
    let page = try Page(process())
    let long = "https://login.example.com/" + String(repeating: "a", count: 65_536)
    for change: [String: JSONValue] in [
      ["callbackUrl": .text("myapp:/callback")], ["callbackUrl": .text("com.example.app:/cb?x")],
      ["callbackUrl": .number(1)], ["isEphemeral": .number(1)], ["isEphemeral": .null], ["state": .number(1)],
      ["state": .text("")], ["url": .null], ["url": .text(long)],
    ] {
      let code = await codeOf { try await page.call("openAuthSession", Self.given(change)) }
      #expect(code == .bridgeArguments)
    }
    let vault = try await page.open()
    for name in ["openAuthSession", "takeAuthCallback", "sendToProvider"] {
      #expect(await codeOf { try await page.call(name, Self.given(), vault: vault) } == .bridgeArguments)
    }
    #expect(auth.facts.with { $0.shown.isEmpty })
  }

  @Test(arguments: [(599_999, true), (600_000, false)])
  func anAbsenceForItLocksOnlyWhereItTakesTooLong(_ absence: Int64, _ isUnlocked: Bool) async throws {
    let process = process()
    let page = try Page(process)
    let vault = try await page.open(["lockAfter": .number(0)])
    try await page.call("replace", Page.login(Page.typed("a passcode")), vault: vault)
    auth.facts.with { facts in
      facts.meanwhile = { [phone] in
        process.deactivate()
        process.pause()
        phone.time.pass(absence)
        process.resume()
        process.activate()
      }
    }
    _ = try await page.call("openAuthSession", Self.given())
    #expect(try await page.call("isUnlocked", vault: vault) == .flag(isUnlocked))
    // It is over: the next absence is judged as any other.
    process.pause()
    #expect(try await page.call("isUnlocked", vault: vault) == .flag(false))
  }

  @Test func locksNothingWhileItIsShownAndTheTimeOfASessionGoesOn() async throws {
    let process = process()
    let page = try Page(process)
    let vault = try await page.open(["lockAfter": .number(0), "sessionTimeout": .number(60_000)])
    try await page.call("replace", Page.login(Page.typed("a passcode")), vault: vault)
    let seen = Guarded<[JSONValue?]>([])
    auth.facts.with { facts in
      facts.meanwhile = { [phone] in
        process.deactivate()
        phone.time.pass(50_000)
        let isUnlocked = try? await page.call("isUnlocked", vault: vault)
        seen.with { $0.append(isUnlocked) }
        process.activate()
      }
    }
    _ = try await page.call("openAuthSession", Self.given())
    #expect(seen.with { $0 } == [.flag(true)])
    #expect(try await page.call("isUnlocked", vault: vault) == .flag(true))
    // The time of a session goes on.
    phone.time.pass(10_000)
    #expect(try await page.call("isUnlocked", vault: vault) == .flag(false))
  }

  @Test func nothingIsKeptForAnotherProcess() async throws {
    let page = try Page(process())
    comesBack("\(Self.callback)?code=1&state=s0")
    _ = try await page.call("openAuthSession", Self.given())
    let given: [String: JSONValue] = ["callbackUrl": .text(Self.callback), "state": .text("s0")]
    #expect(try await page.call("takeAuthCallback", given) == .object([:]))
    for change: [String: JSONValue] in [
      ["state": .null], ["state": .text("")], ["callbackUrl": .text("myapp:/callback")],
    ] {
      let code = await codeOf { try await page.call("takeAuthCallback", given.merging(change) { $1 }) }
      #expect(code == .bridgeArguments)
    }
  }
}
