// Hive Gateway as a process, with the configuration that is meant for it. Not TypeScript: see decision 32.
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { createConfig } from '../../infra/hive-gateway/gateway.config.mjs';

const gateway = createGatewayRuntime({ ...createConfig(process.env), logging: false });
const server = createServer(gateway);
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`port ${String(server.address().port)}\n`);
});
