import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits in text: session cookies, links, API keys. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token. A plain hash is enough: there is nothing to guess in 256 random bits. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

export const API_KEY_PREFIX = 'pn_'
export const newApiKey = (): string => API_KEY_PREFIX + newToken()
/** `pn_` and five characters: enough to tell keys apart, 30 of 256 bits given away. */
export const apiKeyHint = (key: string): string => key.slice(0, 8)
