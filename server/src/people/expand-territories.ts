import { childrenOf, subtree, type TreeNode } from './tree.ts'

export interface TerritoryNode extends TreeNode {
  readonly name: string
  readonly aliases: readonly string[]
}

/**
 * Turns what a rep names (a node's name, alias or id; or free text no node has) into every name and id covered,
 * descendants included. Two nodes of one name (朝阳 in 北京 and 辽宁) are both meant unless the id says which.
 */
export function territoryExpander(
  nodes: readonly TerritoryNode[],
): (named: readonly string[]) => readonly string[] {
  const children = childrenOf(nodes)
  const byKey = new Map<string, TerritoryNode[]>()
  for (const node of nodes) {
    for (const key of new Set([node.id, node.name, ...node.aliases])) {
      const found = byKey.get(key)
      if (found === undefined) byKey.set(key, [node])
      else found.push(node)
    }
  }
  const covered = new Map<string, readonly string[]>()
  const coveredBy = (node: TerritoryNode): readonly string[] => {
    const known = covered.get(node.id)
    if (known !== undefined) return known
    const names = subtree(children, node).flatMap((below) => [below.id, below.name, ...below.aliases])
    covered.set(node.id, names)
    return names
  }
  return (named) => {
    const names = new Set<string>()
    for (const text of named) {
      names.add(text)
      for (const node of byKey.get(text) ?? []) for (const name of coveredBy(node)) names.add(name)
    }
    return [...names].sort()
  }
}
