// A codegen plugin: every operation of the SDK with the hash that it is registered under, as the router reads it
// (PERSISTED_OPERATIONS; the format is apollo-persisted-query-manifest).
const { createHash } = require('node:crypto');
const { Kind, print, visit } = require('graphql');

/** The operation and the fragments it needs, in the order that the generated documents have them. */
function textOf(operation, fragments) {
  const used = new Set();
  const collect = (node) =>
    visit(node, {
      FragmentSpread(spread) {
        const name = spread.name.value;
        if (used.has(name)) return;
        used.add(name);
        collect(fragments.get(name));
      },
    });
  collect(operation);
  const needed = [...fragments.values()].filter(({ name }) => used.has(name.value));
  const definitions = [operation, ...needed];
  return print({ kind: Kind.DOCUMENT, definitions });
}

function operationsOf(documents) {
  const definitions = documents.flatMap(({ document }) => document.definitions);
  const fragments = new Map(
    definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  return definitions
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .map((operation) => {
      const body = textOf(operation, fragments);
      const id = createHash('sha256').update(body).digest('hex');
      return { id, name: operation.name.value, type: operation.operation, body };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

module.exports = {
  plugin(_schema, documents) {
    const operations = operationsOf(documents);
    return `${JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }, null, 2)}\n`;
  },
};
