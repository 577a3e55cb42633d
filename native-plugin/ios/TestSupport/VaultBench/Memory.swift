import Foundation
import VaultCore

/// What a vault of 1 MiB takes, in bytes over what the process has itself. Linux tells it.
func measureMemory(_ folder: String) async throws -> [String: Int] {
  let vault = try await BenchVault(BenchFiles(folder), size: 1 << 20)
  var peaks: [String: Int] = [:]
  // What is loaded or cached once, also by measuring, is there the second time, which counts.
  for _ in 0..<2 {
    try await use(vault) { name, task in
      let own = resident("VmRSS")
      // The high-water mark begins anew.
      try "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .ascii)
      try await task()
      peaks[name] = resident("VmHWM") - own
    }
  }
  return peaks
}

private func use(
  _ vault: BenchVault, _ measure: (String, () async throws -> Void) async throws -> Void
) async throws {
  vault.core.lock()
  try await measure("unlock", vault.unlock)
  try await measure("read", vault.read)
  try await measure("write", vault.write)
}

private func resident(_ field: String) -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .ascii)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix(field) } ?? ""
  return (Int(line.filter(\.isNumber)) ?? 0) * 1024
}
