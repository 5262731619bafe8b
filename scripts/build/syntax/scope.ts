import type { Identifier } from './syntax-tree.ts';

/** A variable: where it is declared, and where else it is named. */
export interface Binding {
  readonly declarations: Identifier[];
  readonly references: Identifier[];
}

/** Names that are known in one part of a module, and in the parts inside it. */
export class Scope {
  private readonly bindings = new Map<string, Binding>();

  /** `var` belongs to the nearest scope that holds a function's body. */
  constructor(
    private readonly outer: Scope | undefined,
    private readonly holdsVars: boolean,
  ) {}

  declare(identifier: Identifier): void {
    const known = this.bindings.get(identifier.name);
    if (known) known.declarations.push(identifier);
    else this.bindings.set(identifier.name, { declarations: [identifier], references: [] });
  }

  varScope(): Scope {
    return this.holdsVars || !this.outer ? this : this.outer.varScope();
  }

  find(name: string): Binding | undefined {
    return this.bindings.get(name) ?? this.outer?.find(name);
  }
}
