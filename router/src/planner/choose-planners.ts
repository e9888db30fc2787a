import type { Logger } from '@ruzlet/platform/log';
import { createApolloPlanner } from './apollo/apollo-planner.js';
import { createPlanners } from './create-planners.js';
import { createHivePlanner, hasHivePlanner } from './hive/hive-planner.js';
import type { PlannerName, Planners } from './planner.js';
import type { PlanningEvents } from './planning-events.js';
import type { PlanningLimits } from './planning-limits.js';

/** The planner that was asked for, with bounds; Apollo's where there is no program of Hive's for the platform. */
export function choosePlanners(
  name: PlannerName,
  limits: PlanningLimits,
  events: PlanningEvents,
  logger: Logger,
): Planners {
  if (name === 'hive' && hasHivePlanner()) return createPlanners(createHivePlanner(), limits, events);
  if (name === 'hive') logger.warn({ planner: 'apollo' }, 'there is no program of the planner hive for this platform');
  return createPlanners(createApolloPlanner(), limits, events);
}
