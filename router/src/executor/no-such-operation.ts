import { GraphQLError, Kind, type DocumentNode } from 'graphql';

/** Says why a document holds no operation to execute: `getOperationAST` does not. */
export function noSuchOperation(document: DocumentNode, operationName: string | null | undefined): GraphQLError {
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const message =
    operations.length === 0
      ? 'The document has no operation.'
      : operationName
        ? `The document has no operation named "${operationName}".`
        : 'The document has several operations: say by operationName which one is meant.';
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
}
