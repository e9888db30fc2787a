import { writeField } from '@ruzlet/platform/execution/write-field';
import type { PartWriter } from '@ruzlet/router/executor/delivery';

/** Answers in parts, as clients read them: for tests. */

export interface Part {
  data?: any;
  errors?: any[];
  incremental?: { path: (string | number)[]; label?: string; data: any; errors?: any[] }[];
  hasNext: boolean;
}

/** Keeps parts as they would have gone over the wire. */
export function createPartsKept(): { parts: Part[]; writer: PartWriter } {
  const parts: Part[] = [];
  let open: Part = { hasNext: true };
  const json = (value: unknown): any => JSON.parse(JSON.stringify(value));
  const withErrors = ({ errors, ...rest }: { errors: readonly unknown[] }) =>
    json({ ...rest, ...(errors.length > 0 && { errors }) });
  return {
    parts,
    writer: {
      first: (result) => Object.assign(open, withErrors(result)),
      fragment: (result) => (open.incremental ??= []).push(withErrors(result)),
      flush(hasNext) {
        parts.push({ ...open, hasNext });
        open = { hasNext: true };
      },
    },
  };
}

/** What a client has when all parts have come. Lists are merged by position, as Apollo Client does. */
export function merged(parts: readonly Part[]): { data: any; errors: any[] } {
  const [first, ...rest] = parts;
  let data = first?.data;
  const errors = [...(first?.errors ?? [])];
  for (const { incremental = [] } of rest) {
    for (const fragment of incremental) {
      errors.push(...(fragment.errors ?? []));
      if (fragment.data === null) continue;
      // From the inside out: the fragment's fields under its path.
      const added = fragment.path.reduceRight<any>((inner, step) => {
        if (typeof step !== 'number') return single(step, inner);
        const list: unknown[] = [];
        list[step] = inner;
        return list;
      }, fragment.data);
      data = mergeDeep(data, added);
    }
  }
  return { data, errors };
}

function single(name: string, value: unknown): Record<string, unknown> {
  const object = {};
  writeField(object, name, value);
  return object;
}

function mergeDeep(into: any, from: any): any {
  if (typeof into !== 'object' || into === null || typeof from !== 'object' || from === null) return from;
  for (const key of Object.keys(from)) {
    const value = from[key];
    if (Array.isArray(into)) into[Number(key)] = mergeDeep(into[Number(key)], value);
    else writeField(into, key, Object.hasOwn(into, key) ? mergeDeep(into[key], value) : value);
  }
  return into;
}

/** Reads the parts of a response as they come. @throws when it is not multipart as the protocol has it. */
export async function* readParts(response: Response): AsyncGenerator<Part, void> {
  const type = response.headers.get('content-type') ?? '';
  if (!/^multipart\/mixed;.*boundary="-"/.test(type))
    throw new Error(`not in parts: ${type}, ${await response.text()}`);
  const decoder = new TextDecoder();
  let text = '';
  const reader = response.body?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (read?.value === undefined) throw new Error('The answer was cut off.');
    text += decoder.decode(read.value, { stream: true });
    for (;;) {
      const match = /\r\n---(--)?\r\n/.exec(text);
      if (!match) break;
      const piece = text.slice(0, match.index);
      // The boundary of one part begins with the end of the line of the one before.
      text = text.slice(match.index + match[0].length);
      if (piece !== '') {
        const [head = '', body = ''] = piece.split('\r\n\r\n');
        if (head !== 'content-type: application/json; charset=utf-8') throw new Error(`head of a part: ${head}`);
        yield JSON.parse(body);
      }
      if (match[1] !== undefined) {
        if (text !== '') throw new Error(`after the end: ${text}`);
        return;
      }
    }
  }
}
