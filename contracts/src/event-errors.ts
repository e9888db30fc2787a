/** Why a message is no event that this version understands. */
export type EventDecodeReason =
  /** More than `eventBytesMax` bytes. */
  | 'TOO_LARGE'
  | 'NOT_JSON'
  /** JSON, but no CloudEvents 1.0 envelope of ours. */
  | 'BAD_ENVELOPE'
  /** A type that no version of these contracts knows. */
  | 'UNKNOWN_TYPE'
  /** A known type in a version that these contracts do not have. */
  | 'UNKNOWN_VERSION'
  /** Data that does not fit the schema of the type. */
  | 'BAD_DATA';

const issuesMax = 10;
const messageCharactersMax = 1_000;

/** A message from the bus that cannot be decoded: for the dead letters, never for a retry. */
export class EventDecodeError extends Error {
  override readonly name = 'EventDecodeError';
  readonly reason: EventDecodeReason;
  /** The event's id and type as far as they could be read; not to be trusted. */
  readonly eventId: string | undefined;
  readonly eventType: string | undefined;

  constructor(reason: EventDecodeReason, issues: string[], event: { id?: string; type?: string } = {}) {
    super(`${reason}: ${summarise(issues)}`);
    this.reason = reason;
    this.eventId = event.id;
    this.eventType = event.type;
  }
}

/** An event that the program made wrongly: a defect of the publisher, never of a client's input. */
export class EventEncodeError extends Error {
  override readonly name = 'EventEncodeError';
  readonly eventType: string;

  constructor(type: string, issues: string[]) {
    super(`${type}: ${summarise(issues)}`);
    this.eventType = type;
  }
}

/** Bounded, because a hostile message could otherwise fill the log with its faults. */
function summarise(issues: string[]): string {
  const more = issues.length > issuesMax ? `; and ${issues.length - issuesMax} more` : '';
  return (issues.slice(0, issuesMax).join('; ') + more).slice(0, messageCharactersMax);
}
