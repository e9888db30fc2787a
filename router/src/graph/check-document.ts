import { GraphQLError, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { validationRules } from '../operations/validation-rules.js';
import type { ThreadGraph } from '../schema-thread/schema-thread.js';

/** Finds what is wrong with documents of one graph. */
export interface DocumentCheck {
  /** True for a document that is validated in a thread of its own, since that may take long. */
  isLarge(source: string): boolean;
  /**
   * @param document `source` parsed.
   * @returns errors with the code GRAPHQL_VALIDATION_FAILED; nothing when it is valid.
   * @throws GraphQLError when too many large documents wait.
   */
  faults(source: string, document: DocumentNode, signal?: AbortSignal): Promise<readonly GraphQLError[]>;
}

export interface DocumentCheckOptions {
  schema: GraphQLSchema;
  thread: ThreadGraph;
  /** Characters from which a document is large. */
  largeCharacters: number;
  introspection: boolean;
}

/** All rules, wherever they run; some of them take time in proportion to the square of what they read. */
export function createDocumentCheck(options: DocumentCheckOptions): DocumentCheck {
  const { schema, thread, largeCharacters, introspection } = options;
  const rules = validationRules({ introspection });
  const isLarge = (source: string): boolean => source.length >= largeCharacters;

  return {
    isLarge,
    async faults(source, document, signal) {
      const found = isLarge(source)
        ? await thread.validate(source, { introspection, ...(signal && { signal }) })
        : validate(schema, document, rules);
      return found.map(
        ({ message, source: place, positions }) =>
          new GraphQLError(introspection ? message : withoutHint(message), {
            ...(positions && { source: place, positions }),
            extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
          }),
      );
    },
  };
}

/** "Did you mean" tells who guesses what exists. */
function withoutHint(message: string): string {
  return message.replace(/ ?Did you mean.*\?$/, '');
}
