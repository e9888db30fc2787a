/**
 * The tables through which raw events come in; they keep nothing, views carry the rows on. An insert costs as much as its feed has
 * views, so reviews, which are nearly all events, have a feed of their own (clickhouse/0008_feeds.sql).
 */
export const feeds = ['review_feed', 'learning_feed', 'course_feed', 'content_feed', 'user_feed'] as const;

export type Feed = (typeof feeds)[number];

const reviewTypes: ReadonlySet<string> = new Set([
  'ruzlet.learning.card.reviewed.v1',
  'ruzlet.learning.review.undone.v1',
]);

/** The domain is the second word of a type. */
const byDomain = new Map<string | undefined, Feed>([
  ['learning', 'learning_feed'],
  ['course', 'course_feed'],
  ['content', 'content_feed'],
  ['user', 'user_feed'],
]);

/** The feed of an event. @throws for a type of no known domain: its views would never see it. */
export function feedOf({ type }: { type: string }): Feed {
  const feed = reviewTypes.has(type) ? 'review_feed' : byDomain.get(type.split('.')[1]);
  if (feed === undefined) throw new Error(`No feed takes events of the type ${type}.`);
  return feed;
}
