import { describeGraph } from '../test/graph-contract.js';
import { runningTopology } from './config.js';

describeGraph('processes of compose.yaml over real services', () =>
  Promise.resolve({ url: runningTopology().url, close: () => Promise.resolve() }),
);
