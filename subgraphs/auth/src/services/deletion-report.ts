import { isUuid } from '@ruzlet/platform/ids';
import { dataDomains } from '../domain/data-domains.js';
import { findErasure, findErasureParts, type ErasurePart, type ErasureRow } from '../storage/erasures.js';
import type { AuthServices } from './auth-services.js';

type Tally = ErasurePart['erased'][number];

export interface DeletionReport {
  receiptId: string;
  state: 'IN_PROGRESS' | 'ERASED' | 'VERIFIED';
  requestedAt: Date;
  erasedAt: Date | null;
  verifiedAt: Date | null;
  waitingFor: string[];
  domains: { domain: string; reportedAt: Date; erased: Tally[]; anonymised: Tally[]; filesDeleted: number }[];
}

/** What became of the data of a deleted account, for whoever has the receipt; null when there is none. It names nobody. */
export async function readDeletionReport(
  { db }: Pick<AuthServices, 'db'>,
  receiptId: string,
): Promise<DeletionReport | null> {
  if (!isUuid(receiptId)) return null;
  const erasure = await findErasure(db, receiptId.toLowerCase());
  if (!erasure) return null;
  const parts = await findErasureParts(db, erasure.receiptId);
  const reported = new Set(parts.filter(({ round }) => round === erasure.round).map(({ domain }) => domain));
  return {
    receiptId: erasure.receiptId,
    state: stateOf(erasure),
    requestedAt: erasure.requestedAt,
    erasedAt: erasure.erasedAt,
    verifiedAt: erasure.finishedAt,
    waitingFor: erasure.finishedAt === null ? dataDomains.filter((domain) => !reported.has(domain)) : [],
    domains: dataDomains.flatMap((domain) => {
      const own = parts.filter((part) => part.domain === domain);
      const last = own.at(-1);
      if (!last) return [];
      return {
        domain,
        reportedAt: last.reportedAt,
        erased: sum(own.flatMap(({ erased }) => erased)),
        anonymised: sum(own.flatMap(({ anonymised }) => anonymised)),
        filesDeleted: own.reduce((files, { objects }) => files + objects, 0),
      };
    }),
  };
}

function stateOf({ erasedAt, finishedAt }: ErasureRow): DeletionReport['state'] {
  if (finishedAt !== null) return 'VERIFIED';
  return erasedAt === null ? 'IN_PROGRESS' : 'ERASED';
}

/** Rounds together. */
function sum(tallies: Tally[]): Tally[] {
  const counts = new Map<string, number>();
  for (const { kind, count } of tallies) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return Array.from(counts, ([kind, count]) => ({ kind, count }));
}
