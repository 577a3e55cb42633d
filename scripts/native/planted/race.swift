// Two threads write without a lock. `npm run test:native -- --sanitize` has to notice it.
import Foundation

final class Shared: @unchecked Sendable {
  var value = 0
}

let shared = Shared()
let ended = DispatchSemaphore(value: 0)
for _ in 0..<2 {
  Thread {
    for _ in 0..<1000 { shared.value += 1 }
    ended.signal()
  }.start()
}
for _ in 0..<2 { ended.wait() }
