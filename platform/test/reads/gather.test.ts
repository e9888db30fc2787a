import { setImmediate as nextTurn } from 'node:timers/promises';
import { together } from '@ruzlet/platform/reads/gather';
import { describe, expect, it } from 'vitest';

/** A read that says what it was asked for; of a negative number it cannot read. */
function counted() {
  const asked: number[][] = [];
  const read = together<number, string>(
    async (keys) => {
      asked.push([...keys]);
      await nextTurn();
      return keys.map((key) => (key < 0 ? new Error(`no ${String(key)}`) : `value of ${String(key)}`));
    },
    (key) => String(key),
  );
  return { asked, read };
}

describe('reads of many requests', () => {
  it('that come in one turn are one, with each key once, and everybody gets their own in order', async () => {
    const { asked, read } = counted();
    // The third comes later in the turn than the others.
    const answers = await Promise.all([read([2, 1]), read([1]), Promise.resolve().then(() => read([3, 2]))]);
    expect(answers).toEqual([['value of 2', 'value of 1'], ['value of 1'], ['value of 3', 'value of 2']]);
    expect(asked).toEqual([[2, 1, 3]]);
  });

  it('are never answered by one that began before they asked', async () => {
    const { asked, read } = counted();
    const first = read([1]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual([[1]]);
    await Promise.all([first, read([1])]);
    await read([1]);
    expect(asked).toEqual([[1], [1], [1]]);
  });

  it('fail alone where only their key fails', async () => {
    const { read } = counted();
    const [bad, good] = await Promise.all([read([-1]), read([1])]);
    expect(bad).toEqual([new Error('no -1')]);
    expect(good).toEqual(['value of 1']);
  });

  it('become several when there are more keys than one is asked for', async () => {
    const { asked, read } = counted();
    const answers = await Promise.all(Array.from({ length: 2_500 }, (_, key) => read([key])));
    expect(answers.flat()).toHaveLength(2_500);
    expect(asked.map(({ length }) => length)).toEqual([1_000, 1_000, 500]);
  });
});
