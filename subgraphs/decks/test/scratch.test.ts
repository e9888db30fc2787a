import { it } from 'vitest';
import { makeDeck, openDecksWorld } from './decks-world.js';
it('x', async () => {
  const world = await openDecksWorld();
  const owner = await world.person();
  for (let i=0;i<3;i++) await makeDeck(world, owner, {}, Array.from({length: 1000}, (_, k) => [`t${k}`, `d${k}`] as const));
  const { id, cardIds } = await makeDeck(world, owner, {}, [['a','b'],['c','d']]);
  const wanted = JSON.stringify(cardIds);
  const rows = await world.sql.unsafe(`explain analyze select id, position::int from (
      select id, row_number() over (partition by deck_id order by sort_key, id) - 1 as position
      from cards where deleted_at is null and deck_id in (select deck_id from cards where id in (select value::uuid from json_array_elements_text('${wanted}'::json) value))
    ) numbered where id in (select value::uuid from json_array_elements_text('${wanted}'::json) value)`);
  console.log(rows.map(r => r['QUERY PLAN']).join('\n'));
  const t = performance.now();
  const r = await world.as(owner)(`mutation ($input: ImportDeckInput!) { importDeck(input: $input) { created } }`, {input: {title: 'x', format: 'QUIZLET_TEXT', content: Array.from({length: 2000}, (_, k) => `t${k}\td${k}`).join('\n')}});
  console.log(r.data, r.errors, performance.now()-t);
  await world.close();
}, 120000);
