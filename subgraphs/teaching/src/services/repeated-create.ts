import { conflict } from '@ruzlet/platform/errors';

/**
 * What a client made is sent again when the answer was lost, and then says the same. Other content by the same id is a fault of the
 * client, whose new thing would be lost unseen. What has been changed since cannot be told from it, and is answered as it is.
 *
 * @param existing what there is by the id, made by the viewer where they want it.
 * @param same whether it says what is sent.
 * @throws AppError CONFLICT for other content.
 */
export function demandSameContent(existing: { id: string; unchanged: boolean }, same: boolean): void {
  if (existing.unchanged && !same) {
    throw conflict(`Something else was made by the id ${existing.id}: make another id.`);
  }
}

/** True while nothing was changed since it was made. */
export function isUnchanged(row: { createdAt: Date; updatedAt: Date }): boolean {
  return row.createdAt.getTime() === row.updatedAt.getTime();
}

/** True for the same moment, or none, on both sides. */
export function isSameTime(one: Date | null | undefined, other: Date | null | undefined): boolean {
  return (one?.getTime() ?? null) === (other?.getTime() ?? null);
}
