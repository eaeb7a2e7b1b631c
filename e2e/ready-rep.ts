const PASSWORD = 'peineng-demo'
/** The source whose leads the demo company offers before it gives them; see server/src/demo/offers.ts. */
const ASKED = '合作伙伴引荐'

/**
 * Whoever the journeys sign in as has room and an offer to answer. The company's own day gives them work and settles ties
 * by chance, so that they may be full by the time the program is up.
 */
export async function readyRep(url: string): Promise<void> {
  const origin = new URL(url).origin
  const call = async <T>(method: string, path: string, cookie: string, body?: unknown, match?: number) => {
    const answer = await fetch(new URL(`/api/v1${path}`, url), {
      method,
      headers: {
        origin,
        cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(match === undefined ? {} : { 'if-match': `"${match}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return {
      value: (await answer.json()) as T,
      cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
    }
  }
  const signIn = async (who: string): Promise<string> =>
    (await call('POST', '/session', '', { email: `${who}@demo.peineng`, password: PASSWORD })).cookie
  const owner = await signIn('owner')
  const { repId } = (await call<{ repId: string }>('GET', '/session', await signIn('rep'))).value
  const { version } = (await call<{ version: number }>('GET', `/reps/${repId}`, owner)).value
  const gauges = [{ name: 'load_index', threshold: 3_000, action: 'pause' }]
  await call('PATCH', `/reps/${repId}`, owner, { gauges }, version)
  // Two are asked in turn: soon it is theirs.
  for (let n = 0; n < 6; n++) {
    const lead = {
      company: `伙伴推荐医院${n}`,
      name: '周琳',
      source: ASKED,
      region: '华东/上海',
      value: 'low',
    }
    const { state, owner: held } = (
      await call<{ state: string; owner: { id: string } | null }>('POST', '/leads', owner, lead)
    ).value
    if (state === 'offered' && held?.id === repId) return
  }
  throw new Error('the demo company offered the rep nothing')
}
