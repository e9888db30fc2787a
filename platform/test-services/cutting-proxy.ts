import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { KafkaConfig } from 'kafkajs';

export interface CuttingProxy {
  /** Sends every connection of a client through the proxy. */
  socketFactory: NonNullable<KafkaConfig['socketFactory']>;
  /** The broker will take the next publish, and its answer will not come: the connection breaks. */
  loseNextAcknowledgement(): void;
  /** Acknowledgements that were lost so far (count). */
  lost(): number;
  close(): Promise<void>;
}

/** Of the Kafka protocol: the request that publishes. */
const produceKey = 0;
/** A request is its length (4 bytes), its key (2), its version (2), and so on. */
const keyOffset = 4;

/** Stands between clients and the only broker, and breaks connections at the worst moment. */
export async function openCuttingProxy(brokerAddress: string): Promise<CuttingProxy> {
  const { hostname: host, port: brokerPort } = new URL(`tcp://${brokerAddress}`);
  let armed = false;
  let lost = 0;
  const open = new Set<Socket>();

  const server = createServer((client) => {
    const broker = connect({ host, port: Number(brokerPort) });
    let cutting = false;
    for (const socket of [client, broker]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        broker.destroy();
      });
    }
    client.on('data', (request) => {
      if (armed && request.length > keyOffset + 2 && request.readInt16BE(keyOffset) === produceKey) {
        armed = false;
        cutting = true;
      }
      broker.write(request);
    });
    broker.on('data', (answer) => {
      if (!cutting) {
        client.write(answer);
        return;
      }
      // The broker has the messages: it has just said so.
      lost += 1;
      client.destroy();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    socketFactory: ({ onConnect }) => connect({ host: '127.0.0.1', port }, onConnect),
    loseNextAcknowledgement: () => {
      armed = true;
    },
    lost: () => lost,
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
