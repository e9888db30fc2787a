import { dataWords } from '@ruzlet/contracts/personal-data';
import type { RuzletEvent } from '@ruzlet/contracts/registry';
import type { Db } from '@ruzlet/platform/postgres/database';
import { exportPartPrefix } from '@ruzlet/platform/subject-data/export-part';
import type { SubjectDesk } from '@ruzlet/platform/subject-data/desk';
import { putPart } from '../storage/data-exports.js';
import { insertLeftovers } from '../storage/export-leftovers.js';
import { lockErasure, putErasurePart, updateErasure } from '../storage/erasures.js';

/** What the coordinator hears: the parts of the domains, and its own request for an export, of which it writes a part itself. */
export function isOfData({ type }: RuzletEvent): boolean {
  return (
    type === 'ruzlet.user.export.requested.v1' ||
    type === 'ruzlet.user.data.exported.v1' ||
    type === 'ruzlet.user.data.erased.v1'
  );
}

export async function receiveDataEvent<S extends Record<string, unknown>>(
  tx: Db<S>,
  event: RuzletEvent,
  { desk, now }: { desk: Pick<SubjectDesk<S, RuzletEvent>, 'receive'>; now: Date },
): Promise<void> {
  switch (event.type) {
    case 'ruzlet.user.data.exported.v1': {
      const { exportId, domain } = event.data;
      // A domain may write its part once more, or too late, or of an account that is gone: nobody else knows of these files.
      if (!(await putPart(tx, event.data))) {
        await insertLeftovers(tx, [exportPartPrefix(exportId, domain)], now);
      }
      return;
    }
    case 'ruzlet.user.data.erased.v1': {
      const { receiptId, domain, round, erased, anonymised, objects } = event.data;
      // Reports of two domains take turns: the later one sees that all are there.
      const erasure = await lockErasure(tx, receiptId);
      if (erasure?.finishedAt !== null) return;
      const reportedAt = new Date(event.time);
      await putErasurePart(tx, { receiptId, domain, round, erased, anonymised, objects, reportedAt });
      if (round === erasure.round) await updateErasure(tx, receiptId, { nextLookAt: reportedAt });
      return;
    }
    default: {
      const request = dataWords.requestOf(event);
      if (request?.kind === 'EXPORT') await desk.receive(tx, request);
    }
  }
}
