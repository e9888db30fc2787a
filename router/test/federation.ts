import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, parse, validate, type GraphQLSchema } from 'graphql';
import { createExecutor, type Executor } from '@ruzlet/router/executor/executor';
import { loadSupergraph, type LoadedSupergraph } from '@ruzlet/router/executor/supergraph';
import type { SubgraphOperation, SubgraphTransport } from '@ruzlet/router/transport';

/** Subgraphs in this process, composed and served by the executor: for tests of federation itself. */

export interface TestSubgraph {
  typeDefs: string;
  resolvers?: object;
}

export interface Federation {
  supergraph: LoadedSupergraph;
  executor: Executor;
  /** Every request that a subgraph received, in order. */
  requests: (SubgraphOperation & { subgraph: string })[];
  query(source: string, variables?: Record<string, unknown>): Promise<{ data?: any; errors?: any[] }>;
}

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
): Federation {
  const supergraph = loadSupergraph(compose(subgraphs));
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
  const executor = createExecutor({ supergraph, transports: ways, operationsMax: 100 });
  return {
    supergraph,
    executor,
    requests,
    async query(source, variables) {
      const document = parse(source);
      const wrong = validate(supergraph.apiSchema, document);
      if (wrong.length > 0) throw new Error(wrong.map(({ message }) => message).join('\n'));
      const result = await executor.execute(executor.compile({ source }, document), { variables, headers: {} });
      return JSON.parse(JSON.stringify(result));
    },
  };
}
