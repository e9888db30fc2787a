import fc from 'fast-check';

/** Random choices that fast-check can shrink: towards the first option, towards no. */
export interface Draw {
  /** 0 … max. */
  upTo(max: number): number;
  pick<T>(options: readonly T[]): T;
  /** True in `percent` of cases. */
  chance(percent: number): boolean;
}

export function createDraw(gen: fc.GeneratorValue): Draw {
  const upTo = (max: number): number => gen(fc.nat, { max });
  return {
    upTo,
    pick: (options) => options[upTo(options.length - 1)]!,
    chance: (percent) => upTo(99) >= 100 - percent,
  };
}
