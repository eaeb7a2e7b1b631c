import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/**
 * One registry per process, handed down from the composition root, so that two servers in one test process do not
 * count into each other. Slices make their own metrics with these and keep the `peineng_` prefix and the unit suffix.
 */
export interface Metrics {
  readonly registry: Registry
  counter<Label extends string>(name: string, help: string, labels?: readonly Label[]): Counter<Label>
  gauge<Label extends string>(name: string, help: string, labels?: readonly Label[]): Gauge<Label>
  histogram<Label extends string>(
    name: string,
    help: string,
    buckets: readonly number[],
    labels?: readonly Label[],
  ): Histogram<Label>
}

export function createMetrics(options: { readonly processMetrics: boolean }): Metrics {
  const registry = new Registry()
  if (options.processMetrics) collectDefaultMetrics({ register: registry })
  const named = (name: string, help: string) => {
    if (!/^peineng_[a-z_]+$/.test(name)) throw new Error(`metric ${name} must be named peineng_…`)
    return { name, help, registers: [registry] }
  }
  return {
    registry,
    counter: (name, help, labels = []) => new Counter({ ...named(name, help), labelNames: [...labels] }),
    gauge: (name, help, labels = []) => new Gauge({ ...named(name, help), labelNames: [...labels] }),
    histogram: (name, help, buckets, labels = []) =>
      new Histogram({ ...named(name, help), buckets: [...buckets], labelNames: [...labels] }),
  }
}

/** Seconds, from the fastest answer worth telling apart to the slowest still waited for. */
export const LATENCY_BUCKETS: readonly number[] = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
]
