/** The cookie that carries a word of success to the next page. */
export const noticeCookie = 'uskalla_notice'

/** How long it waits for that page, in seconds. */
export const noticeSeconds = 60
