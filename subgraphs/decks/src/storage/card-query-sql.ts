import { and, type AnyColumn, eq, not, or, type SQL, sql } from 'drizzle-orm';
import type { CardQuery, CardState, Comparison } from '../domain/card-query.js';
import { cardMemory, cards, cardStars, decks } from './tables.js';

/**
 * A card query as a condition on `cards` joined with `decks`.
 *
 * Memory is looked up per card through the primary key; without a row a card is new.
 *
 * @param viewerId null for an anonymous viewer, to whom every card is new.
 */
export function cardQueryCondition(query: CardQuery, viewerId: string | null, now: Date): SQL {
  switch (query.kind) {
    case 'and':
      return and(...query.parts.map((part) => cardQueryCondition(part, viewerId, now))) ?? sql`true`;
    case 'or':
      return or(...query.parts.map((part) => cardQueryCondition(part, viewerId, now))) ?? sql`false`;
    case 'not':
      return not(cardQueryCondition(query.part, viewerId, now));
    case 'text':
      return textCondition(query.text, query.side);
    case 'tag':
      return sql`exists (select 1 from unnest(${cards.tags}) tag where fold_text(tag) = fold_text(${query.tag}))`;
    case 'deck':
      return sql`fold_text(${decks.title}) like ${contains(query.title)}`;
    case 'is':
      return stateCondition(query.state, viewerId, now);
    case 'prop':
      return memoryProperty(query, viewerId);
  }
}

/** A pattern for LIKE that finds the text anywhere, its special characters taken literally. */
export function contains(text: string): SQL {
  return sql`'%' || fold_text(${text.replace(/[\\%_]/g, '\\$&')}) || '%'`;
}

/** Words this short have too few trigrams to tell a typing error from another word. */
const typoCharactersMin = 5;

function textCondition(text: string, side: 'both' | 'term' | 'definition'): SQL {
  if (side !== 'both') {
    const column = side === 'term' ? cards.term : cards.definition;
    return sql`fold_text(${column}) like ${contains(text)}`;
  }
  return (
    or(
      sql`${cards.searchText} like ${contains(text)}`,
      sql`${cards.search} @@ (phraseto_tsquery('russian', fold_text(${text})) || phraseto_tsquery('english', fold_text(${text})))`,
      text.length >= typoCharactersMin ? sql`fold_text(${text}) <% ${cards.searchText}` : undefined,
    ) ?? sql`false`
  );
}

function stateCondition(state: CardState, viewerId: string | null, now: Date): SQL {
  switch (state) {
    case 'new':
      return not(memoryCondition(viewerId, sql`${cardMemory.state} <> 0`));
    case 'learning':
      return memoryCondition(viewerId, sql`${cardMemory.state} in (1, 3)`);
    case 'review':
      return memoryCondition(viewerId, eq(cardMemory.state, 2));
    case 'due':
      return memoryCondition(
        viewerId,
        sql`${cardMemory.state} <> 0 and ${cardMemory.due} <= ${now.toISOString()}::timestamptz and not ${cardMemory.suspended}`,
      );
    case 'suspended':
      return memoryCondition(viewerId, sql`${cardMemory.suspended}`);
    case 'leech':
      return memoryCondition(viewerId, sql`${cardMemory.leech}`);
    case 'starred':
      return starredCondition(viewerId);
  }
}

/** True for cards that the viewer has starred. */
export function starredCondition(viewerId: string | null): SQL {
  if (viewerId === null) return sql`false`;
  return sql`exists (select 1 from ${cardStars} where ${cardStars.cardId} = ${cards.id} and ${cardStars.userId} = ${viewerId})`;
}

function memoryCondition(viewerId: string | null, condition: SQL): SQL {
  if (viewerId === null) return sql`false`;
  return sql`exists (select 1 from ${cardMemory} where ${cardMemory.cardId} = ${cards.id} and ${cardMemory.userId} = ${viewerId} and ${condition})`;
}

/** A card that was never studied has been reviewed 0 times and forgotten 0 times, and has no stability or difficulty. */
function memoryProperty(
  { property, comparison, value }: Extract<CardQuery, { kind: 'prop' }>,
  viewerId: string | null,
): SQL {
  const columns = {
    lapses: cardMemory.lapses,
    reps: cardMemory.reps,
    stability: cardMemory.stability,
    difficulty: cardMemory.difficulty,
  };
  const compared = (left: AnyColumn | SQL) => sql`${left} ${sql.raw(operators[comparison])} ${value}::float8`;
  const studied = memoryCondition(viewerId, compared(columns[property]));
  if (property === 'stability' || property === 'difficulty') return studied;
  return sql`(${studied} or (${compared(sql`0`)} and not ${memoryCondition(viewerId, sql`true`)}))`;
}

const operators: Record<Comparison, string> = { '<': '<', '<=': '<=', '>': '>', '>=': '>=', '=': '=', '!=': '<>' };
