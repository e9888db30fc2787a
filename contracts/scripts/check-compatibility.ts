/**
 * Fails when the event schemas of the working tree break what a commit has published. Compares with HEAD, with the
 * commit before it (on a fresh clone HEAD is the working tree) and with every ref that is given as an argument, such as
 * the commit from which a branch was made.
 */
import { fileURLToPath } from 'node:url';
import { compareWithCommit } from './committed-schemas.js';
import { buildPublishedSchemas } from './json-schemas.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const newest = buildPublishedSchemas();
const given = process.argv.slice(2);

for (const ref of new Set(['HEAD', 'HEAD~1', ...given])) {
  const comparison = await compareWithCommit(repository, ref, newest);
  if (!comparison) {
    say(process.stdout, `${ref}: no such commit here, nothing to compare with`);
    // A ref that somebody asked for has to be there: a check that silently compares with nothing is none.
    if (given.includes(ref)) process.exitCode = 1;
    continue;
  }
  for (const fault of comparison.incompatibilities) {
    say(process.stderr, `${ref}: ${fault.eventType} ${fault.path} ${fault.rule}: ${fault.message}`);
  }
  if (comparison.incompatibilities.length > 0) {
    say(process.stderr, 'Give the type a new version instead (see contracts/README.md).');
    process.exitCode = 1;
  } else {
    say(process.stdout, `${ref}: ${comparison.published} published schemas, all compatible`);
  }
}

function say(stream: NodeJS.WriteStream, line: string): void {
  stream.write(`${line}\n`);
}
