/** The envelope: CloudEvents 1.0 in structured JSON, with two extension attributes. */
import { z } from 'zod';
import { eventSources } from './define-event.js';

/** Content type of an encoded event. */
export const eventContentType = 'application/cloudevents+json; charset=utf-8';

/** Largest encoded event (bytes of UTF-8): below Kafka's usual limit of 1 MiB per message with room for headers. */
export const eventBytesMax = 900_000;

export const subjectCharactersMax = 500;
export const keyCharactersMax = 200;
export const requestIdCharactersMax = 200;

/** Attributes beside these are tolerated and left out, as CloudEvents lets intermediaries add extensions. */
export const envelopeSchema = z
  .object({
    specversion: z.literal('1.0').describe('Version of CloudEvents.'),
    id: z.uuid().describe('UUIDv7 of the event; the same id is the same event, however often it arrives.'),
    source: z.enum(eventSources).describe('The subgraph that published it.'),
    type: z.string().min(1).max(200).describe('Event type with its version, such as `ruzlet.user.registered.v1`.'),
    time: z.iso.datetime().describe('When it happened: RFC 3339, UTC.'),
    subject: z.string().min(1).max(subjectCharactersMax).describe('What it is about: usually the id of the aggregate.'),
    datacontenttype: z.literal('application/json').describe('Content type of `data`.').optional(),
    dataschema: z.string().min(1).max(500).describe('URI of the JSON Schema of `data`.').optional(),
    partitionkey: z
      .string()
      .min(1)
      .max(keyCharactersMax)
      .describe('Key of the message (CloudEvents partitioning extension): events of one key keep their order.'),
    requestid: z
      .string()
      .min(1)
      .max(requestIdCharactersMax)
      .describe('Request that caused the event (extension), to follow it through logs.')
      .optional(),
    data: z.unknown().describe('What happened, by the schema of the type.'),
  })
  .meta({ title: 'Event envelope', description: 'A CloudEvents 1.0 event of Ruzlet in structured JSON.' });

export type Envelope = z.output<typeof envelopeSchema>;

/** URI of the JSON Schema of a type's data: the `$id` of `generated/json-schema/<type>.json`. */
export function dataSchemaUri(type: string): string {
  return `urn:ruzlet:schema:${type}`;
}
