/** The thread that Apollo's planner runs in: it works synchronously, however long that takes, and can only be ended. */
import { parentPort } from 'node:worker_threads';
import { operationFromDocument, ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { answerPlans } from '../remote/answer-plans.js';
import { fromApolloPlan } from './apollo-plan.js';

const port = parentPort;
if (!port) throw new Error('This is the entry of a worker thread.');

const receive = answerPlans(
  (sdl) => {
    const supergraph = Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
    const planner = new QueryPlanner(supergraph);
    const schema = supergraph.apiSchema();
    return (operation, labels) =>
      fromApolloPlan(
        planner.buildQueryPlan(operationFromDocument(schema, parse(operation, { noLocation: true })), {
          overrideConditions: new Map(labels.map((label) => [label, true])),
        }),
      );
  },
  (message) => {
    port.postMessage(message);
  },
);
port.on('message', receive);
