import { dataWords } from '@ruzlet/contracts/personal-data';
import type { RuzletEvent } from '@ruzlet/contracts/registry';
import type { Db } from '@ruzlet/platform/postgres/database';
import type { SubjectDesk } from '@ruzlet/platform/subject-data/desk';
import { putPart } from '../storage/data-exports.js';
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
  desk: Pick<SubjectDesk<S, RuzletEvent>, 'receive'>,
): Promise<void> {
  switch (event.type) {
    case 'ruzlet.user.data.exported.v1':
      await putPart(tx, event.data);
      return;
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
