import Capacitor
import IdentityVaultPlugin

let pluginName = "CapacitorIdentityVault"

extension Host {
  func loadPlugin(on bridge: FakeBridge) {
    let plugin = IdentityVaultPlugin()
    bridge.load(plugin, methods: ["hello": plugin.hello, "call": plugin.call])
  }
}
