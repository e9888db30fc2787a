// Builds what `docker build` would, without Docker: runs the Dockerfile's own steps, each stage in a clean folder, with the Node of
// its base image. Differs in this: commands run on this machine's Debian, and absolute paths are those of the stage's folder.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, posix } from 'node:path';
import { ignoredBy, parseCopy, parseDockerfile } from './dockerfile.mjs';
import { run } from './programs.mjs';
import { root } from './settings.mjs';

/** Nobody on this machine has files to lose to it. */
const nobody = 65_534;

/**
 * Runs all steps and gives what a container of the image would start with: its folder, its environment, its Node, and the user
 * that it runs as. `remove` deletes the folder.
 */
export async function buildImage(settings) {
  const node = await nodeOfImage(settings, parseDockerfile(readFileSync(join(root, 'Dockerfile'), 'utf8')));
  // Not below our own folder, which other users may not be able to enter.
  const folder = mkdtempSync(join(tmpdir(), 'ruzlet-image-'));
  chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const stages = new Map();
    let last;
    for (const [index, stage] of parseDockerfile(readFileSync(join(root, 'Dockerfile'), 'utf8')).entries()) {
      last = await buildStage({ stage, folder: join(folder, stage.name ?? String(index)), stages, node });
      if (stage.name) stages.set(stage.name, last);
    }
    // Where that user can reach it.
    const program = join(folder, 'node');
    copyFileSync(node, program);
    return { cwd: join(last.folder, last.workdir), env: last.env, node: program, runAs: userOf(last.user), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

async function buildStage({ stage, folder, stages, node }) {
  const parent = stages.get(stage.base);
  const state = {
    folder,
    workdir: parent?.workdir ?? '/',
    env: { ...parent?.env },
    user: parent?.user ?? 'root',
    command: [],
  };
  if (parent) cpSync(parent.folder, folder, { recursive: true, verbatimSymlinks: true });
  else mkdirSync(folder);
  for (const { instruction, rest } of stage.steps) {
    if (instruction === 'WORKDIR') {
      state.workdir = posix.resolve(state.workdir, rest);
      mkdirSync(join(folder, state.workdir), { recursive: true });
    } else if (instruction === 'ENV') {
      for (const [, name, value] of rest.matchAll(/(\w+)=(\S+)/g)) state.env[name] = value;
    } else if (instruction === 'USER') state.user = rest;
    else if (instruction === 'CMD') state.command = JSON.parse(rest);
    else if (instruction === 'COPY') copy(state, parseCopy(rest), stages);
    else if (instruction === 'RUN') {
      process.stdout.write(`${stage.name ?? 'last stage'}: ${rest.replaceAll(/\s+/g, ' ')}\n`);
      await run('sh', ['-c', rest], {
        cwd: join(folder, state.workdir),
        env: { ...npmEnvironment(), ...state.env, PATH: `${dirname(node)}:${process.env.PATH}` },
      });
    }
  }
  return state;
}

function copy(state, { from, sources, target }, stages) {
  const into = join(state.folder, posix.resolve(state.workdir, target));
  for (const source of sources) {
    const origin = from === undefined ? root : stages.get(from).folder;
    if (from === undefined && source === '.') {
      copyContext(into);
      continue;
    }
    const path = join(origin, from === undefined ? source : posix.resolve('/', source));
    const isFolder = statSync(path).isDirectory();
    const place = isFolder || !/\/$|^\.$/.test(target) ? into : join(into, basename(path));
    mkdirSync(dirname(place), { recursive: true });
    cpSync(path, place, { recursive: true, verbatimSymlinks: true });
  }
}

/** All files that are not ignored; those that git ignores are nobody's source. */
function copyContext(into) {
  const ignored = ignoredBy(readFileSync(join(root, '.dockerignore'), 'utf8'));
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  });
  if (listed.status !== 0) throw new Error(`git cannot list the files: ${listed.stderr}`);
  for (const path of listed.stdout.split('\0').filter((name) => name !== '' && !ignored(name))) {
    if (existsSync(join(root, path))) cpSync(join(root, path), join(into, path));
  }
}

/** What tells npm where its registry is on this machine; nothing else of this shell's environment. */
function npmEnvironment() {
  const wanted =
    /^(HOME|USER|LANG|TMPDIR|npm_config_(?:registry|cache|cafile|userconfig|globalconfig)|NODE_EXTRA_CA_CERTS|https?_proxy|no_proxy)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => wanted.test(name)));
}

/** The Node of `FROM node:<version>-…`, from the npm registry. */
async function nodeOfImage(settings, stages) {
  const version = /^node:([\d.]+)/.exec(stages.at(-1).base)?.[1];
  if (version === undefined) throw new Error('Dockerfile: the last stage is not built on node:<version>.');
  const name = `node-linux-${process.arch}`;
  const folder = join(settings.downloads, `${name}-${version}`);
  const program = join(folder, 'node_modules', name, 'bin/node');
  if (!existsSync(program)) {
    process.stdout.write(`Fetching Node ${version} from the npm registry …\n`);
    const draft = `${folder}.draft`;
    rmSync(draft, { recursive: true, force: true });
    const flags = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', draft];
    mkdirSync(draft, { recursive: true });
    await run('npm', ['install', ...flags, `${name}@${version}`]);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  }
  return program;
}

/** Root can become any user and takes one who owns nothing; anybody else stays who they are. */
function userOf(user) {
  if (/^(root|0)(:|$)/.test(user)) throw new Error('Dockerfile: the image runs as root.');
  return process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
}
