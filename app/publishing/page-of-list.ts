/** Which page of a list is asked for, counted from 1, and how many rows it has. */
export interface Page {
  page: number
  perPage: number
}

/** A page of a list with where it stands. A page past the end is empty and still knows how many rows there are. */
export function pageOf<Row>(results: Row[], total: number, { page, perPage }: Page) {
  return { total, page, per_page: perPage, pages: Math.max(1, Math.ceil(total / perPage)), results }
}

/** The value of a Link header (RFC 8288) to the first, previous, next and last page, for the address that was asked. */
export function pageLinks(asked: string, { page, pages }: { page: number; pages: number }): string {
  const to = (wanted: number, relation: string) => {
    const url = new URL(asked)
    url.searchParams.set('page', String(wanted))
    return `<${url.href}>; rel="${relation}"`
  }
  return [
    to(1, 'first'),
    ...(page > 1 ? [to(Math.min(page - 1, pages), 'prev')] : []),
    ...(page < pages ? [to(page + 1, 'next')] : []),
    to(pages, 'last'),
  ].join(', ')
}
