import type { Clock } from '@ruzlet/platform/clock';
import type { Logger } from '@ruzlet/platform/log';
import type { Mailer } from '@ruzlet/platform/mail/mail';
import type { ObjectStore } from '@ruzlet/platform/objects/objects';
import type { Db } from '@ruzlet/platform/postgres/database';
import type { SecretBox } from '../keys/secret-box.js';

/** What exports and deletions are brought forward with. */
export interface CoordinatorDeps {
  db: Db;
  clock: Clock;
  objects: ObjectStore;
  mailer: Mailer | null;
  publicUrl: string;
  erasureBox: SecretBox;
  tokenLifeMs: number;
  logger: Logger;
}
