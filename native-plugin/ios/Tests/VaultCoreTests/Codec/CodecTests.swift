import Foundation
import Testing

@testable import VaultCore

/// What a port to Swift gets wrong and no vector can show: its texts, its numbers and its slices.
struct CodecTests {
  @Test func payload_keysThatSwiftTakesForEqual_areTwoKeys() throws {
    let (composed, decomposed) = ("caf\u{e9}", "cafe\u{301}")
    #expect(composed == decomposed)
    let values: Values = [try PayloadKey(composed): [1], try PayloadKey(decomposed): [2]]
    #expect(values.count == 2)
    #expect(try parsePayload(try encodePayload(values)) == values)
  }

  @Test func payloadKey_ofManyGraphemes_isMeasuredInBytes() throws {
    let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"
    #expect(family.count == 1)
    #expect(try PayloadKey(family).utf8.count == 18)
    #expect(try PayloadKey(String(repeating: "\u{e9}", count: 512)).utf8.count == 1024)
    #expect(throws: CoreError.self) { try PayloadKey(String(repeating: "\u{e9}", count: 512) + "e") }
    #expect(throws: CoreError.self) { try PayloadKey("") }
  }

  @Test func payloadKey_ofUTF16_refusesHalfOfACharacter() async throws {
    let emoji: [UInt16] = [0xD83D, 0xDE00]
    #expect(try PayloadKey(utf16: emoji).text == "\u{1F600}")
    for broken in [[0xD83D], [0xDE00], [0xDE00, 0xD83D], [0x61, 0xD83D, 0x61]] as [[UInt16]] {
      #expect(try await refusal { try PayloadKey(utf16: broken) } == "INVALID_ARGUMENT")
    }
  }

  @Test func payloadKeys_areOrderedAsUnsignedBytes() throws {
    let texts = ["a", "a\u{0}", "z", "\u{7f}", "\u{e9}", "\u{ffff}", "\u{10000}"]
    let keys = try texts.map { try PayloadKey($0) }
    #expect(keys.shuffled().sorted() == keys)
  }

  @Test(arguments: [-1, 256, 65_536, Int.max, Int.min])
  func header_numbersThatNoFieldHolds_areRefusedAndEndNoProcess(_ number: Int) async throws {
    var header = try someHeader()
    header.maxAttempts = number
    #expect(try await refusal { try header.encoded() } == "INVALID_ARGUMENT")
    header.maxAttempts = 5
    header.generation = number < 0 ? number : number | 1 << 32
    #expect(try await refusal { try header.encoded() } == "INVALID_ARGUMENT")
  }

  @Test func anchor_numbersThatNoFieldHolds_areRefusedAndEndNoProcess() async throws {
    var anchor = Anchor(vaultId: Bytes(repeating: 1, count: 16), scope: Bytes(repeating: 2, count: 32))
    anchor.delayStart = -1
    #expect(try await refusal { try anchor.encoded() } == "INVALID_ARGUMENT")
    anchor.delayStart = 0
    anchor.attempts = 256
    #expect(try await refusal { try anchor.encoded() } == "INVALID_ARGUMENT")
  }

  @Test func parsers_ofAnyBytes_refuseAndEndNoProcess() throws {
    var generator = Generator(seed: 14)
    for _ in 0..<20_000 {
      let length = generator.number(0...96)
      var bytes = generator.bytes(length)
      // Far enough into a record that lengths and numbers are read, which are as large as they can be.
      if generator.isOnce(in: 2) { bytes = Bytes("IDV1".utf8) + [1, 1] + bytes }
      if generator.isOnce(in: 2) { bytes += Bytes(repeating: 0xff, count: generator.number(0...64)) }
      _ = try? Envelope(parsing: bytes)
      _ = try? TaggedAnchor(parsing: Bytes("IDVA".utf8) + [1, 3] + bytes)
      _ = try? parsePayload(bytes)
    }
    #expect(throws: CoreError.self) { try parsePayload([0xff, 0xff, 0xff, 0xff]) }
    #expect(throws: CoreError.self) { try parsePayload([0, 0, 0, 1, 0, 1, 0x61, 0xff, 0xff, 0xff, 0xff]) }
  }

  /// A slice keeps the indexes of what it was cut from; the core takes only arrays, which begin at 0.
  @Test func envelope_ofASliceOfData_isReadFromItsFirstByte() throws {
    let stored = try someEnvelope()
    let data = Data([9, 9, 9] + stored)
    let slice = data.dropFirst(3)
    #expect(slice.startIndex == 3)
    #expect(try Envelope(parsing: Bytes(slice)) == Envelope(parsing: stored))
  }

  @Test func envelope_aboveItsLimit_isRefusedBeforeItIsWritten() async throws {
    let payload = SealedPayload(
      nonce: Bytes(repeating: 0, count: 12), ciphertext: ByteSlice(repeating: 0, count: Limit.envelope))
    #expect(try await refusal { try encodeEnvelope(headerBytes: [], payload: payload) } == "LIMIT_EXCEEDED")
    let large: Values = [try PayloadKey("k"): Bytes(repeating: 0, count: Limit.envelope)]
    #expect(try await refusal { try encodePayload(large) } == "LIMIT_EXCEEDED")
  }

  @Test func envelope_of16MiB_isTheLargest() async throws {
    let header = try Envelope(parsing: try someEnvelope()).headerBytes
    func seal(_ size: Int) throws -> Bytes {
      let ciphertext = ByteSlice(repeating: 0, count: size - header.count - 16)
      return try encodeEnvelope(
        headerBytes: header, payload: SealedPayload(nonce: Bytes(repeating: 0, count: 12), ciphertext: ciphertext))
    }
    #expect(try seal(16_777_216).count == 16_777_216)
    for size in [16_777_217, 16_777_229] {
      #expect(try await refusal { try seal(size) } == "LIMIT_EXCEEDED")
    }
  }

  @Test func payloadKey_thatIsNotJudgedYet_isJudgedBeforeItIsWritten() async throws {
    let long = ["", String(repeating: "\u{e9}", count: 512) + "e", String(repeating: "x", count: 65_537)]
    for text in long {
      let values: Values = [PayloadKey(unjudged: "a"): [1], PayloadKey(unjudged: text): [2]]
      #expect(try await refusal { try encodePayload(values) } == "INVALID_ARGUMENT")
    }
    let longest = PayloadKey(unjudged: String(repeating: "x", count: 1024))
    let values: Values = [PayloadKey(unjudged: "a"): [1], longest: []]
    #expect(try parsePayload(encodePayload(values)) == values)
  }

  @Test func constantTime_comparesLengthAndEachByte() {
    #expect(isEqualConstantTime([1, 2, 3], [1, 2, 3]))
    #expect(!isEqualConstantTime([1, 2, 3], [1, 2]))
    for index in 0..<3 {
      var other: Bytes = [1, 2, 3]
      other[index] ^= 0x80
      #expect(!isEqualConstantTime([1, 2, 3], other))
    }
  }

  private func someEnvelope() throws -> Bytes {
    try Bytes(hex: try #require(try VectorCase.bases(of: "envelopes.json")["passcode"]?["hex"] as? String))
  }

  private func someHeader() throws -> Header {
    try Envelope(parsing: try someEnvelope()).header
  }
}
