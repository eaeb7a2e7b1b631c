/** The part of autocannon the benchmarks use; the package brings no types of its own. */
declare module 'autocannon' {
  interface CannonRequest {
    readonly body?: string
    readonly headers?: Readonly<Record<string, string>>
  }
  interface CannonOptions {
    readonly url: string
    readonly connections: number
    readonly duration?: number
    readonly amount?: number
    readonly method?: string
    readonly headers?: Readonly<Record<string, string>>
    readonly requests?: readonly { readonly setupRequest: (request: CannonRequest) => CannonRequest }[]
  }
  interface CannonResult {
    readonly requests: { readonly average: number; readonly total: number }
    readonly latency: { readonly p50: number; readonly p99: number }
    readonly errors: number
    readonly non2xx: number
  }
  export default function autocannon(options: CannonOptions): Promise<CannonResult>
}
