import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/**
 * Runs a program of `fixtures/` until it has printed `lines` numbers, kills it with SIGKILL, and returns the last number
 * that it printed: what it counted as acknowledged.
 */
export async function runAndKill(fixture: string, folder: string, lines: number): Promise<number> {
  const program = fileURLToPath(new URL(`fixtures/${fixture}.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--conditions=@ruzlet/source', '--import', 'tsx', program, folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString('utf8');
  });
  const exited = once(child, 'exit');
  let last = 0;
  for await (const line of createInterface(child.stdout)) {
    last = Number(line);
    if (last >= lines) child.kill('SIGKILL');
  }
  await exited;
  if (last < lines) throw new Error(`${fixture} ended by itself:\n${complaints}`);
  return last;
}
