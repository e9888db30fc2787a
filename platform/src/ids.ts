import { parse, v7, validate, version } from 'uuid';

/** A new UUIDv7: sorts by time of creation. */
export function newId(now?: Date): string {
  return now ? v7({ msecs: now.getTime() }) : v7();
}

/** True for any RFC 9562 UUID in text form. */
export function isUuid(value: string): boolean {
  return validate(value);
}

/** When a UUIDv7 was made (milliseconds), or undefined for another kind of id. */
export function idTime(id: string): Date | undefined {
  if (!validate(id) || version(id) !== 7) return undefined;
  const bytes = parse(id);
  let milliseconds = 0;
  for (const byte of bytes.subarray(0, 6)) milliseconds = milliseconds * 256 + byte;
  return new Date(milliseconds);
}
