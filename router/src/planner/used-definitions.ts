import {
  Kind,
  visit,
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';

/** What a part of a document needs of the rest of it. */
export interface UsedDefinitions {
  /** Names of variables. */
  variables: ReadonlySet<string>;
  fragments: readonly FragmentDefinitionNode[];
}

/** The variables and fragments that a part of a document uses, by itself and by the fragments that it names. */
export function usedDefinitions(part: ASTNode, { definitions }: DocumentNode): UsedDefinitions {
  const variables = new Set<string>();
  const fragments = new Set<FragmentDefinitionNode>();
  const follow = (node: ASTNode): void => {
    visit(node, {
      Variable({ name }) {
        variables.add(name.value);
      },
      FragmentSpread({ name }) {
        const fragment = definitions.find(
          (other) => other.kind === Kind.FRAGMENT_DEFINITION && other.name.value === name.value,
        );
        if (fragment?.kind !== Kind.FRAGMENT_DEFINITION || fragments.has(fragment)) return;
        fragments.add(fragment);
        follow(fragment);
      },
    });
  };
  follow(part);
  return { variables, fragments: [...fragments] };
}

/** The definitions of an operation's variables that are used. */
export function usedVariableDefinitions(
  { variableDefinitions = [] }: OperationDefinitionNode,
  used: ReadonlySet<string>,
) {
  return variableDefinitions.filter(({ variable }) => used.has(variable.name.value));
}
