import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { loadConfig } from '@ruzlet/platform/config';

const processSchema = z.object({
  command: z.array(z.string()),
  cwd: z.string(),
  /** Empty: as we do. */
  runAs: z.object({ uid: z.number().optional(), gid: z.number().optional() }),
  env: z.record(z.string(), z.string()),
  port: z.number().optional(),
});

/** Our own processes, by their names in compose.yaml. */
export const processesSchema = z.record(z.string(), processSchema);

const topologySchema = z.object({
  /** Of the router. */
  url: z.url(),
  processes: processesSchema,
  /** Local ports of the services beside them. */
  services: z.record(z.string(), z.number()),
  /** Values of compose.yaml's variables. */
  variables: z.record(z.string(), z.string()),
});

export type TopologyDescription = z.output<typeof topologySchema>;
export type ProcessDescription = z.output<typeof processSchema>;

/** The topology that `npm run test:services` has started, from the file that it has written. */
export function runningTopology(): TopologyDescription {
  const { RUZLET_TEST_TOPOLOGY: file } = loadConfig(z.object({ RUZLET_TEST_TOPOLOGY: z.string() }), process.env);
  return topologySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** One of its processes. */
export function processOf(topology: TopologyDescription, name: string): ProcessDescription {
  const description = topology.processes[name];
  if (description === undefined) throw new Error(`compose.yaml has no process ${name}.`);
  return description;
}
