// Prints our supergraph without what routers ask a license for (`@authenticated`, `@requiresScopes`, `@policy`, `@cost`,
// `@listSize`) or do not know. Subgraphs enforce access for themselves, so that a router in front need not.
import { readFileSync } from 'node:fs';
import { Kind, parse, print, visit } from 'graphql';

/** Specifications that every Federation 2 router knows. */
const kept = /^https:\/\/specs\.apollo\.dev\/(link|join|tag|inaccessible)\//;
const argumentOf = (directive, name) => directive.arguments?.find((argument) => argument.name.value === name)?.value;

export function plainSupergraph(sdl) {
  const document = parse(sdl, { noLocation: true });
  const links = document.definitions
    .filter(({ kind }) => kind === Kind.SCHEMA_DEFINITION)
    .flatMap(({ directives = [] }) => directives.filter(({ name }) => name.value === 'link'));
  const isKept = (link) => kept.test(argumentOf(link, 'url')?.value ?? '');
  const prefixes = links.filter(isKept).map((link) => /\/([a-z]+)\/v[\d.]+$/i.exec(argumentOf(link, 'url').value)[1]);
  const known = new Set(['skip', 'include', 'deprecated', 'specifiedBy', 'oneOf']);
  const isKnown = (name) =>
    known.has(name) || prefixes.some((prefix) => name === prefix || name.startsWith(`${prefix}__`));
  // `policy__Policy` and its like: scalars of the specifications that go.
  const gone = links
    .filter((link) => !isKept(link))
    .map((link) => /\/([a-z]+)\/v[\d.]+$/i.exec(argumentOf(link, 'url')?.value ?? '')?.[1])
    .filter((name) => name !== undefined);
  const isGone = (name) => gone.some((prefix) => name.startsWith(`${prefix}__`));
  return print(
    visit(document, {
      Directive: (node) => {
        if (node.name.value === 'link') return isKept(node) ? undefined : null;
        return isKnown(node.name.value) ? undefined : null;
      },
      DirectiveDefinition: (node) => (isKnown(node.name.value) ? undefined : null),
      ScalarTypeDefinition: (node) => (isGone(node.name.value) ? null : undefined),
    }),
  );
}

if (process.argv[1]?.endsWith('plain-supergraph.mjs')) {
  process.stdout.write(
    `${plainSupergraph(readFileSync(new URL('../schema/supergraph.graphql', import.meta.url), 'utf8'))}\n`,
  );
}
