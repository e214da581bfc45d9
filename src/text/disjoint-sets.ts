/** Items in sets that only ever grow together (union–find with path compression, Tarjan 1975). */
export class DisjointSets<T> {
  private readonly parent = new Map<T, T>();

  /** The item that stands for the set of this one: itself where it was never united. */
  find(item: T): T {
    let root = item;
    for (let up = this.parent.get(root); up !== undefined; up = this.parent.get(root)) root = up;
    for (let at = item; at !== root; ) {
      const up = this.parent.get(at)!;
      this.parent.set(at, root);
      at = up;
    }
    return root;
  }

  /** Unites two sets; what stands for the first stands for both. False where they are one already. */
  unite(first: T, second: T): boolean {
    const [root, other] = [this.find(first), this.find(second)];
    if (root === other) return false;
    this.parent.set(other, root);
    return true;
  }
}
