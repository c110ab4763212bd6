/** A path on this site to go to after signing in, or null for anything that could lead elsewhere. */
export function safeNextPath(path: string | undefined): string | null {
  return path !== undefined && /^\/(fi|sv|en)(\/[\w\-./%~]*)?$/.test(path) && !path.includes('//')
    ? path
    : null
}
