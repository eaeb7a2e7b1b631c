import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApp, type TestApp } from '../../../test/test-app.ts'

interface Form {
  id: string
  key: string
  url: string
}

describe('a public form', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())

  const leads = async (tenantId: string): Promise<{ name: string; source: string }[]> =>
    (
      await test.platform.database.owner.query('select name, source from lead where tenant_id = $1', [
        tenantId,
      ])
    ).rows

  it('lets a stranger in as a lead, and tells them only that it arrived', async () => {
    const tenant = await test.addTenant()
    const made = await test.call<Form>(tenant.keys.sales_ops, 'POST', '/api/v1/forms', { name: '预约演示' })
    expect(made.status).toBe(201)
    const sent = await test.call(null, 'POST', `/api/v1/f/${made.body.key}`, {
      name: '王芳',
      phone: '13800001111',
    })
    expect(sent).toMatchObject({ status: 201, body: { thanks: '' } })
    expect(await leads(tenant.id)).toEqual([{ name: '王芳', source: '官网表单' }])
    // The same person again: merged, and the visitor cannot tell.
    expect(
      (await test.call(null, 'POST', `/api/v1/f/${made.body.key}`, { name: '王芳', phone: '138 0000 1111' }))
        .body,
    ).toEqual(sent.body)
    expect(await leads(tenant.id)).toHaveLength(1)
  })

  it('serves a page that works without a script, with what is said in it shown as text', async () => {
    const tenant = await test.addTenant()
    const made = await test.call<Form>(tenant.keys.admin, 'POST', '/api/v1/forms', {
      name: '<script>alert(1)</script>',
    })
    const page = await test.app.inject({ url: `/f/${made.body.key}` })
    expect(page.headers['content-type']).toContain('text/html')
    expect(page.body).not.toContain('<script>')
    const sent = await test.app.inject({
      method: 'POST',
      url: `/f/${made.body.key}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ name: '李雷', phone: '13900002222' }).toString(),
    })
    expect(sent.statusCode).toBe(201)
    expect(await leads(tenant.id)).toHaveLength(1)
  })

  it('refuses what it does not ask for, what is missing, a closed form, an old address and a robot', async () => {
    const tenant = await test.addTenant()
    const { body: form } = await test.call<Form>(tenant.keys.admin, 'POST', '/api/v1/forms', { name: '表单' })
    const send = (answers: unknown) => test.call(null, 'POST', `/api/v1/f/${form.key}`, answers)
    expect(await send({ name: 'x' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'phone', code: 'required' }] },
    })
    expect((await send({ name: 'x', phone: '1', ownerId: 'me' })).status).toBe(422)
    expect((await send({ name: 'x', phone: '13700003333', website: 'http://spam' })).status).toBe(201)
    expect(await leads(tenant.id)).toEqual([])
    await test.call(tenant.keys.admin, 'PATCH', `/api/v1/forms/${form.id}`, { closed: true })
    expect((await send({ name: 'x', phone: '13700003333' })).body).toMatchObject({ code: 'FORM_CLOSED' })
    await test.call(tenant.keys.admin, 'PATCH', `/api/v1/forms/${form.id}`, { closed: false, newKey: true })
    expect((await send({ name: 'x', phone: '13700003333' })).status).toBe(404)
    expect((await test.call(tenant.keys.rep, 'GET', '/api/v1/forms')).status).toBe(403)
  })
})
