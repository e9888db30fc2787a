/** The four topics of the bus. One topic per area, so that facts of one area keep their order per key. */
export const topics = ['user.events', 'content.events', 'learning.events', 'course.events'] as const;

export type Topic = (typeof topics)[number];

/** Where messages of a topic go that cannot be decoded or keep failing: `<topic>.dlq`. */
export function deadLetterTopic(topic: string): string {
  return `${topic}.dlq`;
}
