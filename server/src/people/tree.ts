/** A row of a tree kept as parent links. */
export interface TreeNode {
  readonly id: string
  readonly parent_id: string | null
}

/** The node and everything above it, nearest first. A cycle, which the writers refuse, would not hang this. */
export function pathUp<N extends TreeNode>(nodes: ReadonlyMap<string, N>, id: string | null): readonly N[] {
  const path: N[] = []
  const seen = new Set<string>()
  for (let at = id; at !== null && !seen.has(at); ) {
    seen.add(at)
    const node = nodes.get(at)
    if (node === undefined) break
    path.push(node)
    at = node.parent_id
  }
  return path
}

export function childrenOf<N extends TreeNode>(nodes: Iterable<N>): ReadonlyMap<string | null, readonly N[]> {
  const children = new Map<string | null, N[]>()
  for (const node of nodes) {
    const siblings = children.get(node.parent_id)
    if (siblings === undefined) children.set(node.parent_id, [node])
    else siblings.push(node)
  }
  return children
}

/** The node and everything below it. */
export function subtree<N extends TreeNode>(
  children: ReadonlyMap<string | null, readonly N[]>,
  root: N,
): readonly N[] {
  const found = [root]
  for (let i = 0; i < found.length; i++) {
    const node = found[i]
    if (node !== undefined) found.push(...(children.get(node.id) ?? []))
  }
  return found
}
