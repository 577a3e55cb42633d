import Foundation
import Testing
import VaultCore

@testable import VaultBridge

@Suite struct MessageTests {
  @Test func takesWhatJSONGivesAndTellsNumbersFromFlags() throws {
    let text = #"{"a":true,"b":1,"c":[null,"x"],"d":9007199254740991,"e":0,"f":false}"#
    let given = try JSONSerialization.jsonObject(with: Data(text.utf8))
    #expect(
      JSONValue(given)
        == .object([
          "a": .flag(true), "b": .number(1), "c": .list([.null, .text("x")]), "d": .number(9_007_199_254_740_991),
          "e": .number(0), "f": .flag(false),
        ]))
  }

  @Test(arguments: ["[1.5]", "[9007199254740993]", "[-9007199254740993]", "[1e300]"])
  func takesNoFractionAndNothingThatJavaScriptCanNotCount(_ text: String) throws {
    #expect(JSONValue(try JSONSerialization.jsonObject(with: Data(text.utf8))) == .list([.unreadable]))
  }

  @Test func takesNoHalfOfACharacter() {
    // As units: Linux's `NSString` can't hold them, the one of a phone does.
    for half: [UInt16] in [[0x61, 0xd800], [0xdc00], [0xd800, 0x61], [0xdc00, 0xd800]] {
      #expect(JSONValue(utf16: half) == .unreadable)
    }
    #expect(JSONValue(utf16: [0xd83d, 0xde00]) == .text("😀"))
    #expect(JSONValue(NSString(string: "é😀")) == .text("é😀"))
  }

  @Test func takesNothingElse() {
    #expect(JSONValue(Date()) == .unreadable)
    #expect(JSONValue(["a": Data()]) == .object(["a": .unreadable]))
  }

  @Test func givesBackWhatItTook() throws {
    let value = JSONValue.object(["a": .list([.null, .flag(true), .number(2), .text("é")])])
    let json = try JSONSerialization.data(withJSONObject: value.any)
    #expect(JSONValue(try JSONSerialization.jsonObject(with: json)) == value)
  }

  @Test(arguments: CoreErrorCode.allCases) func everyErrorOfTheCoreHasACode(_ code: CoreErrorCode) {
    let rejection = Rejection(of: CoreError(code, "a detail", retryAfter: code == .attemptDelayed ? 5000 : nil))
    #expect(rejection.reason == code.rawValue)
    #expect(rejection.code != .unknown)
    #expect(rejection.data["retryAfter"] == (code == .attemptDelayed ? .number(5000) : nil))
    #expect(!"\(rejection)".contains("a detail"))
  }

  @Test func theTableOfCodes() {
    let table: [(CoreErrorCode, String)] = [
      (.scopeMismatch, "Corrupt"), (.slotNotFound, "KeyNotFound"), (.invalidPasscode, "InvalidArguments"),
      (.keyInvalidated, "InvalidatedCredential"), (.temporarilyUnavailable, "VaultUnavailable"),
      (.tooManyAttempts, "TooManyFailedAttempts"), (.lockedOut, "iOSBiometricsLockedOut"), (.locked, "VaultLocked"),
      (.userCanceled, "UserCanceledInteraction"), (.deviceFunctionFailed, "KeyNotFound"),
    ]
    for (code, name) in table { #expect(code.rejection.rawValue == name) }
    #expect(Rejection(of: Unexpected(what: "secret")).code == .unknown)
  }
}
