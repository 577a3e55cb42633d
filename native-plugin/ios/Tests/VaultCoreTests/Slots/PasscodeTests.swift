import OpenSSLCryptography
import Testing

@testable import VaultCore

struct PasscodeTests {
  @Test(arguments: [
    ("1234", "\u{661}\u{662}\u{663}\u{664}"), ("0189", "\u{1d7ce}\u{1d7cf}\u{1d7d6}\u{1d7d7}"),
    ("0123", "\u{1d7d8}\u{1d7e3}\u{1d7ee}\u{1d7f9}"), ("caf\u{e9}", "cafe\u{301}"), ("office", "o\u{fb03}ce"),
  ])
  func passcode_typedDifferently_isTheSame(_ first: String, _ second: String) throws {
    #expect(try normalisePasscode(typed(first)).copy == normalisePasscode(typed(second)).copy)
  }

  /// One grapheme each, and several code points.
  @Test func passcode_isMeasuredInCodePoints() async throws {
    let flag = "\u{1F1E9}\u{1F1EA}"
    #expect(flag.count == 1)
    #expect(try normalisePasscode(typed(flag + flag)).count == 16)
    #expect(try await refusal { try normalisePasscode(typed(flag)) } == "INVALID_PASSCODE")
    let long = String(repeating: "\u{1F600}", count: 128)
    #expect(try normalisePasscode(typed(long)).count == 512)
    #expect(try await refusal { try normalisePasscode(typed(long + "x")) } == "INVALID_PASSCODE")
  }

  @Test func newPasscode_shorterThanThePlatformAsks_isRefused() async throws {
    #expect(try normaliseNewPasscode(typed("12345678"), minLength: 8).count == 8)
    #expect(try await refusal { try normaliseNewPasscode(typed("1234567"), minLength: 8) } == "INVALID_PASSCODE")
  }

  @Test func itsSlot_isMadeWithTheIterationsOfTheFormat() throws {
    guard case .appPasscode(_, let iterations) = SlotRequest.appPasscode(try normalisePasscode(typed("1234"))) else {
      Issue.record("a slot of another kind")
      return
    }
    #expect(iterations == 600_000)
  }

  @Test func passcode_withControlCharacters_isTakenAsItIs() throws {
    #expect(try normalisePasscode(typed("a\u{0}b\r\nc")).copy == Bytes("a\u{0}b\r\nc".utf8))
  }
}
