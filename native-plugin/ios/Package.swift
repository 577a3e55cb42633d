// swift-tools-version:6.0
import PackageDescription

/// The core alone, as it is tested on Linux. Apps get it from the package at the plugin's root, which uses the same sources.
let package = Package(
  name: "VaultCore",
  platforms: [.iOS(.v14), .macOS(.v11)],
  products: [
    .library(name: "VaultCore", targets: ["VaultCore"]),
    .library(name: "VaultBridge", targets: ["VaultBridge"]),
    .library(name: "OpenSSLCryptography", targets: ["OpenSSLCryptography"]),
  ],
  targets: [
    .target(name: "VaultCore"),
    .target(name: "VaultBridge", dependencies: ["VaultCore"]),
    .systemLibrary(name: "COpenSSL", path: "TestSupport/COpenSSL"),
    .target(
      name: "OpenSSLCryptography", dependencies: ["COpenSSL", "VaultCore"], path: "TestSupport/OpenSSLCryptography"),
    .executableTarget(
      name: "vault-exchange", dependencies: ["OpenSSLCryptography", "VaultCore"], path: "TestSupport/VaultExchange"),
    .executableTarget(
      name: "vault-bench", dependencies: ["OpenSSLCryptography", "VaultCore"], path: "TestSupport/VaultBench"),
    .testTarget(name: "VaultBridgeTests", dependencies: ["OpenSSLCryptography", "VaultBridge", "VaultCore"]),
    .testTarget(name: "VaultCoreTests", dependencies: ["OpenSSLCryptography", "VaultCore"]),
  ],
  swiftLanguageModes: [.v6]
)
