// Preloaded into a process under test: counts what it does to files and folders, and lets a fault happen at one of them.
// FAULT is `<index>:<what>`: kill, enospc (from there on), readonly=<path>, swap=<folder>=<outside>. COUNT_FILE gets the number of steps.
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');

const real = { ...fs };
const [at = '', what = ''] = /^(\d+):(.*)$/.exec(process.env.FAULT ?? '')?.slice(1) ?? [];
let steps = 0;
let isFull = false;

function fault() {
  const [kind, path, outside] = what.split('=');
  if (kind === 'kill') process.kill(process.pid, 'SIGKILL');
  if (kind === 'enospc') isFull = true;
  if (kind === 'readonly') real.chmodSync(path, 0o444);
  if (kind === 'swap' && !real.existsSync(`${path}-moved`)) {
    real.renameSync(path, `${path}-moved`);
    real.symlinkSync(outside, path);
  }
}

/** The process ends before a step; a swap comes behind one, as nothing can look and act at once. */
function step(needsSpace) {
  const isNow = at !== '' && steps === Number(at);
  steps += 1;
  if (isNow && !what.startsWith('swap')) fault();
  if (isFull && needsSpace) throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
}

function after() {
  if (at !== '' && steps === Number(at) + 1 && what.startsWith('swap')) fault();
}

for (const name of ['renameSync', 'rmSync', 'unlinkSync', 'rmdirSync', 'mkdirSync', 'copyFileSync', 'fchmodSync']) {
  fs[name] = (...args) => {
    step(name === 'mkdirSync' || name === 'copyFileSync');
    try {
      return real[name](...args);
    } finally {
      after();
    }
  };
}
fs.openSync = (path, flags, ...rest) => {
  if (flags !== 'r') step(true);
  return real.openSync(path, flags, ...rest);
};
// Two steps: half of the bytes may be on the disk when the process ends. Node's own functions call each other through
// the module, so only the plainest are used here.
fs.writeFileSync = (file, data) => {
  const bytes = Buffer.from(data);
  const write = (part) => {
    step(true);
    if (typeof file === 'number') return void real.writeSync(file, part);
    const handle = real.openSync(file, 'a');
    real.writeSync(handle, part);
    real.closeSync(handle);
  };
  write(bytes.subarray(0, bytes.length >> 1));
  write(bytes.subarray(bytes.length >> 1));
};
syncBuiltinESMExports();

process.on('exit', () => {
  if (!process.env.COUNT_FILE) return;
  const handle = real.openSync(process.env.COUNT_FILE, 'w');
  real.writeSync(handle, String(steps));
});
