import Foundation
import VaultCore

/// Milliseconds of each round, by store, by task, and by who does it.
typealias Times = [String: [String: [String: [Double]]]]

/// An app reads its session with each request: the first rounds are not counted.
private let warmUp = 20

func measureTimes(_ folder: String, rounds: Int) async throws -> Times {
  var times: Times = [:]
  for store in ["disk", "memory"] {
    let tasks = try await makeTasks { name in
      guard store == "disk" else { return BenchFiles(nil) }
      try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
      return BenchFiles("\(folder)/\(name)")
    }
    // In turn, so that all of them see the same machine.
    for round in -warmUp..<rounds {
      for task in tasks where !task.isSlow || (round >= -2 && round < rounds / 10) {
        try await task.prepare()
        let started = DispatchTime.now().uptimeNanoseconds
        try await task.run()
        let time = Double(DispatchTime.now().uptimeNanoseconds - started) / 1e6
        if round >= 0 { times[store, default: [:]][task.name, default: [:]][task.by, default: []].append(time) }
      }
    }
  }
  return times
}

private struct BenchTask {
  let name: String
  let by: String
  var isSlow: Bool { name == "unlock" }
  var prepare: () async throws -> Void = {}
  let run: () async throws -> Void
}

private func makeTasks(_ files: (String) throws -> BenchFiles) async throws -> [BenchTask] {
  let vault = try await BenchVault(try files("core"), size: 1000)
  let stored = vault.device.files
  let envelope = try Envelope(parsing: stored.read("envelope") ?? [])
  let anchor = stored.read("anchor") ?? []
  let bare = try Primitives(try files("bare"), envelope: envelope, anchor: anchor, isFormat: false)
  let format = try Primitives(try files("format"), envelope: envelope, anchor: anchor, isFormat: true)
  return [
    BenchTask(name: "read", by: "bare", run: bare.bareRead),
    BenchTask(name: "read", by: "format", run: format.formatRead),
    BenchTask(name: "read", by: "core", run: vault.read),
    BenchTask(name: "write", by: "bare", run: bare.bareWrite),
    BenchTask(name: "write", by: "format", run: format.formatWrite),
    BenchTask(name: "write", by: "core", run: vault.write),
    BenchTask(name: "unlock", by: "bare", run: bare.bareUnlock),
    BenchTask(name: "unlock", by: "format", run: format.formatUnlock),
    BenchTask(name: "unlock", by: "core", prepare: vault.core.lock, run: vault.unlock),
  ]
}
