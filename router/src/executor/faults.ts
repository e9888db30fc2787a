/** Something that went wrong in a subgraph, or on the way to it. */
export interface Fault {
  message: string;
  extensions?: Record<string, unknown> | undefined;
  cause?: unknown;
}

export type Path = readonly (string | number)[];

/**
 * The faults of a request, as a tree beside the merged data and under its names: where the answer is written, those of
 * the place that is being written are at hand.
 */
export class FaultTree {
  readonly faults: Fault[] = [];
  readonly children = new Map<string | number, FaultTree>();
  /** Why fields of this object are missing: the fetch that would have brought them failed. */
  lost: Fault | undefined;

  at(path: Path): FaultTree {
    const [step, ...rest] = path;
    if (step === undefined) return this;
    let child = this.children.get(step);
    if (!child) {
      child = new FaultTree();
      this.children.set(step, child);
    }
    return child.at(rest);
  }

  /** What is known of a place; undefined when nothing is. */
  find(path: Path): FaultTree | undefined {
    return path.reduce<FaultTree | undefined>((tree, step) => tree?.children.get(step), this);
  }

  static of(fault: Fault): FaultTree {
    const tree = new FaultTree();
    tree.faults.push(fault);
    return tree;
  }
}
