import { createServer, connect, type Server, type Socket } from 'node:net'

/** What lies between a phone and the service: a line that can be cut, or that loses answers. */
export interface Gateway {
  /** Address without a slash at the end. */
  url: string
  /** Nothing gets through any more. */
  cut: () => void
  /** Everything gets through again. */
  mend: () => void
  /** Breaks the line under requests whose head holds the text, before the service hears of them; everything else passes. */
  refuse: (text: string) => void
  /** Lets requests through and throws away the answers to those whose head holds the text; how many were lost so far. */
  loseAnswersTo: (text: string) => { lost: () => number }
  close: () => Promise<void>
}

/** Opens a line to the service at a port of this machine. */
export async function openGateway(port: number): Promise<Gateway> {
  let open = true
  let refusing = ''
  let losing = ''
  let lost = 0
  const sockets = new Set<Socket>()
  const server: Server = createServer((phone) => {
    sockets.add(phone)
    phone.on('close', () => sockets.delete(phone))
    phone.on('error', () => undefined)
    if (!open) {
      phone.destroy()
      return
    }
    const service = connect(port, 'localhost')
    let silent = false
    service.on('error', () => phone.destroy())
    service.on('close', () => phone.destroy())
    phone.on('close', () => service.destroy())
    phone.on('data', (sent) => {
      if (refusing !== '' && sent.toString('latin1').includes(refusing)) {
        phone.destroy()
        return
      }
      if (losing !== '' && sent.toString('latin1').includes(losing)) silent = true
      service.write(sent)
    })
    service.on('data', (answer) => {
      if (!silent) {
        phone.write(answer)
        return
      }
      lost++
      phone.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The line has no address.')
  return {
    url: `http://localhost:${address.port}`,
    cut() {
      open = false
      for (const socket of sockets) socket.destroy()
    },
    mend() {
      open = true
      refusing = ''
      losing = ''
    },
    refuse(text) {
      open = true
      refusing = text
    },
    loseAnswersTo(text) {
      losing = text
      lost = 0
      return { lost: () => lost }
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
