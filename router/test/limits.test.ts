import { describe, expect, it } from 'vitest';
import { parseWithinLimits } from '@ruzlet/router/limits/operation-limits';
import { RequestRefused } from '@ruzlet/router/limits/request-refused';
import { operationLimits } from '@ruzlet/router/limits/router-limits';

const doubling = [
  '{ ...F0 }',
  ...Array.from({ length: 18 }, (_, index) => {
    const next = `...F${String(index + 1)}`;
    return `fragment F${String(index)} on Query { ${index === 17 ? 'a' : `${next} ${next}`} }`;
  }),
].join('\n');

const hostile: Record<string, string> = {
  'fragments that double eighteen times': doubling,
  '1000 aliases': `{ ${Array.from({ length: 1000 }, (_, index) => `a${String(index)}: me { id }`).join(' ')} }`,
  'depth 1000': `${'{ a '.repeat(1000)}${'}'.repeat(1000)}`,
  '60 000 tokens': `{ ${'a '.repeat(60_000)} }`,
  'a thousand directives': `{ a ${'@include(if: true) '.repeat(1000)} }`,
  '51 root fields': `{ ${Array.from({ length: 51 }, (_, index) => `f${String(index)}`).join(' ')} }`,
  'lists nested until the parser gives up': `{ a(x: ${'['.repeat(9_000)}`,
};

function refusal(source: string): unknown {
  try {
    parseWithinLimits(source, operationLimits);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('operation limits', () => {
  for (const [name, source] of Object.entries(hostile)) {
    // How long that takes is measured in bench/router: a clock in a test only tells how busy the machine is.
    it(`refuse ${name}`, () => {
      let error: unknown;
      expect(() => {
        error = refusal(source);
      }).not.toThrow();
      // A document that does not end is no GraphQL: validation says so.
      if (error !== undefined || !source.includes('[[')) expect(error).toBeInstanceOf(RequestRefused);
    });
  }

  it('let an ordinary operation pass, and fragments that spread themselves: validation refuses those', () => {
    for (const source of [
      '{ me { id name: username ...F } } fragment F on User { bio }',
      '{ ...F } fragment F on Query { a ...F }',
    ]) {
      expect(parseWithinLimits(source, operationLimits)?.definitions.map(({ kind }) => kind)).toEqual([
        'OperationDefinition',
        'FragmentDefinition',
      ]);
    }
  });

  it('leave what is no GraphQL to validation', () => {
    expect(parseWithinLimits('{ me ', operationLimits)).toBeUndefined();
  });

  it('can be set', () => {
    expect(() => parseWithinLimits('{ a { b { c } } }', { ...operationLimits, depthMax: 2 })).toThrow(RequestRefused);
  });
});
