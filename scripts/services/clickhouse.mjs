// The ClickHouse server, in the version of compose's image, with the files that compose mounts. No package registry carries
// the program as such, but the library in chdb's Python package holds all of it: clickhouse-server.py runs that.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentOf, imageVersion } from './compose-file.mjs';
import { pythonPackage } from './python.mjs';
import { root, versions } from './settings.mjs';

const host = fileURLToPath(new URL('clickhouse-server.py', import.meta.url));
const answerTimeoutMs = 2_000;

export function clickHouseService(settings, services) {
  const port = settings.port('clickhouse');
  const service = services.clickhouse;
  const folder = join(settings.run, 'clickhouse');
  const data = join(settings.data, 'clickhouse');
  const { CLICKHOUSE_DB: database, ...environment } = environmentOf(service);
  let library;

  /** As the image's own user, who may come from this machine only. */
  async function ask(query) {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: query,
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
    const answer = (await response.text()).trim();
    if (!response.ok) throw new Error(answer);
    return answer;
  }

  return {
    name: 'clickhouse',
    title: 'ClickHouse',
    port,
    async install() {
      library = join(await pythonPackage(settings, 'chdb', versions.chdb), 'chdb/_chdb.abi3.so');
      rmSync(folder, { recursive: true, force: true });
      mountConfiguration(folder, service.volumes);
      mkdirSync(data, { recursive: true });
      writeFileSync(join(folder, 'config.xml'), serverConfiguration({ port, data }));
      writeFileSync(join(folder, 'users.xml'), baseUsers());
    },
    start: () => ({
      command: 'python3',
      args: [host, library, `--config-file=${join(folder, 'config.xml')}`],
      env: environment,
      cwd: folder,
    }),
    ready: async () => (await ask('SELECT 1')) === '1',
    async afterReady() {
      const [version, wanted] = [await ask('SELECT version()'), imageVersion(service)];
      if (!`${version}.`.startsWith(`${wanted}.`)) {
        throw new Error(`compose.yaml has ClickHouse ${wanted}, chdb ${versions.chdb} holds ${version}.`);
      }
      // The image's entry point does so.
      await ask(`CREATE DATABASE IF NOT EXISTS ${database}`);
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

/** What the image says in its own config.xml, as far as it matters here: the mounted files change parts of it. */
function serverConfiguration({ port, data }) {
  const systemLogs = ['query_log', 'part_log', 'trace_log', 'text_log', 'metric_log', 'asynchronous_metric_log'];
  return `<clickhouse>
  <logger><level>information</level><console>1</console></logger>
  <path>${data}/</path>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${port}</http_port>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <user_directories><users_xml><path>users.xml</path></users_xml></user_directories>
  <access_control_improvements>
    <users_without_row_policies_can_read_rows>true</users_without_row_policies_can_read_rows>
    <on_cluster_queries_require_cluster_grant>true</on_cluster_queries_require_cluster_grant>
    <select_from_system_db_requires_grant>true</select_from_system_db_requires_grant>
    <select_from_information_schema_requires_grant>true</select_from_information_schema_requires_grant>
    <settings_constraints_replace_previous>true</settings_constraints_replace_previous>
    <table_engines_require_grant>false</table_engines_require_grant>
  </access_control_improvements>
${systemLogs
  .map(
    (name) => `  <${name}>
    <database>system</database>
    <table>${name}</table>
    <partition_by>toYYYYMM(event_date)</partition_by>
    <flush_interval_milliseconds>7500</flush_interval_milliseconds>
  </${name}>`,
  )
  .join('\n')}
</clickhouse>
`;
}

/** The image's users.xml: `default` has no password; the mounted file keeps it local. */
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
