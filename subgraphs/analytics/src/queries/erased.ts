/**
 * True for the anonymous id that an erased learner has left (a UUIDv8; users have UUIDv7). Such rows count, but there is nobody
 * to be shown.
 */
export const isErased = (column: string): string => `substring(toString(${column}), 15, 1) = '8'`;
