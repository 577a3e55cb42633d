import Foundation
import OpenSSLCryptography
import Testing

@testable import VaultCore

struct SecretBytesTests {
  @Test func overwriting_leavesZeros() {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 100, alignment: 1)
    defer { memory.deallocate() }
    memory.copyBytes(from: Bytes(repeating: 0xA5, count: 100))
    memory.overwriteWithZeros()
    #expect(memory.allSatisfy { $0 == 0 })
  }

  @Test func lastOwner_leavesZeros() {
    let left = Guarded<[Bytes]>([])
    func make(_ fill: (UnsafeMutableRawBufferPointer) throws -> Void) throws {
      _ = try SecretBytes(
        count: 3, beforeFree: { memory in left.with { $0.append(Bytes(memory)) } },
        fill: { memory in
          memory.copyBytes(from: [1, 2, 3])
          try fill(memory)
        })
    }
    #expect(throws: Never.self) { try make { #expect(Bytes($0) == [1, 2, 3]) } }
    #expect(throws: Crash.self) { try make { _ in throw Crash() } }
    #expect(left.with { $0 } == [[0, 0, 0], [0, 0, 0]])
  }

  @Test func texts_sayNothingOfIt() {
    let secret = SecretBytes(copying: Bytes("hunter2".utf8))
    var dumped = ""
    dump(secret, to: &dumped)
    for text in ["\(secret)", String(reflecting: secret), dumped, "\(Optional(secret) as Any)"] {
      #expect(!text.contains("hunter2"))
      #expect(!text.contains("7"))
      #expect(!text.contains("104"))
    }
  }

  @Test func joining_isOneAfterTheOther() {
    let joined = SecretBytes(
      joining: SecretBytes(copying: [1, 2]), SecretBytes(copying: Bytes()), SecretBytes(copying: [3]))
    #expect(joined.copy == [1, 2, 3])
  }
}
