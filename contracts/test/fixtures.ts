import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const folder = new URL('../fixtures/', import.meta.url);

/** A golden fixture: an event as a publisher of its day wrote it. */
export interface Fixture {
  file: string;
  text: string;
  json: z.output<typeof fixtureSchema>;
}

const fixtureSchema = z.looseObject({ type: z.string(), data: z.record(z.string(), z.unknown()) });

export const fixtures: Fixture[] = readdirSync(folder)
  .sort()
  .map((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    return { file, text, json: fixtureSchema.parse(JSON.parse(text)) };
  });
