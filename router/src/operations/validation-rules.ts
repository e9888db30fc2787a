import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  specifiedRules,
  visit,
  type ASTVisitor,
  type DirectiveNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** Rules of the incremental delivery proposal that graphql-js 16 does not have, for `@defer`. */
export const deferRules: readonly ValidationRule[] = [DeferLabelsRule, DeferOnRootFieldsRule, DeferInSubscriptionsRule];

/** All that an operation has to meet. */
export function validationRules({ introspection }: { introspection: boolean }): readonly ValidationRule[] {
  const rules = [...specifiedRules, ...deferRules];
  return introspection ? rules : [...rules, NoSchemaIntrospectionCustomRule];
}

/** Labels are strings that are written out, and each is used once: they tell parts of an answer apart. */
function DeferLabelsRule(context: ValidationContext): ASTVisitor {
  const known = new Map<string, DirectiveNode>();
  return {
    Directive(node) {
      const label = argumentOf(node, 'label');
      if (!isDefer(node) || !label || label.kind === Kind.NULL) return;
      if (label.kind !== Kind.STRING) {
        const message = 'The label of @defer must be a string that is written out: no variable.';
        context.reportError(new GraphQLError(message, { nodes: label }));
        return;
      }
      const other = known.get(label.value);
      if (other) {
        const message = `The label "${label.value}" of @defer must be used once in a document.`;
        context.reportError(new GraphQLError(message, { nodes: [other, node] }));
      } else known.set(label.value, node);
    },
  };
}

/** Fields at the root of a mutation change something, in order; those of a subscription are its stream. */
function DeferOnRootFieldsRule(context: ValidationContext): ASTVisitor {
  return {
    Directive(node) {
      const parent = context.getParentType();
      const schema = context.getSchema();
      if (!isDefer(node) || !parent) return;
      const roots = { mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() };
      for (const [kind, root] of Object.entries(roots)) {
        if (parent !== root) continue;
        const message = `@defer cannot be used on the fields at the root of a ${kind} (${parent.name}).`;
        context.reportError(new GraphQLError(message, { nodes: node }));
      }
    },
  };
}

/** An event of a subscription is delivered whole. */
function DeferInSubscriptionsRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(operation) {
      if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return;
      const fragments = context.getRecursivelyReferencedFragments(operation);
      for (const node of [operation, ...fragments]) {
        visit(node, {
          Directive(directive) {
            const condition = argumentOf(directive, 'if');
            const mayBeOff =
              condition?.kind === Kind.VARIABLE || (condition?.kind === Kind.BOOLEAN && !condition.value);
            if (!isDefer(directive) || mayBeOff) return;
            const message = '@defer cannot be used in a subscription, unless its "if" is false or a variable.';
            context.reportError(new GraphQLError(message, { nodes: directive }));
          },
        });
      }
    },
  };
}

function isDefer({ name }: DirectiveNode): boolean {
  return name.value === 'defer';
}

function argumentOf(directive: DirectiveNode, argument: string) {
  return directive.arguments?.find(({ name }) => name.value === argument)?.value;
}
