import { describe, expect, it } from 'vitest'
import { territoryExpander } from './expand-territories.ts'

const node = (id: string, parent_id: string | null, name: string, aliases: string[] = []) => ({
  id,
  parent_id,
  name,
  aliases,
})
const expand = territoryExpander([
  node('cn', null, '中国', ['China']),
  node('east', 'cn', '华东'),
  node('js', 'east', '江苏', ['江苏省']),
  node('nj', 'js', '南京'),
  node('north', 'cn', '华北'),
  node('bj', 'north', '北京'),
  node('cy1', 'bj', '朝阳'),
  node('cy2', 'north', '朝阳'),
])

describe('the territories a rep covers', () => {
  it('are those named and everything below, by name, alias and id', () => {
    expect(expand(['华东'])).toEqual(['east', 'js', 'nj', '华东', '南京', '江苏', '江苏省'].sort())
    expect(expand(['江苏省'])).toEqual(
      expand(['js'])
        .concat('江苏省')
        .filter((n, i, all) => all.indexOf(n) === i)
        .sort(),
    )
    expect(expand(['China'])).toContain('南京')
  })
  it('keep text no node has, because leads may carry it', () => {
    expect(expand(['Central'])).toEqual(['Central'])
  })
  it('mean both nodes of one name, and one where the id says which', () => {
    expect(expand(['朝阳'])).toEqual(['cy1', 'cy2', '朝阳'])
    expect(expand(['cy2'])).toEqual(['cy2', '朝阳'])
  })
  it('are nothing where nothing is named: the engine reads that as everything', () => {
    expect(expand([])).toEqual([])
  })
})
