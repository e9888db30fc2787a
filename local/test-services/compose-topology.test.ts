import { describeGraph } from '../test/graph-contract.js';
import { describeLive } from '../test/live-contract.js';
import { runningTopology } from './config.js';

describeGraph('processes of compose.yaml over real services', () =>
  Promise.resolve({ url: runningTopology().url, close: () => Promise.resolve() }),
);

describeLive('processes of compose.yaml over real services', () =>
  Promise.resolve({ url: runningTopology().url, close: () => Promise.resolve() }),
);
