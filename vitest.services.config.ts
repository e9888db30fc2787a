import { defineConfig } from 'vitest/config';
import base from './vitest.config.js';

/** The tests over real services; `npm run test:services` brings these up and tells each file where they are. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['**/test-services/**/*.test.ts'],
    // The servers are there already.
    globalSetup: [],
    // Some of these stop a server for a while: nobody else may need it meanwhile.
    fileParallelism: false,
  },
});
