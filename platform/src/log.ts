import { pino, stdSerializers, type DestinationStream, type Logger as PinoLogger, type SerializedError } from 'pino';

export type Logger = PinoLogger;

/** Names whose values never reach a log, at the top or one or two levels down. */
const secretNames = [
  'authorization',
  'cookie',
  'password',
  'newPassword',
  'currentPassword',
  'accessToken',
  'refreshToken',
  'token',
  'secret',
  'totpCode',
  'recoveryCode',
  'privateKey',
];

/**
 * Structured JSON logs, one object a line. `requestId` follows a request through router, subgraphs and events.
 *
 * @param options.destination where lines go, standard output by default; tests pass a stream of theirs.
 */
export function createLogger(options: { name: string; level?: string; destination?: DestinationStream }): Logger {
  const settings = {
    name: options.name,
    level: options.level ?? 'info',
    serializers: { err: serializeError },
    redact: {
      paths: secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[redacted]',
    },
  };
  return options.destination ? pino(settings, options.destination) : pino(settings);
}

/**
 * A failed query's error repeats the query's parameters, in its message and beside it: they may be anything, password
 * hashes too, so they are cut off.
 */
function serializeError(error: Error): SerializedError {
  const serialized = stdSerializers.err(error);
  delete serialized.params;
  serialized.message = withoutParameters(serialized.message);
  serialized.stack = withoutParameters(serialized.stack);
  return serialized;
}

function withoutParameters(text: string): string {
  return text.replaceAll(/\nparams: .*/g, '\nparams: [left out]');
}
