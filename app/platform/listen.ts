import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { Life } from './life.ts'

/** How long open requests may take once the application is ending, in milliseconds; below the whole ending's ten seconds. */
const openRequestsMs = 7_000

/**
 * Answers HTTP requests at the address until the life ends; then takes no new ones, answers the open ones and closes.
 * Returns the port, which with port 0 is any free one. Throws with a message for the operator when it is taken.
 */
export async function listen(
  answer: (request: Request) => Response | Promise<Response>,
  { host, port }: { host: string; port: number },
  life: Life,
): Promise<number> {
  const server = createAdaptorServer({ fetch: answer }) as Server
  server.requestTimeout = 30_000
  server.headersTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(whyNot(error, host, port), { cause: error })),
    )
    server.listen(port, host, resolve)
  })
  life.onStop(
    () => close(server),
    () => server.closeAllConnections(),
  )
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A browser keeps its connection open between requests; it is closed as soon as no answer is under way on it.
  const idle = setInterval(() => server.closeIdleConnections(), 25)
  const late = setTimeout(() => server.closeAllConnections(), openRequestsMs)
  await closed
  clearInterval(idle)
  clearTimeout(late)
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} of ${host} is taken by another program. Stop it, or set PORT to another number.`
  }
  if (error.code === 'EACCES') {
    return `This user may not listen on port ${port}. Set PORT to a number from 1024 upwards.`
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return `This machine has no address ${host}. Set HOST to one it has, e.g. 127.0.0.1 or 0.0.0.0.`
  }
  return `Could not listen on ${host}, port ${port}: ${error.message}`
}
