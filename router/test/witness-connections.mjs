// Loaded before a process: says on standard error whom it talks to, or asks for the address of.
import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

function say(what) {
  process.stderr.write(`[witness] ${what}\n`);
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object') say(first.path ?? `${first.host ?? 'localhost'}:${first.port}`);
  else say(typeof first === 'string' && Number.isNaN(Number(first)) ? first : `${args[1] ?? 'localhost'}:${first}`);
  return connect.apply(this, args);
};

for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of Object.getOwnPropertyNames(owner)) {
    if (!/^(lookup|resolve|reverse)/.test(name) || typeof owner[name] !== 'function') continue;
    const original = owner[name];
    owner[name] = function (...args) {
      say(`dns ${args[0]}`);
      return original.apply(this, args);
    };
  }
}

const { send } = dgram.Socket.prototype;
dgram.Socket.prototype.send = function (...args) {
  say('udp');
  return send.apply(this, args);
};
