import { makeJoinCode, type RandomBytes } from '../domain/join-code.js';
import { findCourseIdByJoinCode } from '../storage/courses.js';
import type { TeachingDb } from '../storage/teaching-db.js';

const joinCodeAttemptsMax = 5;

/** A code that no course has. Two that are drawn at the same instant are kept apart by the unique constraint. */
export async function freshJoinCode(db: TeachingDb, random: RandomBytes): Promise<string> {
  for (let attempt = 0; attempt < joinCodeAttemptsMax; attempt++) {
    const code = makeJoinCode(random);
    if ((await findCourseIdByJoinCode(db, code)) === undefined) return code;
  }
  throw new Error(`No free join code in ${String(joinCodeAttemptsMax)} draws: is the source of chance broken?`);
}
