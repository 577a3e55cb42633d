// Preloaded into a process that has to do without a network and other programs: whoever tries ends it with exit code 99.
const childProcess = require('node:child_process');
const dns = require('node:dns');
const net = require('node:net');
const { syncBuiltinESMExports } = require('node:module');

const refuse = (what) => () => {
  process.stderr.write(`This process used ${what}.\n`);
  process.exit(99);
};
net.Socket.prototype.connect = refuse('the network');
dns.lookup = refuse('the network');
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  childProcess[name] = refuse(`another program (${name})`);
syncBuiltinESMExports();
