// Builds after every change and starts the application anew. Ends with Ctrl-C.
import { spawn, spawnSync } from 'node:child_process'
import { watch } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const product = dirname(dirname(fileURLToPath(import.meta.url)))
let application
let timer
let stopping = false

for (const folder of ['app', 'evidence/src']) {
  watch(join(product, folder), { recursive: true }, (_event, file) => {
    if (file === null || !/\.(ts|tsx|css|json|sql|svg)$/.test(file) || file.includes('.test.')) return
    clearTimeout(timer)
    timer = setTimeout(restart, 150)
  })
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopping = true
    if (application === undefined || application.exitCode !== null) process.exit(0)
    application.kill('SIGTERM')
  })
}
start()

function start() {
  application = spawn(process.execPath, ['--enable-source-maps', join(product, '.build', 'main.js')], {
    cwd: product,
    stdio: 'inherit',
  })
  application.on('exit', (code) => {
    if (stopping) process.exit(code ?? 0)
  })
}

async function restart() {
  if (
    spawnSync(process.execPath, [join(product, 'deploy', 'build.mjs')], { cwd: product, stdio: 'inherit' })
      .status !== 0
  )
    return
  if (application.exitCode === null) {
    const ended = new Promise((resolve) => application.once('exit', resolve))
    application.kill('SIGTERM')
    await ended
  }
  if (!stopping) start()
}
