// Apache Kafka in KRaft mode, from Maven Central, with the settings that compose.yaml gives its container.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { environmentOf } from './compose-file.mjs';
import { requirePrograms, run } from './programs.mjs';
import { packageOf, versions } from './settings.mjs';

const { Kafka, logLevel } = packageOf('platform', 'kafkajs');

const name = 'kafka';

export function kafkaService(settings, services) {
  const port = settings.port('kafka');
  const controllerPort = settings.port('kafka-controller');
  const data = join(settings.data, name);
  const folder = join(settings.downloads, `kafka-${versions.kafka}`);
  const properties = join(settings.run, 'kafka.properties');
  const environment = environmentOf(services.kafka);
  const classPath = `${join(folder, 'lib')}/*`;
  const log = (level) => `-Dorg.slf4j.simpleLogger.defaultLogLevel=${level}`;

  return {
    name,
    port,
    async install() {
      await requirePrograms({ java: 'openjdk-17-jre-headless', mvn: 'maven' });
      await requireJava();
      await fetchJars(folder);
      writeProperties(properties, brokerProperties(environment, { port, controllerPort, data }));
      if (existsSync(join(data, 'meta.properties'))) return;
      mkdirSync(data, { recursive: true });
      const format = ['format', '--config', properties, '--cluster-id', environment.CLUSTER_ID];
      await run('java', ['-cp', classPath, log('error'), 'kafka.tools.StorageTool', ...format]);
    },
    // Light: it serves one developer or one run of tests, and shall be there soon.
    start: () => ({
      command: 'java',
      args: [
        '-Xms256m',
        '-Xmx512m',
        '-XX:+UseSerialGC',
        '-XX:TieredStopAtLevel=1',
        log('warn'),
        '-cp',
        classPath,
        'kafka.Kafka',
        properties,
      ],
    }),
    async ready() {
      const kafka = new Kafka({ brokers: [`127.0.0.1:${port}`], logLevel: logLevel.NOTHING, retry: { retries: 0 } });
      const admin = kafka.admin();
      try {
        await admin.connect();
        return (await admin.describeCluster()).brokers.length > 0;
      } finally {
        await admin.disconnect();
      }
    },
  };
}

async function requireJava() {
  // `java -version` speaks on the error stream.
  const said = await run('sh', ['-c', 'java -version 2>&1']);
  const major = Number(/version "(\d+)/.exec(said)?.[1]);
  if (major < versions.javaMin)
    throw new Error(`Kafka ${versions.kafka} needs Java ${versions.javaMin}; here is ${major}.`);
}

/** The broker and all that it stands on, by a project of two dependencies. */
async function fetchJars(folder) {
  if (existsSync(join(folder, 'lib'))) return;
  process.stdout.write(`Fetching Apache Kafka ${versions.kafka} from Maven Central …\n`);
  const dependency = (group, artifact, version) =>
    `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  const project = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>ruzlet</groupId><artifactId>kafka</artifactId><version>1</version>
  <dependencies>
    ${dependency('org.apache.kafka', 'kafka_2.13', versions.kafka)}
    ${dependency('org.slf4j', 'slf4j-simple', versions.slf4j)}
  </dependencies>
</project>
`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pom.xml'), project);
  const draft = join(folder, 'lib.draft');
  rmSync(draft, { recursive: true, force: true });
  const flags = ['-B', '-q', '-DincludeScope=runtime', `-DoutputDirectory=${draft}`];
  await run('mvn', ['dependency:copy-dependencies', ...flags], {
    cwd: folder,
    // Java takes the home from the list of users, where some users have none.
    env: { ...process.env, MAVEN_OPTS: `-Duser.home=${homedir()} ${process.env.MAVEN_OPTS ?? ''}` },
  });
  renameSync(draft, join(folder, 'lib'));
}

/** KAFKA_NODE_ID becomes node.id, as in the image; addresses and folders become local ones. */
function brokerProperties(environment, { port, controllerPort, data }) {
  const entries = Object.entries(environment)
    .filter(([variable]) => variable.startsWith('KAFKA_'))
    .map(([variable, value]) => [variable.slice('KAFKA_'.length).toLowerCase().replaceAll('_', '.'), value]);
  const local = (value) =>
    value
      .replaceAll(/(?:kafka|0\.0\.0\.0):9092/g, `127.0.0.1:${port}`)
      .replaceAll(/(?:kafka|0\.0\.0\.0):9093/g, `127.0.0.1:${controllerPort}`);
  return { ...Object.fromEntries(entries.map(([key, value]) => [key, local(value)])), 'log.dirs': data };
}

function writeProperties(file, properties) {
  mkdirSync(join(file, '..'), { recursive: true });
  const text = Object.entries(properties)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
  const old = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (old !== text) writeFileSync(file, text);
}
