import { createServer, type Server } from 'node:net'

/** Enough of RFC 5321 to take a letter. */
export function fakeSmtp(deliver: (letter: string) => void): Server {
  return createServer((socket) => {
    let inLetter = false
    let pending = ''
    let letter = ''
    socket.write('220 test\r\n')
    socket.on('data', (data) => {
      pending += data.toString('utf8')
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end)
        pending = pending.slice(end + 2)
        if (inLetter && line === '.') {
          inLetter = false
          deliver(letter)
          letter = ''
          socket.write('250 taken\r\n')
        } else if (inLetter) letter += `${line}\n`
        else if (line === 'DATA') {
          inLetter = true
          socket.write('354 go on\r\n')
        } else if (line === 'QUIT') socket.end('221 bye\r\n')
        else socket.write('250 ok\r\n')
      }
    })
  })
}

/** The body of a letter, whichever way it was packed. */
export function decodeLetter(letter: string): string {
  const body = letter.slice(letter.indexOf('\n\n') + 2)
  if (/Content-Transfer-Encoding: base64/i.test(letter)) return Buffer.from(body, 'base64').toString('utf8')
  const bytes = body
    .replaceAll(/=\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
