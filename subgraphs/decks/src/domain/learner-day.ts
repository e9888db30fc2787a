/** What decides which day it is for a learner. */
export interface LearnerDay {
  /** IANA name. */
  timeZone: string;
  /** Hour (0..23) at which the day begins. */
  dayStartsAt: number;
}

export const dayStartsAtDefault = 4;
