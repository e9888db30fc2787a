/** Requests that want to hurt a router, and how they are to be answered. The test sends them, and `bench/hostile` times them. */
export interface HostileRequest {
  body: string;
  /** Codes that the refusal may have. */
  codes: readonly string[];
  contentType?: string;
  headers?: Record<string, string>;
}

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
const operation = (query: string, rest: object = {}) => JSON.stringify({ query, ...rest });
const doubling = (depth: number) =>
  [
    '{ ...F0 }',
    ...many(depth, (index) => {
      const next = `...F${String(index + 1)}`;
      return `fragment F${String(index)} on Query { ${index === depth - 1 ? '__typename' : `${next} ${next}`} }`;
    }),
  ].join('\n');

const limit = ['OPERATION_LIMIT_EXCEEDED'];
const invalid = ['GRAPHQL_VALIDATION_FAILED', ...limit];

/** @param field a root field of the schema without required arguments. */
export function hostileRequests(field: string, bodyBytesMax: number): Record<string, HostileRequest> {
  return {
    '1000 aliases': { body: operation(`{ ${many(1000, (n) => `a${String(n)}: ${field}`).join(' ')} }`), codes: limit },
    'depth 1000': { body: operation(`${'{ a '.repeat(1000)}${'}'.repeat(1000)}`), codes: limit },
    'depth 5000 in inline fragments': {
      body: operation(`{ ${'... { '.repeat(5000)}${field}${' }'.repeat(5000)} }`, {}),
      codes: limit,
    },
    'fragments that double 18 times': { body: operation(doubling(18)), codes: limit },
    'fragments that double 300 times': { body: operation(doubling(300)), codes: limit },
    'fragments in a circle': {
      body: operation(`{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }`),
      codes: invalid,
    },
    '60 000 tokens': { body: operation(`{ ${`${field} `.repeat(60_000)} }`), codes: limit },
    '3000 times the same field': { body: operation(`{ ${`${field} `.repeat(3_000)} }`), codes: limit },
    '1000 directives': { body: operation(`{ ${field} ${'@skip(if: false) '.repeat(1000)} }`), codes: limit },
    '3000 unknown fields': { body: operation(`{ ${many(3_000, (n) => `f${String(n)}`).join(' ')} }`), codes: invalid },
    '1000 operations': {
      body: operation(many(1000, (n) => `query Q${String(n)} { ${field} }`).join(' '), { operationName: 'Nobody' }),
      codes: [...invalid, 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST'],
    },
    'a list of 9000 brackets': {
      body: operation(`{ ${field}(x: ${'['.repeat(9_000)}) }`),
      codes: ['GRAPHQL_PARSE_FAILED', ...limit],
    },
    '2000 variables': {
      body: operation(`query (${many(2_000, (n) => `$v${String(n)}: Int`).join(' ')}) { ${field} }`),
      codes: invalid,
    },
    'a string that does not end': {
      body: operation(`{ ${field}(x: "${'a'.repeat(500_000)}) }`),
      codes: ['GRAPHQL_PARSE_FAILED', ...limit],
    },
    'JSON that is cut off': { body: '{"query":"{ ', codes: ['BAD_USER_INPUT'] },
    'JSON of 100 000 brackets': { body: '['.repeat(100_000), codes: ['BAD_USER_INPUT'] },
    'a batch of 1000': {
      body: JSON.stringify(many(1000, () => ({ query: `{ ${field} }` }))),
      codes: ['BAD_REQUEST', ...limit],
    },
    'a body that is no object': { body: '"query"', codes: ['BAD_REQUEST', 'BAD_USER_INPUT'] },
    'variables that are a list': { body: operation(`{ ${field} }`, { variables: [1] }), codes: ['BAD_USER_INPUT'] },
    'another content type': { body: operation(`{ ${field} }`), contentType: 'text/plain', codes: ['BAD_REQUEST'] },
    'a body that is too large': {
      body: operation(`{ ${field} } # ${'x'.repeat(bodyBytesMax)}`),
      codes: ['PAYLOAD_TOO_LARGE'],
    },
    'a token of 8000 characters': {
      body: operation(`{ ${field} }`),
      headers: { authorization: `Bearer ${'x'.repeat(8_000)}` },
      codes: ['UNAUTHENTICATED'],
    },
  };
}
