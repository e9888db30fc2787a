import type { DemoContent } from './demo.js';
import type { RunningRuzlet } from './start-ruzlet.js';

/** What the start prints: what is reachable where, and how to sign in. */
export function describeRunning(ruzlet: RunningRuzlet, demo: DemoContent | undefined): string {
  const { router, ...subgraphs } = ruzlet.ports;
  const lines = [
    '',
    'Ruzlet runs.',
    '',
    `  The graph     ${ruzlet.url}/graphql`,
    `  Explorer      ${ruzlet.url}/`,
    `  Health        ${ruzlet.url}/health   ${ruzlet.url}/ready   ${ruzlet.url}/metrics`,
    `  Mailbox       ${ruzlet.url}/dev/mail`,
    `  Subgraphs     ${Object.entries(subgraphs)
      .map(([name, port]) => `${name} ${String(port)}`)
      .join(' · ')} (router ${String(router)})`,
    `  State         ${ruzlet.dataDir}`,
  ];
  if (demo) {
    lines.push(
      '',
      `  Sign in as    ${demo.accounts.join(' or ')}`,
      `  Password      ${ruzlet.secrets.demoPassword}`,
      `  Demo course   ${demo.courseTitle}, join code ${demo.joinCode}`,
    );
  }
  lines.push('', 'Ctrl-C stops all of it.', '');
  return lines.join('\n');
}
