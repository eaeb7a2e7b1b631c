import { describe, expect, it } from 'vitest'
import { decodeText, delimiterOf, parseDelimited } from './csv.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('delimited text', () => {
  it('finds the delimiter in the header, not in cells that hold several values', () => {
    expect(delimiterOf('id,regions\n1,a;b;c;d;e')).toBe(',')
    expect(delimiterOf('id;regions\n1;"a,b,c"')).toBe(';')
    expect(delimiterOf('id\tname')).toBe('\t')
    expect(delimiterOf('"a;b;c",id')).toBe(',')
    expect(delimiterOf('id')).toBe(',')
  })
  it('keeps quoted delimiters, quotation marks and line breaks inside a cell', () => {
    const { rows, brokenAt } = parseDelimited(bytes('id,note\n1,"a, ""b""\nc"\n'))
    expect(rows.slice(0, 2)).toEqual([
      ['id', 'note'],
      ['1', 'a, "b"\nc'],
    ])
    expect(brokenAt).toBeNull()
  })
  it('names the record whose quotation mark is left open', () => {
    expect(parseDelimited(bytes('id,note\n1,x\n2,"y')).brokenAt).toBe(2)
  })
  it('tells UTF-8, UTF-16 and GBK apart', () => {
    expect(decodeText(bytes('\uFEFF线索'))).toBe('线索')
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0xbf, 0x7e))).toBe('线')
    expect(decodeText(Uint8Array.of(0xfe, 0xff, 0x7e, 0xbf))).toBe('线')
    expect(decodeText(Uint8Array.of(0xcf, 0xdf, 0xcb, 0xf7))).toBe('线索')
  })
})
