import type { RequestListener } from 'node:http';

export function createHiveGateway(supergraph: string): RequestListener;
