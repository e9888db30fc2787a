import { describeDifferential } from './differential/suite.js';

describeDifferential({ part: 0, parts: 2, keptSeeds: [] });
