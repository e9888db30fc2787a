import { z } from 'zod';

/**
 * Configuration is read once, by a `config.ts`, from the environment. A wrong value stops the start; the error names
 * each fault in a line of its own.
 */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Parses the environment by a schema. Empty strings count as absent, as in a `.env` file with `NAME=`.
 *
 * @throws ConfigError with one line for each variable that is missing or wrong; values are not repeated, they may be
 * secrets.
 */
export function loadConfig<S extends z.ZodObject>(schema: S, env: NodeJS.ProcessEnv): z.output<S> {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.') || '(environment)'}: ${issue.message}`);
  throw new ConfigError(`The configuration is not valid:\n${lines.join('\n')}`);
}

/** A TCP port, 0 for any free one. */
export const envPort = z.coerce.number().int().min(0).max(65_535);

/** An absolute URL, kept as text. */
export const envUrl = z.url();

/** Comma-separated, blanks dropped. */
export const envList = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);

/** `true`/`false`/`1`/`0`. */
export const envBoolean = z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1');

/** A whole number of at least `min`. */
export function envInt(min: number, max = Number.MAX_SAFE_INTEGER) {
  return z.coerce.number().int().min(min).max(max);
}

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What every subgraph process reads; a subgraph's own schema extends it. */
export const serviceEnv = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: envPort,
  LOG_LEVEL: z.enum(logLevels).default('info'),
  /** Gives a router that asks for it (`apollo-federation-include-trace: ftv1`) the times of resolvers with the answer. */
  FEDERATED_TRACES: envBoolean.default(false),
  DATABASE_URL: envUrl,
  /** Connections of this process (count). */
  DATABASE_POOL_MAX: envInt(2, 200).default(10),
  KAFKA_BROKERS: envList,
  REDIS_URL: envUrl,
  JWKS_URL: envUrl,
  /** Where this process reaches the S3 server that keeps pictures and files. */
  S3_URL: envUrl,
  /** Where clients reach it: signed URLs for uploads and downloads begin with it. */
  S3_PUBLIC_URL: envUrl.optional(),
  S3_ACCESS_KEY: z.string(),
  S3_SECRET_KEY: z.string(),
  /** Made at the start where there is none. */
  S3_BUCKET: z.string().default('ruzlet'),
  S3_REGION: z.string().optional(),
  TOKEN_ISSUER: z.string().default('ruzlet'),
  TOKEN_AUDIENCE: z.string().default('ruzlet'),
});

/** What the S3 driver wants of it. */
export function s3Settings(
  config: Pick<z.output<typeof serviceEnv>, `S3_${string}` & keyof z.output<typeof serviceEnv>>,
) {
  return {
    url: config.S3_URL,
    ...(config.S3_PUBLIC_URL !== undefined && { publicUrl: config.S3_PUBLIC_URL }),
    accessKey: config.S3_ACCESS_KEY,
    secretKey: config.S3_SECRET_KEY,
    bucket: config.S3_BUCKET,
    ...(config.S3_REGION !== undefined && { region: config.S3_REGION }),
  };
}
