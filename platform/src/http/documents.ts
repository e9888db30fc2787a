import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

export interface ParsedDocument {
  /** Undefined when the text is no document. */
  document: DocumentNode | undefined;
  errors: readonly GraphQLError[];
}

/** Documents by their text, parsed and validated. */
export type Documents = (query: string) => ParsedDocument;

/**
 * Parses and validates a document once and remembers it by its text, since a router sends the same few again and again.
 *
 * @param options.documentsMax documents remembered (count).
 * @param options.tokensMax lexical tokens of one document (count).
 */
export function createDocuments(options: {
  schema: GraphQLSchema;
  documentsMax: number;
  tokensMax: number;
}): Documents {
  const documents = new LRUCache<string, ParsedDocument>({ max: options.documentsMax });

  function parseAndValidate(query: string): ParsedDocument {
    try {
      const document = parse(query, { maxLexicalTokens: options.tokensMax });
      const errors = validate(options.schema, document).map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
      return { document, errors };
    } catch (error) {
      if (error instanceof GraphQLError)
        return { document: undefined, errors: [withCode(error, 'GRAPHQL_PARSE_FAILED')] };
      throw error;
    }
  }

  return (query) => {
    const known = documents.get(query);
    if (known) return known;
    const fresh = parseAndValidate(query);
    documents.set(query, fresh);
    return fresh;
  };
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, {
    ...(error.nodes && { nodes: error.nodes }),
    ...(error.source && { source: error.source }),
    ...(error.positions && { positions: error.positions }),
    extensions: { ...error.extensions, code },
  });
}
