// @ts-check
// Preloaded into what is measured: Node gives a parent neither the processor time nor the memory of its children.
const { readFileSync, writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

/**
 * Linux counts what the parent used at the moment of the fork into maxRSS, so the kernel's own high-water mark is read.
 */
function peakMemory() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}

if (isMainThread) {
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    const figures = { cpu: (user + system) / 1000, memory: peakMemory() / 1024 };
    writeFileSync(`${process.env['BENCH_USAGE']}/${process.pid}.json`, JSON.stringify(figures));
  });
}
