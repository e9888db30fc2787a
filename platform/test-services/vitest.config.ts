import { mergeConfig } from 'vitest/config';
import base from '../../vitest.config.js';

/**
 * The contract suites over real servers: `npx vitest run --config platform/test-services/vitest.config.ts`. Each file is
 * told its server by environment variables, and fails when they are missing.
 */
const config = mergeConfig(base, {});
config.test = { ...config.test, include: ['platform/test-services/*.test.ts'] };

export default config;
