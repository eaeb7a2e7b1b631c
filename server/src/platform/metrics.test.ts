import { describe, expect, it } from 'vitest'
import { createMetrics, LATENCY_BUCKETS } from './metrics.ts'

describe('metrics', () => {
  it('are counted per registry, not per process', async () => {
    const [one, two] = [createMetrics({ processMetrics: false }), createMetrics({ processMetrics: false })]
    one.counter('peineng_leads_total', 'Leads', ['state']).inc({ state: 'owned' })
    two.counter('peineng_leads_total', 'Leads', ['state'])
    expect(await one.registry.metrics()).toContain('peineng_leads_total{state="owned"} 1')
    expect(await two.registry.metrics()).not.toContain('owned')
  })

  it('keep latencies in seconds and process figures beside them', async () => {
    const metrics = createMetrics({ processMetrics: true })
    metrics
      .histogram('peineng_http_seconds', 'Requests', LATENCY_BUCKETS, ['route'])
      .observe({ route: '/x' }, 0.004)
    const text = await metrics.registry.metrics()
    expect(text).toContain('peineng_http_seconds_bucket{le="0.005",route="/x"} 1')
    expect(text).toContain('process_resident_memory_bytes')
  })

  it('refuse a name that is not ours', () => {
    expect(() => createMetrics({ processMetrics: false }).gauge('up', 'x')).toThrow(/must be named peineng_/)
  })
})
