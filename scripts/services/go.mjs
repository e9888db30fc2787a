// Programs that are built from the Go module proxy. Where Go is too old, as Debian's is, a newer toolchain comes from there too.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findProgram, requirePrograms, run } from './programs.mjs';
import { versions } from './settings.mjs';

/** Builds `module/path@version` once and gives the program's path. */
export async function goProgram(settings, path, version) {
  const name = basename(path);
  return builtOnce(settings, { name, key: version, title: `${path}@${version}` }, (go, draft) =>
    run(go, ['install', `${path}@${version}`], { env: { ...buildEnvironment(), GOBIN: draft } }),
  );
}

/** Builds once the only tool that the Go module in `module` names: for programs that `go install` refuses by themselves. */
export async function goTool(settings, module, name) {
  const sums = readFileSync(join(module, 'go.sum'));
  const key = createHash('sha256').update(sums).digest('hex').slice(0, 12);
  return builtOnce(settings, { name, key, title: name }, (go, draft) =>
    run(go, ['build', '-mod=readonly', '-o', join(draft, name), 'tool'], { cwd: module, env: buildEnvironment() }),
  );
}

async function builtOnce(settings, { name, key, title }, build) {
  const folder = join(settings.downloads, `${name}-${key}`);
  const program = join(folder, name);
  if (existsSync(program)) return program;
  const go = await goOfToday(settings);
  process.stdout.write(`Building ${title} …\n`);
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  await build(go, draft);
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  return program;
}

function buildEnvironment() {
  // auto: what a module asks for beyond the Go at hand is fetched from the proxy.
  return { ...process.env, GOFLAGS: '-buildvcs=false', GOTOOLCHAIN: 'auto', CGO_ENABLED: '0' };
}

async function goOfToday(settings) {
  await requirePrograms({ go: 'golang-go' });
  const go = findProgram('go');
  const [, major, minor] = /go(\d+)\.(\d+)/.exec(await run(go, ['version'])) ?? [];
  const [majorMin, minorMin] = versions.goMin;
  // From this one on, Go fetches by itself the newer toolchain that a module asks for.
  if (Number(major) > majorMin || Number(minor) >= minorMin) return go;
  return fetchedToolchain(settings, go);
}

/** The toolchain as a module, checked by Go against the public checksum database. */
async function fetchedToolchain(settings, go) {
  const platform = `linux-${{ x64: 'amd64', arm64: 'arm64' }[process.arch]}`;
  const modules = join(settings.downloads, 'go-modules');
  const home = join(modules, `golang.org/toolchain@v0.0.1-go${versions.go}.${platform}`);
  const program = join(home, 'bin/go');
  if (!existsSync(program)) {
    process.stdout.write(`Fetching Go ${versions.go} from the module proxy …\n`);
    // -modcacherw: what is read-only could not be wiped later.
    await run(go, ['mod', 'download', '-modcacherw', `golang.org/toolchain@v0.0.1-go${versions.go}.${platform}`], {
      env: { ...process.env, GOMODCACHE: modules, GOFLAGS: '' },
    });
  }
  // Modules carry no execute bits.
  for (const folder of ['bin', `pkg/tool/${platform.replace('-', '_')}`].map((name) => join(home, name))) {
    for (const tool of existsSync(folder) ? readdirSync(folder) : []) chmodSync(join(folder, tool), 0o755);
  }
  return program;
}
