import { createInProcessBus } from '@ruzlet/platform/bus/in-process-bus';
import { createLiveFeed, type LiveFeed } from '@ruzlet/platform/live/live-feed';
import { createLogger } from '@ruzlet/platform/log';
import { describe, expect, it } from 'vitest';

interface Told {
  about: string;
  text: string;
}

const logger = createLogger({ name: 'test', level: 'silent' });

async function openFeed(limits: { waitingRowsMax?: number; watchersMax?: number } = {}) {
  const bus = createInProcessBus({ logger });
  const feed: LiveFeed<Told> = createLiveFeed<Told>({
    bus,
    topics: ['t'],
    decode: (text) => {
      const [about, rest] = text.split(':');
      if (about === undefined || rest === undefined) throw new Error('not an event');
      return { about, text: rest };
    },
    channelsOf: ({ about }) => [about],
    logger,
    limits,
  });
  await feed.start();
  const tell = (...values: string[]) => bus.publish(values.map((value) => ({ topic: 't', key: 'k', value })));
  return { bus, feed, tell };
}

async function take(events: AsyncIterable<Told>, count: number): Promise<string[]> {
  const texts: string[] = [];
  for await (const { text } of events) if (texts.push(text) === count) break;
  return texts;
}

describe('live feed', () => {
  it('tells every watcher of a channel each event in order, and nobody else', async () => {
    const { bus, feed, tell } = await openFeed();
    const signal = new AbortController().signal;
    const watchers = [feed.watch('a', signal), feed.watch('a', signal), feed.watch('b', signal)] as const;
    await tell('a:1', 'b:2', 'a:3', 'nonsense', 'a:4');
    expect(await take(watchers[0], 3)).toEqual(['1', '3', '4']);
    expect(await take(watchers[1], 3)).toEqual(['1', '3', '4']);
    expect(await take(watchers[2], 1)).toEqual(['2']);
    expect(feed.watchers()).toBe(0);
    await bus.close();
  });

  it('takes no event from a consumer, and holds up no publish', async () => {
    const { bus, feed, tell } = await openFeed();
    const consumed: string[] = [];
    await bus.subscribe({
      group: 'consumer',
      topics: ['t'],
      handle: (batch) => {
        consumed.push(...batch.map(({ value }) => value));
        return Promise.resolve();
      },
    });
    // Watches and takes nothing: the publish resolves all the same.
    const events = feed.watch('a', new AbortController().signal);
    await tell('a:1');
    expect(consumed).toEqual(['a:1']);
    expect(await take(events, 1)).toEqual(['1']);
    await bus.close();
  });

  it('ends a watcher who does not keep up with EVENTS_MISSED after what it still has; others go on', async () => {
    const { bus, feed, tell } = await openFeed({ waitingRowsMax: 3 });
    const signal = new AbortController().signal;
    const slow = feed.watch('a', signal);
    const quick = feed.watch('a', signal);
    const taken = take(quick, 6);
    for (const text of ['1', '2', '3', '4', '5', '6']) await tell(`a:${text}`);
    expect(await taken).toEqual(['1', '2', '3', '4', '5', '6']);
    const got: string[] = [];
    await expect(
      (async () => {
        for await (const { text } of slow) got.push(text);
      })(),
    ).rejects.toMatchObject({ code: 'EVENTS_MISSED' });
    expect(got).toEqual(['1', '2', '3']);
    await bus.close();
  });

  it('forgets a watcher whose signal aborts, also while it waits', async () => {
    const { bus, feed } = await openFeed();
    const controller = new AbortController();
    const waiting = take(feed.watch('a', controller.signal), 1);
    controller.abort();
    expect(await waiting).toEqual([]);
    expect(feed.watchers()).toBe(0);
    await bus.close();
  });

  it('refuses watchers beyond its limit', async () => {
    const { bus, feed } = await openFeed({ watchersMax: 1 });
    const signal = new AbortController().signal;
    feed.watch('a', signal);
    expect(() => feed.watch('b', signal)).toThrow(expect.objectContaining({ code: 'SERVICE_UNAVAILABLE' }));
    await bus.close();
  });

  it('ends all watchers when it closes', async () => {
    const { bus, feed } = await openFeed();
    const waiting = take(feed.watch('a', new AbortController().signal), 1);
    await feed.close();
    await expect(waiting).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await bus.close();
  });
});
