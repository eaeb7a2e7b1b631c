import { describe, expect, it } from 'vitest'
import { hotkeyOf } from './hotkeys.ts'

const act = () => undefined
const keys = { j: act, '/': act, '?': act, 'Mod+k': act }

function press(key: string, options: KeyboardEventInit & { on?: HTMLElement } = {}): KeyboardEvent {
  const { on = document.body, ...init } = options
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
  Object.defineProperty(event, 'target', { value: on })
  return event
}

describe('hotkeys', () => {
  it('knows plain keys and Ctrl/⌘ K', () => {
    expect(hotkeyOf(press('j'), keys)).toBe(act)
    expect(hotkeyOf(press('?', { shiftKey: true }), keys)).toBe(act)
    expect(hotkeyOf(press('k', { ctrlKey: true }), keys)).toBe(act)
    expect(hotkeyOf(press('k', { metaKey: true }), keys)).toBe(act)
    expect(hotkeyOf(press('k'), keys)).toBeUndefined()
  })

  it('leaves every key to an input method that is composing', () => {
    expect(hotkeyOf(press('j', { isComposing: true }), keys)).toBeUndefined()
    expect(hotkeyOf(press('k', { ctrlKey: true, isComposing: true }), keys)).toBeUndefined()
  })

  it('leaves the Enter that ends a composition in Safari, which says 229 and no longer composing', () => {
    const event = press('j')
    Object.defineProperty(event, 'keyCode', { value: 229 })
    expect(hotkeyOf(event, keys)).toBeUndefined()
  })

  it('does not steal letters from a text field, but opens the palette from it', () => {
    const field = document.createElement('input')
    expect(hotkeyOf(press('j', { on: field }), keys)).toBeUndefined()
    expect(hotkeyOf(press('k', { on: field, ctrlKey: true }), keys)).toBe(act)
  })

  it('works while a checkbox has the focus', () => {
    const box = document.createElement('input')
    box.setAttribute('type', 'checkbox')
    expect(hotkeyOf(press('j', { on: box }), keys)).toBe(act)
  })
})
