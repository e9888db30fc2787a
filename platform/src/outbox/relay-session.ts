import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { z } from 'zod';
import { outboxChannel } from './events.js';

export interface OutboxRow {
  /** A bigint in text form. */
  position: string;
  topic: string;
  key: string;
  value: string;
}

/**
 * A database session that can lead the relays of its database. Leadership, reading and removing share one connection: when it
 * breaks, the server frees the lock and the next statement here finds out, so two leaders never both believe in themselves for
 * longer than one batch.
 */
export interface RelaySession {
  /** Takes the lead when no other session has it. */
  tryLead(): Promise<boolean>;
  /** Calls back at every append that commits, and whenever some may have been missed. @throws LeadLostError after `close`. */
  listen(onAppend: () => void): Promise<void>;
  /** The oldest rows, in order. @throws LeadLostError when the connection was replaced and the lock with it. */
  read(limit: { rowsMax: number; bytesMax: number }): Promise<OutboxRow[]>;
  remove(rows: OutboxRow[]): Promise<void>;
  /** Ends the session, and with it the lead. */
  close(): Promise<void>;
}

/** Another relay may lead now. */
export class LeadLostError extends Error {
  override readonly name = 'LeadLostError';

  constructor() {
    super('the connection that held the lead of the outbox was lost');
  }
}

/** Any number, the same in every relay. Advisory locks belong to a database, so each database has one leader. */
const leadLock = 7_240_101;
const closeTimeoutSeconds = 1;

export function openRelaySession(sql: postgres.Sql): RelaySession {
  const session = postgres(ownConnection(sql));
  // A setting lives exactly as long as its connection, as the lock does, and costs nothing to ask for.
  const token = randomUUID();
  let closed = false;

  async function tryLead(): Promise<boolean> {
    const [row] = await session<{ leads: boolean }[]>`
      select case when pg_try_advisory_lock(${leadLock}) then set_config('ruzlet.relay', ${token}, false) = ${token}
             else false end as leads`;
    return row?.leads === true;
  }

  async function read({ rowsMax, bytesMax }: { rowsMax: number; bytesMax: number }): Promise<OutboxRow[]> {
    const rows = await session<({ leads: boolean } & (OutboxRow | { position: null }))[]>`
      with lead as (
        select coalesce(current_setting('ruzlet.relay', true) = ${token}, false) as leads
      ), sized as (
        select oldest.*, sum(octet_length(value)) over (order by position) - octet_length(value) as bytes_before
        from (select position, topic, key, value from outbox order by position limit ${rowsMax}) as oldest
      )
      select lead.leads, sized.position::text as position, sized.topic, sized.key, sized.value
      from lead left join sized on lead.leads and sized.bytes_before < ${bytesMax}
      order by sized.position`;
    if (rows[0]?.leads !== true) throw new LeadLostError();
    return rows.flatMap((row) => (row.position === null ? [] : [row]));
  }

  return {
    tryLead,
    async listen(onAppend) {
      // A client that has ended opens a connection for this nevertheless, and nobody would ever close it.
      if (closed) throw new LeadLostError();
      await session.listen(outboxChannel, onAppend, onAppend);
    },
    read,
    async remove(rows) {
      // By position, not up to one: a transaction that started earlier may commit a lower position meanwhile.
      const positions = JSON.stringify(rows.map((row) => row.position));
      await session`
        delete from outbox
        where position in (select done.position::bigint from json_array_elements_text(${positions}::text::json) as done(position))`;
    },
    close: () => {
      closed = true;
      return session.end({ timeout: closeTimeoutSeconds });
    },
  };
}

/**
 * The settings of the service's pool for a client of one connection that is never retired. Not `sql.reserve()`: a reserved
 * connection that breaks throws in the driver's write timer, where nobody can catch it.
 */
function ownConnection(sql: postgres.Sql): postgres.Options<Record<string, never>> {
  const settings = {
    ...sql.options,
    max: 1,
    idle_timeout: null,
    max_lifetime: null,
    // The relay's own back-off is enough; the driver's could keep it away for 20 s after an outage.
    backoff: () => 0,
    // Nobody handles the rejection of this question when the connection breaks just then, and that ends the process.
    fetch_types: false,
  };
  return parsedOptions.parse(settings);
}

/** The driver takes parsed options as they are (`sql.listen` relies on it), but its types know only unparsed ones. */
const parsedOptions = z.custom<postgres.Options<Record<string, never>>>(
  (settings) => typeof settings === 'object' && settings !== null && 'shared' in settings && 'host' in settings,
  'the options of a postgres.js client have another form than this version gives them',
);
