import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

/** The custom scalars of common.graphql. Wrong values are refused with what would be right. */

const emailCharactersMax = 254;
const urlCharactersMax = 2_048;
const markdownCharactersMax = 100_000;

const dateTimePattern = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const emailPattern = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]+$/;

function refuse(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

function text(value: unknown, scalar: string): string {
  return typeof value === 'string' ? value : refuse(`${scalar} must be a string.`);
}

function literalText(node: ValueNode, scalar: string): string {
  return node.kind === Kind.STRING ? node.value : refuse(`${scalar} must be a string.`);
}

/** Years that are taken: those that a calendar, JSON and Postgres write alike. */
const yearMin = 1;
const yearMax = 9_999;

function parseDateTime(value: string): Date {
  const date = dateTimePattern.test(value) && isCalendarDay(value.slice(0, 10)) ? new Date(value) : undefined;
  if (!date || Number.isNaN(date.getTime())) {
    return refuse(`DateTime must be RFC 3339 with an offset, like 2026-03-01T09:30:00Z.`);
  }
  if (!isKnownYear(date)) {
    return refuse(`DateTime must be in the years ${String(yearMin)} to ${String(yearMax)} (UTC).`);
  }
  return date;
}

function isCalendarDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

function isKnownYear(date: Date): boolean {
  const year = date.getUTCFullYear();
  return year >= yearMin && year <= yearMax;
}

function parseDay(value: string, scalar: string): string {
  return dayPattern.test(value) && isCalendarDay(value) && isKnownYear(new Date(value))
    ? value
    : refuse(`${scalar} must be a calendar day, like 2026-03-01.`);
}

function parseUrl(value: string): string {
  return value.length <= urlCharactersMax && URL.canParse(value)
    ? value
    : refuse(`URL must be an absolute URL of at most ${String(urlCharactersMax)} characters.`);
}

function parseEmail(value: string): string {
  const trimmed = value.trim();
  return trimmed.length <= emailCharactersMax && emailPattern.test(trimmed)
    ? trimmed
    : refuse('EmailAddress must be an address like anna@example.com.');
}

function parseMarkdown(value: string): string {
  return value.length <= markdownCharactersMax
    ? value
    : refuse(`Markdown must have at most ${String(markdownCharactersMax)} characters.`);
}

function stringScalar(name: string, parse: (value: string) => string): GraphQLScalarType<string, string> {
  return new GraphQLScalarType({
    name,
    serialize: (value) => text(value, name),
    parseValue: (value) => parse(text(value, name)),
    parseLiteral: (node) => parse(literalText(node, name)),
  });
}

/** In: RFC 3339 text to `Date`. Out: a `Date` (or RFC 3339 text) to UTC with milliseconds. */
const dateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? value : parseDateTime(text(value, 'DateTime'))).toISOString(),
  parseValue: (value) => parseDateTime(text(value, 'DateTime')),
  parseLiteral: (node) => parseDateTime(literalText(node, 'DateTime')),
});

/** Resolvers by scalar name. `createSubgraph` adds those that a schema declares. */
export const scalarResolvers: Record<string, GraphQLScalarType> = {
  DateTime: dateTime,
  Date: stringScalar('Date', (value) => parseDay(value, 'Date')),
  LocalDate: stringScalar('LocalDate', (value) => parseDay(value, 'LocalDate')),
  URL: stringScalar('URL', parseUrl),
  EmailAddress: stringScalar('EmailAddress', parseEmail),
  Markdown: stringScalar('Markdown', parseMarkdown),
};
