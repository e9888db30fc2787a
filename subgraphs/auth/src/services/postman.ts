import type { Clock } from '@ruzlet/platform/clock';
import type { Logger } from '@ruzlet/platform/log';
import type { Mailer } from '@ruzlet/platform/mail/mail';
import type { Db } from '@ruzlet/platform/postgres/database';
import { mailTokenLifeMs, tokenMail } from '../domain/mails.js';
import { findAccountByEmailKey } from '../storage/accounts.js';
import { claimMailRequests, deleteMailRequest, insertMailToken, type MailRequestRow } from '../storage/mail.js';
import { hashSecret, newRefreshToken as newToken } from './refresh-token.js';

/** How often each replica looks for mails that others left or that failed (milliseconds). */
const roundIntervalMs = 5_000;
const roundRowsMax = 20;
/** Attempts at one mail before it is given up (count): over two days with the delays below. */
const attemptsMax = 12;
const retryFirstDelayMs = 60_000;
const retryDelayMaxMs = 6 * 60 * 60_000;

export interface Postman {
  /** Says that there is something to send. */
  wake(): void;
  /** Sends everything that is due. */
  round(): Promise<void>;
  start(): void;
  close(): Promise<void>;
}

/**
 * Sends the mails that were asked for. That happens after the answer, and the same row is written whether or not there
 * is such an account, so neither the answer nor its time tells.
 */
export function createPostman(options: {
  db: Db;
  clock: Clock;
  mailer: Mailer;
  /** Where the pages that a link leads to are served. */
  publicUrl: string;
  logger: Logger;
}): Postman {
  const { db, clock, mailer, publicUrl, logger } = options;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  /** How often it was woken: a wake in the middle of a round asks for another one (count). */
  let wakes = 0;
  let closed = false;

  async function round(): Promise<void> {
    for (;;) {
      const claimed = await claimMailRequests(db, clock.now(), {
        rowsMax: roundRowsMax,
        firstDelayMs: retryFirstDelayMs,
        delayMaxMs: retryDelayMaxMs,
      });
      for (const request of claimed) await attempt(request);
      if (claimed.length < roundRowsMax) return;
    }
  }

  async function attempt(request: MailRequestRow): Promise<void> {
    try {
      await send(request);
      await deleteMailRequest(db, request.id);
    } catch (error) {
      const last = request.attempts >= attemptsMax;
      if (last) await deleteMailRequest(db, request.id);
      logger.error(
        { err: error, purpose: request.purpose, attempts: request.attempts },
        last ? 'a mail was given up' : 'a mail could not be sent: again later',
      );
    }
  }

  async function send({ purpose, emailKey }: MailRequestRow): Promise<void> {
    const account = await findAccountByEmailKey(db, emailKey);
    if (!account || (purpose === 'VERIFY_EMAIL' && account.emailVerifiedAt !== null)) return;
    const token = newToken();
    const now = clock.now();
    // Kept before it is sent: a mail that arrives always works. A second attempt makes another token.
    await insertMailToken(db, {
      hash: hashSecret(token),
      accountId: account.id,
      purpose,
      createdAt: now,
      expiresAt: new Date(now.getTime() + mailTokenLifeMs[purpose]),
    });
    await mailer.send({ to: account.email, ...tokenMail(purpose, { username: account.username, token, publicUrl }) });
  }

  async function rounds(): Promise<void> {
    for (let heard = -1; heard !== wakes;) {
      heard = wakes;
      try {
        await round();
      } catch (error) {
        logger.error({ err: error }, 'mails were not looked after: again soon');
      }
    }
  }

  function wake(): void {
    if (closed) return;
    wakes += 1;
    running ??= rounds().finally(() => {
      running = undefined;
    });
  }

  return {
    wake,
    round,
    start() {
      timer = setInterval(wake, roundIntervalMs);
      timer.unref();
      wake();
    },
    async close() {
      closed = true;
      clearInterval(timer);
      await running;
    },
  };
}
