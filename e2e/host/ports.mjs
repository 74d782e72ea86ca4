import { EventEmitter } from 'node:events';
import { honest, notImplemented } from './honest.mjs';

/**
 * One end of a channel. It lives in this process until it is transferred; then `remote` carries what arrives here
 * to the page or child process that has it now.
 */
class Port extends EventEmitter {
  peer = null;
  remote = null;
  closed = false;
  started = false;
  waiting = [];

  postMessage(data, transfer = []) {
    if (transfer.length > 0) throw notImplemented('MessagePortMain.postMessage with ports');
    this.sendToPeer(structuredClone(data));
  }
  start() {
    this.started = true;
    for (const data of this.waiting.splice(0)) this.emit('message', { data, ports: [] });
  }
  close() {
    if (this.closed) return;
    this.closed = true;
    this.peer.peerClosed();
  }
  sendToPeer(data) {
    if (!this.closed) this.peer.receive(data);
  }
  receive(data) {
    if (this.closed) return;
    if (this.remote !== null) this.remote.deliver(data);
    else if (this.started) this.emit('message', { data, ports: [] });
    else this.waiting.push(data);
  }
  peerClosed() {
    if (this.closed) return;
    this.closed = true;
    if (this.remote !== null) this.remote.close();
    else this.emit('close');
  }
  /** Called once the other side knows the port: what waited goes after it. */
  moveTo(remote) {
    this.remote = remote;
    for (const data of this.waiting.splice(0)) remote.deliver(data);
    if (this.closed) remote.close();
  }
}

export class MessageChannelMain {
  constructor() {
    const [port1, port2] = [honest('MessagePortMain', new Port()), honest('MessagePortMain', new Port())];
    port1.peer = port2;
    port2.peer = port1;
    Object.assign(this, { port1, port2 });
  }
}

let lastId = 0;

/** The ports that live in one page or child process. */
export class RemotePorts {
  constructor(send) {
    this.send = send;
    this.ports = new Map();
  }
  /** Gives a port an id under which the other side will know it. Call `arrive` when the id was sent. */
  adopt(port) {
    const id = ++lastId;
    this.ports.set(id, port);
    return id;
  }
  arrive(ids) {
    for (const id of ids) {
      this.ports.get(id).moveTo({
        deliver: (data) => this.send({ t: 'port', id, data }),
        close: () => {
          this.ports.delete(id);
          this.send({ t: 'portClose', id });
        },
      });
    }
  }
  fromRemote({ t, id, data }) {
    const port = this.ports.get(id);
    if (port === undefined) return;
    if (t === 'port') return port.sendToPeer(data);
    this.ports.delete(id);
    port.close();
  }
  closeAll() {
    const all = [...this.ports.values()];
    this.ports.clear();
    for (const port of all) port.close();
  }
}
