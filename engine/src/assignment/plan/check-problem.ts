import { type PlanProblem, PlanProblemError } from './problem.ts'

function fail(message: string): never {
  throw new PlanProblemError(message)
}

function checkLength(name: string, array: ArrayLike<unknown> | undefined, length: number): void {
  if (array !== undefined && array.length !== length) {
    fail(`${name} has ${array.length} entries, expected ${length}`)
  }
}

function checkNumbers(name: string, array: Float64Array | undefined, notNegative: boolean): void {
  if (array === undefined) return
  for (let k = 0; k < array.length; k++) {
    const x = array[k] as number
    if (!Number.isFinite(x)) fail(`${name}[${k}] is not a finite number`)
    if (notNegative && x < 0) fail(`${name}[${k}] is negative`)
  }
}

function checkKeys(name: string, keys: readonly string[] | undefined): void {
  if (keys !== undefined && new Set(keys).size !== keys.length) fail(`${name} are not unique`)
}

/** Throws `PlanProblemError` where arrays do not fit together. O(pairs). */
export function checkProblem(problem: PlanProblem): void {
  const { itemCount, repCount, start, rep } = problem
  checkLength('start', start, itemCount + 1)
  if (start[0] !== 0) fail('start[0] is not 0')
  for (let i = 0; i < itemCount; i++) {
    if ((start[i + 1] as number) < (start[i] as number)) fail(`start[${i + 1}] is below start[${i}]`)
  }
  const pairs = start[itemCount] as number
  checkLength('rep', rep, pairs)
  checkLength('value', problem.value, pairs)
  checkLength('load', problem.load, pairs)
  checkLength('itemLoad', problem.itemLoad, itemCount)
  checkLength('capacity', problem.capacity, repCount)
  checkLength('floor', problem.floor, repCount)
  checkLength('ceiling', problem.ceiling, repCount)
  checkLength('itemKeys', problem.itemKeys, itemCount)
  checkLength('repKeys', problem.repKeys, repCount)
  for (let e = 0; e < pairs; e++) {
    const j = rep[e] as number
    if (j < 0 || j >= repCount) fail(`rep[${e}] is ${j}, outside 0..${repCount - 1}`)
  }
  const lastItem = new Int32Array(repCount).fill(-1)
  for (let i = 0; i < itemCount; i++) {
    for (let e = start[i] as number; e < (start[i + 1] as number); e++) {
      const j = rep[e] as number
      if (lastItem[j] === i) fail(`item ${i} lists rep ${j} twice`)
      lastItem[j] = i
    }
  }
  checkNumbers('value', problem.value, false)
  checkNumbers('load', problem.load, true)
  checkNumbers('itemLoad', problem.itemLoad, true)
  checkNumbers('capacity', problem.capacity, true)
  checkNumbers('floor', problem.floor, true)
  checkNumbers('ceiling', problem.ceiling, true)
  checkKeys('itemKeys', problem.itemKeys)
  checkKeys('repKeys', problem.repKeys)
}
