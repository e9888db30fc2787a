// Programs that are built from the Go module proxy. Where Go is too old, as Debian's is, a newer toolchain comes from there too.
import { chmodSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { findProgram, requirePrograms, run } from './programs.mjs';
import { versions } from './settings.mjs';

/** Builds `module/path@version` once and gives the program's path. */
export async function goProgram(settings, path, version) {
  const folder = join(settings.downloads, `${basename(path)}-${version}`);
  const program = join(folder, basename(path));
  if (existsSync(program)) return program;
  const go = await goOfToday(settings);
  process.stdout.write(`Building ${path}@${version} …\n`);
  const draft = `${folder}.draft`;
  await run(go, ['install', `${path}@${version}`], {
    env: { ...process.env, GOBIN: draft, GOFLAGS: '-buildvcs=false', CGO_ENABLED: '0' },
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  return program;
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
