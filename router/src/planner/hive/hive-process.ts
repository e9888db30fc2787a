/** The process that Hive's planner runs in: where it panics, the whole process ends, and this one has nothing to lose. */
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { answerPlans } from '../remote/answer-plans.js';
import type { ToPlace } from '../remote/messages.js';
import { fromHivePlan } from './hive-plan.js';
import { readOverrideLabels } from '../override-labels.js';
import { readObjectTypes } from './object-types.js';

const receive = answerPlans(
  (sdl) => {
    const planner = new QueryPlanner(sdl);
    const objectTypesOf = readObjectTypes(sdl);
    const percentages = readOverrideLabels(sdl).percentages;
    return (operation, labels) => {
      // A percentage holds for the planner when the number that it is given is below; ours are decided already.
      const not = percentages.filter(({ label }) => !labels.includes(label)).map(({ percent }) => percent);
      return fromHivePlan(planner.plan(operation, null, new Set(labels), Math.max(0, ...not)), objectTypesOf);
    };
  },
  (message) => {
    process.send?.(message);
  },
);
process.on('message', (message: ToPlace) => {
  receive(message);
});
// The router has gone.
process.on('disconnect', () => {
  process.exit(0);
});
