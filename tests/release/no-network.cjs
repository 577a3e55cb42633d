// Loaded into a process before all else: whatever tries to reach somebody ends it, with what it tried.
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

function refuse(...args) {
  console.error('NETWORK', args[0]);
  process.exit(99);
}
net.Socket.prototype.connect = refuse;
net.Server.prototype.listen = refuse;
dgram.createSocket = refuse;
dns.lookup = refuse;
