import { createMemoryRateLimiter } from '@ruzlet/platform/cache/memory-rate-limiter';
import { describeRouterRateLimits } from './rate-limits-contract.js';

describeRouterRateLimits('memory', () => Promise.resolve(createMemoryRateLimiter()));
