// vault-bench times FOLDER ROUNDS | memory FOLDER: how long what a vault does takes, beside the same without the vault,
// and how much memory it needs. One JSON document. `npm run bench:core -- --swift` runs it.
import Foundation
import OpenSSLCryptography
import VaultCore

let (what, folder) = (CommandLine.arguments[1], CommandLine.arguments[2])
switch what {
case "times": try await write(measureTimes(folder, rounds: Int(CommandLine.arguments[3]) ?? 1))
default: try await write(measureMemory(folder))
}

private func write(_ measured: some Encodable) throws {
  FileHandle.standardOutput.write(try JSONEncoder().encode(measured))
}
