// Adds to package-lock.json the optional packages of other platforms that the registry at hand does not carry: without
// them `npm ci` refuses the lock file there. Run after every change of dependencies; `--check` fails when one is missing.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));
const { packages } = lock;

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32', 'windows'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32'];

/** Native packages carry their platform in their names. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = words.find((word) => systems.includes(word));
  const cpu = processors.find((processor) => words.includes(processor));
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined;
  return {
    ...(os && { os: [os === 'windows' ? 'win32' : os] }),
    ...(cpu && { cpu: [cpu] }),
    ...(libc && { libc: [libc] }),
  };
}

/** Where node would find `dependency` from the package at `path`, if the lock has it. */
function isLocked(path, dependency) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${dependency}`]) return true;
    if (folder === '') return false;
  }
}

const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {}, license }]) =>
  Object.entries(optionalDependencies)
    .filter(([name, version]) => /^[~^]?\d+\.\d+\.\d+/.test(version) && !isLocked(path, name))
    // Of a range its lowest version: platform packages are published together with the package that wants them.
    .map(([name, version]) => ({ path, name, version: version.replace(/^[~^]/, ''), license })),
);

if (process.argv.includes('--check')) {
  const remote = Object.keys(packages).filter((path) => /^https?:/.test(packages[path].resolved ?? ''));
  for (const { path, name } of missing) process.stderr.write(`package-lock.json lacks ${name}, wanted by ${path}.\n`);
  for (const path of remote) process.stderr.write(`package-lock.json names a download address for ${path}.\n`);
  if (missing.length + remote.length > 0) {
    process.stderr.write('Run node scripts/complete-lockfile.mjs.\n');
    process.exit(1);
  }
} else {
  for (const { name, version, license } of missing) {
    packages[`node_modules/${name}`] = { version, ...platformOf(name), ...(license && { license }), optional: true };
  }
  for (const entry of Object.values(packages)) if (/^https?:/.test(entry.resolved ?? '')) delete entry.resolved;
  const root = packages[''];
  lock.packages = {
    '': root,
    ...Object.fromEntries(
      Object.entries(packages)
        .filter(([path]) => path !== '')
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
