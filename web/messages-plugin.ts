import type { Plugin } from 'vite'
import { compileMessages, messagesDir } from './scripts/messages/compile.mjs'

/** Messages are compiled before the first module is read and again whenever a sentence is edited. */
export function messagesPlugin(): Plugin {
  return {
    name: 'peineng-messages',
    enforce: 'pre',
    async buildStart() {
      await compileMessages()
    },
    configureServer(server) {
      server.watcher.add(messagesDir)
      server.watcher.on('change', (file) => {
        if (file.startsWith(messagesDir)) void compileMessages()
      })
    },
  }
}
