import AuthenticationServices
import Capacitor
import FakeDevice
import Foundation
import UIKit

extension Host {
  /// Carries a command out, and answers it.
  func take(_ command: Command) {
    switch command.name {
    case "message": message(command)
    case "settle": settle { [lines] in lines.answer(command.id, [("done", json: "true")]) }
    case "pass": pass(command)
    case "exit": exit(0)
    default:
      guard let result = result(of: command) else { preconditionFailure("no such command: \(command.name)") }
      lines.write(["id": command.id, "result": result])
    }
  }

  /// A message of BRIDGE.md, from the page.
  private func message(_ command: Command) {
    let options = command.arguments["options"] as? [String: Any] ?? [:]
    let (lines, id) = (self.lines, command.id)
    bridge?.handleJSCall(plugin: pluginName, method: command.text("method") ?? "", options: options) { success, json in
      lines.answer(id, [("success", json: "\(success)"), ("data", json: json)])
    }
  }

  /// Time passes off the main thread: what falls due may need it.
  private func pass(_ command: Command) {
    let milliseconds = UInt64(command.number("milliseconds") ?? 0)
    DispatchQueue.global().async { [lines] in
      FakeDevice.current.pass(milliseconds: milliseconds)
      DispatchQueue.main.async {
        MainActor.assumeIsolated {
          host.settle { lines.answer(command.id, [("done", json: "true")]) }
        }
      }
    }
  }

  /// Calls back when what was handed from one queue to another has arrived, as far as that can be known.
  func settle(rounds: Int = 4, _ done: @escaping @MainActor @Sendable () -> Void) {
    guard rounds > 0 else { return done() }
    DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(2)) {
      MainActor.assumeIsolated { self.settle(rounds: rounds - 1, done) }
    }
  }

  private func result(of command: Command) -> Any? {
    let device = FakeDevice.current
    switch command.name {
    case "launch": launch(command)
    case "connect": connect()
    case "disconnect": disconnect(command.number("scene") ?? 0)
    case "show": show(command.number("scene") ?? 0)
    case "leave": leave(command.number("scene") ?? 0)
    case "activate": FakeScreen.activate(scenes[command.number("scene") ?? 0])
    case "deactivate": FakeScreen.deactivate(scenes[command.number("scene") ?? 0])
    case "will": device.person.will(answers(command))
    case "always": device.person.always(command.text("answer").flatMap(Person.Answer.init))
    case "enter":
      entry.passcode = command.text("passcode")
      entry.isLeftAlone = command.flag("isLeftAlone") ?? false
    case "browse": FakeBrowser.current.browse(command.arguments["steps"] as? [String] ?? [])
    case "fail": device.fail(command.text("function") ?? "", with: Int32(command.number("status") ?? 0))
    case "device": change(device, command)
    case "state": return state(of: device)
    case "look": return look()
    case "press": press(command.text("label") ?? "")
    case "type": type(command)
    default: return nil
    }
    return true
  }

  private func answers(_ command: Command) -> [Person.Answer] {
    (command.arguments["answers"] as? [String] ?? []).map { name in
      guard let answer = Person.Answer(rawValue: name) else { preconditionFailure("nobody can do \(name)") }
      return answer
    }
  }

  /// What happens to the phone.
  private func change(_ device: FakeDevice, _ command: Command) {
    switch command.text("event") {
    case "enrolAnother": device.enrolAnother()
    case "removeBiometrics": device.removeBiometrics()
    case "setPasscode": device.setPasscode()
    case "changePasscode": device.changePasscode()
    case "removePasscode": device.removePasscode()
    case "lockScreen":
      device.lockScreen()
      FakeScreen.tellProtectedData(isAvailable: false)
    case "unlockScreen":
      device.unlockScreen()
      FakeScreen.tellProtectedData(isAvailable: true)
    case "lockOut": device.change { $0.mismatches = 5 }
    case "oneTouchLeft": device.change { $0.mismatches = 4 }
    case let event: preconditionFailure("no such event: \(event ?? "")")
    }
  }
}
