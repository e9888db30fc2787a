// Reads a Dockerfile as far as ours goes. What it does not know is refused: a step that was passed over would go untested.

const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'CMD'];

/** @returns the stages in order, each with its base, its name if it has one, and its instructions after FROM. */
export function parseDockerfile(text) {
  const stages = [];
  for (const line of logicalLines(text)) {
    const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(line) ?? [];
    const instruction = word.toUpperCase();
    if (!known.includes(instruction)) throw new Error(`Dockerfile: ${word} is not understood here.`);
    if (instruction === 'FROM') {
      const [, base, name] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(rest) ?? [];
      stages.push({ base, name, steps: [] });
    } else stages.at(-1).steps.push({ instruction, rest });
  }
  return stages;
}

function logicalLines(text) {
  return text
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Of `COPY [--from=stage] source … target`. */
export function parseCopy(rest) {
  const words = rest.split(/\s+/);
  const flags = words.filter((word) => word.startsWith('--'));
  const unknown = flags.find((flag) => !flag.startsWith('--from='));
  if (unknown) throw new Error(`Dockerfile: COPY ${unknown} is not understood here.`);
  const paths = words.filter((word) => !word.startsWith('--'));
  return { from: flags[0]?.slice('--from='.length), sources: paths.slice(0, -1), target: paths.at(-1) };
}

/** Says of a path of the build context whether .dockerignore leaves it out, as far as ours goes: no exceptions (`!`). */
export function ignoredBy(text) {
  const patterns = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      if (line.startsWith('!')) throw new Error(`.dockerignore: ${line} is not understood here.`);
      const source = line
        .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
        .replaceAll(/\*\*\/|\*|\?/g, (mark) => ({ '**/': '(?:.*/)?', '*': '[^/]*', '?': '[^/]' })[mark]);
      return new RegExp(`^${source}(?:/|$)`);
    });
  return (path) => patterns.some((pattern) => pattern.test(path));
}
