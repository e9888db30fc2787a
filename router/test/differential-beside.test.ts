import { describeDifferential } from './differential/suite.js';

describeDifferential({ part: 1, parts: 2, keptSeeds: [] });
