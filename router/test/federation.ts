import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, validate, type GraphQLSchema } from 'graphql';
import { createExecutor, type Executor } from '@ruzlet/router/executor/executor';
import { loadSupergraph, type LoadedSupergraph } from '@ruzlet/router/executor/supergraph';
import { createHivePlanner } from '@ruzlet/router/planner/hive/hive-planner';
import { createApolloPlanner } from '@ruzlet/router/planner/apollo/apollo-planner';
import { createPlanners } from '@ruzlet/router/planner/create-planners';
import { planningLimits } from '@ruzlet/router/planner/planning-limits';
import type { Planner, Planners } from '@ruzlet/router/planner/planner';
import type { SubgraphOperation, SubgraphTransport } from '@ruzlet/router/transport';

/** Subgraphs in this process, composed and served by the executor: for tests of federation itself. */

export interface TestSubgraph {
  typeDefs: string;
  resolvers?: object;
}

export interface Federation {
  supergraph: LoadedSupergraph;
  planner: Planner;
  executor: Executor;
  /** Every request that a subgraph received, in order. */
  requests: (SubgraphOperation & { subgraph: string })[];
  /** @param labels of `@override` that hold. */
  query(
    source: string,
    variables?: Record<string, unknown>,
    labels?: readonly string[],
  ): Promise<{ data?: any; errors?: any[] }>;
}

/** Time enough for any operation on a busy machine: what is tested with federations is not how long planning takes. */
const patience = { ...planningLimits, timeoutMs: 60_000 };

/** Every planner, each for all federations of a test file. */
export const allPlanners = [
  createPlanners(createApolloPlanner(), patience),
  createPlanners(createHivePlanner(), patience),
];
/** Whose plans are executed where a test does not say: `RUZLET_PLANNER=hive` tests with the other. */
export const planners = allPlanners.find(({ name }) => name === process.env.RUZLET_PLANNER) ?? allPlanners[0]!;

export const federationLink =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@requires", ' +
  '"@provides", "@external", "@override", "@inaccessible", "@interfaceObject", "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize", "@composeDirective"])\n';

export function compose(subgraphs: Record<string, TestSubgraph>): string {
  const composed = composeServices(
    Object.entries(subgraphs).map(([name, { typeDefs }]) => ({
      name,
      url: `http://${name}.invalid`,
      typeDefs: parse(federationLink + typeDefs),
    })),
  );
  if (composed.errors) throw new Error(composed.errors.map(({ message }) => message).join('\n'));
  return composed.supergraphSdl;
}

export function serveInProcess(schema: GraphQLSchema): SubgraphTransport {
  return {
    async execute({ query, variables }) {
      const document = parse(query);
      const wrong = validate(schema, document);
      if (wrong.length > 0) return { errors: wrong.map(({ message }) => ({ message })) };
      const result = await execute({ schema, document, variableValues: variables ?? null });
      // As over the wire: null-prototype objects, undefined and NaN do not cross.
      return JSON.parse(JSON.stringify(result));
    },
    ready: () => Promise.resolve(true),
    close: () => Promise.resolve(),
  };
}

export function createFederation(
  subgraphs: Record<string, TestSubgraph>,
  transports: Record<string, SubgraphTransport> = {},
  by: Planners = planners,
  supergraphSdl = compose(subgraphs),
): Federation {
  const supergraph = loadSupergraph(supergraphSdl);
  const requests: Federation['requests'] = [];
  const ways = new Map(
    Object.entries(subgraphs).map(([name, { typeDefs, resolvers = {} }]) => {
      const way =
        transports[name] ??
        serveInProcess(
          buildSubgraphSchema({ typeDefs: parse(federationLink + typeDefs), resolvers: { ...resolvers } }),
        );
      const recorded: SubgraphTransport = {
        ...way,
        execute(operation) {
          requests.push({ subgraph: name, ...operation });
          return way.execute(operation);
        },
      };
      return [name, recorded] as const;
    }),
  );
  const planner = by.load(supergraph);
  const executor = createExecutor({ supergraph, planner, transports: ways, operationsMax: 100 });
  return {
    supergraph,
    planner,
    executor,
    requests,
    async query(source, variables, labels) {
      const document = parse(source);
      const wrong = validate(supergraph.apiSchema, document);
      if (wrong.length > 0) throw new Error(wrong.map(({ message }) => message).join('\n'));
      const result = await executor.execute(await executor.compile({ source, labels }, document), {
        variables,
        headers: {},
      });
      return JSON.parse(JSON.stringify(result));
    },
  };
}
