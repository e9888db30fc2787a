import fc from 'fast-check';
import { buildSchema, execute, GraphQLError, parse, validate, type GraphQLSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { compileOperation } from '@ruzlet/platform/execution/compile-operation';
import { createDraw } from './differential/draw.js';
import { createMonolith } from './differential/monolith.js';
import { errorPlaces } from './differential/error-places.js';
import { drawOperation } from './differential/operation.js';
import { drawWorld } from './differential/world.js';

/** Subgraphs execute what they are sent by compiled operations: those answer what graphql-js answers, to the byte. */

async function bothAnswers(
  schema: GraphQLSchema,
  source: string,
  variables?: Record<string, unknown>,
  context?: unknown,
) {
  const document = parse(source);
  const known = await execute({ schema, document, variableValues: variables, contextValue: context });
  const compiled = await compileOperation(schema, document)!({ variables, context });
  return [JSON.stringify(compiled), JSON.stringify(known)];
}

/** What is said of a type that is none of an abstract one is worded otherwise. */
function saidAlike(answer: unknown): string {
  return JSON.stringify(answer).replaceAll(
    /"message":"(?:Abstract type |Runtime Object type |A value of )(?:[^"\\]|\\.)*"/g,
    '"message":"of no such type"',
  );
}

const seed = Number(process.env.RUZLET_DIFFERENTIAL_SEED ?? '266086641');

describe('compiled execution', () => {
  for (const promises of ['none', 'some'] as const) {
    it(`answers random operations as graphql-js does, with promises from ${promises} of the resolvers (seed ${String(seed)})`, async () => {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(fc.gen(), async (gen) => {
          const draw = createDraw(gen);
          const world = drawWorld(draw);
          // graphql-js leaves rejections unhandled when a list fails beside promises: it answers without any.
          const schema = createMonolith(world);
          const slow = createMonolith(world, {
            slow: (field) => promises === 'some' && field.charCodeAt(1) % 2 === 1,
          });
          for (let index = 0; index < 8; index++) {
            const { source, variables } = drawOperation(schema, draw);
            if (validate(schema, parse(source)).length > 0) continue;
            compared += 1;
            const document = parse(source);
            world.effects.length = 0;
            const known = await execute({ schema, document, variableValues: variables });
            // Mutations count what has been done.
            world.effects.length = 0;
            const compiled = await compileOperation(slow, document)!({ variables, context: undefined });
            if (promises === 'none') expect(saidAlike(compiled)).toBe(saidAlike(known));
            else {
              // Promises may settle in another order, and which errors are noted under one null depends on it.
              expect(JSON.stringify(compiled.data)).toBe(JSON.stringify(known.data));
              expect(errorPlaces(compiled)).toEqual(errorPlaces(known));
            }
          }
        }),
        { numRuns: 40, seed },
      );
      expect(compared).toBeGreaterThan(100);
    });
  }

  const schema = buildSchema(`
    scalar Odd
    enum Colour { RED BLUE }
    input Filter { colour: Colour = BLUE, words: [String!] = ["x"], deep: Filter }
    type Query {
      echo(filter: Filter, colour: Colour = RED, n: Int = 7, id: ID, odd: Odd, must: String! = "m"): String
      method: String, property: Int, late: [Int!], lateFails: Strict, mixed: [Strict], notList: [Int], badInt: Int
      badColour: Colour, error: String, errors: [String], thrown: String, node: Node, wrongNode: Node, info(a: Int): String
      set: [Int], any: Odd
    }
    type Mutation { add(n: Int!): Int, fail: Int!, slow(n: Int!): Int }
    type Strict { value: String!, other: Int }
    interface Node { id: ID! }
    type One implements Node { id: ID! }
    type Two implements Node { id: ID! two: Int }
  `);
  const order: number[] = [];
  const strict = (value: unknown) => ({ value: () => value, other: 1 });
  const fields = schema.getQueryType()!.getFields();
  fields.echo!.resolve = (_source, args) => JSON.stringify(args);
  fields.info!.resolve = (_source, args, context, info) =>
    JSON.stringify([
      args,
      context,
      info.fieldName,
      info.path,
      info.variableValues,
      info.parentType.name,
      info.operation.operation,
    ]);
  const root: Record<string, unknown> = {
    property: 1,
    late: Promise.resolve([1, Promise.resolve(2)]),
    lateFails: Promise.resolve(strict(null)),
    mixed: [strict('a'), Promise.resolve(strict(null)), null, Promise.reject(new Error('gone')), strict('b')],
    notList: 'abc',
    badInt: 2 ** 40,
    badColour: 'GREEN',
    error: new Error('returned'),
    errors: ['a', new GraphQLError('returned', { extensions: { code: 'ODD' } })],
    node: { __typename: 'Two', id: '1', two: 2 },
    wrongNode: { __typename: 'Strict' },
    set: new Set([1, 2]),
    any: { a: [1] },
  };
  for (const [name, value] of Object.entries(root)) fields[name]!.resolve = () => value;
  if (root.mixed instanceof Array) void Promise.allSettled(root.mixed);
  fields.thrown!.resolve = () => {
    throw new Error('thrown');
  };
  const mutations = schema.getMutationType()!.getFields();
  mutations.add!.resolve = (_source, { n }: { n: number }) => order.push(n);
  mutations.slow!.resolve = async (_source, { n }: { n: number }) => {
    await new Promise(setImmediate);
    return order.push(n);
  };

  const cases: Record<string, [string, Record<string, unknown>?]> = {
    'arguments that are left out, null, defaults, nested input and variables': [
      `query ($f: Filter, $c: Colour, $n: Int, $id: ID, $odd: Odd, $left: Int) {
        a: echo b: echo(n: null, colour: BLUE) c: echo(filter: { deep: { colour: RED, words: "one" } })
        d: echo(filter: $f, colour: $c, n: $n, id: $id, odd: $odd) e: echo(n: $left) f: echo(id: 7, odd: { a: [1, $n] }) }`,
      { f: { words: ['w'] }, n: 3, id: 5, odd: { x: 1 } },
    ],
    'a variable that is null where a value is needed': [
      'query ($m: String = "x") { echo(must: $m) property }',
      { m: null },
    ],
    'variables of a wrong type': ['query ($n: Int!, $c: Colour) { echo(n: $n, colour: $c) }', { n: 'x', c: 'GREEN' }],
    'what resolvers return and throw': [
      '{ property late mixed { value } error errors thrown set any node { id ... on Two { two } } missing: method }',
    ],
    'failures that are promised': ['{ lateFails { value other } mixed { other value } }'],
    'values that a type does not have': ['{ notList badInt badColour }'],
    'names that every object has': ['{ __proto__: property constructor: property toString: __typename }'],
    introspection: ['{ __schema { types { name } } __type(name: "One") { fields { name } } }'],
    conditions: [
      'query ($yes: Boolean!, $no: Boolean = false) { a: property @include(if: $yes) b: property @skip(if: $yes) ...F @include(if: $no) } fragment F on Query { c: property }',
      { yes: true },
    ],
    'what resolvers are told': ['query Named($a: Int) { x: info(a: $a) }', { a: 1 }],
  };
  for (const [name, [source, variables]] of Object.entries(cases)) {
    it(`answers ${name} as graphql-js does`, async () => {
      const [compiled, known] = await bothAnswers(schema, source, variables, { who: 'me' });
      expect(compiled).toBe(known);
    });
  }

  it('refuses an object of a type that the field cannot have', async () => {
    const [compiled] = await bothAnswers(schema, '{ wrongNode { id } }');
    expect(JSON.parse(compiled!)).toMatchObject({ data: { wrongNode: null }, errors: [{ path: ['wrongNode'] }] });
  });

  it('runs mutations one after another and ends at one that must not fail', async () => {
    const document = parse('mutation { slow(n: 1) add(n: 2) last: slow(n: 3) x: fail add4: add(n: 4) }');
    const result = await compileOperation(schema, document)!({ variables: undefined, context: undefined });
    expect(order).toEqual([1, 2, 3]);
    expect(result.data).toBeNull();
    expect(result.errors?.[0]?.path).toEqual(['x']);
  });
});
