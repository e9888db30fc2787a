import {
  Kind,
  OperationTypeNode,
  parse,
  print,
  visit,
  type DirectiveNode,
  type FieldNode,
  type SelectionNode,
} from 'graphql';
import type { Draw } from './draw.js';
import type { Operation } from './operation.js';

/**
 * The operation with `@defer` in random places: on fragments that it has, and on new ones around some of its fields. Fields at
 * the root of a mutation are left alone, for they cannot be deferred.
 */
export function deferSome({ source, variables }: Operation, draw: Draw): Operation {
  let labels = 0;

  function defer(): DirectiveNode {
    const label = draw.chance(50) ? [`label: "l${String(labels++)}"`] : [];
    const condition = draw.pick(['', '', '', 'if: true', 'if: false', 'if: $deferred']);
    const given = [...label, ...(condition === '' ? [] : [condition])];
    return parseDirective(`@defer${given.length > 0 ? `(${given.join(', ')})` : ''}`);
  }

  const document = visit(parse(source), {
    SelectionSet: {
      leave(set, _key, parent) {
        const isMutation =
          !Array.isArray(parent) && parent && 'operation' in parent && parent.operation === OperationTypeNode.MUTATION;
        if (isMutation) return undefined;
        const selections = set.selections.map((selection): SelectionNode => {
          if (!draw.chance(30)) return selection;
          if (selection.kind !== Kind.FIELD) {
            return { ...selection, directives: [...(selection.directives ?? []), defer()] };
          }
          return {
            kind: Kind.INLINE_FRAGMENT,
            directives: [defer()],
            selectionSet: {
              kind: Kind.SELECTION_SET,
              selections: draw.chance(20) ? [selection, typename] : [selection],
            },
          };
        });
        // Now and then a field comes both now and later.
        const again = set.selections.filter(({ kind }) => kind === Kind.FIELD && draw.chance(8));
        return { ...set, selections: [...selections, ...again] };
      },
    },
    OperationDefinition: {
      leave: (operation) => ({
        ...operation,
        variableDefinitions: [
          ...(operation.variableDefinitions ?? []),
          ...definitionsIn('query ($deferred: Boolean = true) { a }'),
        ],
      }),
    },
  });
  return {
    source: print(document),
    variables: { ...variables, ...draw.pick([{}, { deferred: true }, { deferred: false }]) },
  };
}

/** The same, answered whole. */
export function withoutDefer({ source, variables }: Operation): Operation {
  const document = visit(parse(source), { Directive: ({ name }) => (name.value === 'defer' ? null : undefined) });
  return { source: print(document), variables };
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

function definitionsIn(text: string) {
  const [definition] = parse(text).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? (definition.variableDefinitions ?? []) : [];
}

function parseDirective(text: string): DirectiveNode {
  const [definition] = parse(`query ${text} { a }`).definitions;
  const directive = definition?.kind === Kind.OPERATION_DEFINITION ? definition.directives?.[0] : undefined;
  if (!directive) throw new Error(`no directive: ${text}`);
  return directive;
}
