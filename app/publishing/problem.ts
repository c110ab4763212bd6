import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'

/** What went wrong, after RFC 9457. `invalid_parameters` names each parameter that cannot be read. */
export const problemShape = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    invalid_parameters: z
      .array(z.object({ name: z.string(), reason: z.string() }))
      .optional()
      .openapi({ description: 'Parameters that could not be read, with what they must be.' }),
    invalid_rows: z
      .array(
        z.object({
          row: z
            .int()
            .min(0)
            .openapi({ description: 'Place of the reading in the request, counted from 0.' }),
          id: z.string(),
          field: z.string(),
          reason: z.string(),
        }),
      )
      .optional()
      .openapi({ description: 'Readings that could not be stored, each with its fault.' }),
  })
  .openapi('Problem')

const titles = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  413: 'Content too large',
  415: 'Unsupported media type',
  422: 'Unprocessable content',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Temporarily unavailable',
} as const

/** An answer of the type application/problem+json. */
export function problem(
  context: Context,
  status: keyof typeof titles,
  detail: string,
  faults: Pick<z.input<typeof problemShape>, 'invalid_parameters' | 'invalid_rows'> = {},
): Response {
  const body: z.input<typeof problemShape> = {
    type: 'about:blank',
    title: titles[status],
    status,
    detail,
    ...faults,
  }
  return context.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  })
}

/** The faulty parameters of a request, each once, with what they must be. Unknown names are faulty too. */
export function invalidParameters(error: {
  issues: readonly {
    code?: string
    path: readonly PropertyKey[]
    message: string
    keys?: readonly string[]
  }[]
}): { name: string; reason: string }[] {
  const found = new Map<string, string>()
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const name of issue.keys ?? []) found.set(name, 'is not a parameter of this address')
    else {
      const name = String(issue.path[0] ?? '')
      if (!found.has(name)) found.set(name, issue.message)
    }
  }
  return [...found].map(([name, reason]) => ({ name, reason }))
}
