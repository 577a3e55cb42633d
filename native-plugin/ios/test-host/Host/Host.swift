import AuthenticationServices
import Capacitor
import FakeDevice
import Foundation
import UIKit

/// A process of the app: scenes, Capacitor and the plugin, and the person before it.
@MainActor final class Host {
  let lines: Lines
  let entry = PasscodeEntry()
  private(set) var bridge: FakeBridge?
  private(set) var scenes: [UIWindowScene] = []
  private var wasCovered = false

  init(_ lines: Lines) {
    self.lines = lines
    FakeDevice.current.person.onShow = { prompt in lines.write(["event": "prompt", "prompt": prompt.rawValue]) }
    // The app is told that it is inactive before it hears how the prompt ended.
    FakeDevice.current.onSystemPrompt = { isShown in
      let tell: @Sendable () -> Void = { MainActor.assumeIsolated { FakeScreen.systemPrompt(isShown: isShown) } }
      if Thread.isMainThread { DispatchQueue.main.async(execute: tell) } else { DispatchQueue.main.sync(execute: tell) }
    }
    FakeBrowser.current.onShow = { lines.write(["event": "browser", "browser": $0]) }
    FakeScreen.onChange = { @MainActor @Sendable [weak self] in self?.lookAtScreen() }
    entry.watch()
    entry.onShow = { @MainActor @Sendable in lines.write(["event": "prompt", "prompt": "passcodeEntry"]) }
  }

  /// The system starts the app: for a person, or (prewarming, a push) without a scene.
  func launch(_ command: Command) {
    let options = (command.arguments["plugin"] as? [String: Any] ?? [:]).mapValues { JSTypes.fakeCoerce($0) }
    let config = InstanceConfiguration(
      fakeLogging: command.flag("logging") ?? false,
      pluginConfigurations: [pluginName: options.compactMapValues { $0 }])
    let bridge = FakeBridge(config: config, isDevEnvironment: command.flag("isDebug") ?? false)
    self.bridge = bridge
    if command.flag("background") != true { connect(root: true) }
    loadPlugin(on: bridge)
    if command.flag("background") != true { show(0) }
  }

  /// The first scene has the web view.
  func connect(root isRoot: Bool = false) {
    let controller = UIViewController()
    let webView = WKWebView(frame: .zero)
    controller.view.addSubview(webView)
    scenes.append(FakeScreen.connect(controller))
    guard isRoot else { return }
    bridge?.viewController = controller
    bridge?.webView = webView
    kept = [controller, webView]
  }

  /// Capacitor holds them weakly.
  private var kept: [AnyObject] = []

  func disconnect(_ index: Int) {
    FakeScreen.disconnect(scenes[index])
  }

  func show(_ index: Int) {
    FakeScreen.enterForeground(scenes[index])
    FakeScreen.activate(scenes[index])
  }

  func leave(_ index: Int) {
    FakeScreen.deactivate(scenes[index])
    FakeScreen.enterBackground(scenes[index])
  }

  private func lookAtScreen() {
    guard let scene = scenes.first else { return }
    let isCovered = FakeScreen.isCovered(scene)
    guard isCovered != wasCovered else { return }
    wasCovered = isCovered
    lines.write(["event": "screen", "screen": isCovered ? "covered" : "uncovered"])
  }
}
