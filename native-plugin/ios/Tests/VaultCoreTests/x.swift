import Testing
@testable import VaultCore
@Test func x() { #expect(Bytes([1, 255]).hex == "01ff") }
