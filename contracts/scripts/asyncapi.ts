/** The AsyncAPI 3.0 document: four channels with their dead letters, one message per event type. */
import { eventSources } from '../src/define-event.js';
import { dataSchemaUri, eventContentType } from '../src/envelope.js';
import { eventDefinition, eventTypes, type EventType } from '../src/registry.js';
import { deadLetterTopic, topics, type Topic } from '../src/topics.js';
import type { SchemaNode, SchemaSet } from './schema-node.js';

const bindingVersion = '0.5.0';

/** Areas for people: what a topic is about. */
const topicDescriptions: Record<Topic, string> = {
  'user.events': 'Accounts, sessions, profiles and preferences. Key: the user.',
  'content.events': 'Decks and their cards. Key: the deck.',
  'learning.events': 'Reviews and practice tests. Key: the learner.',
  'course.events': 'Courses, enrolments, lessons and the decks they use. Key: the course.',
};

/** Builds the document as a plain object; it refers to nothing outside itself. */
export function buildAsyncApi(envelope: SchemaNode, schemas: SchemaSet): object {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Ruzlet events',
      version: '1.0.0',
      description:
        'What the subgraphs of Ruzlet tell each other and anybody who listens. Messages are CloudEvents 1.0 in structured JSON, ' +
        'delivered at least once and in order per key: a consumer remembers the ids it has seen and leaves out fields it does not know.',
      license: { name: 'MIT' },
    },
    defaultContentType: eventContentType,
    channels: Object.fromEntries(topics.flatMap((topic) => [channel(topic), deadLetterChannel(topic)])),
    operations: Object.fromEntries(topics.flatMap((topic) => [publishOperation(topic), deadLetterOperation(topic)])),
    components: {
      messages: {
        ...Object.fromEntries(eventTypes.map((type) => [type, message(type)])),
        deadLetter: deadLetterMessage,
      },
      schemas: {
        envelope: embedded(envelope),
        ...Object.fromEntries([...schemas].map(([type, schema]) => [type, embedded(schema)])),
      },
    },
  };
}

function channel(topic: Topic): [string, object] {
  return [
    topic,
    {
      address: topic,
      description: topicDescriptions[topic],
      messages: Object.fromEntries(
        eventTypes
          .filter((type) => eventDefinition(type).topic === topic)
          .map((type) => [type, { $ref: `#/components/messages/${type}` }]),
      ),
      bindings: { kafka: { topic, bindingVersion } },
    },
  ];
}

function deadLetterChannel(topic: Topic): [string, object] {
  const address = deadLetterTopic(topic);
  return [
    address,
    {
      address,
      description: `Messages of ${topic} that could not be decoded or kept failing.`,
      messages: { deadLetter: { $ref: '#/components/messages/deadLetter' } },
      bindings: { kafka: { topic: address, bindingVersion } },
    },
  ];
}

/** Operations are told from the platform's side: it sends the events, others receive them. */
function publishOperation(topic: Topic): [string, object] {
  const types = eventTypes.filter((type) => eventDefinition(type).topic === topic);
  return [
    `publish.${topic}`,
    {
      action: 'send',
      summary: `Facts of ${topic}, published from the outbox of the subgraph that owns them.`,
      channel: { $ref: `#/channels/${topic}` },
      messages: types.map((type) => ({ $ref: `#/channels/${topic}/messages/${type}` })),
    },
  ];
}

function deadLetterOperation(topic: Topic): [string, object] {
  const address = deadLetterTopic(topic);
  return [
    `publish.${address}`,
    {
      action: 'send',
      summary: `What a consumer of ${topic} had to put aside.`,
      channel: { $ref: `#/channels/${address}` },
      messages: [{ $ref: `#/channels/${address}/messages/deadLetter` }],
    },
  ];
}

function message(type: EventType): object {
  const { summary, source, key } = eventDefinition(type);
  return {
    name: type,
    title: type,
    summary,
    description: `Published by ${source === '*' ? 'every subgraph' : source}, keyed by \`${key}\`.`,
    contentType: eventContentType,
    payload: {
      allOf: [
        { $ref: '#/components/schemas/envelope' },
        {
          type: 'object',
          properties: {
            type: { const: type },
            source: source === '*' ? { enum: [...eventSources] } : { const: source },
            dataschema: { const: dataSchemaUri(type) },
            data: { $ref: `#/components/schemas/${type}` },
          },
        },
      ],
    },
    bindings: {
      kafka: { key: { type: 'string', format: 'uuid', description: `\`data.${key}\`` }, bindingVersion },
    },
  };
}

const deadLetterMessage = {
  name: 'deadLetter',
  title: 'Dead letter',
  summary:
    'The message exactly as it was read, whatever it is: often no valid event. Why it lies here is in its headers.',
  contentType: 'text/plain; charset=utf-8',
  payload: { type: 'string', description: 'The text of the original message.' },
  bindings: {
    kafka: { key: { type: 'string', description: 'The key of the original message.' }, bindingVersion },
  },
};

/** Inside the document a schema is named by its place: `$schema` and `$id` would start another resource. */
function embedded(schema: SchemaNode): SchemaNode {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => keyword !== '$schema' && keyword !== '$id'));
}
