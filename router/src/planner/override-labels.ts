import { Kind, parse, visit } from 'graphql';

/** The labels of `@override(from:, label:)` in a supergraph. */
export interface OverrideLabels {
  /** `percent(n)`: it holds for `percent` of a hundred requests. */
  percentages: readonly { label: string; percent: number }[];
  /** All others: they hold when the router is told so. */
  names: readonly string[];
}

export function readOverrideLabels(sdl: string): OverrideLabels {
  const labels = new Set<string>();
  // Most supergraphs have none: they are not read for it.
  if (sdl.includes('overrideLabel:')) {
    visit(parse(sdl, { noLocation: true }), {
      Directive(node) {
        if (node.name.value !== 'join__field') return;
        for (const { name, value } of node.arguments ?? []) {
          if (name.value === 'overrideLabel' && value.kind === Kind.STRING) labels.add(value.value);
        }
      },
    });
  }
  const read = [...labels].map((label) => ({ label, share: /^percent\((\d+(?:\.\d+)?)\)$/.exec(label)?.[1] }));
  return {
    percentages: read.flatMap(({ label, share }) => (share === undefined ? [] : [{ label, percent: Number(share) }])),
    names: read.filter(({ share }) => share === undefined).map(({ label }) => label),
  };
}

/** Decides which labels hold for a request, in an order of their own: equal sets have equal plans. */
export type DecideLabels = () => readonly string[];

/**
 * @param on labels without a percentage that hold.
 * @param random 0 to below 1: one number decides on all percentages, so that there is one set more than there are percentages.
 */
export function createLabelDecision(
  sdl: string,
  on: readonly string[],
  random: () => number = Math.random,
): DecideLabels {
  const { percentages, names } = readOverrideLabels(sdl);
  const always = names.filter((name) => on.includes(name)).sort();
  if (percentages.length === 0) return () => always;
  const inOrder = [...percentages].sort((a, b) => (a.label < b.label ? -1 : 1));
  return () => {
    const drawn = random() * 100;
    return [...always, ...inOrder.filter(({ percent }) => drawn < percent).map(({ label }) => label)];
  };
}
