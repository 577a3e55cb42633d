import Foundation

@testable import VaultCore

/// A device of a story in a file, as each language writes it down: bytes are hexadecimal, what is not there is left out.
struct DeviceFile: Sendable {
  private struct Written: Codable {
    struct KemKey: Codable {
      let survivesEnrolment: Bool
      /// By `enc`.
      let secrets: [String: String]
    }

    var anchor: String?
    var envelope: String?
    var former: String?
    let keys: [String: String]
    let kemKeys: [String: KemKey]
  }

  private let url: URL

  init(_ url: URL) {
    self.url = url
  }

  func read() throws -> StoryDevice.Contents {
    let written = try JSONDecoder().decode(Written.self, from: try Data(contentsOf: url))
    var contents = StoryDevice.Contents()
    contents.keys = try written.keys.mapValues { try Bytes(hex: $0) }
    contents.kemKeys = try written.kemKeys.mapValues { key in
      let secrets = try key.secrets.map { (try Bytes(hex: $0), try Bytes(hex: $1)) }
      return StoryDevice.KemKey(
        survivesEnrolment: key.survivesEnrolment, secrets: Dictionary(uniqueKeysWithValues: secrets))
    }
    contents.anchor = try written.anchor.map { try Bytes(hex: $0) }
    contents.envelope = try written.envelope.map { try Bytes(hex: $0) }
    contents.former = try written.former.map { try Bytes(hex: $0) }
    return contents
  }

  /// Never half of it: the process can be killed at any moment.
  @Sendable func write(_ contents: StoryDevice.Contents) {
    let kemKeys = contents.kemKeys.mapValues { key in
      let secrets = key.secrets.map { ($0.hex, $1.hex) }
      return Written.KemKey(
        survivesEnrolment: key.survivesEnrolment, secrets: Dictionary(uniqueKeysWithValues: secrets))
    }
    let written = Written(
      anchor: contents.anchor?.hex, envelope: contents.envelope?.hex, former: contents.former?.hex,
      keys: contents.keys.mapValues(\.hex), kemKeys: kemKeys)
    do {
      try JSONEncoder().encode(written).write(to: url, options: .atomic)
    } catch {
      fatalError("\(url.path) can't be written: \(error)")
    }
  }
}
