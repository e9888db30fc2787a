import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** Characters of the documents that are kept, and documents (count). */
const keptCharactersMax = 5_000_000;
const keptDocumentsMax = 2_000;

/** Documents that were found valid, by their text: Apollo Server need not parse and validate them again. */
export type ValidDocuments = Pick<Map<string, DocumentNode>, 'get'> & {
  set(source: string, document: DocumentNode): void;
};

export function createValidDocuments(): ValidDocuments {
  const kept = new LRUCache<string, DocumentNode>({
    max: keptDocumentsMax,
    maxSize: keptCharactersMax,
    sizeCalculation: (_, source) => source.length + 1,
  });
  return {
    get: (source) => kept.get(source),
    set(source, document) {
      kept.set(source, document);
    },
  };
}
