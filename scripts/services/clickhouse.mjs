// ClickHouse over HTTP with the users and the limits that compose mounts. No package registry carries the server's program, but
// chdb's library holds the whole engine with its HTTP server and its access control: clickhouse-host.py runs that.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentOf } from './compose-file.mjs';
import { requirePrograms } from './programs.mjs';
import { root } from './settings.mjs';

const host = fileURLToPath(new URL('clickhouse-host.py', import.meta.url));

export function clickHouseService(settings, services) {
  const port = settings.port('clickhouse');
  const service = services.clickhouse;
  const folder = join(settings.run, 'clickhouse');
  const { CLICKHOUSE_DB: database, ...environment } = environmentOf(service);
  return {
    name: 'clickhouse',
    title: 'ClickHouse (chdb)',
    port,
    async install() {
      await requirePrograms({ python3: 'python3' });
      rmSync(folder, { recursive: true, force: true });
      mountConfiguration(folder, service.volumes);
      const data = join(settings.data, 'clickhouse');
      mkdirSync(data, { recursive: true });
      // The engine's own logs: it forgets at each start that it has them, and then stumbles over their folders.
      rmSync(join(data, 'data/system'), { recursive: true, force: true });
      writeFileSync(join(folder, 'config.xml'), serverConfiguration({ port, data }));
      writeFileSync(join(folder, 'users.xml'), baseUsers());
    },
    start: () => ({
      command: 'python3',
      args: [host, engineLibrary(), join(folder, 'config.xml'), database],
      env: environment,
      cwd: folder,
    }),
    async ready() {
      const response = await fetch(`http://127.0.0.1:${port}/ping`, { signal: AbortSignal.timeout(2_000) });
      return response.ok;
    },
  };
}

/** Puts the files that compose mounts where the server looks for them: config.d and users.d beside its own files. */
function mountConfiguration(folder, volumes) {
  for (const volume of volumes) {
    const [source, target = ''] = volume.split(':');
    if (!target.startsWith('/etc/clickhouse-server/')) continue;
    const directory = join(folder, basename(dirname(target)));
    mkdirSync(directory, { recursive: true });
    copyFileSync(join(root, source), join(directory, basename(target)));
  }
}

/** What the server's package says in its own config.xml, as far as it matters here. */
function serverConfiguration({ port, data }) {
  return `<clickhouse>
  <!-- clickhouse-local looks for it here, not below logger. -->
  <log-level>warning</log-level>
  <path>${data}</path>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${port}</http_port>
  <user_directories><users_xml><path>users.xml</path></users_xml></user_directories>
  <access_control_improvements>
    <users_without_row_policies_can_read_rows>true</users_without_row_policies_can_read_rows>
    <on_cluster_queries_require_cluster_grant>true</on_cluster_queries_require_cluster_grant>
    <select_from_system_db_requires_grant>true</select_from_system_db_requires_grant>
    <select_from_information_schema_requires_grant>true</select_from_information_schema_requires_grant>
    <settings_constraints_replace_previous>true</settings_constraints_replace_previous>
    <table_engines_require_grant>false</table_engines_require_grant>
  </access_control_improvements>
</clickhouse>
`;
}

/** The package's users.xml: `default` has no password. The engine works as that user itself; the mounted file keeps it local. */
function baseUsers() {
  return `<clickhouse>
  <profiles><default/></profiles>
  <quotas><default/></quotas>
  <users>
    <default>
      <password/>
      <networks><ip>::/0</ip></networks>
      <profile>default</profile>
      <quota>default</quota>
    </default>
  </users>
</clickhouse>
`;
}

function engineLibrary() {
  const require = createRequire(createRequire(join(root, 'embedded/package.json')).resolve('chdb'));
  const platform = `linux-${process.arch}-gnu`;
  try {
    return join(dirname(require.resolve(`@chdb/lib-${platform}`)), 'libchdb.so');
  } catch {
    throw new Error(
      `There is no ClickHouse engine for ${platform} here: the npm package @chdb/lib-${platform} is not installed.`,
    );
  }
}
