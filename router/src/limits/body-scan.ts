import { RequestRefused } from './request-refused.js';

/** What a JSON body may be made of. */
export interface BodyLimits {
  /** Objects and lists in one another (count). */
  jsonDepthMax: number;
  /** Brackets, commas and colons outside of strings (count): the time to read JSON grows with them. */
  jsonMarksMax: number;
}

const quote = 0x22;
const backslash = 0x5c;

/**
 * Looks through a JSON body while it comes, piece by piece, so that what would take long to parse is refused before it is
 * complete, and nobody waits for one large piece of work. What is no JSON is for the parser to say.
 *
 * @returns a function for each piece. It throws RequestRefused beyond a limit.
 */
export function createBodyScan({ jsonDepthMax, jsonMarksMax }: BodyLimits): (chunk: Buffer) => void {
  let depth = 0;
  let marks = 0;
  let inString = false;
  /** The piece before ended in a string, with a backslash that is not escaped itself. */
  let escaping = false;

  /** @returns where the string ends, beyond the piece when it does not. */
  function endOfString(chunk: Buffer, start: number): number {
    let from = start;
    if (escaping) from += 1;
    escaping = false;
    for (;;) {
      const end = chunk.indexOf(quote, from);
      const backslashes = countBefore(chunk, end < 0 ? chunk.length : end, from);
      if (end < 0) {
        escaping = backslashes % 2 === 1;
        return chunk.length;
      }
      if (backslashes % 2 === 0) {
        inString = false;
        return end;
      }
      from = end + 1;
    }
  }

  return (chunk) => {
    for (let index = 0; index < chunk.length; index += 1) {
      if (inString) {
        index = endOfString(chunk, index);
        continue;
      }
      switch (chunk[index]) {
        case quote:
          inString = true;
          break;
        case 0x5b: // [
        case 0x7b: // {
          depth += 1;
          marks += 1;
          break;
        case 0x5d: // ]
        case 0x7d: // }
          depth -= 1;
          break;
        case 0x2c: // ,
        case 0x3a: // :
          marks += 1;
          break;
        default:
      }
      if (depth > jsonDepthMax) {
        throw refused(`is nested deeper than ${String(jsonDepthMax)} levels`);
      }
      if (marks > jsonMarksMax) {
        throw refused(`holds more than ${String(jsonMarksMax)} values, or so: send it in parts`);
      }
    }
  };
}

function countBefore(chunk: Buffer, end: number, from: number): number {
  let start = end;
  while (start > from && chunk[start - 1] === backslash) start -= 1;
  return end - start;
}

function refused(how: string): RequestRefused {
  return new RequestRefused(400, 'BAD_USER_INPUT', `The request body ${how}.`);
}
