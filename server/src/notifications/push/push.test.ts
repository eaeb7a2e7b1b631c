import { createPublicKey, verify } from 'node:crypto'
import { expect, it } from 'vitest'
import { encryptPush } from './encrypt.ts'
import { createVapid } from './vapid.ts'

it('encrypts as the example of RFC 8291 (appendix A) does, byte for byte', () => {
  const encrypted = encryptPush(
    Buffer.from('When I grow up, I want to be a watermelon'),
    {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
    {
      salt: Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url'),
      privateKey: Buffer.from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url'),
    },
  )
  expect(encrypted.toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  )
})

it('says who sends with a key that is the same wherever SECRET is the same', () => {
  const secret = 's'.repeat(40)
  const vapid = createVapid(secret, 'mailto:a@example.com')
  expect(createVapid(secret, 'mailto:a@example.com').publicKey).toBe(vapid.publicKey)
  expect(createVapid('t'.repeat(40), 'mailto:a@example.com').publicKey).not.toBe(vapid.publicKey)
  const now = Date.parse('2026-11-23T01:00:00Z')
  const [, token = '', key = ''] =
    /^vapid t=(.+), k=(.+)$/.exec(vapid.authorization('https://push.example.com/send/1', now)) ?? []
  expect(key).toBe(vapid.publicKey)
  const [head = '', claims = '', signature = ''] = token.split('.')
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
    aud: 'https://push.example.com',
    exp: now / 1_000 + 43_200,
    sub: 'mailto:a@example.com',
  })
  const point = Buffer.from(key, 'base64url')
  const publicKey = createPublicKey({
    format: 'jwk',
    key: {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    },
  })
  expect(
    verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    ),
  ).toBe(true)
})
