/** The answer itself, or 304 when whoever asks has it already: when the request's `If-None-Match` names its ETag. */
export function unlessKnown(ifNoneMatch: string | undefined, answer: Response): Response {
  const etag = answer.headers.get('etag')
  const known = ifNoneMatch?.split(/\s*,\s*/) ?? []
  if (etag === null || answer.status !== 200) return answer
  if (!known.includes(etag) && !known.includes('*')) return answer
  const headers = new Headers(answer.headers)
  for (const name of ['content-type', 'content-disposition', 'content-length']) headers.delete(name)
  return new Response(null, { status: 304, headers })
}
