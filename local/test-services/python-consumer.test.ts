import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { newId } from '@ruzlet/platform/ids';
import { waitFor } from '@ruzlet/testkit/wait';
import { Kafka, logLevel } from 'kafkajs';
import { it } from 'vitest';
import { z } from 'zod';
import { end } from './commands.js';
import { runningTopology } from './config.js';
import { startLoad } from './load.js';

const topology = runningTopology();
const brokers = `127.0.0.1:${String(topology.services.kafka)}`;
const root = fileURLToPath(new URL('../../', import.meta.url));
const example = 'contracts/examples/python';

/** What the example prints for each event. */
const told = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), type: z.string(), key: z.string() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

/** The Python consumer in a group of its own. */
async function openPythonConsumer() {
  const install = ['scripts/services/python-packages.mjs', `${example}/requirements.txt`];
  const { stdout: packages } = await promisify(execFile)(process.execPath, install, { cwd: root });
  const args = [`${example}/consume.py`, '--brokers', brokers, '--group', `python-${newId()}`];
  const child = spawn('python3', args, {
    cwd: root,
    env: { PATH: process.env.PATH, PYTHONPATH: packages.trim() },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: z.output<typeof told>[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(told.parse(JSON.parse(line))));
  return { lines, close: () => end(child) };
}

it('lets a program in Python take every event with the JSON Schemas alone, and say of a bad one what is wrong', async () => {
  const python = await openPythonConsumer();
  try {
    const load = await startLoad(topology.url, 1);
    await waitFor(() => load.acknowledged() >= 20, { timeoutMs: 60_000, what: 'reviews' });
    const done = await load.stop();
    const producer = new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING }).producer();
    await producer.connect();
    await producer.send({ topic: 'user.events', messages: [{ key: 'nobody', value: '{"specversion":"1.0"}' }] });
    await producer.disconnect();

    for (const [learner, { acknowledged }] of done) {
      const reviews = () =>
        python.lines.filter(
          (line) => line.ok && line.type === 'ruzlet.learning.card.reviewed.v1' && line.key === learner.id,
        );
      await waitFor(() => reviews().length >= acknowledged.length, { timeoutMs: 60_000, what: 'the events in Python' });
    }
    await waitFor(() => python.lines.some((line) => !line.ok && line.error.includes('required property')), {
      timeoutMs: 60_000,
      what: 'the refusal of the bad event',
    });
  } finally {
    await python.close();
  }
}, 180_000);
