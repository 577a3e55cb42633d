// plugin-host: the iOS plugin on a fake phone. Takes commands on standard input, one JSON object a line, and answers each
// with its `id`. What happens by itself is told without one. Whatever the plugin prints goes to standard error. For tests only.
import Foundation

let lines = Lines()
let host = Host(lines)

Thread.detachNewThread {
  while let line = readLine(strippingNewline: true) {
    guard let command = Command(line) else { preconditionFailure("no command: \(line)") }
    DispatchQueue.main.async { MainActor.assumeIsolated { host.take(command) } }
  }
  exit(0)
}

// Keeps the main run loop alive; the main actor's tasks run on it.
RunLoop.main.add(Timer(timeInterval: 1e9, repeats: false) { _ in }, forMode: .default)
RunLoop.main.run()
