// Reads compose.yaml the way the compose plugin does, as far as this project uses it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './settings.mjs';

/** @returns the services by name, with merged keys and with `variables` put in. */
export function readCompose(variables) {
  const file = parse(readFileSync(join(root, 'compose.yaml'), 'utf8'), { merge: true });
  return Object.fromEntries(
    Object.entries(interpolate(file.services, variables)).map(([name, service]) => [
      name,
      service.environment === undefined ? service : { ...service, environment: handOn(service.environment, variables) },
    ]),
  );
}

/** A variable without a value is handed on from `.env`; it stays null where that has none. */
function handOn(environment, variables) {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [name, value ?? variables[name] ?? null]),
  );
}

function interpolate(value, variables) {
  if (typeof value === 'string') return interpolateText(value, variables);
  if (Array.isArray(value)) return value.map((item) => interpolate(item, variables));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, interpolate(item, variables)]));
}

/** `${NAME}`, `${NAME:-default}`, `${NAME:?what to do}`; `$$` is one dollar. */
function interpolateText(text, variables) {
  return text.replaceAll(/\$\$|\$\{([A-Z0-9_]+)(?::([-?])([^}]*))?\}/g, (whole, name, kind, rest) => {
    if (whole === '$$') return '$';
    const value = variables[name] ?? '';
    if (value !== '' || kind === undefined) return value;
    if (kind === '-') return rest;
    throw new Error(`compose.yaml needs ${name}: ${rest}`);
  });
}

/** What a service is told by its environment, as text; empty values stay empty, and what is null is not set. */
export function environmentOf(service) {
  return Object.fromEntries(
    Object.entries(service.environment ?? {})
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, String(value)]),
  );
}

/** The version that a service's image is pinned to, without what it is built on: `18.4` of `postgres:18.4-bookworm`. */
export function imageVersion(service) {
  return /:v?([\d.]+)/.exec(service.image)?.[1];
}

/** The port of the host behind which compose publishes a port of the container; undefined when it does not. */
export function publishedPort(service, containerPort) {
  const found = (service.ports ?? [])
    .map((text) => String(text).split(':'))
    .find((parts) => parts.at(-1) === String(containerPort));
  return found === undefined ? undefined : Number(found.at(-2));
}

/** The services' names in an order in which each comes after those that it depends on. */
export function startOrder(services, names) {
  const order = [];
  const visit = (name, path) => {
    if (order.includes(name)) return;
    if (path.includes(name)) throw new Error(`compose.yaml: ${[...path, name].join(' → ')} depend on one another.`);
    for (const dependency of Object.keys(services[name].depends_on ?? {})) visit(dependency, [...path, name]);
    order.push(name);
  };
  for (const name of names) visit(name, []);
  return order;
}

/**
 * Replaces `host:port` of compose's network by what `addressOf(service, port)` says. The same word as a user's name, before a
 * password that begins with digits, stays.
 */
export function mapHosts(text, services, addressOf) {
  return text.replaceAll(/(?<=^|[/@,=])([a-z][a-z0-9-]*):(\d{2,5})(?=[/?,]|$)/g, (whole, host, port) =>
    host in services ? addressOf(host, Number(port)) : whole,
  );
}
