import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, found upwards from this code, whether it runs as source or built. */
export const productFolder = findUpwards(dirname(fileURLToPath(import.meta.url)))

/** The SQL migrations, in the order of their names. */
export const migrationsFolder = join(productFolder, 'app', 'platform', 'migrations')

/** What `npm run build` makes: the application, its styles, scripts and fonts. */
export const buildFolder = join(productFolder, '.build')

function findUpwards(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  if (folder === dirname(folder)) throw new Error('The product’s package.json was not found above its code.')
  return findUpwards(dirname(folder))
}
