import { GraphQLError } from 'graphql';
import { operationLimitCode } from '../limits/operation-limits.js';
import { refusal } from '../limits/refusal.js';

/** What planning may take. */
export interface PlanningLimits {
  /** How long one operation may be planned, without its wait (milliseconds). */
  timeoutMs: number;
  /** Operations that wait for their turn (count). */
  waitingMax: number;
  /** How long one waits for its turn (milliseconds). */
  waitMs: number;
}

export const planningLimits: PlanningLimits = { timeoutMs: 5_000, waitingMax: 500, waitMs: 10_000 };

const advice = 'Ask for fewer fields of abstract types, or in several operations.';

/** @param timeoutMs the time that did not suffice; without it memory did not. */
export function tooMuchToPlan(timeoutMs?: number): GraphQLError {
  const why =
    timeoutMs === undefined
      ? 'The operation is too complex to be planned.'
      : `The operation takes longer than ${String(timeoutMs)} ms to be planned.`;
  return refusal(operationLimitCode, `${why} ${advice}`, { status: 400 });
}

export function isTooMuchToPlan(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && error.extensions.code === operationLimitCode;
}

export function tooManyToPlan(): GraphQLError {
  const message = 'Too many new operations wait to be planned: try again in a moment.';
  return refusal('SERVICE_UNAVAILABLE', message, { status: 503, retryAfterMs: 1_000 });
}
