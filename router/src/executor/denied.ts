import type { Fault } from './faults.js';

/** Why a field may not be answered to somebody; undefined when it may. */
export type DeniedField = (typename: string, fieldName: string) => Fault | undefined;
