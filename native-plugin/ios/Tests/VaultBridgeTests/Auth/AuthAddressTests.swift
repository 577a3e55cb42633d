import Foundation
import Testing
import VaultCore

@testable import VaultBridge

/// The same cases as in TypeScript and Java.
struct AuthAddresses: Decodable {
  struct Address: Decodable, Sendable, CustomTestStringConvertible {
    let url: String
    let isAllowed: Bool
    let why: String
    var testDescription: String { why }
  }

  struct Entry: Decodable, Sendable, CustomTestStringConvertible {
    let origin: String
    let isOrigin: Bool
    let why: String
    var testDescription: String { why }
  }

  struct CallbackURL: Decodable, Sendable, CustomTestStringConvertible {
    let callbackUrl: String
    let isUsable: Bool
    let why: String
    var testDescription: String { why }
  }

  struct Callback: Decodable, Sendable, CustomTestStringConvertible {
    let callbackUrl: String
    let state: String?
    let url: String
    let isAnswer: Bool
    let why: String
    var testDescription: String { why }
  }

  let origins: [String]
  let cases: [Address]
  let entries: [Entry]
  let callbackUrls: [CallbackURL]
  let callbacks: [Callback]

  static let all: AuthAddresses = {
    let plugin = (0..<5).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    let file = plugin.appendingPathComponent("vectors/auth-addresses.json")
    do {
      return try JSONDecoder().decode(AuthAddresses.self, from: Data(contentsOf: file))
    } catch {
      preconditionFailure("no cases: \(error)")
    }
  }()
}

@Suite struct AuthAddressTests {
  private let origins = AuthOrigins(AuthAddresses.all.origins)

  @Test(arguments: AuthAddresses.all.cases) func isAllowed(_ each: AuthAddresses.Address) {
    #expect(allows(origins, each.url) == each.isAllowed)
  }

  @Test(arguments: AuthAddresses.all.entries) func anEntryOfTheConfiguration(_ each: AuthAddresses.Entry) {
    // What is no origin allows nothing: not itself, and not what it begins with.
    let origins = AuthOrigins([each.origin])
    let given = ["https://login.example.com/", "https://id.example.com:8443/", "https://10.0.2.2/", each.origin]
    #expect(given.contains { allows(origins, $0) } == each.isOrigin)
  }

  @Test(arguments: AuthAddresses.all.callbackUrls) func isUsable(_ each: AuthAddresses.CallbackURL) {
    #expect((AuthCallback(each.callbackUrl, state: nil) != nil) == each.isUsable)
  }

  @Test(arguments: AuthAddresses.all.callbacks) func isAnswer(_ each: AuthAddresses.Callback) throws {
    let callback = try #require(AuthCallback(each.callbackUrl, state: each.state))
    #expect(callback.isAnswer(each.url) == each.isAnswer)
  }

  @Test func theSystemIsGivenWhatWasAllowed() throws {
    for one in AuthAddresses.all.cases where one.isAllowed {
      #expect(try origins.address(one.url).url.absoluteString == one.url)
    }
  }

  @Test func withoutAConfigurationNothingIsAllowed() {
    #expect(!AuthAddresses.all.cases.contains { allows(AuthOrigins([]), $0.url) })
  }

  @Test func whatIsPutOnTopOfACharacterHidesNothing() throws {
    let callback = try #require(AuthCallback("com.example.app:/cb", state: "s"))
    #expect(!callback.isAnswer("com.example.app:/cb?code=1#\u{301}&state=s"))
    #expect(!callback.isAnswer("com.example.app:/cb?\u{301}&state=s&state=s"))
    #expect(!callback.isAnswer("com.example.app:/cb?state=s&\u{301}state=s&state=s"))
    #expect(callback.isAnswer("com.example.app:/cb?\u{301}&state=s"))
  }

  @Test func aStateIsComparedByItsBytes() throws {
    let callback = try #require(AuthCallback("com.example.app:/cb", state: "\u{e9} "))
    #expect(callback.isAnswer("com.example.app:/cb?state=%C3%A9+"))
    #expect(!callback.isAnswer("com.example.app:/cb?state=e%CC%81+"))
    #expect(!callback.isAnswer("com.example.app:/cb?state=%E9+"))
  }

  private func allows(_ origins: AuthOrigins, _ url: String) -> Bool {
    (try? origins.address(url)) != nil
  }
}
