import { EventEmitter } from 'node:events';
import { honest } from './honest.mjs';

// Loaded before the program in a child that stands in for a utility process: gives it `process.parentPort`.
const toParent = process.send.bind(process);
// The parent may be gone already; Electron's ports do not mind either.
const send = (message) => toParent(message, () => undefined);
delete process.send;

class ChildPort extends EventEmitter {
  constructor(id) {
    super();
    Object.assign(this, { id, started: false, waiting: [] });
  }
  postMessage(data) {
    send({ t: 'port', id: this.id, data });
  }
  start() {
    this.started = true;
    for (const event of this.waiting.splice(0)) this.emit('message', event);
  }
  close() {
    send({ t: 'portClose', id: this.id });
    ports.delete(this.id);
  }
  receive(event) {
    if (this.started) this.emit('message', event);
    else this.waiting.push(event);
  }
}

const ports = new Map();
const parentPort = Object.assign(new EventEmitter(), { postMessage: (data) => send({ t: 'message', data }) });
const early = [];

function open(id) {
  const port = honest('MessagePortMain', new ChildPort(id));
  ports.set(id, port);
  return port;
}

function toParentPort(event) {
  if (parentPort.listenerCount('message') > 0) parentPort.emit('message', event);
  else early.push(event);
}

parentPort.on('newListener', (name) => {
  if (name === 'message') setImmediate(() => early.splice(0).forEach(toParentPort));
});

process.on('message', ({ t, id, data, portIds }) => {
  if (t === 'message') return toParentPort({ data, ports: portIds.map(open) });
  const port = ports.get(id);
  if (port === undefined) return;
  if (t === 'port') return port.receive({ data, ports: [] });
  ports.delete(id);
  port.emit('close');
});
process.once('disconnect', () => process.exit(0));
process.parentPort = honest('process.parentPort', parentPort);
