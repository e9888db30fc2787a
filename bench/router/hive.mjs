import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';

// Not TypeScript: the types of Hive's packages change those of graphql for the whole program.

/** Hive Gateway as a request listener of node. */
export function createHiveGateway(supergraph) {
  return createGatewayRuntime({ supergraph, logging: false });
}
