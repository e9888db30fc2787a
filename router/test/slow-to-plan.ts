import { compose } from './federation.js';

/**
 * A graph with an innocent operation of a hundred characters that has millions of ways to be planned: every object of an
 * interface is known everywhere, so each of its fields could be fetched by way of any subgraph.
 */
const types = ['A', 'B', 'C'];
const subgraphs = ['x', 'y', 'z'];

export const slowSubgraphs = Object.fromEntries(
  subgraphs.map((subgraph) => [
    subgraph,
    {
      typeDefs: `type Query { start_${subgraph}: Node word: String @shareable } interface Node { id: ID! next: Node }
        ${types
          .map(
            (type) => `type ${type} implements Node @key(fields: "id")
              { id: ID! @shareable next: Node @shareable only_${type}_${subgraph}: Int all: Int @shareable }`,
          )
          .join('\n')}`,
      resolvers: { Query: { word: () => 'w' } },
    },
  ]),
);

export const slowSupergraph = (): string => compose(slowSubgraphs);

const leaves = types
  .map((type) => `... on ${type} { ${subgraphs.map((subgraph) => `only_${type}_${subgraph}`).join(' ')} all }`)
  .join(' ');
export const slowOperation = `{ start_x { next { next { ${leaves} } } } }`;
