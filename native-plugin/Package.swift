// swift-tools-version:6.0
import PackageDescription

/// The plugin for apps that use the Swift package manager. `cap sync` names package and product after the npm package.
let package = Package(
  name: "CapacitorIdentityVault",
  platforms: [.iOS(.v14)],
  products: [.library(name: "CapacitorIdentityVault", targets: ["IdentityVaultPlugin"])],
  dependencies: [
    .package(url: "https://github.com/ionic-team/capacitor-swift-pm.git", "7.0.0"..<"9.0.0")
  ],
  targets: [
    .target(name: "VaultCore", path: "ios/Sources/VaultCore"),
    .target(name: "VaultBridge", dependencies: ["VaultCore"], path: "ios/Sources/VaultBridge"),
    .target(
      name: "IdentityVaultPlugin",
      dependencies: [
        "VaultBridge", "VaultCore",
        .product(name: "Capacitor", package: "capacitor-swift-pm"),
        .product(name: "Cordova", package: "capacitor-swift-pm"),
      ],
      path: "ios/Sources/IdentityVaultPlugin",
      resources: [.process("PrivacyInfo.xcprivacy")],
      // What Apple's headers say of threads changes with Xcode: in this mode it warns, where it would else stop a build.
      swiftSettings: [.swiftLanguageMode(.v5)]),
  ]
)
