// swift-tools-version:6.0
import PackageDescription

/// The plugin's sources, as apps get them, over fakes of Apple's modules. For tests on Linux only; never shipped.
let package = Package(
  name: "TestHost",
  dependencies: [.package(path: "..")],
  targets: [
    .target(name: "TrustedRoots", path: "Fakes/TrustedRoots"),
    .target(name: "VirtualTime", path: "Fakes/VirtualTime"),
    .target(name: "FakeDevice", dependencies: ["VirtualTime"], path: "Fakes/FakeDevice"),
    .target(name: "Darwin", dependencies: ["FakeDevice", "VirtualTime"], path: "Fakes/Darwin"),
    .target(name: "LocalAuthentication", dependencies: ["FakeDevice", "Security"], path: "Fakes/LocalAuthentication"),
    .target(
      name: "Security",
      dependencies: [
        "FakeDevice", .product(name: "OpenSSLCryptography", package: "ios"),
        .product(name: "VaultCore", package: "ios"),
      ], path: "Fakes/Security"),
    .target(
      name: "CryptoKit",
      dependencies: [
        "FakeDevice", .product(name: "OpenSSLCryptography", package: "ios"),
        .product(name: "VaultCore", package: "ios"),
      ],
      path: "Fakes/CryptoKit"),
    .target(
      name: "CommonCrypto",
      dependencies: [
        .product(name: "OpenSSLCryptography", package: "ios"), .product(name: "VaultCore", package: "ios"),
      ],
      path: "Fakes/CommonCrypto"),
    .target(name: "UIKit", dependencies: ["FakeDevice"], path: "Fakes/UIKit"),
    .target(name: "AuthenticationServices", dependencies: ["UIKit"], path: "Fakes/AuthenticationServices"),
    .target(name: "WebKit", dependencies: ["UIKit"], path: "Fakes/WebKit"),
    .target(name: "Capacitor", dependencies: ["UIKit", "WebKit"], path: "Fakes/Capacitor"),
    // A link: a package can't reach what is above it.
    .target(
      name: "IdentityVaultPlugin",
      dependencies: [
        "AuthenticationServices", "Capacitor", "CommonCrypto", "CryptoKit", "Darwin", "LocalAuthentication", "Security",
        "UIKit", "WebKit",
        .product(name: "VaultBridge", package: "ios"), .product(name: "VaultCore", package: "ios"),
      ],
      path: "Plugin", exclude: ["PrivacyInfo.xcprivacy"]),
    .executableTarget(
      name: "plugin-host",
      dependencies: [
        "AuthenticationServices", "Capacitor", "FakeDevice", "IdentityVaultPlugin", "TrustedRoots", "UIKit",
      ], path: "Host"),
  ],
  swiftLanguageModes: [.v6]
)
