import type { z } from 'zod';
import type { Topic } from './topics.js';

/** The subgraphs that publish, as CloudEvents `source`. */
export const eventSources = ['/auth', '/users', '/decks', '/teaching', '/analytics'] as const;

export type EventSource = (typeof eventSources)[number];

/** What the registry knows of one event type. */
export interface EventDefinition<Data extends z.ZodObject = z.ZodObject, Key extends string = string> {
  /** The topic that carries it. Never changes for a published type: consumers would miss it. */
  topic: Topic;
  /** The only subgraph that publishes it: the one that owns the aggregate. `*` for what every subgraph says of its own part. */
  source: EventSource | '*';
  /** The field of `data` that is the partition key: events of one key keep their order. */
  key: Key;
  /** One sentence for the reference: what happened. */
  summary: string;
  data: Data;
}

/** Declares one event type; the key has to be a required text field of its data. */
export function defineEvent<Data extends z.ZodObject, Key extends TextField<Data>>(
  definition: EventDefinition<Data, Key>,
): EventDefinition<Data, Key> {
  return definition;
}

type TextField<Data extends z.ZodObject> = {
  [Field in keyof z.output<Data>]-?: z.output<Data>[Field] extends string ? Field : never;
}[keyof z.output<Data>] &
  string;
