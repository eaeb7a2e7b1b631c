/** 1/(1+e^−x) for training. Decisions use the fixed-point table in `inference/logistic-table.ts` instead. */
export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}

export function logit(p: number): number {
  return Math.log(p / (1 - p))
}
