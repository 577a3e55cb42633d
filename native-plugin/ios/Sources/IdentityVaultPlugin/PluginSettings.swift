import Capacitor

#if SWIFT_PACKAGE
  import VaultBridge
#endif

/// What the app's Capacitor configuration says of the plugin, for the whole process.
struct PluginSettings: Sendable {
  let cover: CoverStyle
  let authOrigins: AuthOrigins

  init(_ config: PluginConfig) {
    cover = CoverStyle(config.getString("screenCover"))
    // An entry that is no text allows nothing, as one that is no origin.
    authOrigins = AuthOrigins(config.getArray("authOrigins")?.compactMap { $0 as? String } ?? [])
  }
}
