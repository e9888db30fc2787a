import { collectorGroup } from '@ruzlet/analytics/collect/collector';
import { createAnalytics } from '@ruzlet/analytics/create-analytics';
import { encodeEvent } from '@ruzlet/contracts/codec';
import type { RuzletEvent } from '@ruzlet/contracts/registry';
import { topics } from '@ruzlet/contracts/topics';
import { createKafkaBus } from '@ruzlet/platform/bus/kafka-bus';
import { connectClickHouse } from '@ruzlet/platform/clickhouse/clickhouse';
import { systemClock } from '@ruzlet/platform/clock';
import type { Subgraph } from '@ruzlet/platform/http/subgraph';
import { newId } from '@ruzlet/platform/ids';
import { createLogger } from '@ruzlet/platform/log';
import { createS3Objects } from '@ruzlet/platform/objects/s3-objects';
import { graphqlClient } from '@ruzlet/testkit/graphql';
import { createTestTokens } from '@ruzlet/testkit/tokens';
import { waitFor } from '@ruzlet/testkit/wait';
import { Kafka, logLevel } from 'kafkajs';

/** The steps of a batch at which a collector dies: each before and after what it does to ClickHouse, the last before the commit. */
export const crashPoints = ['BEFORE_INSERT', 'HALF_INSERTED', 'AFTER_INSERT', 'AMONG_TOTALS', 'BEFORE_COMMIT'] as const;
type CrashPoint = (typeof crashPoints)[number];

export interface Collectors {
  publish(events: RuzletEvent[]): Promise<void>;
  /** Runs a collector until it dies at this point, with nothing committed; a second one may join while it works. */
  runUntilCrash(point: CrashPoint, options: { withSecond: boolean }): Promise<void>;
  /** Runs collectors that do not die until everything is committed. */
  settle(): Promise<void>;
  /** Stops all, puts the group back to the beginning of all topics, and settles. */
  replay(): Promise<void>;
  figures(userIds: string[], range: { from: string; to: string }): Promise<unknown[]>;
  /** Collectors that were started (count). */
  opened(): number;
  close(): Promise<void>;
}

const settledMs = 90_000;
const joinedMs = 30_000;
const learning = `query ($users: [_Any!]!, $range: DateRange!) {
  _entities(representations: $users) { ... on User { learning(range: $range) {
    reviews studyTimeMs accuracy testsSubmitted averageTestScore
    ratings { again hard good easy }
    daily { day reviews correct newCards studyTimeMs }
    streak { current longest freezesLeft lastDay }
    trueRetention { rows { window young { passed failed rate } mature { passed failed rate } total { passed failed rate } } }
  } } } }`;

interface Member {
  subgraph: Subgraph;
  /** Resolves when it has died at its point. */
  crashed: Promise<void>;
  close(): Promise<void>;
}

/** Collectors of one group over the servers that `env` of compose.yaml's analytics names. */
export async function openCollectors(env: Record<string, string>): Promise<Collectors> {
  const brokers = [env.KAFKA_BROKERS ?? ''];
  const logger = createLogger({ name: 'test', level: 'silent' });
  const tokens = await createTestTokens();
  const token = await tokens.tokenFor({ userId: newId(), roles: ['ADMIN'] });
  // For exports, which nobody asks for here.
  const objects = createS3Objects({
    url: env.S3_URL ?? '',
    accessKey: env.S3_ACCESS_KEY ?? '',
    secretKey: env.S3_SECRET_KEY ?? '',
    bucket: 'ruzlet',
  });
  const publisher = createKafkaBus({ brokers, clientId: 'publisher', logger });
  const admin = new Kafka({ brokers, logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const running = new Set<Member>();
  let opened = 0;

  async function open(point?: CrashPoint): Promise<Member> {
    opened += 1;
    let die = (): void => undefined;
    const crashed = new Promise<void>((resolve) => {
      die = resolve;
    });
    const bus = createKafkaBus({ brokers, clientId: 'collector', logger, retry: { firstMs: 10, maxMs: 100 } });
    const clickhouse = connectClickHouse({
      url: env.CLICKHOUSE_URL ?? '',
      database: 'ruzlet',
      writer: { username: 'analytics_writer', password: env.CLICKHOUSE_WRITER_PASSWORD ?? '' },
      reader: { username: 'analytics_reader', password: env.CLICKHOUSE_READER_PASSWORD ?? '' },
    });
    const subgraph = await createAnalytics({
      databaseUrl: env.DATABASE_URL ?? '',
      databasePoolMax: 4,
      clickhouse: { ...clickhouse, writer: point ? dyingAt(point, clickhouse.writer, die) : clickhouse.writer },
      bus,
      objects,
      clock: systemClock,
      verifyToken: tokens.verifyToken,
      logger,
      collect: {
        collectBatchRowsMax: 25,
        collectBatchBytesMax: 1_000_000,
        collectBatchWaitMs: 1,
        collectRestFactor: 0,
        collectRestMsMax: 0,
      },
    });
    await subgraph.start();
    const member: Member = {
      subgraph,
      crashed,
      async close() {
        running.delete(member);
        await subgraph.close();
        await bus.close();
        await clickhouse.close();
      },
    };
    running.add(member);
    return member;
  }

  async function closeAll(): Promise<void> {
    await Promise.all([...running].map((member) => member.close()));
  }

  async function isDone(): Promise<boolean> {
    const committed = await admin.fetchOffsets({ groupId: collectorGroup, topics: [...topics] });
    for (const { topic, partitions } of committed) {
      const offsets = new Map(partitions.map(({ partition, offset }) => [partition, Number(offset)]));
      for (const { partition, high } of await admin.fetchTopicOffsets(topic)) {
        if (Number(high) > 0 && (offsets.get(partition) ?? -1) < Number(high)) return false;
      }
    }
    return true;
  }

  async function settle(): Promise<void> {
    if (running.size === 0) await open();
    await waitFor(isDone, { timeoutMs: settledMs, what: 'everything to be committed' });
  }

  return {
    publish: (events) =>
      publisher.publish(
        events.map((event) => {
          const { topic, key, value } = encodeEvent(event);
          return { topic, key, value };
        }),
      ),
    async runUntilCrash(point, { withSecond }) {
      await closeAll();
      const dying = await open(point);
      // It joins while the first one may be in the middle of a batch, and stays.
      const second = withSecond ? open() : undefined;
      // With a second one there may be nothing left to die over.
      const died = second ? Promise.race([dying.crashed, second.then(settle)]) : dying.crashed;
      let late: NodeJS.Timeout | undefined;
      const tooLate = new Promise<never>((_resolve, reject) => {
        late = setTimeout(() => {
          reject(new Error(`No collector died at ${point}.`));
        }, joinedMs);
      });
      await Promise.race([died, tooLate]);
      clearTimeout(late);
      await second;
      await dying.close();
    },
    settle,
    async replay() {
      await closeAll();
      await waitFor(async () => (await admin.describeGroups([collectorGroup])).groups[0]?.members.length === 0, {
        what: 'the group to be empty',
        timeoutMs: joinedMs,
      });
      for (const topic of topics) await admin.resetOffsets({ groupId: collectorGroup, topic, earliest: true });
      expectReset(await isDone());
      await settle();
    },
    async figures(userIds, range) {
      const [member] = running;
      if (!member) throw new Error('No collector runs.');
      const users = userIds.map((id) => ({ __typename: 'User', id }));
      const { data, errors } = await graphqlClient(member.subgraph)(learning, { users, range }, token);
      if (errors.length > 0) throw new Error(JSON.stringify(errors));
      return data._entities.map((user: { learning: unknown }) => user.learning);
    },
    opened: () => opened,
    async close() {
      await closeAll();
      await publisher.close();
      await objects.close();
      await admin.disconnect();
    },
  };
}

function expectReset(done: boolean): void {
  if (done) throw new Error('The group is still at the end of its topics.');
}

type Writer = ReturnType<typeof connectClickHouse>['writer'];

/** The client until it reaches the point; from there on every call fails, as it does to a process that is gone. */
function dyingAt(point: CrashPoint, writer: Writer, die: () => void): Writer {
  let dead = false;
  let inserted = false;
  const fall = (): never => {
    dead = true;
    die();
    throw new Error(`died: ${point}`);
  };
  const checkAlive = (): void => {
    if (dead) throw new Error('dead');
  };
  return new Proxy(writer, {
    get: (target, name) => {
      if (name === 'insert') {
        return async (parameters: Parameters<Writer['insert']>[0]) => {
          checkAlive();
          if (!parameters.table.endsWith('_feed')) return target.insert(parameters);
          if (point === 'BEFORE_INSERT') fall();
          const { values } = parameters;
          if (point === 'HALF_INSERTED' && Array.isArray(values)) {
            const half = values.slice(0, values.length / 2);
            if (half.length > 0) await target.insert({ ...parameters, values: half });
            fall();
          }
          const result = await target.insert(parameters);
          inserted = true;
          if (point === 'AFTER_INSERT') fall();
          return result;
        };
      }
      if (name === 'command') {
        return async (parameters: Parameters<Writer['command']>[0]) => {
          checkAlive();
          // Before any insert it migrates.
          if (inserted && point === 'AMONG_TOTALS') fall();
          const result = await target.command(parameters);
          if (inserted && point === 'BEFORE_COMMIT') fall();
          return result;
        };
      }
      return Reflect.get(target, name);
    },
  });
}
