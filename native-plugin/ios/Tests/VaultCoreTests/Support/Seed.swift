import Foundation

/// Where random tests begin: always the same, or `SEED`; `SEED=random` for another one each time, which is printed.
func testSeed(_ fixed: UInt64) -> UInt64 {
  let asked = ProcessInfo.processInfo.environment["SEED"]
  guard asked == "random" else { return asked.flatMap(UInt64.init) ?? fixed }
  let seed = UInt64.random(in: 0...UInt64.max)
  print("SEED=\(seed)")
  return seed
}

/// How many random sequences are tried; `SEQUENCES` for fewer of them, where each takes much longer: under a sanitizer.
func testSequences(_ usual: Int) -> Int {
  ProcessInfo.processInfo.environment["SEQUENCES"].flatMap(Int.init) ?? usual
}
