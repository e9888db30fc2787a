import { cleanText } from '../text.js';
import { type CardDraft, createCollector, type ParsedDeck, type ParsedDeckFields } from './parsed-card.js';

/** Cards from JSON: our own export, or an array of objects with `term` and `definition`. */
export function readJsonDeck(text: string): ParsedDeck {
  const collector = createCollector();
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    collector.note(
      { line: null, note: null },
      'UNREADABLE',
      `This is not JSON: ${error instanceof Error ? error.message : ''}`,
    );
    return collector.finish();
  }
  const cards: unknown = isRecord(document) ? document.cards : document;
  if (!Array.isArray(cards)) {
    collector.note({ line: null, note: null }, 'UNREADABLE', 'Neither an array of cards nor an object with `cards`.');
    return collector.finish();
  }
  for (const [index, card] of cards.entries()) {
    const place = { line: null, note: index + 1 };
    const draft = draftOf(card);
    if (typeof draft === 'string') collector.fault(place, 'WRONG_SHAPE', draft);
    else collector.add(place, draft);
  }
  return collector.finish(isRecord(document) ? deckFields(document) : {});
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStringArray(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** The card, or what is wrong with its shape. */
function draftOf(value: unknown): CardDraft | string {
  if (!isRecord(value)) return 'A card is an object with `term` and `definition`.';
  const { term = '', definition = '', hint } = value;
  if (typeof term !== 'string' || typeof definition !== 'string') return '`term` and `definition` are strings.';
  const draft: CardDraft = { term, definition };
  if (hint !== undefined) {
    if (hint !== null && typeof hint !== 'string') return '`hint` is a string or null.';
    draft.hint = hint ?? '';
  }
  const { siblingKey } = value;
  if (siblingKey !== undefined && siblingKey !== null) {
    if (typeof siblingKey !== 'string') return '`siblingKey` is a string or null.';
    draft.siblingKey = siblingKey;
  }
  for (const name of ['acceptedAnswers', 'distractors', 'tags'] as const) {
    const list = value[name];
    if (list === undefined || list === null) continue;
    if (!isStringArray(list)) return `\`${name}\` is an array of strings.`;
    draft[name] = list;
  }
  return draft;
}

/** Fields of the deck that have the right shape; the service checks them like a client's input. */
function deckFields(document: Record<string, unknown>): ParsedDeckFields {
  const fields: ParsedDeckFields = {};
  for (const name of ['title', 'description', 'termLanguage', 'definitionLanguage'] as const) {
    const value = document[name];
    if (typeof value === 'string' && cleanText(value) !== '') fields[name] = value;
  }
  if (isStringArray(document.tags)) fields.tags = document.tags;
  return fields;
}
