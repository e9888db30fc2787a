import { readFileSync } from 'node:fs';
import { checkServerIdentity, type ConnectionOptions } from 'node:tls';
import { ConfigError } from '../config.js';

/** How a connection is made: the address, and what TLS has to prove. */
export interface PostgresAddress {
  /** Without the parameters that speak of TLS. */
  url: string;
  ssl: false | ConnectionOptions;
}

const modes = ['disable', 'require', 'verify-ca', 'verify-full'];

/**
 * Reads TLS from a connection URL as libpq spells it:
 *
 * - `sslmode=disable`, or nothing: no TLS;
 * - `require`: TLS, whoever answers; with `sslrootcert` as `verify-ca`;
 * - `verify-ca`: the certificate comes from an authority that we trust;
 * - `verify-full`: it also carries the name that the URL has.
 *
 * `sslrootcert` is a PEM file with the authorities to trust; without it, those that Node trusts. A server that offers no TLS is
 * refused: modes that go on without (`allow`, `prefer`) protect from nobody, so they are not taken.
 *
 * @throws ConfigError for another mode, and when the file cannot be read.
 */
export function parsePostgresUrl(text: string): PostgresAddress {
  const url = new URL(text);
  const mode = url.searchParams.get('sslmode') ?? 'disable';
  const authorities = url.searchParams.get('sslrootcert');
  url.searchParams.delete('sslmode');
  url.searchParams.delete('sslrootcert');
  if (!modes.includes(mode)) {
    throw new ConfigError(`The database URL has sslmode=${mode}; it takes ${modes.join(', ')}.`);
  }
  if (mode === 'disable') return { url: url.href, ssl: false };

  const verified = mode !== 'require' || authorities !== null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return {
    url: url.href,
    ssl: {
      rejectUnauthorized: verified,
      ...(authorities !== null && { ca: readAuthorities(authorities) }),
      // The driver names no host to Node when it is an address: whom to expect is said here.
      checkServerIdentity: (_name, certificate) =>
        mode === 'verify-full' ? checkServerIdentity(host, certificate) : undefined,
    },
  };
}

function readAuthorities(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(`The database URL names sslrootcert=${file}, which cannot be read: ${reason}`);
  }
}
